import { dirname } from 'node:path';
import type { Fs } from '../journal/files/fs';
import { throwIfAborted, type Watch } from '../journal/watch';
import { listBackups } from './backups';
import type { Unseal } from './read-backup';
import { remember, verifyShelved } from './shelf';

export interface VerifyOptions {
  fs: Fs;
  folder: string;
  now: () => Date;
  unseal: Unseal;
}

/** What came of it: `locked` ones are of a passphrase that is not known here, `unread` ones could not be read just now. */
export interface VerifiedAll {
  checked: number;
  damaged: number;
  locked: number;
  unread: number;
}

/** Reads every backup from its first byte to its last. */
export async function verifyAll(
  { fs, folder, now, unseal }: VerifyOptions,
  { signal, onProgress }: Watch,
): Promise<VerifiedAll> {
  const backups = await listBackups(fs, folder);
  const found = { verified: 0, damaged: 0, unchecked: 0, unread: 0 };
  for (const [index, backup] of backups.entries()) {
    onProgress(index, backups.length);
    throwIfAborted(signal);
    const entry = await verifyShelved(fs, backup, now(), unseal);
    // Gone since it was listed.
    if (!entry) continue;
    // What has just been read anew takes the place of a memory that cannot be read: it would never heal.
    await remember(fs, dirname(backup.path), entry, 'replace');
    found[entry.check.kind] += 1;
  }
  onProgress(backups.length, backups.length);
  const { verified, damaged, unchecked: locked, unread } = found;
  return { checked: verified + damaged, damaged, locked, unread };
}
