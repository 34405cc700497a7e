import { basename, join } from 'node:path';
import type { BackupInfo } from '../../shared/contract/backup';
import { FORMAT_VERSION } from '../../shared/model/migrations';
import { localInstant } from '../../shared/model/time';
import { failed, type Result, success } from '../../shared/result';
import { diskFailure, writeDurably } from '../journal/durable-file';
import { errorCode, type Fs } from '../journal/fs';
import { README_NAME, README_TEXT } from '../journal/journal-folder';
import type { JournalSnapshot } from '../journal/volume-files';
import { encodeVolume } from '../journal/volume-format';
import { type ArchiveFile, zipSliced } from './archive';
import { type Manifest, MANIFEST_NAME } from './manifest';
import { readBackup } from './read-backup';

export interface BackupOptions {
  fs: Fs;
  /** A folder outside the journal; made when it is not there. */
  folder: string;
  now: () => Date;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Writes the journal as it stands at this moment into one new file, reopens that, and counts what is in it. Only a
 * backup that was read back whole is called one; a file that fails is deleted again. Never writes over an earlier backup.
 */
export async function writeBackup(
  snapshot: JournalSnapshot,
  options: BackupOptions,
): Promise<Result<BackupInfo>> {
  const { fs, folder } = options;
  const createdAt = localInstant(options.now());
  let path: string;
  try {
    await fs.mkdir(folder);
    path = await freePath(fs, folder, createdAt);
    await writeDurably(fs, path, withProgress(archiveOf(snapshot, createdAt), snapshot, options));
  } catch (error) {
    return failed(diskFailure(error, folder));
  }
  const reopened = await readBackup(fs, path);
  if (!reopened.ok) {
    await fs.unlink(path).catch(() => undefined);
    return reopened;
  }
  return success({
    path,
    fileName: basename(path),
    bytes: reopened.value.bytes,
    createdAt,
    verifiedAt: localInstant(options.now()),
    people: reopened.value.manifest.counts.people,
    interactions: reopened.value.manifest.counts.interactions,
  });
}

async function* archiveOf(snapshot: JournalSnapshot, createdAt: string): AsyncGenerator<Uint8Array> {
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
      createdAt,
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
    Math.round((snapshot.counts.interactions * 400) / (256 * 1024)) + snapshot.volumes.length,
  );
  let done = 0;
  for await (const chunk of chunks) {
    yield chunk;
    done += 1;
    options.onProgress?.(Math.min(done, total), total);
  }
}

/** `Rapport 2026-11-22 0915.rapport`, with a number behind it when that is taken. */
async function freePath(fs: Fs, folder: string, createdAt: string): Promise<string> {
  const stem = `Rapport ${createdAt.slice(0, 10)} ${createdAt.slice(11, 13)}${createdAt.slice(14, 16)}`;
  for (let number = 1; ; number++) {
    const path = join(folder, `${stem}${number === 1 ? '' : ` (${number})`}.rapport`);
    try {
      await fs.stat(path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return path;
      throw error;
    }
  }
}
