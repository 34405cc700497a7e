import type { DraftStatus } from '../../../api';
import { formatInstant } from '../../../../shared/words/dates';
import classes from '../sheet.module.css';

/** The truth about the draft, quietly: kept at what second, or not kept and why. */
export function DraftState({ status }: { status: DraftStatus }) {
  if (status.kind === 'notKept')
    return (
      <span className={classes.draftProblem} role="alert">
        Draft not kept: {status.message}
      </span>
    );
  return (
    <span
      className={classes.draftState}
      title={status.kind === 'kept' ? formatInstant(status.at) : undefined}
    >
      {status.kind === 'kept' ? `Draft kept ${status.at.slice(11, 19)}` : ''}
    </span>
  );
}
