import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { callErrorOf } from '../api';
import classes from './ErrorNote.module.css';

interface ErrorNoteProps {
  /** What a call was refused with, or anything else that was thrown. Nothing is shown for null. */
  error: unknown;
  /** What could not be done, when the message alone would not say: "The people could not be read". */
  title?: string;
  onRetry?: (() => void) | undefined;
  /** Lists what was wrong in the input here, where no fields are there to show it. */
  withFields?: boolean;
  children?: ReactNode;
}

/** An error in place: what happened to the data first, then what to do. */
export function ErrorNote({ error, title, onRetry, withFields, children }: ErrorNoteProps) {
  const note = useRef<HTMLDivElement>(null);
  // What went wrong must not wait below the edge of the window.
  useEffect(() => note.current?.scrollIntoView({ block: 'nearest' }), [error]);
  if (error === null || error === undefined) return null;
  const { message, fields = {} } = callErrorOf(error);
  const problems = withFields ? Object.entries(fields) : [];
  return (
    <div ref={note} className={classes.note} role="alert">
      <IconAlertTriangle className={classes.icon} size={18} aria-hidden="true" />
      <div className={classes.words}>
        {title ? <p className={classes.title}>{title}</p> : null}
        {/* Where one thing was asked for, what is wrong with it says all. */}
        {problems.length === 1 ? null : <p className={classes.message}>{message}</p>}
        {problems.map(([field, problem]) => (
          <p key={field} className={classes.message}>
            {problem}
          </p>
        ))}
        {children}
      </div>
      {onRetry ? (
        <Button variant="default" size="compact-sm" onClick={onRetry}>
          Try again
        </Button>
      ) : null}
    </div>
  );
}
