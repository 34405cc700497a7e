import { dirname } from 'node:path';
import type { Failure } from '../../shared/errors';
import type { Person } from '../../shared/model/person';
import type { Id } from '../../shared/model/primitives';
import { listBackups } from '../backup/backups';
import { faultOf, isGone, unreadFailure } from '../backup/faults';
import { unsealWith } from '../backup/opened-backup';
import { isLocked, readBackup } from '../backup/read-backup';
import { isThere as isSecondPlaceThere } from '../backup/second-place';
import type { ShelvedBackup } from '../backup/shelf';
import { isThere } from '../journal/files/durable-file';
import { FailureError } from '../journal/files/failure-error';
import type { Preparation } from '../journal/files/pending';
import { throwIfAborted, type Watch } from '../journal/watch';
import { personInHistory } from './person-before';
import type { ForgetPlaces } from './places';

/** A backup, opened to see what becomes of it. */
export type Examined = { backup: ShelvedBackup } & (
  | { kind: 'readable'; source: string; versions: Person[] }
  /** Nobody can tell what it holds: it goes. */
  | { kind: 'unreadable'; failure: Failure }
  /** Another journal's, with people of its own. */
  | { kind: 'otherJournal' }
);

/** Damaged, or locked with another passphrase. Everything else is a disk that fails, and a reason to stop. */
function isNotToBeRead(failure: Failure): boolean {
  return faultOf(failure) !== null || isLocked(failure);
}

/** All backups that can be reached, and the folders that cannot. */
export async function reachableBackups(places: ForgetPlaces) {
  const { fs, backupFolder, isBackupFolderChosen, secondFolder } = places;
  const found: ShelvedBackup[] = [];
  const unreachable: string[] = [];
  // A folder that was never made has no backups; one on a disk that is not there may have some.
  if (await isThere(fs, backupFolder)) found.push(...(await listBackups(fs, backupFolder)));
  else if (isBackupFolderChosen || !(await isThere(fs, dirname(backupFolder))))
    unreachable.push(backupFolder);
  if (secondFolder === null) return { found, unreachable };
  // Where a disk was unplugged an empty folder may be left.
  if (await isSecondPlaceThere(fs, secondFolder)) found.push(...(await listBackups(fs, secondFolder)));
  else unreachable.push(secondFolder);
  return { found, unreachable };
}

/**
 * What each backup is for whoever is forgotten in the journal of `journalId`. Of one that waits to be written anew already
 * what it will hold is looked at; one that waits to be deleted is left out. Throws when a disk fails.
 */
export async function examineBackups(
  backups: readonly ShelvedBackup[],
  { personId, journalId }: { personId: Id; journalId: string },
  { fs, vault, passphrase }: ForgetPlaces,
  waiting: Preparation,
  { signal, onProgress }: Watch,
): Promise<Examined[]> {
  const unseal = unsealWith(vault, [passphrase], signal);
  const examined: Examined[] = [];
  for (const [index, backup] of backups.entries()) {
    onProgress(index, backups.length);
    throwIfAborted(signal);
    const source = waiting.sourceOf(backup.path);
    if (source === null) continue;
    const read = await readBackup(fs, source, unseal);
    if (!read.ok && isGone(read.failure) && source === backup.path) continue;
    if (!read.ok && !isNotToBeRead(read.failure)) throw new FailureError(read.failure);
    // One that cannot be opened may still be known by heart: it must not go because that cannot be read just now.
    if (!read.ok && backup.check.kind === 'unread') throw new FailureError(unreadFailure(backup.path));
    const owner = read.ok ? read.value.manifest.journalId : backup.journalId;
    if (owner !== null && owner !== journalId) examined.push({ backup, kind: 'otherJournal' });
    else if (read.ok) {
      const { tables, history } = read.value;
      const now = tables.get('person', personId);
      const versions = [...(now ? [now] : []), ...personInHistory(history, personId)];
      examined.push({ backup, kind: 'readable', source, versions });
    } else examined.push({ backup, kind: 'unreadable', failure: read.failure });
  }
  return examined;
}
