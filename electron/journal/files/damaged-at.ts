import { join } from 'node:path';
import type { Instant } from '../../../shared/model/primitives';
import type { Fs } from './fs';
import { ENTRIES_FOLDER } from './journal-folder';

/** When a file of the journal was last found damaged: such files are kept beside it, with the moment in their names. */
export async function damagedAt(fs: Fs, journalFolder: string): Promise<Instant | null> {
  const places = [journalFolder, join(journalFolder, ENTRIES_FOLDER)];
  const names = (await Promise.all(places.map((place) => fs.readdir(place).catch(() => [])))).flat();
  const stamps = names.flatMap((name) => /\.damaged-(\d{4}-\d\d-\d\dT\d{6})/.exec(name)?.[1] ?? []);
  const latest = stamps.sort().at(-1);
  if (latest === undefined) return null;
  return `${latest.slice(0, 13)}:${latest.slice(13, 15)}:${latest.slice(15)}Z`;
}
