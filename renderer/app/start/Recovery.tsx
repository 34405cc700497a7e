import { Button } from '@mantine/core';
import { Suspense } from 'react';
import type { JournalState, LockedBackup, RecoveryBackup } from '../../../shared/contract/journal';
import { call } from '../../api';
import { formatCount, formatInstant } from '../../../shared/words/dates';
import { features } from '../features';
import { lazyPart } from '../lazy-part';
import classes from './Start.module.css';
import { StartError } from './StartError';
import { StartFrame } from './StartFrame';
import { useStart } from './useStart';

type State = Extract<JournalState, { kind: 'recovery' }>;

const DifferenceTable = lazyPart(features.settings, (feature) => feature.DifferenceTable);

/** Files of the journal are damaged: what was found, what can be read, the newest backup beside it; the user chooses. */
export function Recovery({ state }: { state: State }) {
  const start = useStart();
  return (
    <StartFrame title="Your journal needs a decision" wide focusTitle>
      <p className={classes.said} role="alert">
        Files in {state.folder} are not as Rapport left them. Nothing has been changed yet.
      </p>
      <section className={classes.card} aria-label="What was found">
        <h2 className={classes.label}>What was found</h2>
        <ul className={classes.findings}>
          {state.findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      </section>
      <div className={classes.ways}>
        <section className={classes.card} aria-label="What can be read">
          <h2 className={classes.label}>What can be read of it</h2>
          <p className={classes.quiet}>{countWords(state)}</p>
          <Button
            fullWidth
            variant={state.backup.kind === 'found' ? 'default' : 'filled'}
            loading={start.busy}
            onClick={() => start.run(() => call('recovery.goOn', {}))}
          >
            Go on with what can be read
          </Button>
          <p className={classes.quiet}>
            Each damaged file is kept beside it as it was found, and until you close Rapport you can come back
            to this choice.
          </p>
        </section>
        <Backup
          backup={state.backup}
          busy={start.busy}
          onRestore={(path) => start.run(() => call('recovery.restore', { path }))}
        />
      </div>
      <StartError start={start} />
      <p className={classes.others}>
        <Button variant="subtle" size="compact-sm" disabled={start.busy} onClick={start.retry}>
          Look again
        </Button>
        <Button variant="subtle" size="compact-sm" disabled={start.busy} onClick={start.openAnother}>
          Open a journal in another folder…
        </Button>
      </p>
    </StartFrame>
  );
}

interface BackupProps {
  backup: RecoveryBackup;
  busy: boolean;
  onRestore: (path: string) => void;
}

function Backup({ backup, busy, onRestore }: BackupProps) {
  switch (backup.kind) {
    case 'looking':
      return (
        <section className={classes.card} aria-label="The newest backup" aria-busy="true">
          <h2 className={classes.label}>The newest backup</h2>
          <p className={classes.quiet}>Looking for it…</p>
        </section>
      );
    case 'none':
      return (
        <section className={classes.card} aria-label="The newest backup">
          <h2 className={classes.label}>The newest backup</h2>
          <p className={classes.quiet}>
            None of this journal is in the backup folder. Once the journal is open, a backup that lies
            elsewhere can be chosen in the settings.
          </p>
        </section>
      );
    case 'locked':
      return (
        <section className={classes.card} aria-label="The newest backup">
          <h2 className={classes.label}>The backup of {formatInstant(backup.createdAt)}</h2>
          <Locked backup={backup} />
        </section>
      );
    case 'found':
      return (
        <section className={classes.card} aria-label="The newest backup">
          <h2 className={classes.label}>The backup of {formatInstant(backup.createdAt)}</h2>
          <Suspense fallback={null}>
            <DifferenceTable differences={backup.differences} />
          </Suspense>
          <Button fullWidth loading={busy} onClick={() => onRestore(backup.path)}>
            Restore this backup
          </Button>
          {backup.newerLocked ? <Locked backup={backup.newerLocked} isNewer /> : null}
          <p className={classes.quiet}>
            What can be read goes into a safety backup first, and Undo brings it back.
          </p>
        </section>
      );
  }
}

function Locked({ backup, isNewer = false }: { backup: LockedBackup; isNewer?: boolean }) {
  const { fileName, createdAt } = backup;
  return (
    <p className={isNewer ? classes.newer : classes.quiet}>
      {isNewer ? `There is a newer one, of ${formatInstant(createdAt)}: ` : ''}
      {fileName} is encrypted, and its passphrase is not known here. Go on with what can be read, then restore
      it in the settings, where the passphrase is asked for.
    </p>
  );
}

function countWords({ counts }: State): string {
  return [
    formatCount(counts.people, 'person', 'people'),
    formatCount(counts.interactions, 'entry', 'entries'),
    formatCount(counts.promises, 'promise', 'promises'),
    formatCount(counts.gatherings, 'gathering', 'gatherings'),
  ].join(', ');
}
