import type { LastBackup } from '../../shared/contract/backup';
import type { NamedBackup } from '../../shared/contract/journal';
import type { Failure } from '../../shared/errors';
import type { Fs } from '../journal/files/fs';
import { listBackups } from './backups';
import type { ShelvedBackup } from './shelf';

/**
 * The newest backup of this journal that is not known to be damaged. The one before a restore holds what the user did not
 * want to keep. Null when there is none, or none can be reached.
 */
export async function latestBackup(fs: Fs, folder: string, journalId: string): Promise<LastBackup | null> {
  const backups = await listBackups(fs, folder).catch(() => []);
  const latest = backups.find(
    (backup) => backup.journalId === journalId && backup.kind !== 'safety' && backup.check.kind !== 'damaged',
  );
  return latest ? infoOfShelved(latest) : null;
}

/** With these there is no journal left in its folder, or none that could be read. */
const LOST: ReadonlySet<Failure['kind']> = new Set(['folderMissing', 'notAFolder', 'notAJournal', 'damaged']);

/** The newest backup in the folder, of whichever journal: that it was of the lost one nobody can tell any more. */
export async function newestIfLost(fs: Fs, folder: string, { kind }: Failure): Promise<NamedBackup | null> {
  if (!LOST.has(kind)) return null;
  const backups = await listBackups(fs, folder).catch(() => []);
  const newest = backups.find(({ check }) => check.kind !== 'damaged');
  return newest ? { fileName: newest.fileName, createdAt: newest.createdAt } : null;
}

function infoOfShelved({ path, fileName, kind, bytes, createdAt, counts, check }: ShelvedBackup): LastBackup {
  return {
    path,
    fileName,
    kind,
    bytes,
    createdAt,
    verifiedAt: check.kind === 'verified' ? check.at : null,
    people: counts?.people ?? 0,
    interactions: counts?.interactions ?? 0,
  };
}
