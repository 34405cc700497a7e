import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Finding } from '../../../shared/contract/recovery';
import type { RecordChange } from '../../../shared/model/record';
import { localInstant } from '../../../shared/model/time';
import { failed, type Result, success } from '../../../shared/result';
import { type AsFound, keepAsFound } from './as-found';
import { ChangeLog, decodeLog } from '../files/change-log';
import { diskFailure, makeFolderDurably, writeDurably } from '../files/durable-file';
import { FailureError } from '../files/failure-error';
import { failureOf } from '../files/failure-of';
import { currentFormat } from '../../../shared/model/migrations';
import { finishForgetting, finishMigrating } from '../files/pending';
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
  UNFINISHED_NAME,
  volumePath,
} from '../files/journal-folder';
import { needsDecision } from './findings';
import { acquireLock, type Lock } from '../files/lock';
import { migrateJournal } from './migrate-journal';
import { applyChange, laterRev, readJournal, type ReadJournal } from './read-journal';
import type { StoreOptions } from '../store-options';
import { Tables } from '../tables/tables';
import { Unwritten } from '../unwritten';
import { type JournalIdentity, VolumeFiles } from '../volume-files';
import { FIXED_VOLUMES, MAIN_VOLUME, type VolumeName } from '../files/volumes';

/** A journal that was read into memory and whose folder is ours alone. */
export interface OpenedJournal extends Omit<ReadJournal, 'log'> {
  log: ChangeLog;
  lock: Lock;
  /** What the log has that the volumes lack. */
  unwritten: Unwritten;
  /** Of a damaged journal with which the user went on: its files as they were. */
  asFound: AsFound | null;
}

/** What a new journal holds from the beginning. */
export interface FirstContent {
  sample: boolean;
  changes: readonly RecordChange[];
}

/**
 * Opens the journal in a folder: takes the lock, reads the volumes, replays the log, sets damaged files aside. Changes
 * nothing when it fails.
 */
export async function openExisting(options: StoreOptions): Promise<Result<OpenedJournal>> {
  const { fs, folder, askFirst } = options;
  // What is missing is a finding then, like all others, and not the end of it.
  const reading = askFirst ? { ...options, rescue: true } : options;
  const checked = await checkExistingFolder(fs, folder);
  if (!checked.ok && !(reading.rescue && checked.failure.kind === 'damaged')) return checked;
  return withLock(options, async (lock) => {
    const waiting = await finishForgetting(fs, folder);
    await finishMigrating(fs, folder);
    const read = await readJournal(reading);
    if (askFirst && read.findings.some(needsDecision))
      throw new FailureError({ kind: 'needsRecovery', folder });
    if (waiting.length > 0) read.findings.push({ kind: 'forgettingWaits', files: waiting.length });
    return takeOver(options, lock, read);
  });
}

/** Begins a journal in a folder that is empty or not there yet. A crash before its end leaves one that can be begun anew. */
export async function openNew(options: StoreOptions, first: FirstContent): Promise<Result<OpenedJournal>> {
  const { fs, folder } = options;
  const checked = await checkNewFolder(fs, folder);
  if (!checked.ok) return checked;
  try {
    await makeFolderDurably(fs, join(folder, ENTRIES_FOLDER));
  } catch (error) {
    return failed(diskFailure(error, folder));
  }
  return withLock(options, (lock) => begin(options, lock, first));
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
    return failed(failureOf(error, options.folder));
  }
}

async function begin(options: StoreOptions, lock: Lock, first: FirstContent): Promise<OpenedJournal> {
  const { fs, folder } = options;
  const identity: JournalIdentity = {
    journalId: options.newId(),
    deviceId: randomUUID(),
    createdAt: localInstant(options.now()),
    sample: first.sample,
  };
  await writeDurably(fs, join(folder, UNFINISHED_NAME), []);
  for (const volume of await findVolumes(fs, folder)) await fs.unlink(volumePath(folder, volume));
  await writeDurably(fs, join(folder, README_NAME), [Buffer.from(README_TEXT)]);
  await writeDurably(fs, join(folder, LOG_NAME), []);
  const log = await ChangeLog.open(fs, join(folder, LOG_NAME), decodeLog(Buffer.alloc(0)));
  const tables = new Tables();
  const files = new VolumeFiles(fs, folder, identity, options.format?.version);
  const volumes = new Set<VolumeName>(FIXED_VOLUMES);
  for (const change of first.changes) applyChange(change, tables, files, volumes);
  try {
    // journal.json comes last: a folder that has it has everything.
    for (const volume of files.withListing([...volumes])) await files.write(volume, tables, 0);
  } catch (error) {
    await log.close().catch(() => undefined);
    await fs.unlink(volumePath(folder, MAIN_VOLUME)).catch(() => undefined);
    throw error;
  }
  // The mark says nothing any more; the next start tries again.
  await removeLeftovers(fs, folder).catch(() => undefined);
  return {
    tables,
    files,
    identity,
    log,
    lock,
    lastSeq: 0,
    latestRev: first.changes.reduce((latest, { after }) => laterRev(latest, after), ''),
    formatVersion: (options.format ?? currentFormat).version,
    dirty: new Set(),
    findings: [],
    unwritten: new Unwritten([]),
    asFound: null,
  };
}

/** Makes the folder's files those of the journal that was read. What was found damaged is copied aside before. */
async function takeOver(options: StoreOptions, lock: Lock, found: ReadJournal): Promise<OpenedJournal> {
  const { fs, folder } = options;
  await removeLeftovers(fs, folder);
  await makeFolderDurably(fs, join(folder, ENTRIES_FOLDER));
  const findings = await keepAside(options, found.findings);
  const asFound = options.rescue ? await keepAsFound(options, findings) : null;
  const { version } = options.format ?? currentFormat;
  const isEarlier = found.formatVersion < version;
  const read = isEarlier ? await migrateJournal(options, found) : found;
  if (isEarlier) findings.push({ kind: 'migrated', from: found.formatVersion, to: version });
  const log = await ChangeLog.open(fs, join(folder, LOG_NAME), read.log);
  return { ...read, findings, log, lock, unwritten: new Unwritten(read.log.lines), asFound };
}

async function keepAside(options: StoreOptions, findings: readonly Finding[]): Promise<Finding[]> {
  const copies = new Map<string, string>();
  const kept: Finding[] = [];
  for (const finding of findings) {
    if (!('keptAs' in finding)) {
      kept.push(finding);
      continue;
    }
    const isEdit = finding.kind === 'fileEdited' && finding.refused === 0;
    const path = join(options.folder, finding.file);
    const copy =
      copies.get(path) ?? (await setAside(options.fs, path, isEdit ? 'edited' : 'damaged', options.now()));
    copies.set(path, copy);
    kept.push({ ...finding, keptAs: copy });
  }
  return kept;
}
