import { basename, dirname, join } from 'node:path';
import type { BackupKind } from '../../shared/contract/backup';
import { FORMAT_VERSION } from '../../shared/model/migrations';
import type { Instant } from '../../shared/model/primitives';
import { localInstant } from '../../shared/model/time';
import { failed, type Result, success } from '../../shared/result';
import { writeDurably } from '../journal/files/durable-file';
import { FailureError } from '../journal/files/failure-error';
import type { Fs } from '../journal/files/fs';
import { README_NAME, README_TEXT } from '../journal/files/journal-folder';
import type { JournalSnapshot } from '../journal/volume-files';
import { encodeVolume, SLICE_BYTES } from '../journal/files/volume-format';
import { throwIfAborted } from '../journal/watch';
import { type ArchiveFile, zipSliced } from './archive';
import { backupName, unfinishedName } from './backup-names';
import { moveToFreeName } from './free-name';
import { failureOf } from '../journal/files/failure-of';
import { type Manifest, MANIFEST_NAME } from './manifest';
import { type ReadBackup, readBackup, type Unseal } from './read-backup';

/** Of an entry and what belongs to it, roughly: only to tell how far a backup has come. */
const BYTES_PER_ENTRY = 680;

export type Seal = (zip: Buffer) => Promise<Uint8Array>;

export interface BackupOptions {
  fs: Fs;
  /** A folder outside the journal; made when it is not there. */
  folder: string;
  kind: BackupKind;
  now: () => Date;
  /** Encrypts the file; without it the file stays as it is. */
  seal?: Seal;
  /** Opens what was encrypted, to read it back. */
  unseal?: Unseal;
  /** Aborted: the backup is given up, and nothing of it is left. */
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/** A backup that lies in its place, as it was read back. */
export interface WrittenBackup {
  path: string;
  read: ReadBackup;
  verifiedAt: Instant;
}

/**
 * Writes the journal as it stands at this moment into one new file, reopens that, and counts what is in it. Only then it
 * gets its name: what fails, is cancelled or loses power on the way is no backup and looks like none. Never writes over an
 * earlier one.
 */
export async function writeBackup(
  snapshot: JournalSnapshot,
  options: BackupOptions,
): Promise<Result<WrittenBackup>> {
  const { fs, folder, kind } = options;
  const createdAt = localInstant(options.now());
  const name = backupName(kind, createdAt, options.seal !== undefined);
  try {
    await fs.mkdir(folder);
    const archive = withProgress(archiveOf(snapshot, { kind, createdAt }), snapshot, options);
    const settle = (unfinished: string) => moveToFreeName(fs, unfinished, folder, name);
    return success(await writeVerified(options, name, sealed(archive, options), settle));
  } catch (error) {
    return failed(failureOf(error, folder));
  }
}

/** Writes, reads back, and only then has `settle` move it to its place, and tell that. Throws Node's error or the failure. */
export async function writeVerified(
  { fs, folder, now, signal, unseal }: Pick<BackupOptions, 'fs' | 'folder' | 'now' | 'signal' | 'unseal'>,
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  settle: (unfinished: string) => Promise<string>,
): Promise<WrittenBackup> {
  const unfinished = join(folder, unfinishedName(name));
  try {
    await writeDurably(fs, unfinished, stoppable(chunks, signal));
    const read = await readBackup(fs, unfinished, unseal);
    if (!read.ok) throw new FailureError(read.failure);
    throwIfAborted(signal);
    const path = await settle(unfinished);
    await fs.syncFolder(dirname(path));
    return { path, read: read.value, verifiedAt: localInstant(now()) };
  } catch (error) {
    // It may never have been there: the error that matters is the first one.
    await fs.unlink(unfinished).catch(() => undefined);
    throw error;
  }
}

/** The files of a backup, from what the journal holds. */
export async function* archiveOf(
  snapshot: JournalSnapshot,
  about: Pick<Manifest, 'kind' | 'createdAt'>,
): AsyncGenerator<Uint8Array> {
  const files: ArchiveFile[] = [
    { name: README_NAME, chunks: [Buffer.from(README_TEXT)] },
    ...snapshot.volumes.map(({ name, data }) => ({ name: `${name}.json`, chunks: encodeVolume(data) })),
    ...(await snapshot.history()),
  ];
  yield* zipSliced(files, (archived) => {
    const manifest: Manifest = {
      format: 'rapport-backup',
      formatVersion: FORMAT_VERSION,
      journalId: snapshot.journalId,
      ...about,
      throughSeq: snapshot.throughSeq,
      counts: snapshot.counts,
      files: [...archived],
    };
    return { name: MANIFEST_NAME, chunks: [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)] };
  });
}

/** Progress in slices written; how many there will be is guessed from the number of records. */
async function* withProgress(
  chunks: AsyncGenerator<Uint8Array>,
  snapshot: JournalSnapshot,
  options: BackupOptions,
): AsyncGenerator<Uint8Array> {
  const total = Math.max(
    1,
    Math.round((snapshot.counts.interactions * BYTES_PER_ENTRY) / SLICE_BYTES) + snapshot.volumes.length,
  );
  let done = 0;
  for await (const chunk of chunks) {
    yield chunk;
    done += 1;
    options.onProgress?.(Math.min(done, total), total);
  }
}

/** The chunks as they are, or encrypted: that needs the whole of them. */
export async function* sealed(
  chunks: AsyncIterable<Uint8Array>,
  { seal, signal }: Pick<BackupOptions, 'seal' | 'signal'>,
): AsyncGenerator<Uint8Array> {
  if (!seal) {
    yield* chunks;
    return;
  }
  const all: Uint8Array[] = [];
  for await (const chunk of stoppable(chunks, signal)) all.push(chunk);
  yield* slices(await seal(Buffer.concat(all)));
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) yield bytes.subarray(at, at + SLICE_BYTES);
}

async function* stoppable(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    throwIfAborted(signal);
    yield chunk;
  }
}

/** What the user is told of a backup that was just made. */
export function infoOf({ path, read, verifiedAt }: WrittenBackup) {
  const { createdAt, counts, kind } = read.manifest;
  return {
    path,
    fileName: basename(path),
    kind,
    bytes: read.bytes,
    createdAt,
    verifiedAt,
    people: counts.people,
    interactions: counts.interactions,
  };
}
