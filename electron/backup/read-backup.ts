import { basename } from 'node:path';
import type { Failure } from '../../shared/errors';
import { currentFormat, type Format } from '../../shared/model/migrations';
import { failed, type Result, success } from '../../shared/result';
import { fileFailure } from '../journal/files/durable-file';
import type { Fs } from '../journal/files/fs';
import type { HistoryLine } from '../journal/files/history';
import { decodeHistory } from '../journal/files/history-files';
import { HISTORY_FOLDER } from '../journal/files/journal-folder';
import { migrateHistory } from '../journal/opening/migrate-lines';
import { Tables } from '../journal/tables/tables';
import type { VolumeData } from '../journal/files/volume-format';
import { type PutRecord, readVolume } from '../journal/files/volume-reader';
import { type VolumeName, volumeOfFile } from '../journal/files/volumes';
import { Manifest, MANIFEST_NAME } from './manifest';
import { isOutOfMemory } from './out-of-memory';
import { sha256Of } from './sha256';
import { unzip } from './unzip';

/** A backup that was opened, checked file by file, and read into memory. */
export interface ReadBackup {
  manifest: Manifest;
  tables: Tables;
  /** What its records said before. */
  history: HistoryLine[];
  /** Of each volume what is not a record that this version knows: its header, and lists of newer versions. */
  keep: Map<VolumeName, VolumeData>;
  /** Of the file as it lies on the disk. */
  bytes: number;
  sha256: string;
}

/** Makes a zip of an encrypted file again. */
export type Unseal = (bytes: Buffer, path: string) => Promise<Result<Buffer>>;

const AGE_START = 'age-encryption.org/';
const ARMOR_START = '-----BEGIN AGE ENCRYPTED FILE-----';
const ZIP_START = [0x50, 0x4b];

/**
 * Reads a backup whole. Says apart: no backup at all, a damaged one, one of a newer version. One of an earlier format is
 * brought to `format`, in memory only.
 */
export async function readBackup(
  fs: Fs,
  path: string,
  unseal?: Unseal,
  format = currentFormat,
): Promise<Result<ReadBackup>> {
  const bytes = await readFile(fs, path);
  if (!bytes.ok) return bytes;
  const sha256 = await sha256Of(bytes.value);
  const zip = isAgeFile(bytes.value) ? await decrypt(bytes.value, path, unseal) : bytes;
  if (!zip.ok) return zip;
  const opened = await openArchive(zip.value, path, format);
  return opened.ok ? success({ ...opened.value, bytes: bytes.value.length, sha256 }) : opened;
}

/** Reads only what a backup says of itself. Quick, and no proof that the rest of it is whole. */
export async function readManifestOf(fs: Fs, path: string): Promise<Result<Manifest>> {
  const bytes = await readFile(fs, path);
  if (!bytes.ok) return bytes;
  const files = await unpack(bytes.value, path, (name) => name === MANIFEST_NAME);
  return files.ok ? readManifest(files.value, path, currentFormat) : files;
}

/** Nothing is wrong with the file as far as anybody knows: its passphrase is not known here. */
export function isLocked({ kind }: Failure): boolean {
  return kind === 'passphraseNeeded' || kind === 'wrongPassphrase';
}

async function readFile(fs: Fs, path: string): Promise<Result<Buffer>> {
  try {
    if ((await fs.stat(path)).isFolder) return failed({ kind: 'notABackup', path });
    return success(await fs.readFile(path));
  } catch (error) {
    return failed(fileFailure(error, path));
  }
}

function isAgeFile(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 64).trimStart();
  return start.startsWith(AGE_START) || start.startsWith(ARMOR_START);
}

async function decrypt(bytes: Buffer, path: string, unseal: Unseal | undefined): Promise<Result<Buffer>> {
  return unseal ? unseal(bytes, path) : failed({ kind: 'passphraseNeeded', to: 'open', path });
}

async function openArchive(
  bytes: Buffer,
  path: string,
  format: Format,
): Promise<Result<Omit<ReadBackup, 'bytes' | 'sha256'>>> {
  const files = await unpack(bytes, path);
  if (!files.ok) return files;
  const manifest = readManifest(files.value, path, format);
  if (!manifest.ok) return manifest;
  const damage = await findDamage(files.value, manifest.value);
  if (damage !== null) return failed({ kind: 'backupDamaged', path, detail: damage });
  const read = await readTables(files.value, manifest.value, path, format);
  if (!read.ok) return read;
  const history = [...files.value].flatMap(([name, content]) =>
    name.startsWith(`${HISTORY_FOLDER}/`) ? decodeHistory(content) : [],
  );
  const migrated = migrateHistory(history, manifest.value.formatVersion, format);
  return success({ manifest: manifest.value, history: migrated, ...read.value });
}

async function unpack(
  bytes: Buffer,
  path: string,
  wanted?: (name: string) => boolean,
): Promise<Result<Map<string, Buffer>>> {
  if (bytes[0] !== ZIP_START[0] || bytes[1] !== ZIP_START[1]) return failed({ kind: 'notABackup', path });
  try {
    return success(await unzip(bytes, wanted));
  } catch (error) {
    if (isOutOfMemory(error)) throw error;
    return failed({ kind: 'backupDamaged', path, detail: 'the file is cut short or was altered.' });
  }
}

function readManifest(
  files: Map<string, Buffer>,
  path: string,
  { version: supported }: Format,
): Result<Manifest> {
  const raw = files.get(MANIFEST_NAME);
  if (!raw) return failed({ kind: 'notABackup', path });
  let value: unknown;
  try {
    value = JSON.parse(raw.toString('utf8'));
  } catch {
    return failed({ kind: 'backupDamaged', path, detail: 'its list of contents cannot be read.' });
  }
  const found = versionOf(value);
  if (found !== null && found > supported) {
    return failed({ kind: 'newerFormat', file: basename(path), found, supported });
  }
  const manifest = Manifest.safeParse(value);
  return manifest.success ? success(manifest.data) : failed({ kind: 'notABackup', path });
}

function versionOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('formatVersion' in value)) return null;
  return typeof value.formatVersion === 'number' ? value.formatVersion : null;
}

/** In words what differs from the manifest, or null. */
async function findDamage(files: Map<string, Buffer>, manifest: Manifest): Promise<string | null> {
  for (const { name, bytes, sha256 } of manifest.files) {
    const content = files.get(name);
    if (!content) return `${name} is missing from it.`;
    if (content.length !== bytes || (await sha256Of(content)) !== sha256)
      return `${name} in it is not what was backed up.`;
  }
  return null;
}

async function readTables(
  files: Map<string, Buffer>,
  manifest: Manifest,
  path: string,
  format: Format,
): Promise<Result<Pick<ReadBackup, 'tables' | 'keep'>>> {
  const tables = new Tables();
  const keep: ReadBackup['keep'] = new Map();
  for (const { name } of manifest.files) {
    const content = files.get(name);
    const volume = volumeOfFile(name);
    if (!content || volume === null) continue;
    const put: PutRecord = (type, record) => tables.put(type, record);
    const read = await readVolume(content, volume, name, put, format);
    if (!read.ok) return read;
    keep.set(volume, read.value.keep);
  }
  const { counts } = manifest;
  const right =
    tables.count('person') === counts.people &&
    tables.count('interaction') === counts.interactions &&
    tables.count('promise') === counts.promises &&
    tables.count('gathering') === counts.gatherings;
  if (right) return success({ tables, keep });
  return failed({ kind: 'backupDamaged', path, detail: 'it holds fewer or more records than it says.' });
}
