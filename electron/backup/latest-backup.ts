import type { BackupInfo } from '../../shared/contract/backup';
import type { Fs } from '../journal/files/fs';
import { listBackups } from './backups';
import type { ShelvedBackup } from './shelf';

/** The newest backup of this journal that is not known to be damaged. Null when there is none, or none can be reached. */
export async function latestBackup(fs: Fs, folder: string, journalId: string): Promise<BackupInfo | null> {
  const backups = await listBackups(fs, folder).catch(() => []);
  const latest = backups.find((backup) => backup.journalId === journalId && backup.check.kind !== 'damaged');
  return latest ? infoOfShelved(latest) : null;
}

function infoOfShelved({ path, fileName, kind, bytes, createdAt, counts, check }: ShelvedBackup): BackupInfo {
  return {
    path,
    fileName,
    kind,
    bytes,
    createdAt,
    // It was verified when it was written: a backup that could not be read back was not kept.
    verifiedAt: check.kind === 'verified' ? check.at : createdAt,
    people: counts?.people ?? 0,
    interactions: counts?.interactions ?? 0,
  };
}
