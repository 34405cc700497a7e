import type { Vault } from '../backup/vault';
import type { Fs } from '../journal/files/fs';
import type { AppFiles } from '../journal/thread-protocol';

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
