import { setTimeout as pause } from 'node:timers/promises';
import { failed, type Result, success } from '../../../shared/result';
import { readFailure } from '../files/durable-file';
import { FailureError } from '../files/failure-error';
import { isForgettingUnfinished } from '../files/pending';
import { errorPath, type Fs } from '../files/fs';
import { historyLineOf } from '../files/history';
import { HistoryFiles } from '../files/history-files';
import { checkExistingFolder, findVolumes, volumePath } from '../files/journal-folder';
import { lockHolder } from '../files/lock';
import { type FileMark, markOf } from '../files/file-mark';
import { readJournal, type ReadJournal } from './read-journal';
import type { StoreOptions } from '../store-options';
import type { JournalSnapshot } from '../volume-files';
import type { VolumeName } from '../files/volumes';

/** A journal that was read and stays another program's, or nobody's. */
export interface JournalBeside extends ReadJournal {
  /** Who has it open, in words. */
  inUseBy: string | null;
  /** Somebody is being forgotten, and that was cut off: the files are of before and after, mixed. */
  isForgetting: boolean;
}

const ATTEMPTS = 20;
const PAUSE_MS = 100;
/** A file that cannot be read for moments: an antivirus program on Windows, or one that is just being replaced. */
const FAILURES_RETRIED = 3;

/**
 * Reads a journal without the lock, while its owner may be writing. The volumes that were read belong together when none
 * was replaced until the log was read too: the log is cut only after all of them were written. Otherwise it is read again.
 */
export async function readBeside(options: StoreOptions): Promise<Result<JournalBeside>> {
  const { fs, folder } = options;
  const checked = await checkExistingFolder(fs, folder);
  if (!checked.ok && !(options.rescue && checked.failure.kind === 'damaged')) return checked;
  let holder: string | null = null;
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      holder = await lockHolder(fs, folder);
      const before = await marksOf(fs, folder);
      const read = await tryToRead(options);
      const isQuiet = before === (await marksOf(fs, folder));
      if (isQuiet && !read.ok && (holder === null || attempt >= FAILURES_RETRIED)) return read;
      if (isQuiet && read.ok && !(holder !== null && isBeingWritten(read.value))) {
        return success({
          ...read.value,
          inUseBy: holder,
          isForgetting: await isForgettingUnfinished(fs, folder),
        });
      }
      await pause(PAUSE_MS);
    }
  } catch (error) {
    return failed(readFailure(error, folder));
  }
  return failed({ kind: 'locked', folder, holder: holder ?? 'it is being written again and again' });
}

/** The journal that was read, to back up. */
export function snapshotOf(
  fs: Fs,
  folder: string,
  { files, tables, lastSeq, log }: ReadJournal,
): JournalSnapshot {
  const replaced = log.lines.flatMap((line) => historyLineOf(line) ?? []);
  return {
    ...files.snapshot(tables, lastSeq),
    history: () => new HistoryFiles(fs, folder).files(replaced),
  };
}

/** By which is seen whether a volume was replaced. */
async function marksOf(fs: Fs, folder: string): Promise<string> {
  const marks: [VolumeName, FileMark][] = [];
  for (const volume of await findVolumes(fs, folder))
    marks.push([volume, await markOf(fs, volumePath(folder, volume))]);
  return JSON.stringify(marks);
}

async function tryToRead(options: StoreOptions): Promise<Result<ReadJournal>> {
  try {
    return success(await readJournal(options));
  } catch (error) {
    if (error instanceof FailureError) return failed(error.failure);
    return failed(readFailure(error, errorPath(error) ?? options.folder));
  }
}

/** Half a line at the end of the log of a journal in use is one that is just being written. */
function isBeingWritten({ log }: ReadJournal): boolean {
  return log.tornBytes > 0;
}
