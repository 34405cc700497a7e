import { Low } from 'lowdb';
import type { Forgotten } from '../../shared/forget/forgotten';
import { FORMAT_VERSION } from '../../shared/model/migrations';
import { DurableAdapter } from './durable-adapter';
import type { Fs } from './fs';
import type { HistoryFile } from './history-files';
import { volumePath } from './journal-folder';
import type { Tables } from './tables';
import { FORMAT_NAME, type VolumeData } from './volume-format';
import { listsOf, MAIN_VOLUME, type VolumeName, volumeOfYear, yearOf } from './volumes';

/** Who this journal is: the same on every volume. */
export interface JournalIdentity {
  journalId: string;
  deviceId: string;
  createdAt: string;
  sample: boolean;
}

/** The journal as it stands at one moment, to write elsewhere. Records are never altered, so it stays as it is. */
export interface JournalSnapshot {
  journalId: string;
  /** The change up to which everything is in it. */
  throughSeq: number;
  volumes: { name: VolumeName; data: VolumeData }[];
  /** The history's files, read when they are asked for. */
  history: () => Promise<HistoryFile[]>;
  counts: { people: number; interactions: number; promises: number; gatherings: number };
}

interface VolumeFile {
  db: Low<VolumeData>;
  /** Fields and lists that this version does not know; written back as they were. */
  keep: VolumeData;
  throughSeq: number;
}

/** The volumes on the disk: one lowdb database each, written whole, durably, and only when something in it changed. */
export class VolumeFiles {
  private readonly files = new Map<VolumeName, VolumeFile>();
  /** Whom the user had forgotten: kept in journal.json, as hashes. */
  forgotten: Forgotten = [];

  constructor(
    private readonly fs: Fs,
    private readonly folder: string,
    private readonly identity: JournalIdentity,
  ) {}

  get names(): VolumeName[] {
    return [...this.files.keys()];
  }

  /** With journal.json at the end when a year's file is new: it lists them, so that one that goes missing is missed. */
  withListing(volumes: readonly VolumeName[]): VolumeName[] {
    const isNew = volumes.some((volume) => !this.files.has(volume));
    return isNew ? [...volumes.filter((volume) => volume !== MAIN_VOLUME), MAIN_VOLUME] : [...volumes];
  }

  /** The sequence number up to which a volume holds all changes; 0 for one that is not there yet. */
  throughSeq(volume: VolumeName): number {
    return this.files.get(volume)?.throughSeq ?? 0;
  }

  add(volume: VolumeName, keep: VolumeData, throughSeq: number): void {
    const adapter = new DurableAdapter(this.fs, volumePath(this.folder, volume), () => Promise.resolve(keep));
    this.files.set(volume, { db: new Low(adapter, { header: {}, lists: {} }), keep, throughSeq });
  }

  /** Writes a volume as it stands in memory at this moment. Throws Node's error, the old file untouched. */
  async write(volume: VolumeName, tables: Tables, throughSeq: number): Promise<void> {
    if (!this.files.has(volume)) this.add(volume, { header: {}, lists: {} }, 0);
    const file = this.files.get(volume);
    if (!file) return;
    const lists: VolumeData['lists'] = {};
    for (const [list, type] of Object.entries(listsOf(volume))) lists[list] = tables.inVolume(type, volume);
    file.db.data = {
      header: this.header(volume, file.keep, throughSeq),
      lists: { ...lists, ...file.keep.lists },
    };
    await file.db.write();
    file.throughSeq = throughSeq;
    // The records live in the tables; lowdb need not hold on to this moment's list of them.
    file.db.data = { header: {}, lists: {} };
  }

  /** Every volume as it stands now. Years that only the log knows yet are among them. */
  snapshot(tables: Tables, throughSeq: number): Omit<JournalSnapshot, 'history'> {
    const names = new Set([...this.names, ...tables.volumes()]);
    const volumes = [...names].sort().map((name) => {
      const keep = this.files.get(name)?.keep ?? { header: {}, lists: {} };
      return { name, data: this.dataOf(name, keep, tables, throughSeq) };
    });
    return { ...this.extent(tables, throughSeq), volumes };
  }

  /** A snapshot without its content. */
  extent(tables: Tables, throughSeq: number): Omit<JournalSnapshot, 'volumes' | 'history'> {
    const counts = {
      people: tables.count('person'),
      interactions: tables.count('interaction'),
      promises: tables.count('promise'),
      gatherings: tables.count('gathering'),
    };
    return { journalId: this.identity.journalId, throughSeq, counts };
  }

  private dataOf(volume: VolumeName, keep: VolumeData, tables: Tables, throughSeq: number): VolumeData {
    const lists: VolumeData['lists'] = {};
    for (const [list, type] of Object.entries(listsOf(volume))) lists[list] = tables.inVolume(type, volume);
    return { header: this.header(volume, keep, throughSeq), lists: { ...lists, ...keep.lists } };
  }

  private header(volume: VolumeName, keep: VolumeData, throughSeq: number): Record<string, unknown> {
    const own =
      volume === MAIN_VOLUME
        ? { ...this.identity, years: yearsText(this.names), forgotten: { people: this.forgotten } }
        : { journalId: this.identity.journalId };
    return { ...keep.header, format: FORMAT_NAME, formatVersion: FORMAT_VERSION, volume, ...own, throughSeq };
  }
}

/** `2025 2026`: the years that have a file. */
function yearsText(volumes: readonly VolumeName[]): string {
  return volumes
    .flatMap((volume) => yearOf(volume) ?? [])
    .sort()
    .join(' ');
}

/** The volumes that journal.json says there are, beside those that every journal has. */
export function listedVolumes(header: Record<string, unknown>): VolumeName[] {
  const years = header['years'];
  return typeof years === 'string'
    ? years
        .split(' ')
        .filter((year) => year !== '')
        .map(volumeOfYear)
    : [];
}
