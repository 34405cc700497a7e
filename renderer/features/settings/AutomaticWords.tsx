import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/assert-never';
import type { AutomaticState } from '../../../shared/contract/backup';
import { formatMoment, formatNumber } from '../../../shared/words/dates';
import classes from './Settings.module.css';

/** How it is with the backups that Rapport makes by itself, and what to do when there are none. */
export function AutomaticWords({ state }: { state: AutomaticState }) {
  switch (state.kind) {
    case 'on':
      return (
        <p className={classes.verified}>
          <IconClock size={18} aria-hidden="true" />
          <span>
            Rapport makes one by itself when you close it, and once a day while it is open.{' '}
            {state.lastAt === null ? 'There is none yet.' : `The last one: ${formatMoment(state.lastAt)}.`}
          </span>
        </p>
      );
    case 'held':
      return <Held>{heldWords(state.why)}</Held>;
    case 'waitsForPassphrase':
      return (
        <Held>
          Automatic backups wait for your passphrase: this computer has no keychain that could keep it. Enter
          it below, and they are made again until Rapport is closed.
        </Held>
      );
    case 'failed':
      return <Held>The last automatic backup could not be made; it is tried again. {state.message}</Held>;
    case 'sample':
      return <p className={classes.quiet}>The sample journal is not backed up by itself.</p>;
    default:
      return assertNever(state);
  }
}

function Held({ children }: { children: ReactNode }) {
  return (
    <p className={classes.held}>
      <IconAlertTriangle size={18} aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}

function heldWords(why: Extract<AutomaticState, { kind: 'held' }>['why']): string {
  const end =
    'If all is well, back up now: then Rapport goes on by itself. If it is not, restore a backup below.';
  if (why.kind === 'damaged') {
    return `A file of the journal was damaged. Rapport makes no automatic backups, so that no good one is pushed out. ${end}`;
  }
  return `The journal holds ${formatNumber(why.after)} records, and held ${formatNumber(why.before)} when it was last backed up. Rapport makes no automatic backups, so that no good one is pushed out. ${end}`;
}
