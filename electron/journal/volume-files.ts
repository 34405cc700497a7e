import { Low } from 'lowdb';
import { z } from 'zod';
import type { Forgotten } from '../../shared/forget/forgotten';
import { FORMAT_VERSION } from '../../shared/model/migrations';
import type { Instant } from '../../shared/model/primitives';
import { DurableAdapter } from './files/durable-adapter';
import type { Fs } from './files/fs';
import type { HistoryFile } from './files/history-files';
import { FailureError } from './files/failure-error';
import { volumePath } from './files/journal-folder';
import { type FileMark, markOf } from './files/file-mark';
import { isMuchSmaller } from './files/shrinking';
import type { Tables } from './tables/tables';
import { FORMAT_NAME, type VolumeData } from './files/volume-format';
import { listsOf, MAIN_VOLUME, type VolumeName, volumeOfFile } from './files/volumes';

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
  /** By which its file is known again; null while there is none. */
  mark: FileMark;
  db: Low<VolumeData>;
  /** Fields and lists that this version does not know; written back as they were. */
  keep: VolumeData;
  throughSeq: number;
  /** Records in the file, and how many have been added and removed since. */
  records: number;
  added: number;
  removed: number;
}

/** What journal.json says of each volume, so that one that goes missing is missed and an older one is noticed. */
export interface ListedVolume {
  records: number;
  throughSeq: number;
}

/** The volumes on the disk: one lowdb database each, written whole, durably, and only when something in it changed. */
export class VolumeFiles {
  private readonly files = new Map<VolumeName, VolumeFile>();
  /** Whom the user had forgotten: kept in journal.json, as hashes. */
  forgotten: Forgotten = [];
  /** Up to which damaged file the user takes the journal for what it should be: kept in journal.json. */
  acceptedDamage: Instant | null = null;
  /** The latest revision given out: kept in journal.json, since the record that had it may be deleted. */
  latestRev = '';

  constructor(
    private readonly fs: Fs,
    private readonly folder: string,
    private readonly identity: JournalIdentity,
    private readonly formatVersion = FORMAT_VERSION,
  ) {}

  get names(): VolumeName[] {
    return [...this.files.keys()];
  }

  /** With journal.json at the end: it lists the others as they were written. */
  withListing(volumes: readonly VolumeName[]): VolumeName[] {
    return volumes.length === 0 ? [] : [...volumes.filter((volume) => volume !== MAIN_VOLUME), MAIN_VOLUME];
  }

  /** The sequence number up to which a volume holds all changes; 0 for one that is not there yet. */
  throughSeq(volume: VolumeName): number {
    return this.files.get(volume)?.throughSeq ?? 0;
  }

  /** `onDisk`: what its file holds. */
  add(
    volume: VolumeName,
    keep: VolumeData,
    { records, throughSeq }: ListedVolume,
    mark: FileMark,
  ): VolumeFile {
    const adapter = new DurableAdapter(
      this.fs,
      volumePath(this.folder, volume),
      () => Promise.resolve(keep),
      () => this.expectUnchanged(volume),
    );
    const db = new Low<VolumeData>(adapter, { header: {}, lists: {} });
    const file: VolumeFile = { mark, db, keep, throughSeq, records, added: 0, removed: 0 };
    this.files.set(volume, file);
    return file;
  }

  /** By which the volume's file was known when it was last read or written. */
  markOf(volume: VolumeName): FileMark {
    return this.files.get(volume)?.mark ?? null;
  }

  /** The file was looked at as it is now. */
  setMark(volume: VolumeName, mark: FileMark): void {
    const file = this.files.get(volume);
    if (file) file.mark = mark;
    else this.add(volume, { header: {}, lists: {} }, { records: 0, throughSeq: 0 }, mark);
  }

  /** Fields and lists that this version does not know, as something else left them. */
  setKeep(volume: VolumeName, keep: VolumeData): void {
    const file = this.files.get(volume);
    if (file) file.keep = keep;
    else this.add(volume, keep, { records: 0, throughSeq: 0 }, null);
  }

  /** A change took a record out of a volume: its file may become shorter by it. */
  noteRemoval(volume: VolumeName): void {
    const file = this.files.get(volume);
    if (file) file.removed += 1;
  }

  /** A change put a record into a volume: as many fewer may be gone without one. */
  noteAddition(volume: VolumeName): void {
    const file = this.files.get(volume);
    if (file) file.added += 1;
  }

  /**
   * Writes a volume as it stands in memory at this moment. Throws Node's error, the old file untouched; or the failure
   * `journalShrank`, when most of its records would be gone and no change says so: that is a mistake of ours.
   */
  async write(volume: VolumeName, tables: Tables, throughSeq: number): Promise<void> {
    const file =
      this.files.get(volume) ??
      this.add(volume, { header: {}, lists: {} }, { records: 0, throughSeq: 0 }, null);
    const data = this.dataOf(volume, file.keep, tables, throughSeq);
    const records = recordsIn(volume, data);
    const before = file.records + file.added - file.removed;
    if (isMuchSmaller(before, records))
      throw new FailureError({ kind: 'journalShrank', what: `${volume}.json`, before, after: records });
    const { added, removed } = file;
    await this.expectUnchanged(volume);
    file.db.data = data;
    // It looks once more before it replaces the file: writing a large one takes its time.
    await file.db.write();
    file.mark = await markOf(this.fs, volumePath(this.folder, volume));
    file.throughSeq = throughSeq;
    file.records = records;
    file.added -= added;
    file.removed -= removed;
    // The records live in the tables; lowdb need not hold on to this moment's list of them.
    file.db.data = { header: {}, lists: {} };
  }

  /** What something else wrote in its place is looked at before anything is written over it. Throws `changedOutside`. */
  private async expectUnchanged(volume: VolumeName): Promise<void> {
    if ((await markOf(this.fs, volumePath(this.folder, volume))) !== this.markOf(volume))
      throw new FailureError({ kind: 'changedOutside', file: `${volume}.json` });
  }

  /**
   * Every volume as it stands now, journal.json at the end. Years that only the log knows yet are among them, and in the
   * list that journal.json has of the others.
   */
  snapshot(tables: Tables, throughSeq: number): Omit<JournalSnapshot, 'history'> {
    const names = new Set([...this.names, ...tables.volumes()]);
    const listing: Record<VolumeName, ListedVolume> = {};
    const volumes = this.withListing([...names].sort()).map((name) => {
      const keep = this.files.get(name)?.keep ?? { header: {}, lists: {} };
      const data = this.dataOf(name, keep, tables, throughSeq, listing);
      if (name !== MAIN_VOLUME) listing[name] = { records: recordsIn(name, data), throughSeq };
      return { name, data };
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

  private dataOf(
    volume: VolumeName,
    keep: VolumeData,
    tables: Tables,
    throughSeq: number,
    listing = this.listing(),
  ): VolumeData {
    const lists: VolumeData['lists'] = {};
    for (const [list, type] of Object.entries(listsOf(volume))) lists[list] = tables.inVolume(type, volume);
    return { header: this.header(volume, keep, throughSeq, listing), lists: { ...lists, ...keep.lists } };
  }

  /** The other volumes as their files are. */
  listing(): Record<VolumeName, ListedVolume> {
    const listing: Record<VolumeName, ListedVolume> = {};
    for (const volume of this.names.sort()) {
      const file = this.files.get(volume);
      if (file && volume !== MAIN_VOLUME)
        listing[volume] = { records: file.records, throughSeq: file.throughSeq };
    }
    return listing;
  }

  private header(
    volume: VolumeName,
    keep: VolumeData,
    throughSeq: number,
    listing: Record<VolumeName, ListedVolume>,
  ): Record<string, unknown> {
    const own =
      volume === MAIN_VOLUME
        ? {
            ...this.identity,
            latestRev: this.latestRev,
            volumes: listing,
            forgotten: { people: this.forgotten },
            ...(this.acceptedDamage !== null && { acceptedDamage: this.acceptedDamage }),
          }
        : { journalId: this.identity.journalId };
    return {
      ...keep.header,
      format: FORMAT_NAME,
      formatVersion: this.formatVersion,
      volume,
      ...own,
      throughSeq,
    };
  }
}

export function recordsIn(volume: VolumeName, { lists }: VolumeData): number {
  return Object.keys(listsOf(volume)).reduce((sum, list) => sum + (lists[list]?.length ?? 0), 0);
}

const Listing = z.record(z.string(), z.object({ records: z.int(), throughSeq: z.int() }));

/** The volumes beside itself of which journal.json says that they are there. A name that is no volume's is damaged: it says nothing. */
export function listedVolumes(header: Record<string, unknown>): Map<VolumeName, ListedVolume> {
  const listing = Listing.safeParse(header['volumes']);
  const listed = listing.success ? Object.entries(listing.data) : [];
  return new Map(listed.filter(([name]) => volumeOfFile(`${name}.json`) !== null));
}
