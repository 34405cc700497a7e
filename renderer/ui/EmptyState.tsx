import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  /** "No promises yet" or "Nothing matches": the two differ. What could not be read is an `ErrorNote`. */
  title: string;
  /** What belongs here and how it gets here. */
  children?: ReactNode;
  /** The next action, with its key. */
  action?: ReactNode;
  icon?: ReactNode;
}

/** What stands where nothing is: it teaches the next action. */
export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {icon ? (
        <div className={classes.icon} aria-hidden="true">
          {icon}
        </div>
      ) : null}
      <p className={classes.title}>{title}</p>
      {children ? <div className={classes.words}>{children}</div> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}
