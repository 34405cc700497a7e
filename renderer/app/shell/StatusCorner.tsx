import { UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { LastBackup } from '../../../shared/contract/backup';
import type { JournalState, SaveState } from '../../../shared/contract/journal';
import { assertNever } from '../../../shared/assert-never';
import { useDrafts } from '../../api';
import { runCommand } from '../../ui/commands';
import { formatCount, formatMoment } from '../../../shared/words/dates';
import { useAfterFirstPage } from '../../ui/after-first-page';
import { useBackupJob } from '../../ui/backup-job';
import classes from './StatusCorner.module.css';

/** Saving takes a millisecond: it is only worth a word when it takes longer than this. */
const SAVING_SHOWN_AFTER_MS = 300;

/** The truth about saving and backups, always in sight and said aloud when it changes. */
export function StatusCorner({ state }: { state: Extract<JournalState, { kind: 'open' }> }) {
  const [isAfter] = useAfterFirstPage();
  return (
    <div className={classes.corner}>
      <div role="status" className={classes.saving}>
        <SavingWords save={state.save} />
      </div>
      {isAfter ? <DraftWords /> : null}
      <BackupWords state={state} />
    </div>
  );
}

function SavingWords({ save }: { save: SaveState }) {
  const shown = useSettled(save);
  switch (shown.kind) {
    case 'saved':
      return <span>{shown.at === null ? 'Saved' : `Saved ${formatMoment(shown.at)}`}</span>;
    case 'saving':
      return <span>Saving…</span>;
    case 'notSaved':
      return <strong className={classes.notSaved}>Not saved</strong>;
    default:
      return assertNever(shown);
  }
}

/** Keeps showing the former state while a save is quick. */
function useSettled(save: SaveState): SaveState {
  const [settled, setSettled] = useState(save);
  const [slow, setSlow] = useState<SaveState | null>(null);
  if (save.kind !== 'saving' && save !== settled) setSettled(save);
  useEffect(() => {
    if (save.kind !== 'saving') return undefined;
    const timer = setTimeout(() => setSlow(save), SAVING_SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [save]);
  return save.kind === 'saving' && save !== slow ? settled : save;
}

/** What was begun and not saved is never out of sight. */
function DraftWords() {
  const count = useDrafts().length;
  if (count === 0) return null;
  return (
    <UnstyledButton
      className={classes.drafts}
      aria-keyshortcuts="Control+Shift+D"
      onClick={() => runCommand('openDraft')}
    >
      {formatCount(count, 'draft', 'drafts')}
    </UnstyledButton>
  );
}

function BackupWords({ state }: { state: Extract<JournalState, { kind: 'open' }> }) {
  const job = useBackupJob();
  const backup = state.lastBackup;
  return (
    <Link href="/settings/backups" className={classes.backup}>
      {job.kind === 'running' ? (
        'Backing up…'
      ) : backup === null ? (
        'No backup yet'
      ) : (
        <Newest backup={backup} />
      )}
    </Link>
  );
}

function Newest({ backup }: { backup: LastBackup }) {
  return (
    <>
      {backup.verifiedAt === null
        ? `Backup of ${formatMoment(backup.createdAt)}, not checked`
        : `Backup verified ${formatMoment(backup.verifiedAt)}`}
      , <span className={classes.together}>{formatCount(backup.people, 'person', 'people')}</span>
    </>
  );
}
