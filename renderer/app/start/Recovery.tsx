import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { JournalState, PassedOver, RecoveryBackup } from '../../../shared/contract/journal';
import { call } from '../../api';
import { formatCount, formatInstant } from '../../../shared/words/dates';
import { usePassphraseWanted } from '../../ui/backup-passphrase';
import { EnterPassphrase } from '../../ui/EnterPassphrase';
import { JobProgress } from '../../ui/JobProgress';
import { useFocusOnReturn } from '../../ui/useFocusOnReturn';
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
  const [isRestoring, setRestoring] = useState(false);
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
          isRestoring={start.busy && isRestoring}
          onRestore={(path) => {
            setRestoring(true);
            start.run(() => call('recovery.restore', { path }).finally(() => setRestoring(false)));
          }}
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
  isRestoring: boolean;
  onRestore: (path: string) => void;
}

function Backup({ backup, busy, isRestoring, onRestore }: BackupProps) {
  const isWanted = usePassphraseWanted();
  // When the passphrase was entered the backups are looked through anew, and its field is gone.
  const card = useFocusOnReturn<HTMLElement>(backup.kind === 'looking');
  return (
    <section
      ref={card}
      tabIndex={-1}
      className={classes.card}
      aria-label="The newest backup"
      aria-busy={backup.kind === 'looking'}
    >
      <h2 className={classes.label}>{titleOf(backup)}</h2>
      <BackupWords backup={backup} isWanted={isWanted} />
      {isRestoring ? (
        <JobProgress job="restore" label="Restoring" canCancel hasFocus />
      ) : backup.kind === 'found' && !isWanted ? (
        <Button fullWidth loading={busy} onClick={() => onRestore(backup.path)}>
          Restore this backup
        </Button>
      ) : null}
      {backup.kind === 'found' ? (
        <p className={classes.quiet}>
          What can be read goes into a safety backup first, and Undo brings it back.
        </p>
      ) : null}
    </section>
  );
}

function titleOf(backup: RecoveryBackup): string {
  const isKnown = backup.kind === 'found' || backup.kind === 'passedOver';
  return isKnown ? `The backup of ${formatInstant(backup.createdAt)}` : 'The newest backup';
}

function BackupWords({ backup, isWanted }: { backup: RecoveryBackup; isWanted: boolean }) {
  switch (backup.kind) {
    case 'looking':
      return <p className={classes.quiet}>Looking for it…</p>;
    case 'none':
      return (
        <p className={classes.quiet}>
          None of this journal is in the backup folder. Once the journal is open, a backup that lies elsewhere
          can be chosen in the settings.
        </p>
      );
    case 'folderUnread':
      return (
        <p className={classes.quiet}>
          The backups in {backup.folder} cannot be read just now: the disk may be busy, or the folder is not
          what it was. Look again.
        </p>
      );
    case 'passedOver':
      return (
        <>
          <p className={classes.quiet}>
            {backup.fileName} {whyPassedOver(backup, isWanted)}
          </p>
          {isWanted && backup.why === 'locked' ? <EnterPassphrase /> : null}
        </>
      );
    case 'found':
      return (
        <>
          <p className={classes.quiet}>{backup.fileName}</p>
          <Suspense fallback={null}>
            <DifferenceTable differences={backup.differences} />
          </Suspense>
          {backup.newer ? (
            <p className={classes.newer}>
              There is a newer one, of {formatInstant(backup.newer.createdAt)}. {backup.newer.fileName}{' '}
              {whyPassedOver(backup.newer, isWanted)}
            </p>
          ) : null}
          {isWanted ? (
            <>
              <p className={classes.newer}>
                Backups are encrypted here, the safety backup too: enter the passphrase first. If it is lost,
                go on with what can be read, stop encrypting in the settings, then restore there.
              </p>
              <EnterPassphrase />
            </>
          ) : null}
        </>
      );
  }
}

/** A lost passphrase must not end here, nor one that is another than the one in use. */
function whyPassedOver({ why }: PassedOver, isWanted: boolean): string {
  if (why === 'unread') return 'cannot be read just now. Look again in a moment: the disk may be busy.';
  return isWanted
    ? 'is encrypted.'
    : 'is encrypted, and Rapport does not know its passphrase. Go on with what can be read, then restore it in the settings, where its passphrase is asked for.';
}

function countWords({ counts }: State): string {
  return [
    formatCount(counts.people, 'person', 'people'),
    formatCount(counts.interactions, 'entry', 'entries'),
    formatCount(counts.promises, 'promise', 'promises'),
    formatCount(counts.gatherings, 'gathering', 'gatherings'),
  ].join(', ');
}
