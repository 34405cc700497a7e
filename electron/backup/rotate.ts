import type { Fs } from '../journal/files/fs';
import { listBackups } from './backups';
import { outdated } from './rotation';
import { isSound, mayExpire } from './shelf';

/** Deletes the automatic backups that are not needed any more, of one journal: others in the same folder have their own. */
export async function rotate(fs: Fs, folder: string, journalId: string, now: Date): Promise<void> {
  const backups = await listBackups(fs, folder);
  // One that could not be read just now takes nobody's place, and is not deleted either.
  const sound = backups.filter((one) => one.journalId === journalId && isSound(one));
  for (const backup of outdated(sound.filter(mayExpire), now)) {
    // One too many is no harm, and whoever holds on to it will let it go: the next backup tries again.
    await fs.unlink(backup.path).catch(() => undefined);
  }
}
