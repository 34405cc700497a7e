import { initialsOf } from '../../../ui/initials';
import classes from './PersonHeader.module.css';

/** The person's picture, or their initials. The name stands beside it, so it says nothing to a screen reader. */
export function Avatar({ name, picture }: { name: string; picture: string | undefined }) {
  if (picture) return <img className={classes.avatar} src={picture} alt="" />;
  return (
    <span className={classes.avatar} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
