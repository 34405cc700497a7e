import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BackupKeeper } from '../../../../electron/backup/backup-keeper';
import { beginSecondPlace } from '../../../../electron/backup/second-place';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { Journal } from '../../../../electron/journal/journal';
import type { JournalStore } from '../../../../electron/journal/journal-store';
import type { BackupPlan } from '../../../../electron/journal/thread-protocol';
import type { BackupInfo } from '../../../../shared/contract/backup';
import type { ProgressEvent } from '../../../../shared/contract/journal';
import { addPerson, newStore, tempFolder, testOptions } from '../journal/temp-journal';
import { plainVault } from './plain-vault';

/** A journal with somebody in it, a folder for its backups, and a second place. */
export async function newSecondPlace() {
  const store = await newStore(join(tempFolder(), 'Rapport'));
  await addPerson(store, 'Ada');
  const folder = join(tempFolder(), 'backups');
  const disk = join(tempFolder(), 'disk');
  mkdirSync(disk);
  await beginSecondPlace(diskFs, disk);
  return { store, folder, disk };
}

/** The backups of a journal, with a clock that the test can set, and what was told of them. */
export function keeperOf(
  store: JournalStore,
  chosen: Partial<BackupPlan> & { folder: string },
  fs: Fs = diskFs,
) {
  const plan: BackupPlan = { secondFolder: null, encryption: { kind: 'off' }, ...chosen };
  const tick = testOptions(store.folder).now;
  const clock: { at: Date | null } = { at: null };
  const now = (): Date => clock.at ?? tick();
  const made: BackupInfo[] = [];
  const progress: ProgressEvent[] = [];
  const journal = new Journal(store, now);
  const keeper = new BackupKeeper(journal, {
    fs,
    now,
    vault: plainVault,
    plan: () => plan,
    onProgress: (event) => progress.push(event),
    onBackup: (info) => made.push(info),
    onNews: () => undefined,
  });
  return { keeper, journal, plan, now, clock, made, progress };
}
