import type { Vault } from '../backup/vault';
import type { Fs } from '../journal/files/fs';
import type { JournalStore } from '../journal/journal-store';
import type { AppFiles, BackupPlan } from '../journal/thread-protocol';

/** Everywhere where somebody may be written of. */
export interface ForgetPlaces {
  fs: Fs;
  journal: string;
  backupFolder: string;
  /** The user chose it, so it was there once. */
  isBackupFolderChosen: boolean;
  /** Null for none. */
  secondFolder: string | null;
  app: AppFiles;
  /** Opens and makes encrypted backups, with the user's passphrase where it is known. */
  vault: Vault;
  passphrase: string | null;
}

/** Those of the journal that is open. */
export function placesOf(
  { folder: journal, sample }: Pick<JournalStore, 'folder' | 'sample'>,
  { folder, isChosen = false, secondFolder, encryption }: BackupPlan,
  where: Pick<ForgetPlaces, 'fs' | 'app' | 'vault'>,
): ForgetPlaces {
  return {
    ...where,
    journal,
    backupFolder: folder,
    isBackupFolderChosen: isChosen,
    secondFolder: sample ? null : secondFolder,
    passphrase: encryption.kind === 'on' ? encryption.passphrase : null,
  };
}
