import { join } from 'node:path';
import { currentFormat } from '../../../shared/model/migrations';
import { finishMigrating, Preparation } from '../files/pending';
import { decodeHistory, encodeHistory, historyNames } from '../files/history-files';
import { findVolumes, LOG_NAME, setAside } from '../files/journal-folder';
import { isThere } from '../files/durable-file';
import { migrateHistory } from './migrate-lines';
import { readJournal, type ReadJournal } from './read-journal';
import type { StoreOptions } from '../store-options';
import { encodeVolume, hasRightChecksum } from '../files/volume-format';

/**
 * Brings the files of a journal to the format that was asked for. `read` is the journal in that format, in memory: by then
 * it is known that every record can be brought there. Nothing of the journal is written over before there is a copy of
 * each file as it was, which stays, and all of the new ones are on the disk beside them and checked; then they take their
 * places, all or none, now or after a crash at the next opening. Throws Node's error or the failure: the files are as
 * they were, or what was decided on will be finished at the next opening.
 */
export async function migrateJournal(options: StoreOptions, read: ReadJournal): Promise<ReadJournal> {
  const { fs, folder } = options;
  const preparation = new Preparation(fs, folder, 'migrating');
  const copies: string[] = [];
  try {
    await keepAsWas(options, read, copies);
    await prepare(options, read, preparation);
    await preparation.commit();
  } catch (error) {
    // What cannot be taken back on a disk that is gone does no harm: the error that matters is the first one.
    await giveUp(options, preparation, copies).catch(() => undefined);
    throw error;
  }
  await finishMigrating(fs, folder);
  return readJournal(options);
}

/** The copies go last, when it is certain that nothing will be replaced: until then they are the safety of that. */
async function giveUp(
  { fs }: StoreOptions,
  preparation: Preparation,
  copies: readonly string[],
): Promise<void> {
  await preparation.abandon();
  for (const copy of copies) await fs.unlink(copy);
}

/** The files as they are, each under its own name with `.format-1` and the date, and read again. */
async function keepAsWas(
  { fs, folder, now }: StoreOptions,
  read: ReadJournal,
  copies: string[],
): Promise<void> {
  const volumes = (await findVolumes(fs, folder)).map((volume) => `${volume}.json`);
  const log = (await isThere(fs, join(folder, LOG_NAME))) ? [LOG_NAME] : [];
  const moment = now();
  for (const name of [...volumes, ...(await historyNames(fs, folder)), ...log]) {
    const path = join(folder, name);
    const copy = await setAside(fs, path, `format-${read.formatVersion}`, moment);
    copies.push(copy);
    if (!(await fs.readFile(copy)).equals(await fs.readFile(path)))
      throw new Error(`The copy of ${name} is not what was copied.`);
  }
}

/** What each file will hold. The order is that in which they take their places: the log's format is that of journal.json. */
async function prepare(options: StoreOptions, read: ReadJournal, preparation: Preparation): Promise<void> {
  const { fs, folder, format = currentFormat } = options;
  for (const name of await historyNames(fs, folder)) {
    const lines = decodeHistory(await fs.readFile(join(folder, name)));
    await preparation.replace(name, encodeHistory(migrateHistory(lines, read.formatVersion, format)));
  }
  for (const { name, data } of read.files.snapshot(read.tables, read.lastSeq).volumes) {
    const part = await preparation.replace(`${name}.json`, encodeVolume(data));
    if (!(await hasRightChecksum(await fs.readFile(part))))
      throw new Error(`What was written of ${name}.json is not what was to be written.`);
  }
  // All of it is in the volumes now, and it is of the former format.
  await preparation.replace(LOG_NAME, []);
}
