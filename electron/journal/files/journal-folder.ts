import { basename, dirname, join } from 'node:path';
import { failed, type Result, success } from '../../../shared/result';
import { diskFailure, readFailure } from './durable-file';
import { errorCode, type Fs } from './fs';
import { FIXED_VOLUMES, MAIN_VOLUME, type VolumeName, yearVolume } from './volumes';

export const LOG_NAME = 'changes.ndjson';
export const README_NAME = 'README.txt';
export const ENTRIES_FOLDER = 'entries';
export const HISTORY_FOLDER = 'history';
/** There while a new journal is being written: a folder that has it, and no journal.json, never held anything else. */
export const UNFINISHED_NAME = '.unfinished';

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

/** Whether a new journal may begin here: the folder is not there yet, empty, or that of one that was never finished. */
export async function checkNewFolder(fs: Fs, folder: string): Promise<Result<null>> {
  try {
    if (!(await fs.stat(folder)).isFolder) return failed({ kind: 'notAFolder', path: folder });
    const names = await fs.readdir(folder);
    const entries = names.includes(ENTRIES_FOLDER) ? await fs.readdir(join(folder, ENTRIES_FOLDER)) : [];
    const unfinished = await isUnfinished(fs, folder);
    const isNothing = (name: string): boolean =>
      NOT_CONTENT.has(name) || isLeftover(name) || (unfinished && isOurs(name));
    const content = [...names.filter((name) => name !== ENTRIES_FOLDER), ...entries];
    return content.every(isNothing) ? success(null) : failed({ kind: 'folderNotEmpty', path: folder });
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return success(null);
    return failed(diskFailure(error, folder));
  }
}

/** Whether a new journal was begun here and never finished: its head comes last. */
export async function isUnfinished(fs: Fs, folder: string): Promise<boolean> {
  const names = await fs.readdir(folder);
  return names.includes(UNFINISHED_NAME) && !names.includes(`${MAIN_VOLUME}.json`);
}

/** Whether a journal is in this folder. Says apart: no folder, a file, an empty folder, a journal without its head. */
export async function checkExistingFolder(fs: Fs, folder: string): Promise<Result<null>> {
  try {
    if (!(await fs.stat(folder)).isFolder) return failed({ kind: 'notAFolder', path: folder });
    const volumes = await findVolumes(fs, folder);
    if (volumes.includes(MAIN_VOLUME)) return success(null);
    if (volumes.length === 0 || (await isUnfinished(fs, folder)))
      return failed({ kind: 'notAJournal', path: folder });
    return failed({
      kind: 'damaged',
      file: 'journal.json',
      detail: `It is missing from ${folder}, though other files of a journal are there. Put it back, or restore a backup.`,
    });
  } catch (error) {
    return failed(readFailure(error, folder));
  }
}

/** Temp files that a crash left behind. Only ours are touched, and only while we hold the lock. */
export async function removeLeftovers(fs: Fs, folder: string): Promise<void> {
  for (const place of [folder, join(folder, ENTRIES_FOLDER), join(folder, HISTORY_FOLDER)]) {
    for (const name of await namesIn(fs, place)) {
      if (isLeftover(name) || name === UNFINISHED_NAME) await removeLeftover(fs, join(place, name));
    }
  }
}

/** Another program that tries to get the lock makes and removes files of its own meanwhile. */
async function removeLeftover(fs: Fs, path: string): Promise<void> {
  try {
    await fs.unlink(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && !basename(path).startsWith('.lock.')) throw error;
  }
}

/** None where there is no such folder: sync programs and archives leave empty ones out. */
async function namesIn(fs: Fs, folder: string): Promise<string[]> {
  try {
    return await fs.readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

function isLeftover(name: string): boolean {
  return /^\..+\.[0-9a-f-]{36}\.tmp$/.test(name);
}

function isOurs(name: string): boolean {
  const own = [README_NAME, LOG_NAME, UNFINISHED_NAME, ...FIXED_VOLUMES.map((volume) => `${volume}.json`)];
  return own.includes(name) || yearVolume(name) !== null;
}

/** In the name of a copy that Rapport made: for what reason, and when. */
export const COPY_MARK = /\.(?:damaged|edited|found|format-\d+)-\d{4}-\d\d-\d\dT/;

/**
 * Files that look like copies of the journal's own: what sync programs make of a file that two computers changed
 * (“people (conflicted copy 2026-05-04).json”, “people.sync-conflict-….json”, “people (1).json”, “changes 2.ndjson”).
 */
export async function findConflictCopies(fs: Fs, folder: string): Promise<string[]> {
  const copies: string[] = [];
  for (const [place, stem] of [
    ['', 'journal|people|promises|changes'],
    [ENTRIES_FOLDER, String.raw`\d{4}`],
  ] as const) {
    const copy = new RegExp(String.raw`^(?:${stem})[^a-z0-9].*\.(?:json|ndjson)$`, 'i');
    for (const name of (await namesIn(fs, join(folder, place))).sort()) {
      const isOwn = isOurs(name) || COPY_MARK.test(name);
      if (!isOwn && copy.test(name)) copies.push(place === '' ? name : `${place}/${name}`);
    }
  }
  return copies;
}

/**
 * A copy of a file as it was found, under its own name with the reason and the date; never over an earlier one, and on
 * the disk before anything may be written over the file itself. Returns the copy's path.
 */
export async function setAside(
  fs: Fs,
  path: string,
  why: 'damaged' | 'edited' | 'found' | `format-${number}`,
  now: Date,
): Promise<string> {
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '');
  for (let attempt = 0; ; attempt++) {
    const aside = `${path}.${why}-${stamp}${attempt === 0 ? '' : `-${attempt}`}`;
    try {
      await fs.copyFile(path, aside);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue;
      throw error;
    }
    try {
      await syncFile(fs, aside);
      await fs.syncFolder(dirname(path));
    } catch (error) {
      // A copy that may not last is none. Where it cannot even be removed, the error that matters is the first one.
      await fs.unlink(aside).catch(() => undefined);
      throw error;
    }
    return aside;
  }
}

async function syncFile(fs: Fs, path: string): Promise<void> {
  const handle = await fs.open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
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

Better close Rapport before you change a file by hand. Each changed record is
checked, at the next start or within seconds; a good one is taken over, and the
file you changed is never thrown away. The last line of each file is a checksum, by which Rapport sees that
a file was changed; you need not mend it.

A damaged file is kept under its own name with ".damaged" and the date, one that
was changed by hand with ".edited", a whole one beside damaged ones with ".found". When a new
version of Rapport writes the files in another form, the former ones are kept with
".format-1" (or -2, …) and the date.
`;
