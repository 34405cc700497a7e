import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Finding } from '../../../shared/contract/recovery';
import { currentFormat } from '../../../shared/model/migrations';
import { type Id, Instant } from '../../../shared/model/primitives';
import type { AnyRecord, RecordChange } from '../../../shared/model/record';
import { recordTypes } from '../../../shared/model/record-types';
import { isRev } from '../../../shared/model/rev';
import { localInstant } from '../../../shared/model/time';
import { decodeLog, type LogContent, readLog } from '../files/change-log';
import { FailureError } from '../files/failure-error';
import { forgottenOfHeader } from '../forget/header';
import { findConflictCopies, findVolumes, LOG_NAME, volumePath } from '../files/journal-folder';
import { migrateLog } from './migrate-lines';
import { type FileMark, markOf } from '../files/file-mark';
import { RecordLoader } from './record-loader';
import { isMuchSmaller } from '../files/shrinking';
import type { StoreOptions } from '../store-options';
import { Tables } from '../tables/tables';
import { type JournalIdentity, listedVolumes, VolumeFiles } from '../volume-files';
import { readVolume, type VolumeReading } from '../files/volume-reader';
import { FIXED_VOLUMES, MAIN_VOLUME, type VolumeName, volumeOf, volumesOf } from '../files/volumes';

/** A journal as its files have it, in memory. Nothing on the disk was touched. */
export interface ReadJournal {
  tables: Tables;
  files: VolumeFiles;
  identity: JournalIdentity;
  log: LogContent;
  /** The last sequence number given out. */
  lastSeq: number;
  /** The greatest revision seen, for the clock. */
  latestRev: string;
  /** The format that its files are in. What is in memory has that of `options.format`. */
  formatVersion: number;
  /** Volumes whose file is not what memory holds. */
  dirty: Set<VolumeName>;
  findings: Finding[];
}

type Readings = Map<VolumeName, VolumeReading & { mark: FileMark }>;

/**
 * Reads the volumes, replays the log, and finds out what is not as it should be. Throws a failure for what the user must
 * decide about: a file in which nothing can be read, a missing one, one much smaller than it was. With `options.rescue`
 * these are findings like the others, and the journal is what there is without them. A newer version always fails.
 */
export async function readJournal(options: StoreOptions): Promise<ReadJournal> {
  const { fs, folder } = options;
  const tables = new Tables();
  const loader = new RecordLoader(tables);
  const findings: Finding[] = [];
  const unreadable = new Map<VolumeName, FileMark>();
  const readings = await readVolumes(options, loader, findings, unreadable);
  findings.push(...compareWithListing(options, readings));
  const identity = identityOf(readings, options);
  const format = options.format ?? currentFormat;
  const formatVersion = formatVersionOf(readings) ?? format.version;
  const files = new VolumeFiles(fs, folder, identity, format.version);
  const head = readings.get(MAIN_VOLUME)?.header ?? {};
  files.forgotten = forgottenOfHeader(head);
  files.acceptedDamage = Instant.safeParse(head['acceptedDamage']).data ?? null;
  const dirty = new Set<VolumeName>();
  for (const [volume, reading] of readings) {
    const keep = { header: reading.header, lists: reading.keep.lists };
    files.add(volume, keep, countsOf(reading), reading.mark);
    const finding = reading.finding ?? findForeign(reading, volume, identity);
    if (finding) findings.push(finding);
    // What something else wrote is written anew, so that its checksum is right and the next start is quick.
    if (finding || reading.formatVersion < format.version) dirty.add(volume);
  }
  for (const volume of FIXED_VOLUMES) if (!readings.has(volume)) dirty.add(volume);
  for (const [volume, mark] of unreadable) {
    files.setMark(volume, mark);
    dirty.add(volume);
  }
  const log = migrateLog(decodeLog(await readLog(fs, join(folder, LOG_NAME))), formatVersion, format);
  const replayed = replay(log, tables, files, dirty);
  findings.push(...loader.settle(replayed.ids, files, dirty));
  const folded = Math.max(0, ...[...readings.values()].map(throughSeqOf));
  findings.push(...logFindings(log, folded));
  if (replayed.unfiled.size > 0)
    findings.push({ kind: 'logUnfiled', file: LOG_NAME, records: replayed.unfiled.size, keptAs: null });
  for (const file of await findConflictCopies(fs, folder)) findings.push({ kind: 'conflictCopy', file });
  const lastSeq = Math.max(folded, ...log.lines.map(({ seq }) => seq));
  const latestRev = latestRevOf(readings, tables, log);
  files.latestRev = latestRev;
  return { tables, files, identity, log, lastSeq, latestRev, formatVersion, dirty, findings };
}

async function readVolumes(
  options: StoreOptions,
  loader: RecordLoader,
  findings: Finding[],
  unreadable: Map<VolumeName, FileMark>,
): Promise<Readings> {
  const { fs, folder, rescue, onProgress, format } = options;
  const volumes = await findVolumes(fs, folder);
  for (const volume of FIXED_VOLUMES) if (!volumes.includes(volume)) findings.push(missing(options, volume));
  const sizes = await Promise.all(
    volumes.map(async (volume) => (await fs.stat(volumePath(folder, volume))).bytes),
  );
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  const readings: Readings = new Map();
  let done = 0;
  for (const volume of volumes) {
    onProgress?.(done, total);
    const mark = await markOf(fs, volumePath(folder, volume));
    const bytes = await fs.readFile(volumePath(folder, volume));
    const reading = await readVolume(bytes, volume, `${volume}.json`, loader.putInto(volume), format);
    if (reading.ok) readings.set(volume, { ...reading.value, mark });
    else if (!rescue || reading.failure.kind !== 'damaged') throw new FailureError(reading.failure);
    else {
      unreadable.set(volume, mark);
      findings.push({ kind: 'fileUnreadable', file: `${volume}.json`, keptAs: null });
    }
    done += bytes.length;
  }
  onProgress?.(total, total);
  return readings;
}

/** A file that was there and is not any more is an alarm, never an empty file. */
function missing({ folder, rescue }: StoreOptions, volume: VolumeName): Finding {
  const file = `${volume}.json`;
  if (rescue) return { kind: 'fileMissing', file };
  const detail = `It is missing from ${folder}. Put it back, or restore a backup; the other files were not touched.`;
  throw new FailureError({ kind: 'damaged', file, detail });
}

/** Holds the files against what journal.json says of them: it is written last, so none can be older than that. */
function compareWithListing(options: StoreOptions, readings: Readings): Finding[] {
  const head = readings.get(MAIN_VOLUME);
  if (!head) return [];
  // In a damaged head the list may be what is damaged: then what it misses is told, and not refused.
  const lenient = { ...options, rescue: options.rescue === true || !head.isSound };
  return [...listedVolumes(head.header)].flatMap(([volume, listed]): Finding[] => {
    const reading = readings.get(volume);
    if (!reading) {
      const isTold = FIXED_VOLUMES.includes(volume) || (options.rescue && listed.records === 0);
      return isTold ? [] : [missing(lenient, volume)];
    }
    const [file, { records }] = [`${volume}.json`, reading];
    // Sound and as late, it is as Rapport wrote it: forgetting somebody makes files shorter, too.
    const isOurs = reading.isSound && throughSeqOf(reading) >= listed.throughSeq;
    if (isOurs) return [];
    if (reading.finding?.kind === 'fileDamaged') {
      // An older or damaged journal.json tells nothing of this file; one whose first line is lost is taken for the one listed.
      const isListed = head.isSound && [0, listed.throughSeq].includes(throughSeqOf(reading));
      if (isListed) reading.finding.expected = listed.records;
      return [];
    }
    if (isMuchSmaller(listed.records, records) && !lenient.rescue)
      throw new FailureError({ kind: 'journalShrank', what: file, before: listed.records, after: records });
    // A file that was emptied by hand is whole and valid, and yet the user has to be asked.
    if (
      reading.finding?.kind === 'fileEdited' &&
      reading.finding.refused === 0 &&
      isMuchSmaller(listed.records, records)
    )
      reading.finding = { kind: 'fileShrank', file, records, expected: listed.records, keptAs: null };
    if (reading.finding) return [];
    return [{ kind: 'fileOlder', file, records, expected: listed.records, keptAs: null }];
  });
}

function findForeign(reading: VolumeReading, volume: VolumeName, identity: JournalIdentity): Finding | null {
  const { header } = reading;
  if (header['volume'] === volume && header['journalId'] === identity.journalId) return null;
  return { kind: 'fileForeign', file: `${volume}.json`, keptAs: null };
}

/** From journal.json. When that is damaged, the journal's id is that of a sound file. */
function identityOf(readings: Readings, options: StoreOptions): JournalIdentity {
  const head = readings.get(MAIN_VOLUME);
  const sound = head?.isSound ? head : [...readings.values()].find(({ isSound }) => isSound);
  const text = (header: VolumeReading['header'] | undefined, key: string): string | undefined => {
    const value = header?.[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    journalId: text(sound?.header, 'journalId') ?? text(head?.header, 'journalId') ?? options.newId(),
    deviceId: text(head?.header, 'deviceId') ?? randomUUID(),
    createdAt: text(head?.header, 'createdAt') ?? localInstant(options.now()),
    sample: head?.header['sample'] === true,
  };
}

/**
 * The format of the journal, and of the log with it: that of journal.json, which comes last when the format changes. When
 * that cannot be read, the latest of the others: an earlier one among them was put back by hand. Null: there are none.
 */
function formatVersionOf(readings: Readings): number | null {
  const head = readings.get(MAIN_VOLUME);
  const versions = [...readings.values()].map(({ formatVersion }) => formatVersion);
  if (head?.isSound) return head.formatVersion;
  return versions.length === 0 ? null : Math.max(...versions);
}

/** Up to where a file says that it has all changes. What a damaged file says of it would hide changes of the log. */
function countsOf(reading: VolumeReading): { records: number; throughSeq: number } {
  return { records: reading.records, throughSeq: reading.isSound ? throughSeqOf(reading) : 0 };
}

function throughSeqOf({ header }: VolumeReading): number {
  const seq = header['throughSeq'];
  return typeof seq === 'number' && Number.isInteger(seq) ? seq : 0;
}

function logFindings(log: LogContent, folded: number): Finding[] {
  const findings: Finding[] = [];
  const { badLines, conflicting, tornBytes } = log;
  const first = log.lines[0]?.seq ?? folded + 1;
  const missing = log.missing + Math.max(0, first - folded - 1);
  if (badLines.length + missing + conflicting > 0)
    findings.push({ kind: 'logDamaged', file: LOG_NAME, badLines, missing, conflicting, keptAs: null });
  if (tornBytes > 0) findings.push({ kind: 'tornLogLine', bytes: tornBytes });
  return findings;
}

interface Replayed {
  /** The records that the volumes did not have as the log does. */
  ids: Set<Id>;
  /** Records that are in the log and in no file, although the files' numbers are later. */
  unfiled: Set<Id>;
}

/**
 * Applies what is not in the volumes yet. Doing so twice changes nothing: each line holds the whole record. Once a record
 * has changed, its later changes follow, also those that the file of its last place has already: it may have come there
 * from a file that was not written in time.
 */
function replay(log: LogContent, tables: Tables, files: VolumeFiles, dirty: Set<VolumeName>): Replayed {
  const ids = new Set<Id>();
  const unfiled = new Set<Id>();
  for (const { seq, changes } of log.lines) {
    for (const change of changes) {
      const own = tables.get(change.type, change.id);
      const isCounted = [...volumesOf(change)].every((volume) => files.throughSeq(volume) >= seq);
      if (isCounted && !ids.has(change.id) && !isEarlier(own, change)) {
        // Deleted since, or never seen by whoever wrote the files: nothing tells which.
        if (change.after && !own) unfiled.add(change.id);
        else unfiled.delete(change.id);
        continue;
      }
      ids.add(change.id);
      unfiled.delete(change.id);
      applyChange(change, tables, files, dirty);
    }
  }
  return { ids, unfiled };
}

/**
 * Whether the files have a record as it was before a change. That a number says otherwise is not enough: another Rapport
 * that wrote into the same folder, unseen, gave the same numbers to changes of its own.
 */
function isEarlier(own: AnyRecord | undefined, { before, after }: RecordChange): boolean {
  if (!own) return false;
  return after ? own.rev < after.rev : before !== undefined && own.rev <= before.rev;
}

/** Applies a change in memory, and notes which files are behind from now on. */
export function applyChange(
  change: RecordChange,
  tables: Tables,
  files: VolumeFiles,
  dirty: Set<VolumeName>,
): void {
  const former = tables.get(change.type, change.id);
  // Where the record really was: a log that lacks a line says something else.
  const from = volumesOf({ ...change, after: undefined });
  if (former) from.add(volumeOf(change.type, former));
  const to = volumesOf({ ...change, before: undefined });
  tables.apply(change);
  for (const volume of [...from, ...to]) dirty.add(volume);
  for (const volume of from) if (!to.has(volume)) files.noteRemoval(volume);
  for (const volume of to) if (from.size === 0) files.noteAddition(volume);
}

/** The latest that was ever given out: also to records that are gone, so that a clock that was set back does no harm. */
function latestRevOf(readings: Readings, tables: Tables, log: LogContent): string {
  const head = readings.get(MAIN_VOLUME);
  const noted = head?.isSound ? head.header['latestRev'] : '';
  let latest = typeof noted === 'string' && isRev(noted) ? noted : '';
  for (const type of recordTypes) for (const record of tables.all(type)) latest = laterRev(latest, record);
  for (const { changes } of log.lines) {
    for (const { before, after } of changes) latest = laterRev(laterRev(latest, before), after);
  }
  return latest;
}

/** The later of a revision and that of a record. */
export function laterRev(latest: string, record: { rev: string } | undefined): string {
  return record && record.rev > latest && isRev(record.rev) ? record.rev : latest;
}
