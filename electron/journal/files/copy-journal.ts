import { join } from 'node:path';
import { type Result, success, failed } from '../../../shared/result';
import { diskFailure, makeFolderDurably, writeDurably } from './durable-file';
import type { Fs } from './fs';
import {
  checkNewFolder,
  ENTRIES_FOLDER,
  findVolumes,
  HISTORY_FOLDER,
  README_NAME,
  README_TEXT,
  volumePath,
} from './journal-folder';
import { historyNames } from './history-files';
import { readPending, writePending } from './pending-list';
import { MAIN_VOLUME } from './volumes';

/** Copies the files of a closed journal into an empty folder. The folder it came from stays as it is. */
export async function copyJournal(fs: Fs, from: string, to: string): Promise<Result<null>> {
  const checked = await checkNewFolder(fs, to);
  if (!checked.ok) return checked;
  try {
    await makeFolderDurably(fs, join(to, ENTRIES_FOLDER));
    await writeDurably(fs, join(to, README_NAME), [Buffer.from(README_TEXT)]);
    await copyHistory(fs, from, to);
    await copyForgetting(fs, from, to);
    const volumes = (await findVolumes(fs, from)).filter((volume) => volume !== MAIN_VOLUME);
    // journal.json comes last: a folder that has it has everything.
    for (const volume of [...volumes, MAIN_VOLUME]) {
      await writeDurably(fs, volumePath(to, volume), [await fs.readFile(volumePath(from, volume))]);
    }
    return success(null);
  } catch (error) {
    return failed(diskFailure(error, to));
  }
}

/** Backups that wait to be written anew without somebody wait for it wherever the journal is. */
async function copyForgetting(fs: Fs, from: string, to: string): Promise<void> {
  const steps = (await readPending(fs, from, 'forgetting')) ?? [];
  if (steps.length === 0) return;
  for (const step of steps) {
    if (step.kind === 'replace')
      await writeDurably(fs, join(to, step.part), [await fs.readFile(join(from, step.part))]);
  }
  await writePending(fs, to, 'forgetting', steps);
}

async function copyHistory(fs: Fs, from: string, to: string): Promise<void> {
  const names = await historyNames(fs, from);
  if (names.length > 0) await makeFolderDurably(fs, join(to, HISTORY_FOLDER));
  for (const name of names) await writeDurably(fs, join(to, name), [await fs.readFile(join(from, name))]);
}
