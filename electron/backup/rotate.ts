import type { Fs } from '../journal/files/fs';
import { listBackups } from './backups';
import { outdated } from './rotation';
import { mayExpire } from './shelf';

/** Deletes the automatic backups that are not needed any more, of one journal: others in the same folder have their own. */
export async function rotate(fs: Fs, folder: string, journalId: string, now: Date): Promise<void> {
  const backups = await listBackups(fs, folder);
  const whole = backups.filter((one) => one.journalId === journalId && one.check.kind !== 'damaged');
  for (const backup of outdated(whole.filter(mayExpire), now)) {
    // One too many is no harm, and whoever holds on to it will let it go: the next backup tries again.
    await fs.unlink(backup.path).catch(() => undefined);
  }
}
