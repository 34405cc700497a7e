import { useEffect, useSyncExternalStore } from 'react';
import type { BackupInfo, LastBackup } from '../../shared/contract/backup';
import { call } from '../api';
import { formatClock, formatCount } from '../../shared/words/dates';
import { hideToast, toastError, toastInfo } from './toasts';

/** The one backup that is being made, wherever it was asked for: the settings show it, a command starts it. */
export type BackupJob =
  | { kind: 'none' }
  | { kind: 'running' }
  | { kind: 'done'; backup: BackupInfo }
  | { kind: 'failed'; error: unknown };

let job: BackupJob = { kind: 'none' };
const listeners = new Set<() => void>();

/** How many places on the screen show how the backup went. */
let shownInPlace = 0;

/** For a place that shows how the backup went by itself: no toast says it a second time. */
export function useBackupJobInPlace(): BackupJob {
  useEffect(() => {
    shownInPlace += 1;
    return () => {
      shownInPlace -= 1;
    };
  }, []);
  return useBackupJob();
}

export function useBackupJob(): BackupJob {
  return useSyncExternalStore(subscribe, () => job);
}

/** "Back up now": says how it ended, also where the settings are not open. */
export function startBackup(): void {
  if (job.kind === 'running') return;
  // What was said of the former one would stand beside "Backing up…".
  hideToast();
  set({ kind: 'running' });
  call('backup.now', {}).then(
    (backup) => {
      set({ kind: 'done', backup });
      toastInfo(`Backup made: ${verifiedWords(backup)}.`);
    },
    (error: unknown) => {
      set({ kind: 'failed', error });
      // The settings say it in place, for as long as it is so.
      if (shownInPlace === 0) toastError(error);
    },
  );
}

/** "412 people, 1,903 entries, verified 09:14"; of one that was not: "…, not checked, made 09:14" */
export function verifiedWords(backup: LastBackup): string {
  const people = formatCount(backup.people, 'person', 'people');
  const entries = formatCount(backup.interactions, 'entry', 'entries');
  const { verifiedAt, createdAt } = backup;
  const checked =
    verifiedAt === null
      ? `not checked, made ${formatClock(createdAt)}`
      : `verified ${formatClock(verifiedAt)}`;
  return `${people}, ${entries}, ${checked}`;
}

function set(next: BackupJob): void {
  job = next;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
