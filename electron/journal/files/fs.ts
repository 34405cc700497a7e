import { constants } from 'node:fs';
import * as nodeFs from 'node:fs/promises';
import { dirname } from 'node:path';

/** An open file. Writes go to the end or to `position`; `write` may write less than it was given. */
export interface FsHandle {
  write(bytes: Uint8Array, position: number | null): Promise<number>;
  datasync(): Promise<void>;
  sync(): Promise<void>;
  size(): Promise<number>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * The few file operations that the journal is built from. They come in as an argument, so that tests can make each of
 * them fail, fall short or lose power. Errors are Node's, with their `code`.
 */
export interface Fs {
  readFile(path: string): Promise<Buffer>;
  /** `wx` creates and fails if it is there; `a` appends, creating; `r+` reads and writes what is there. */
  open(path: string, flags: 'wx' | 'a' | 'r+'): Promise<FsHandle>;
  rename(from: string, to: string): Promise<void>;
  /** A second name for a file; fails with `EEXIST` if that is there. */
  link(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** Makes a folder and those above it; it may be there already. */
  mkdir(path: string): Promise<void>;
  readdir(path: string): Promise<string[]>;
  /** `id`: which file it is; another one under the same name has another. */
  stat(path: string): Promise<{ isFolder: boolean; bytes: number; modifiedMs: number; id: number }>;
  copyFile(from: string, to: string): Promise<void>;
  /** Makes a rename or a new name in this folder survive a power cut. */
  syncFolder(path: string): Promise<void>;
}

function handleOf(file: nodeFs.FileHandle): FsHandle {
  return {
    write: async (bytes, position) => (await file.write(bytes, 0, bytes.length, position)).bytesWritten,
    datasync: () => file.datasync(),
    sync: () => file.sync(),
    size: async () => (await file.stat()).size,
    truncate: (length) => file.truncate(length),
    close: () => file.close(),
  };
}

/** The real disk. */
export const diskFs: Fs = {
  readFile: (path) => nodeFs.readFile(path),
  open: async (path, flags) => handleOf(await nodeFs.open(path, flags)),
  rename: (from, to) => nodeFs.rename(from, to),
  link: (from, to) => nodeFs.link(from, to),
  unlink: (path) => nodeFs.unlink(path),
  mkdir: makeFolder,
  readdir: (path) => nodeFs.readdir(path),
  stat: async (path) => {
    const stats = await nodeFs.stat(path);
    return { isFolder: stats.isDirectory(), bytes: stats.size, modifiedMs: stats.mtimeMs, id: stats.ino };
  },
  copyFile: (from, to) => nodeFs.copyFile(from, to, constants.COPYFILE_EXCL),
  syncFolder,
};

/**
 * Some file systems, network shares among them, cannot sync a folder, and one that may be written need not be readable:
 * there is nothing more to be had from them. PostgreSQL passes over the same (`fsync_fname_ext`).
 */
const CANNOT_SYNC_FOLDERS = new Set(['EACCES', 'EINVAL', 'EBADF', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder; its file systems write the name with the file.
  if (process.platform === 'win32') return;
  let folder: nodeFs.FileHandle | null = null;
  try {
    folder = await nodeFs.open(path, 'r');
    await folder.sync();
  } catch (error) {
    if (!CANNOT_SYNC_FOLDERS.has(errorCode(error) ?? '')) throw error;
  } finally {
    await folder?.close();
  }
}

/** Folder by folder: Node's own `recursive` never comes back where a folder may not be made at all, such as in `/proc`. */
async function makeFolder(path: string): Promise<void> {
  try {
    await nodeFs.mkdir(path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && (await nodeFs.stat(path)).isDirectory()) return;
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await nodeFs.mkdir(path);
  }
}

/** The code of a Node file error, or null for anything else. */
export function errorCode(thrown: unknown): string | null {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;
}

/** The file that a Node file error is about, or null when it does not say. */
export function errorPath(thrown: unknown): string | null {
  return thrown instanceof Error && 'path' in thrown && typeof thrown.path === 'string' ? thrown.path : null;
}

/**
 * What is answered where files cannot have two names: on FAT, exFAT and some network shares. `EISDIR` is what Node makes of
 * Windows’ “invalid function”.
 */
const CANNOT_LINK = new Set('EPERM EACCES EINVAL ENOTSUP EOPNOTSUPP ENOSYS EISDIR UNKNOWN'.split(' '));

/** Whether `link` failed because files cannot have two names there. */
export function cannotLink(thrown: unknown): boolean {
  return CANNOT_LINK.has(errorCode(thrown) ?? '');
}
