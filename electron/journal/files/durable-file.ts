import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Failure } from '../../../shared/errors';
import { errorCode, type Fs, type FsHandle } from './fs';

/** Antivirus programs and indexers on Windows hold a file for moments after it was written. */
const RENAME_RETRY_MS = [10, 20, 40, 80, 150, 300, 600, 800];
const RETRIED = new Set(['EPERM', 'EACCES', 'EBUSY']);

interface Replacing {
  /** Asked when all is written and nothing is replaced yet; what it throws leaves the old file as it is. */
  mayReplace?: () => Promise<void>;
  onReplaced?: () => void;
}

/**
 * Replaces a file so that, whatever happens meanwhile, the path holds either all of the old content or all of the new:
 * a temp file of a name of its own in the same folder, all bytes, fsync, a check of the size, rename, fsync of the
 * folder. Throws Node's error: the old file is untouched, unless `onReplaced` was called before. Then the new one is in
 * its place, and only its name may not survive a power cut.
 */
export async function writeDurably(
  fs: Fs,
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  { mayReplace, onReplaced }: Replacing = {},
) {
  const folder = dirname(path);
  const temp = join(folder, `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeNew(fs, temp, chunks);
    await mayReplace?.();
    await renameRetrying(fs, temp, path);
    onReplaced?.();
    await fs.syncFolder(folder);
  } catch (error) {
    // The temp file may not exist or the disk may be gone: the error that matters is the first one.
    await fs.unlink(temp).catch(() => undefined);
    throw error;
  }
}

async function writeNew(
  fs: Fs,
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const handle = await fs.open(path, 'wx');
  try {
    let bytes = 0;
    for await (const chunk of chunks) {
      await writeAll(handle, chunk);
      bytes += chunk.length;
    }
    await handle.sync();
    const size = await handle.size();
    if (size !== bytes) throw new Error(`Wrote ${bytes} bytes, but the file has ${size}.`);
  } catch (error) {
    await handle.close().catch(() => undefined);
    throw error;
  }
  await handle.close();
}

/** Makes a folder and those above it, so that they survive a power cut. It may be there already. */
export async function makeFolderDurably(fs: Fs, folder: string): Promise<void> {
  const parents = [dirname(folder)];
  // A drive that is not there has nothing above it that could be.
  for (let at = dirname(folder); at !== dirname(at) && !(await isThere(fs, at)); at = dirname(at))
    parents.push(dirname(at));
  await fs.mkdir(folder);
  for (const parent of parents) await fs.syncFolder(parent);
}

/** Whether a file or folder is there; what else keeps it from being looked at is thrown. */
export async function isThere(fs: Fs, path: string): Promise<boolean> {
  try {
    await fs.stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** It may have gone already: before a crash, by the user, by another program. Throws Node's error for anything else. */
export async function removeIfThere(fs: Fs, path: string): Promise<void> {
  try {
    await fs.unlink(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/** Writes every byte at the end of an open file: a single write may write less than it was given. */
export async function writeAll(handle: FsHandle, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const count = await handle.write(written === 0 ? bytes : bytes.subarray(written), null);
    if (count <= 0) throw Object.assign(new Error('The disk took no more bytes.'), { code: 'ENOSPC' });
    written += count;
  }
}

/** Renames, patiently: see `RENAME_RETRY_MS`. Throws Node's error. */
export async function renameRetrying(fs: Fs, from: string, to: string): Promise<void> {
  for (const waitMs of RENAME_RETRY_MS) {
    try {
      return await fs.rename(from, to);
    } catch (error) {
      if (!RETRIED.has(errorCode(error) ?? '')) throw error;
      await pause(waitMs);
    }
  }
  return fs.rename(from, to);
}

/** A thrown file error as a failure of the closed set. */
export function diskFailure(thrown: unknown, path: string): Failure {
  switch (errorCode(thrown)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'diskFull', path };
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return { kind: 'readOnly', path };
    case 'ENOENT':
      return { kind: 'folderMissing', path };
    case 'ENOTDIR':
      return { kind: 'notAFolder', path };
    default:
      return {
        kind: 'diskError',
        path,
        detail: errorCode(thrown) ?? (thrown instanceof Error ? thrown.message : String(thrown)),
      };
  }
}

/** The same where something was only to be read: nothing of it can be called not saved. */
export function readFailure(thrown: unknown, path: string): Failure {
  const failure = diskFailure(thrown, path);
  if (failure.kind === 'readOnly') return { kind: 'cannotRead', path, why: 'notAllowed', detail: '' };
  return failure.kind === 'diskError' ? { ...failure, kind: 'cannotRead', why: 'diskError' } : failure;
}

/** The same of one file, which may be missing while its folder is there. */
export function fileFailure(thrown: unknown, path: string): Failure {
  switch (errorCode(thrown)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'fileMissing', path };
    case 'EISDIR':
      return { kind: 'cannotRead', path, why: 'isFolder', detail: '' };
    default:
      return readFailure(thrown, path);
  }
}
