import type { ReactNode } from 'react';
import classes from './Settings.module.css';

/** A folder's or file's path with what can be done with it. */
export function PathLine({ icon, path, children }: { icon: ReactNode; path: string; children?: ReactNode }) {
  return (
    <div className={classes.pathLine}>
      <span className={classes.pathIcon} aria-hidden="true">
        {icon}
      </span>
      <span className={classes.path}>{path}</span>
      <span className={classes.pathActions}>{children}</span>
    </div>
  );
}
