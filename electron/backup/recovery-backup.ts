import type { RecoveryBackup } from '../../shared/contract/journal';
import type { Fs } from '../journal/files/fs';
import type { ReadJournal } from '../journal/opening/read-journal';
import type { BackupPlan } from '../journal/thread-protocol';
import { listBackups } from './backups';
import { changesBetween, summarize } from './compare';
import { openBackup, unsealWith } from './opened-backup';
import type { Vault } from './vault';

/**
 * The newest backup of a damaged journal that can be read, and what lies between the two. A backup that cannot be opened
 * is passed over for an older one, except that an encrypted one is named when there is no other.
 */
export async function recoveryBackup(
  fs: Fs,
  vault: Vault,
  { folder, encryption }: BackupPlan,
  { tables, identity }: Pick<ReadJournal, 'tables' | 'identity'>,
): Promise<RecoveryBackup> {
  const shelf = await listBackups(fs, folder).catch(() => []);
  const unseal = unsealWith(vault, [encryption.kind === 'on' ? encryption.passphrase : null]);
  let locked: RecoveryBackup = { kind: 'none' };
  for (const { path, fileName, createdAt, journalId, check } of shelf) {
    if (journalId !== identity.journalId || check.kind === 'damaged') continue;
    const read = await openBackup(fs, path, unseal);
    if (read.ok) {
      const changes = await changesBetween(tables, read.value.tables);
      const differences = summarize(changes, tables, read.value.tables);
      return { kind: 'found', path, fileName, createdAt, differences };
    }
    const { kind } = read.failure;
    if (locked.kind === 'none' && (kind === 'passphraseNeeded' || kind === 'wrongPassphrase'))
      locked = { kind: 'locked', fileName, createdAt };
  }
  return locked;
}
