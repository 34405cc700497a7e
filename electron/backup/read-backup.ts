import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { FORMAT_VERSION } from '../../shared/model/migrations';
import { failed, type Result, success } from '../../shared/result';
import { diskFailure } from '../journal/durable-file';
import type { Fs } from '../journal/fs';
import type { HistoryLine } from '../journal/history';
import { decodeHistory } from '../journal/history-files';
import { HISTORY_FOLDER } from '../journal/journal-folder';
import { Tables } from '../journal/tables';
import { readVolume } from '../journal/volume-reader';
import { Manifest, MANIFEST_NAME } from './manifest';

/** A backup that was opened, checked file by file, and read into memory. */
export interface ReadBackup {
  manifest: Manifest;
  tables: Tables;
  /** What its records said before. */
  history: HistoryLine[];
  bytes: number;
}

const ZIP_START = [0x50, 0x4b];

/** Reads a backup whole. Says apart: no backup at all, a damaged one, one of a newer version. */
export async function readBackup(fs: Fs, path: string): Promise<Result<ReadBackup>> {
  let bytes: Buffer;
  try {
    if ((await fs.stat(path)).isFolder) return failed({ kind: 'notABackup', path });
    bytes = await fs.readFile(path);
  } catch (error) {
    return failed(diskFailure(error, path));
  }
  if (bytes[0] !== ZIP_START[0] || bytes[1] !== ZIP_START[1]) return failed({ kind: 'notABackup', path });
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes);
  } catch {
    return failed({ kind: 'backupDamaged', path, detail: 'the file is cut short or was altered.' });
  }
  const manifest = readManifest(files, path);
  if (!manifest.ok) return manifest;
  const damage = findDamage(files, manifest.value);
  if (damage !== null) return failed({ kind: 'backupDamaged', path, detail: damage });
  const tables = await readTables(files, manifest.value, path);
  if (!tables.ok) return tables;
  const history = Object.entries(files).flatMap(([name, content]) =>
    name.startsWith(`${HISTORY_FOLDER}/`) ? decodeHistory(content) : [],
  );
  return success({ manifest: manifest.value, tables: tables.value, history, bytes: bytes.length });
}

function readManifest(files: Record<string, Uint8Array>, path: string): Result<Manifest> {
  const raw = files[MANIFEST_NAME];
  if (!raw) return failed({ kind: 'notABackup', path });
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(raw).toString('utf8'));
  } catch {
    return failed({ kind: 'backupDamaged', path, detail: 'its list of contents cannot be read.' });
  }
  const found = versionOf(value);
  if (found !== null && found > FORMAT_VERSION) {
    return failed({ kind: 'newerFormat', file: path, found, supported: FORMAT_VERSION });
  }
  const manifest = Manifest.safeParse(value);
  return manifest.success ? success(manifest.data) : failed({ kind: 'notABackup', path });
}

function versionOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('formatVersion' in value)) return null;
  return typeof value.formatVersion === 'number' ? value.formatVersion : null;
}

/** In words what differs from the manifest, or null. */
function findDamage(files: Record<string, Uint8Array>, manifest: Manifest): string | null {
  for (const { name, bytes, sha256 } of manifest.files) {
    const content = files[name];
    if (!content) return `${name} is missing from it.`;
    const actual = createHash('sha256').update(content).digest('hex');
    if (content.length !== bytes || actual !== sha256) return `${name} in it is not what was backed up.`;
  }
  return null;
}

async function readTables(
  files: Record<string, Uint8Array>,
  manifest: Manifest,
  path: string,
): Promise<Result<Tables>> {
  const tables = new Tables();
  for (const { name } of manifest.files) {
    const content = files[name];
    if (!content || !name.endsWith('.json')) continue;
    const volume = name.slice(0, -'.json'.length);
    const read = await readVolume(Buffer.from(content), volume, name, (type, record) =>
      tables.put(type, record),
    );
    if (!read.ok) return read;
  }
  const { counts } = manifest;
  const right =
    tables.count('person') === counts.people &&
    tables.count('interaction') === counts.interactions &&
    tables.count('promise') === counts.promises &&
    tables.count('gathering') === counts.gatherings;
  if (right) return success(tables);
  return failed({ kind: 'backupDamaged', path, detail: 'it holds fewer or more records than it says.' });
}
