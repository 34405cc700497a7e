import { join } from 'node:path';
import { isThere, renameRetrying } from '../journal/files/durable-file';
import { cannotLink, errorCode, type Fs } from '../journal/files/fs';
import { splitBackupName } from './backup-names';

/**
 * Gives a finished file its name in a folder, with a number in it when that is taken, and returns where it is: never over
 * another, though the app and the command may both be at it. Throws Node's error.
 */
export async function moveToFreeName(fs: Fs, from: string, folder: string, name: string): Promise<string> {
  const { stem, extension } = splitBackupName(name);
  for (let number = 1; ; number++) {
    const path = join(folder, `${stem}${number === 1 ? '' : ` (${number})`}${extension}`);
    if (await takeName(fs, from, path)) return path;
  }
}

async function takeName(fs: Fs, from: string, path: string): Promise<boolean> {
  try {
    await fs.link(from, path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    if (!cannotLink(error)) throw error;
    // Between this look and the renaming another may take the name: where there are no links it cannot be had better.
    if (await isThere(fs, path)) return false;
    await renameRetrying(fs, from, path);
    return true;
  }
  // It has its name: what stays of the other one is swept away as unfinished.
  await fs.unlink(from).catch(() => undefined);
  return true;
}
