import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Notice } from '../../shared/contract/journal';
import type { RecordChange } from '../../shared/model/record';
import { localInstant } from '../../shared/model/time';
import { failed, type Result, success } from '../../shared/result';
import { Forgotten } from '../../shared/forget/forgotten';
import { ChangeLog, decodeLog, type LogContent, readLog } from './change-log';
import { diskFailure, writeDurably } from './durable-file';
import { FailureError } from './failure-error';
import { finishForgetting } from './forget/pending';
import { type HistoryLine, historyLineOf } from './history';
import {
  checkExistingFolder,
  checkNewFolder,
  ENTRIES_FOLDER,
  findVolumes,
  LOG_NAME,
  README_NAME,
  README_TEXT,
  removeLeftovers,
  setAside,
  volumePath,
} from './journal-folder';
import { acquireLock, type Lock } from './lock';
import type { StoreOptions } from './store-options';
import { Tables } from './tables';
import { type JournalIdentity, listedVolumes, VolumeFiles } from './volume-files';
import type { VolumeData } from './volume-format';
import { readVolume, type VolumeReading } from './volume-reader';
import { FIXED_VOLUMES, MAIN_VOLUME, type VolumeName, volumesOf } from './volumes';

/** A journal that was read into memory and whose folder is ours alone. */
export interface OpenedJournal {
  tables: Tables;
  files: VolumeFiles;
  identity: JournalIdentity;
  log: ChangeLog;
  lock: Lock;
  lastSeq: number;
  /** The greatest revision seen, for the clock. */
  latestRev: string;
  /** Volumes whose file is not what memory holds. */
  dirty: Set<VolumeName>;
  /** What the changes in the log replaced. */
  replaced: HistoryLine[];
  notices: Notice[];
}

/** Opens the journal in a folder: takes the lock, reads the volumes, replays the log. Changes nothing when it fails. */
export async function openExisting(options: StoreOptions): Promise<Result<OpenedJournal>> {
  const checked = await checkExistingFolder(options.fs, options.folder);
  if (!checked.ok) return checked;
  return withLock(options, (lock) => read(options, lock));
}

/** Begins an empty journal in a folder that is empty or not there yet. */
export async function openNew(options: StoreOptions, sample: boolean): Promise<Result<OpenedJournal>> {
  const { fs, folder } = options;
  const checked = await checkNewFolder(fs, folder);
  if (!checked.ok) return checked;
  try {
    await fs.mkdir(join(folder, ENTRIES_FOLDER));
  } catch (error) {
    return failed(diskFailure(error, folder));
  }
  return withLock(options, (lock) => begin(options, lock, sample));
}

async function withLock(
  options: StoreOptions,
  open: (lock: Lock) => Promise<OpenedJournal>,
): Promise<Result<OpenedJournal>> {
  let lock: Lock | null = null;
  try {
    const acquired = await acquireLock(options.fs, options.folder, localInstant(options.now()));
    if (!acquired.ok) return acquired;
    lock = acquired.value;
    return success(await open(lock));
  } catch (error) {
    // The failure to open is what the user must hear of; a lock that stays behind is stale once this process ends.
    await lock?.release().catch(() => undefined);
    return failed(error instanceof FailureError ? error.failure : diskFailure(error, options.folder));
  }
}

async function begin(options: StoreOptions, lock: Lock, sample: boolean): Promise<OpenedJournal> {
  const { fs, folder } = options;
  const identity: JournalIdentity = {
    journalId: options.newId(),
    deviceId: randomUUID(),
    createdAt: localInstant(options.now()),
    sample,
  };
  const tables = new Tables();
  const files = new VolumeFiles(fs, folder, identity);
  await writeDurably(fs, join(folder, README_NAME), [Buffer.from(README_TEXT)]);
  // journal.json comes last: a folder that has it has everything.
  for (const volume of [...FIXED_VOLUMES].reverse()) await files.write(volume, tables, 0);
  const log = await ChangeLog.open(fs, join(folder, LOG_NAME), 0);
  return {
    tables,
    files,
    identity,
    log,
    lock,
    lastSeq: 0,
    latestRev: '',
    dirty: new Set(),
    replaced: [],
    notices: [],
  };
}

async function read(options: StoreOptions, lock: Lock): Promise<OpenedJournal> {
  const { fs, folder } = options;
  const waiting = await finishForgetting(fs, folder);
  await removeLeftovers(fs, folder);
  const tables = new Tables();
  const readings = await readVolumes(options, tables);
  const listed = listedVolumes(readings.get(MAIN_VOLUME)?.header ?? {});
  refuseMissing(options, listed, [...readings.keys()]);
  const identity = identityOf(readings, options);
  const files = new VolumeFiles(fs, folder, identity);
  files.forgotten = forgottenIn(readings.get(MAIN_VOLUME)?.header ?? {});
  for (const [volume, reading] of readings) files.add(volume, keepOf(reading), throughSeqOf(reading));
  const dirty = await setRepairedAside(options, readings);
  const log = decodeLog(await readLog(fs, join(folder, LOG_NAME)));
  const notices = [...readings.values()].flatMap((reading) => reading.notice ?? []);
  notices.push(...(await logNotices(options, log)), ...forgettingNotices(waiting));
  replay(log, tables, files, dirty);
  return {
    tables,
    files,
    identity,
    log: await ChangeLog.open(fs, join(folder, LOG_NAME), log.goodBytes),
    lock,
    lastSeq: Math.max(log.lines.at(-1)?.seq ?? 0, ...files.names.map((name) => files.throughSeq(name))),
    latestRev: latestRevOf(tables),
    dirty,
    replaced: log.lines.flatMap((line) => historyLineOf(line) ?? []),
    notices,
  };
}

async function readVolumes(options: StoreOptions, tables: Tables): Promise<Map<VolumeName, VolumeReading>> {
  const { fs, folder } = options;
  const volumes = await findVolumes(fs, folder);
  refuseMissing(options, FIXED_VOLUMES, volumes);
  const sizes = await Promise.all(
    volumes.map(async (volume) => (await fs.stat(volumePath(folder, volume))).bytes),
  );
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  const readings = new Map<VolumeName, VolumeReading>();
  let done = 0;
  for (const volume of volumes) {
    options.onProgress?.(done, total);
    const bytes = await fs.readFile(volumePath(folder, volume));
    const reading = await readVolume(bytes, volume, `${volume}.json`, (type, record) =>
      tables.put(type, record),
    );
    if (!reading.ok) throw new FailureError(reading.failure);
    readings.set(volume, reading.value);
    done += bytes.length;
  }
  options.onProgress?.(total, total);
  return readings;
}

/** A file that was there and is not any more is an alarm, never an empty file. */
function refuseMissing(
  options: StoreOptions,
  expected: readonly VolumeName[],
  found: readonly VolumeName[],
): void {
  const missing = expected.find((volume) => !found.includes(volume));
  if (missing === undefined) return;
  const detail = `It is missing from ${options.folder}. Put it back, or restore a backup; the other files were not touched.`;
  throw new FailureError({ kind: 'damaged', file: `${missing}.json`, detail });
}

function identityOf(readings: Map<VolumeName, VolumeReading>, options: StoreOptions): JournalIdentity {
  const header = readings.get(MAIN_VOLUME)?.header ?? {};
  const text = (key: string): string | undefined => {
    const value = header[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    journalId: text('journalId') ?? options.newId(),
    deviceId: text('deviceId') ?? randomUUID(),
    createdAt: text('createdAt') ?? localInstant(options.now()),
    sample: header['sample'] === true,
  };
}

/** Whom the user had forgotten. A list that was edited into nonsense counts for nobody. */
function forgottenIn(header: Record<string, unknown>): Forgotten {
  const parsed = z.object({ people: Forgotten }).safeParse(header['forgotten']);
  return parsed.success ? parsed.data.people : [];
}

function forgettingNotices(waiting: number): Notice[] {
  if (waiting === 0) return [];
  const files = waiting === 1 ? 'One file' : `${waiting} files`;
  const message = `${files} outside the journal could not be reached to take out somebody you had forgotten. Rapport tries again at each start: bring back the disk or folder of your backups.`;
  return [{ kind: 'forgettingWaits', message }];
}

function throughSeqOf(reading: VolumeReading): number {
  const seq = reading.header['throughSeq'];
  return typeof seq === 'number' && Number.isInteger(seq) ? seq : 0;
}

function keepOf(reading: VolumeReading): VolumeData {
  return { header: reading.header, lists: reading.keep.lists };
}

/** Damaged and half-understood files are copied aside before anything may write over them. */
async function setRepairedAside(
  options: StoreOptions,
  readings: Map<VolumeName, VolumeReading>,
): Promise<Set<VolumeName>> {
  const dirty = new Set<VolumeName>();
  for (const [volume, reading] of readings) {
    if (reading.repaired) await setAside(options.fs, volumePath(options.folder, volume), options.now());
    // A file edited by hand is written anew, so that its checksum is right and the next start is quick.
    if (reading.edited) dirty.add(volume);
  }
  return dirty;
}

async function logNotices(options: StoreOptions, log: LogContent): Promise<Notice[]> {
  const notices: Notice[] = [];
  const path = join(options.folder, LOG_NAME);
  if (log.badLines.length > 0) {
    const aside = await setAside(options.fs, path, options.now());
    notices.push({
      kind: 'skippedLogLines',
      message: `The change log was damaged: line ${log.badLines.join(', ')} could not be read, all others were. The log as it was is kept as ${aside}.`,
    });
  }
  if (log.tornBytes > 0) {
    notices.push({
      kind: 'tornLogLine',
      message:
        'Rapport was stopped while it was writing. The change it was writing at that moment had not been confirmed as saved and is not here; everything before it is.',
    });
  }
  return notices;
}

/** Applies what is not in the volumes yet. Doing so twice changes nothing: each line holds the whole record. */
function replay(log: LogContent, tables: Tables, files: VolumeFiles, dirty: Set<VolumeName>): void {
  for (const line of log.lines) {
    for (const change of line.changes) {
      const volumes = [...volumesOf(change)];
      if (volumes.every((volume) => files.throughSeq(volume) >= line.seq)) continue;
      tables.apply(change);
      for (const volume of volumes) dirty.add(volume);
    }
  }
}

function latestRevOf(tables: Tables): string {
  let latest = '';
  const types: RecordChange['type'][] = [
    'person',
    'interaction',
    'promise',
    'gathering',
    'circle',
    'introduction',
  ];
  for (const type of types) {
    for (const record of tables.all(type)) if (record.rev > latest) latest = record.rev;
  }
  return latest;
}
