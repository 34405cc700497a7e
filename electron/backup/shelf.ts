import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { BackupCheck, BackupListItem } from '../../shared/contract/backup';
import type { Failure } from '../../shared/errors';
import { localInstant } from '../../shared/model/time';
import { FailureError } from '../journal/files/failure-error';
import { errorCode, type Fs } from '../journal/files/fs';
import {
  AUTOMATIC_FOLDER,
  createdAtByName,
  isBackupName,
  isEncryptedName,
  isUnfinishedName,
  kindByName,
} from './backup-names';
import { type CatalogEntry, changeCatalog, readCatalog } from './catalog';
import { faultOf, isGone } from './faults';
import { failureOf } from '../journal/files/failure-of';
import type { Manifest } from './manifest';
import { isLocked, readBackup, readManifestOf, type Unseal } from './read-backup';
import { sha256Of } from './sha256';
import type { WrittenBackup } from './write-backup';

/** A backup as its folder knows it. */
export interface ShelvedBackup extends CatalogEntry {
  path: string;
}

const DAY_MS = 86_400_000;

/** The backups in one folder, the latest first, with what is known of them. A folder that is not there yet has none. */
export async function listShelf(fs: Fs, folder: string): Promise<ShelvedBackup[]> {
  // Before the names: what is known of a backup that is made meanwhile is then no memory of one that is gone.
  const memory = await recall(fs, folder);
  const { known } = memory;
  const names = await backupNames(fs, folder);
  const entries: CatalogEntry[] = [];
  for (const name of names) {
    const entry = await entryOf(fs, join(folder, name), memory);
    // Gone since the names were read.
    if (entry) entries.push(entry);
  }
  const seen = entries.flatMap((entry) => toRemember(entry, known));
  const isNews = seen.length !== known.size || seen.some((entry) => entry !== known.get(entry.fileName));
  // A folder that may be read but not written to is looked at afresh each time; the list is right all the same.
  if (isNews) await changeCatalog(fs, folder, taking(seen, known)).catch(() => undefined);
  return entries.map((entry) => ({ ...entry, path: join(folder, entry.fileName) })).sort(latestFirst);
}

interface Memory {
  known: ReadonlyMap<string, CatalogEntry>;
  /** It is there and could not be read just now: what it says of a backup, such as that it is damaged, is not known. */
  isUnread: boolean;
}

async function recall(fs: Fs, folder: string): Promise<Memory> {
  try {
    return { known: (await readCatalog(fs, folder)) ?? new Map<string, CatalogEntry>(), isUnread: false };
  } catch {
    // The list is right all the same, and says of the backups that their state is not known now.
    return { known: new Map<string, CatalogEntry>(), isUnread: true };
  }
}

/** Of one that could not be read what was known before: there is nothing new. */
function toRemember(entry: CatalogEntry, known: Memory['known']): CatalogEntry[] {
  if (entry.check.kind !== 'unread') return [entry];
  const before = known.get(entry.fileName);
  return before ? [before] : [];
}

/** Takes over what was seen, where nothing else has been noted since `known`: a backup may have been made meanwhile. */
function taking(seen: readonly CatalogEntry[], known: ReadonlyMap<string, CatalogEntry>) {
  return (latest: Map<string, CatalogEntry>): void => {
    const entries = new Map(seen.map((entry) => [entry.fileName, entry]));
    for (const name of new Set([...known.keys(), ...entries.keys()])) {
      const entry = entries.get(name);
      if (!isDeepStrictEqual(latest.get(name), known.get(name))) continue;
      if (entry) latest.set(name, entry);
      else latest.delete(name);
    }
  };
}

/**
 * Remembers what is known of one file; that it could not be read just now is nothing to remember. A memory that cannot be
 * written is no reason to call a good backup failed.
 */
export async function remember(
  fs: Fs,
  folder: string,
  entry: CatalogEntry,
  unread: 'keep' | 'replace' = 'keep',
): Promise<void> {
  if (entry.check.kind === 'unread') return;
  const note = (known: Map<string, CatalogEntry>) => known.set(entry.fileName, entry);
  await changeCatalog(fs, folder, note, unread).catch(() => undefined);
}

/** What is known of a backup that was just written and read back. Throws Node's error. */
export async function entryOfWritten(
  fs: Fs,
  { path, read, verifiedAt }: WrittenBackup,
): Promise<CatalogEntry> {
  return {
    ...factsOf(read.manifest),
    fileName: basename(path),
    bytes: read.bytes,
    modifiedMs: (await fs.stat(path)).modifiedMs,
    sha256: read.sha256,
    check: { kind: 'verified', at: verifiedAt },
  };
}

/**
 * Reads a backup from its first byte to its last. An encrypted one is whole when its bytes are those that were verified
 * when it was made; one from elsewhere when it can be opened. Null when it is gone. Throws `cancelled`.
 */
export async function verifyShelved(
  fs: Fs,
  backup: ShelvedBackup,
  now: Date,
  unseal?: Unseal,
): Promise<CatalogEntry | null> {
  const { path, ...entry } = backup;
  return orUnread(path, entry, () => verified(fs, backup, now, unseal));
}

async function verified(
  fs: Fs,
  { path, ...entry }: ShelvedBackup,
  now: Date,
  unseal: Unseal | undefined,
): Promise<CatalogEntry> {
  const stat = await fs.stat(path);
  const present = { ...entry, bytes: stat.bytes, modifiedMs: stat.modifiedMs };
  const whole: BackupCheck = { kind: 'verified', at: localInstant(now) };
  if (isEncryptedName(entry.fileName) && entry.sha256 !== null) {
    const same = (await sha256Of(await fs.readFile(path))) === entry.sha256;
    return { ...present, check: same ? whole : damaged('it is not what was backed up.') };
  }
  const read = await readBackup(fs, path, unseal);
  if (!read.ok && isLocked(read.failure))
    return { ...present, check: entry.check.kind === 'unread' ? { kind: 'unchecked' } : entry.check };
  if (!read.ok) return { ...present, check: damagedBy(read.failure) };
  return { ...present, ...factsOf(read.value.manifest), sha256: read.value.sha256, check: whole };
}

/** What a look at a file tells; when it fails, what was known, and that it could not be read now. Null when it is gone. */
async function orUnread(
  path: string,
  known: CatalogEntry,
  look: () => Promise<CatalogEntry | null>,
): Promise<CatalogEntry | null> {
  try {
    return await look();
  } catch (error) {
    const failure = failureOf(error, path);
    if (failure.kind === 'cancelled') throw error;
    return isGone(failure) ? null : { ...known, check: { kind: 'unread' } };
  }
}

/** Removes what an interrupted backup left behind. Young files may be another program's that is at work. */
export async function sweepShelf(fs: Fs, folder: string, now: Date): Promise<void> {
  const names = await fs.readdir(folder).catch(() => []);
  for (const name of names.filter(isUnfinishedName)) {
    const path = join(folder, name);
    const stat = await fs.stat(path).catch(() => null);
    if (stat && now.getTime() - stat.modifiedMs > DAY_MS) await fs.unlink(path).catch(() => undefined);
  }
}

/** As the list of the journal that is open has it. */
export function listItemOf({ path, ...entry }: ShelvedBackup, openJournalId: string): BackupListItem {
  const { fileName, kind, bytes, createdAt, journalId, counts, check } = entry;
  return {
    path,
    fileName,
    kind,
    encrypted: isEncryptedName(fileName),
    bytes,
    createdAt,
    ofOtherJournal: journalId !== null && journalId !== openJournalId,
    counts: counts && { people: counts.people, interactions: counts.interactions },
    check,
  };
}

/** Made by itself and still where those are: only such a one is ever deleted by itself. One copied elsewhere is the user's. */
export function mayExpire({ kind, path }: ShelvedBackup): boolean {
  return kind === 'automatic' && isInAutomaticFolder(path);
}

/** Not known to be damaged, and it could be read: only such a one stands for what it holds. */
export function isSound({ check }: ShelvedBackup): boolean {
  return check.kind === 'verified' || check.kind === 'unchecked';
}

export function latestFirst(a: ShelvedBackup, b: ShelvedBackup): number {
  return Date.parse(b.createdAt) - Date.parse(a.createdAt) || (a.fileName < b.fileName ? 1 : -1);
}

async function backupNames(fs: Fs, folder: string): Promise<string[]> {
  try {
    return (await fs.readdir(folder)).filter(isBackupName);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw new FailureError(failureOf(error, folder));
  }
}

/** What is known already when the file is as it was; otherwise what a look at it tells. Null when it is gone. */
async function entryOf(fs: Fs, path: string, { known, isUnread }: Memory): Promise<CatalogEntry | null> {
  const before = known.get(basename(path));
  const entry = await orUnread(path, before ?? unknownEntry(path), () => lookAt(fs, path, before));
  // Whose it is, and so whether it may go, could be known by heart: without that nothing is done about it.
  return entry && isUnread && entry.journalId === null ? { ...entry, check: { kind: 'unread' } } : entry;
}

async function lookAt(fs: Fs, path: string, known: CatalogEntry | undefined): Promise<CatalogEntry | null> {
  const { bytes, modifiedMs, isFolder } = await fs.stat(path);
  if (isFolder) return null;
  if (known && known.bytes === bytes && known.modifiedMs === modifiedMs) return known;
  if (known?.sha256) {
    // Somebody touched it: only its bytes can tell whether it is still what it was.
    const same = known.bytes === bytes && (await sha256Of(await fs.readFile(path))) === known.sha256;
    return { ...known, bytes, modifiedMs, check: same ? known.check : damaged('it was altered.') };
  }
  const seen = unknownEntry(path, bytes, modifiedMs);
  if (isEncryptedName(path)) return seen;
  const manifest = await readManifestOf(fs, path);
  return manifest.ok
    ? { ...seen, ...factsOf(manifest.value) }
    : { ...seen, check: damagedBy(manifest.failure) };
}

/** What a backup says of itself, as its folder remembers it. */
export function factsOf({ kind, createdAt, journalId, throughSeq, counts }: Manifest) {
  return { kind, createdAt, journalId, throughSeq: throughSeq ?? null, counts };
}

/** Of a file that nothing is known of but its name, and how it lies there if that could be seen. */
function unknownEntry(path: string, bytes = 0, modifiedMs = 0): CatalogEntry {
  const name = basename(path);
  return {
    fileName: name,
    bytes,
    modifiedMs,
    sha256: null,
    kind: isInAutomaticFolder(path) ? 'automatic' : kindByName(name),
    createdAt: createdAtByName(name) ?? localInstant(new Date(modifiedMs)),
    journalId: null,
    throughSeq: null,
    counts: null,
    check: { kind: 'unchecked' },
  };
}

function isInAutomaticFolder(path: string): boolean {
  return basename(dirname(path)) === AUTOMATIC_FOLDER;
}

function damaged(detail: string): BackupCheck {
  return { kind: 'damaged', detail };
}

/** Throws the failure when it is none of the backup's own. */
function damagedBy(failure: Failure): BackupCheck {
  const fault = faultOf(failure);
  if (fault === null) throw new FailureError(failure);
  return damaged(fault);
}
