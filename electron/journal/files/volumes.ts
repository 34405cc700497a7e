import type { RecordChange, RecordOf } from '../../../shared/model/record';
import type { RecordType } from '../../../shared/model/record-types';

/** `journal`, `people`, `promises`, or a year's `entries/2026`: one file each, under its own name plus `.json`. */
export type VolumeName = string;

export const MAIN_VOLUME = 'journal';

/** The lists that each file holds, in the order in which they are written, and the type of record in each. */
const LISTS: Record<'journal' | 'people' | 'promises' | 'entries', Record<string, RecordType>> = {
  journal: {
    circles: 'circle',
    seasons: 'season',
    questions: 'question',
    ownNorms: 'ownNorm',
    snoozes: 'snooze',
  },
  people: { people: 'person', introductions: 'introduction' },
  promises: { promises: 'promise' },
  entries: { interactions: 'interaction', gatherings: 'gathering', timeLogs: 'timeLog' },
};

export const FIXED_VOLUMES: readonly VolumeName[] = ['journal', 'people', 'promises'];

const YEAR_FILE = /^(\d{4})\.json$/;

/** `entries/2026` of `2026.json`, or null for any other file. */
export function yearVolume(fileName: string): VolumeName | null {
  const year = YEAR_FILE.exec(fileName)?.[1];
  return year === undefined ? null : volumeOfYear(year);
}

/** `entries/2026` of `entries/2026.json`; null for what is no volume's file. */
export function volumeOfFile(file: string): VolumeName | null {
  if (file.startsWith('entries/')) return yearVolume(file.slice('entries/'.length));
  return FIXED_VOLUMES.find((volume) => file === `${volume}.json`) ?? null;
}

export function volumeOfYear(year: string): VolumeName {
  return `entries/${year}`;
}

/** `2026` of `entries/2026`, or null for a volume that belongs to no year. */
export function yearOf(volume: VolumeName): string | null {
  return volume.startsWith('entries/') ? volume.slice('entries/'.length) : null;
}

/** Names of the lists in a volume with the type of record each holds. */
export function listsOf(volume: VolumeName): Record<string, RecordType> {
  if (volume.startsWith('entries/')) return LISTS.entries;
  return LISTS[volume as 'journal' | 'people' | 'promises'];
}

/** The list that records of a type stand in, whatever the volume. */
export function listOf(type: RecordType): string {
  for (const lists of Object.values(LISTS)) {
    const found = Object.entries(lists).find(([, own]) => own === type);
    if (found) return found[0];
  }
  throw new Error(`No volume holds records of the type ${type}.`);
}

/** The volume that a record lives in. Entries go by the year of their own date. */
export function volumeOf<T extends RecordType>(type: T, record: RecordOf<T>): VolumeName {
  switch (type) {
    case 'interaction':
    case 'gathering':
    case 'timeLog':
      return volumeOfYear(whenOf(type, record).slice(0, 4));
    case 'person':
    case 'introduction':
      return 'people';
    case 'promise':
      return 'promises';
    default:
      return MAIN_VOLUME;
  }
}

/** Whether an entry belongs to a year. Quicker than to compare volumes, for a lifetime of entries. */
export function isOfYear<T extends RecordType>(type: T, record: RecordOf<T>, year: string): boolean {
  return whenOf(type, record).startsWith(year);
}

/** The date that an entry is filed by; none for other records. */
function whenOf<T extends RecordType>(type: T, record: RecordOf<T>): string {
  if (type === 'interaction') return (record as RecordOf<'interaction'>).at;
  if (type === 'gathering') return (record as RecordOf<'gathering'>).from;
  return type === 'timeLog' ? (record as RecordOf<'timeLog'>).date : '';
}

/** The volumes that a change touches: where the record was, and where it is now. */
export function volumesOf(change: RecordChange): Set<VolumeName> {
  const volumes = new Set<VolumeName>();
  if (change.before) volumes.add(volumeOf(change.type, change.before));
  if (change.after) volumes.add(volumeOf(change.type, change.after));
  return volumes;
}
