import { type ReactNode, useId } from 'react';
import classes from './Settings.module.css';

interface SectionProps {
  /** Its address: `/settings/backups`. */
  name: string;
  title: string;
  description?: ReactNode;
  children: ReactNode;
}

/** One card of the settings. */
export function Section({ name, title, description, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} data-section={name} aria-labelledby={id}>
      <h2 id={id} className={classes.heading} tabIndex={-1}>
        {title}
      </h2>
      {description ? <p className={classes.description}>{description}</p> : null}
      <div className={classes.content}>{children}</div>
    </section>
  );
}
