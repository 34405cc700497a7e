import { join } from 'node:path';
import { failed, type Result, success } from '../../shared/result';
import { diskFailure } from './durable-file';
import { errorCode, type Fs } from './fs';
import { FIXED_VOLUMES, type VolumeName, yearVolume } from './volumes';

export const LOG_NAME = 'changes.ndjson';
export const README_NAME = 'README.txt';
export const ENTRIES_FOLDER = 'entries';
export const HISTORY_FOLDER = 'history';

/** What file managers and sync programs leave in a folder that a person would call empty. */
const NOT_CONTENT = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db', '.directory', '.lock']);

export function volumePath(folder: string, volume: VolumeName): string {
  return join(folder, `${volume}.json`);
}

/** The volumes whose files are there. Throws Node's error when the folder cannot be read. */
export async function findVolumes(fs: Fs, folder: string): Promise<VolumeName[]> {
  const names = new Set(await fs.readdir(folder));
  const fixed = FIXED_VOLUMES.filter((volume) => names.has(`${volume}.json`));
  if (!names.has(ENTRIES_FOLDER)) return fixed;
  const years = (await fs.readdir(join(folder, ENTRIES_FOLDER)))
    .map(yearVolume)
    .filter((name) => name !== null);
  return [...fixed, ...years.sort()];
}

/** Whether a new journal may begin here: the folder is not there yet, or empty. */
export async function checkNewFolder(fs: Fs, folder: string): Promise<Result<null>> {
  try {
    if (!(await fs.stat(folder)).isFolder) return failed({ kind: 'notAFolder', path: folder });
    const content = (await fs.readdir(folder)).filter((name) => !NOT_CONTENT.has(name));
    return content.length === 0 ? success(null) : failed({ kind: 'folderNotEmpty', path: folder });
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return success(null);
    return failed(diskFailure(error, folder));
  }
}

/** Whether a journal is in this folder. Says apart: no folder, a file, an empty folder, a journal without its head. */
export async function checkExistingFolder(fs: Fs, folder: string): Promise<Result<null>> {
  try {
    if (!(await fs.stat(folder)).isFolder) return failed({ kind: 'notAFolder', path: folder });
    const volumes = await findVolumes(fs, folder);
    if (volumes.includes('journal')) return success(null);
    if (volumes.length === 0) return failed({ kind: 'notAJournal', path: folder });
    return failed({
      kind: 'damaged',
      file: 'journal.json',
      detail: `It is missing from ${folder}, though other files of a journal are there. Put it back, or restore a backup.`,
    });
  } catch (error) {
    return failed(diskFailure(error, folder));
  }
}

/** Temp files that a crash left behind. Only ours are touched, and only while we hold the lock. */
export async function removeLeftovers(fs: Fs, folder: string): Promise<void> {
  for (const place of [folder, join(folder, ENTRIES_FOLDER), join(folder, HISTORY_FOLDER)]) {
    const names = await fs.readdir(place).catch(() => []);
    for (const name of names) {
      if (/^\..+\.[0-9a-f-]{36}\.tmp$/.test(name)) await fs.unlink(join(place, name));
    }
  }
}

/** A copy of a damaged file under its own name with the date; never over an earlier one. Returns the copy's path. */
export async function setAside(fs: Fs, path: string, now: Date): Promise<string> {
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '');
  for (let attempt = 0; ; attempt++) {
    const aside = `${path}.damaged-${stamp}${attempt === 0 ? '' : `-${attempt}`}`;
    try {
      await fs.copyFile(path, aside);
      return aside;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

export const README_TEXT = `This folder is a Rapport journal. It belongs to you.

journal.json      what this journal is, with its circles, seasons and questions
people.json       the people and who introduced whom
promises.json     what was promised on both sides
entries/2026.json the meetings, calls, messages and gatherings of one year
changes.ndjson    the latest changes, one a line, not yet in the files above
history/          what records said before they were changed, one file a year
.lock             there while Rapport has the journal open

Everything is plain JSON (RFC 8259) in UTF-8, one record a line. Any text editor
opens it. To read your notes without Rapport, open entries/ and look for "notes".

Close Rapport before you change a file by hand. At the next start each changed
record is checked; a good one is taken over, and the file you changed is never
thrown away. The last line of each file is a checksum, by which Rapport sees that
a file was changed; you need not mend it.

A damaged file is kept under its own name with ".damaged" and the date.
`;
