import type { PassedOver, RecoveryBackup } from '../../shared/contract/journal';
import type { Fs } from '../journal/files/fs';
import type { ReadJournal } from '../journal/opening/read-journal';
import type { BackupPlan } from '../journal/thread-protocol';
import { listBackups } from './backups';
import { changesBetween, summarize } from './compare';
import { faultOf, isGone } from './faults';
import { openBackup, unsealWith } from './opened-backup';
import { isLocked } from './read-backup';
import type { Vault } from './vault';

/**
 * The newest backup of a damaged journal that can be read, and what lies between the two. A backup that cannot be opened
 * is passed over for an older one, and named unless it is damaged. What was made before a restore may be of the
 * damaged journal itself: it counts only when there is no other.
 */
export async function recoveryBackup(
  fs: Fs,
  vault: Vault,
  { folder, encryption }: BackupPlan,
  { tables, identity }: Pick<ReadJournal, 'tables' | 'identity'>,
): Promise<RecoveryBackup> {
  const shelf = await listBackups(fs, folder).catch(() => null);
  if (shelf === null) return { kind: 'folderUnread', folder };
  const unseal = unsealWith(vault, [encryption.kind === 'on' ? encryption.passphrase : null]);
  let newer: PassedOver | null = null;
  const own = shelf.filter((one) => one.journalId === identity.journalId && one.check.kind !== 'damaged');
  const safety = own.filter(({ kind }) => kind === 'safety');
  for (const { path, fileName, createdAt } of [...own.filter(({ kind }) => kind !== 'safety'), ...safety]) {
    // What fails for another reason than the file, as for want of memory, must not hide an older one either.
    const read = await openBackup(fs, path, unseal).catch(() => null);
    if (read?.ok) {
      const changes = await changesBetween(tables, read.value.tables);
      const differences = summarize(changes, tables, read.value.tables);
      return { kind: 'found', path, fileName, createdAt, differences, newer };
    }
    if (read !== null && isGone(read.failure)) continue;
    if (read === null || faultOf(read.failure) === null) {
      newer ??= { fileName, createdAt, why: read !== null && isLocked(read.failure) ? 'locked' : 'unread' };
    }
  }
  return newer === null ? { kind: 'none' } : { kind: 'passedOver', ...newer };
}
