import { Button } from '@mantine/core';
import type { JournalState } from '../../../shared/contract/journal';
import { formatInstant } from '../../../shared/words/dates';
import classes from './Start.module.css';
import { StartError } from './StartError';
import { StartFrame } from './StartFrame';
import { useStart } from './useStart';

/** The journal could not be opened: first what became of the data, then every way on. */
export function Refused({ state }: { state: Extract<JournalState, { kind: 'refused' }> }) {
  const start = useStart();
  const restore = () => start.create(state.defaultFolder, '/settings/restore');
  return (
    <StartFrame title="Your journal could not be opened">
      <p className={classes.said} role="alert">
        {state.error.message}
      </p>
      <section className={classes.card} aria-label="What to do">
        <h2 className={classes.label}>The journal in {state.folder}</h2>
        <Button size="md" fullWidth autoFocus loading={start.busy} onClick={start.retry}>
          Try again
        </Button>
        <Button size="md" variant="default" fullWidth disabled={start.busy} onClick={start.openAnother}>
          Open a journal in another folder…
        </Button>
        {state.newestBackup === null ? null : (
          <>
            <Button size="md" variant="default" fullWidth disabled={start.busy} onClick={restore}>
              Restore from a backup…
            </Button>
            <p className={classes.quiet}>
              The newest one is of {formatInstant(state.newestBackup.createdAt)}: “
              {state.newestBackup.fileName}”. It goes into a new journal in {state.defaultFolder}.
            </p>
          </>
        )}
        <StartError start={start} />
      </section>
      <p className={classes.others}>
        {state.newestBackup === null ? (
          <Button variant="subtle" size="compact-sm" disabled={start.busy} onClick={restore}>
            Restore from a backup…
          </Button>
        ) : null}
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={start.busy}
          onClick={() => start.choose('newJournal', start.create)}
        >
          Start a new journal elsewhere…
        </Button>
        <Button variant="subtle" size="compact-sm" disabled={start.busy} onClick={start.sample}>
          Look around with a sample journal
        </Button>
      </p>
      <p className={classes.promise}>None of these changes what is in the folder above.</p>
    </StartFrame>
  );
}
