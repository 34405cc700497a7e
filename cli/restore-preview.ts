import { changesBetween, summarize } from '../electron/backup/compare';
import { forgottenIn, leaveOut } from '../electron/backup/leave-out';
import type { ReadBackup } from '../electron/backup/read-backup';
import { infoOf } from '../electron/backup/write-backup';
import { remarkOf } from '../electron/journal/check/remarks';
import { type JournalBeside, readBeside } from '../electron/journal/opening/read-beside';
import { Tables } from '../electron/journal/tables/tables';
import type { BackupPreview } from '../shared/contract/backup';
import type { Failure } from '../shared/errors';
import { localInstant } from '../shared/model/time';
import { stopFor } from './exit-codes';
import { refuseForgetting, storeOptions } from './read';
import type { World } from './world';

/** What is in the folder now: a journal, one that the app would not open, or none yet. */
export type Found =
  { kind: 'whole'; read: JournalBeside } | { kind: 'damaged'; read: JournalBeside } | { kind: 'new' };

export interface Preview extends BackupPreview {
  /** Up to which change the journal was looked at. */
  throughSeq: number;
}

/** Looks at the journal without changing it. Throws `Stop` where nothing can be restored over it. */
export async function findJournal(folder: string, world: World): Promise<Found> {
  const strict = await readBeside(storeOptions(folder, world));
  if (strict.ok) {
    refuseForgetting(strict.value);
    return { kind: 'whole', read: strict.value };
  }
  const { failure } = strict;
  if (failure.kind === 'folderMissing' || failure.kind === 'notAJournal') return { kind: 'new' };
  if (!canBeRescued(failure)) throw stopFor(failure);
  const rescued = await readBeside({ ...storeOptions(folder, world), rescue: true });
  if (!rescued.ok) throw stopFor(rescued.failure);
  refuseForgetting(rescued.value);
  return { kind: 'damaged', read: rescued.value };
}

/** What is damaged of the journal's files, or missing, in words. */
export function damageOf(found: Found): string[] {
  if (found.kind === 'new') return [];
  return found.read.findings
    .map(remarkOf)
    .filter(({ severity }) => severity === 'problem')
    .map(({ message }) => message);
}

function canBeRescued({ kind }: Failure): boolean {
  return kind === 'damaged' || kind === 'journalShrank';
}

/** What restoring the backup would change, as the app counts it. */
export async function previewOf(found: Found, opened: ReadBackup, path: string, now: Date): Promise<Preview> {
  const tables = found.kind === 'new' ? new Tables() : found.read.tables;
  const forgotten = found.kind === 'new' ? [] : forgottenIn(opened, found.read.files.forgotten, tables);
  const backup = leaveOut(opened, forgotten);
  const changes = await changesBetween(tables, backup.tables);
  return {
    leftOut: forgotten.length,
    backup: infoOf({ path, read: backup, verifiedAt: localInstant(now) }),
    ofThisJournal: found.kind === 'new' || opened.manifest.journalId === found.read.identity.journalId,
    differences: summarize(changes, tables, backup.tables),
    identical: changes.length === 0,
    throughSeq: found.kind === 'new' ? 0 : found.read.lastSeq,
  };
}
