import { dirname, join } from 'node:path';
import type { Fs, FsHandle } from '../../electron/journal/files/fs';

/** What a call to the disk is about to do, in words: `datasync changes.ndjson`. */
type Fault = (call: { number: number; name: string; path: string }) => FaultAction | null;

export type FaultAction =
  /** The call does nothing and fails with this code. */
  | { kind: 'error'; code: string }
  /** A write takes only half of what it was given, and says so; any other call is left alone. */
  | { kind: 'short' }
  /** A write takes half and then fails: a disk that fills up, a cable that is pulled. */
  | { kind: 'torn'; code: string }
  /** The machine is off: this call does nothing, and neither does any other. */
  | { kind: 'powerCut' };

/**
 * How much of what was not synced the disk has kept when the power is back. `everything`: only the program died, as with
 * SIGKILL. `nothing`: neither bytes nor names. `names`: the folders are written, the bytes are not (files of no length).
 * `zeros`: names and lengths, but the bytes were never written. `halves`: names, and the first half of the bytes.
 */
export const keptAfterPowerCut = ['everything', 'nothing', 'names', 'zeros', 'halves'] as const;
export type Kept = (typeof keptAfterPowerCut)[number];

interface MemoryFile {
  kind: 'file';
  bytes: Buffer;
  synced: Buffer;
}

interface MemoryFolder {
  kind: 'folder';
  entries: Map<string, MemoryNode>;
  synced: Map<string, MemoryNode>;
}

type MemoryNode = MemoryFile | MemoryFolder;

const ids = new WeakMap<MemoryNode, number>();
let lastId = 0;

function idOf(node: MemoryNode): number {
  const id = ids.get(node) ?? ++lastId;
  ids.set(node, id);
  return id;
}

/**
 * A disk in memory that counts its calls and lets each of them go wrong. What is on it and what would be left after a
 * power cut are kept apart, the bytes of a file and the names in a folder each: a file that was synced under a name that
 * was not is gone, a rename that was not synced has not happened.
 */
export class MemoryFs implements Fs {
  private root: MemoryFolder = newFolder();
  private isOff = false;
  /** Calls so far. */
  calls = 0;
  /** The calls so far, in words, for the message of a test that fails. */
  readonly trace: string[] = [];
  fault: Fault | null = null;

  /** Turns the machine off, and on again with what the disk has kept. The calls start from nought. */
  restart(kept: Kept): MemoryFs {
    const after = new MemoryFs();
    after.root = survivor(this.root, kept);
    return after;
  }

  async readFile(path: string): Promise<Buffer> {
    await this.step('readFile', path);
    return Buffer.from(this.fileAt(path).bytes);
  }

  async open(path: string, flags: 'wx' | 'a' | 'r+'): Promise<FsHandle> {
    await this.step(`open ${flags}`, path);
    const folder = this.folderAt(dirname(path));
    const found = folder.entries.get(nameOf(path));
    if (found && flags === 'wx') throw fsError('EEXIST', path);
    if (!found && flags === 'r+') throw fsError('ENOENT', path);
    if (found?.kind === 'folder') throw fsError('EISDIR', path);
    const file = found ?? { kind: 'file', bytes: Buffer.alloc(0), synced: Buffer.alloc(0) };
    folder.entries.set(nameOf(path), file);
    return this.handleOf(file, path, flags);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.step('rename', to);
    const node = this.nodeAt(from);
    const [source, target] = [this.folderAt(dirname(from)), this.folderAt(dirname(to))];
    const there = target.entries.get(nameOf(to));
    if (there?.kind === 'folder' && there.entries.size > 0) throw fsError('ENOTEMPTY', to);
    source.entries.delete(nameOf(from));
    target.entries.set(nameOf(to), node);
  }

  async link(from: string, to: string): Promise<void> {
    await this.step('link', to);
    const folder = this.folderAt(dirname(to));
    if (folder.entries.has(nameOf(to))) throw fsError('EEXIST', to);
    folder.entries.set(nameOf(to), this.fileAt(from));
  }

  async unlink(path: string): Promise<void> {
    await this.step('unlink', path);
    this.fileAt(path);
    this.folderAt(dirname(path)).entries.delete(nameOf(path));
  }

  async mkdir(path: string): Promise<void> {
    await this.step('mkdir', path);
    let folder = this.root;
    for (const name of partsOf(path)) {
      const next: MemoryNode = folder.entries.get(name) ?? newFolder();
      if (next.kind !== 'folder') throw fsError('EEXIST', path);
      folder.entries.set(name, next);
      folder = next;
    }
  }

  async readdir(path: string): Promise<string[]> {
    await this.step('readdir', path);
    return [...this.folderAt(path).entries.keys()];
  }

  async stat(path: string): Promise<{ isFolder: boolean; bytes: number; modifiedMs: number; id: number }> {
    await this.step('stat', path);
    const node = this.nodeAt(path);
    const isFolder = node.kind === 'folder';
    return { isFolder, bytes: isFolder ? 0 : node.bytes.length, modifiedMs: 0, id: idOf(node) };
  }

  async copyFile(from: string, to: string): Promise<void> {
    await this.step('copyFile', to);
    const folder = this.folderAt(dirname(to));
    if (folder.entries.has(nameOf(to))) throw fsError('EEXIST', to);
    const bytes = Buffer.from(this.fileAt(from).bytes);
    folder.entries.set(nameOf(to), { kind: 'file', bytes, synced: Buffer.alloc(0) });
  }

  async syncFolder(path: string): Promise<void> {
    await this.step('syncFolder', path);
    const folder = this.folderAt(path);
    folder.synced = new Map(folder.entries);
  }

  /** Puts a file there, or other bytes into it, as something else than Rapport would; on the disk at once. */
  put(path: string, bytes: Uint8Array): void {
    const folder = this.folderAt(dirname(path));
    const file = fileOf(Buffer.from(bytes));
    folder.entries.set(nameOf(path), file);
    folder.synced.set(nameOf(path), file);
  }

  /** Every file by its path, as it stands, without counting as a call. */
  files(): Map<string, Buffer> {
    const files = new Map<string, Buffer>();
    const walk = (folder: MemoryFolder, path: string): void => {
      for (const [name, node] of folder.entries) {
        if (node.kind === 'folder') walk(node, join(path, name));
        else files.set(join(path, name), node.bytes);
      }
    };
    walk(this.root, '/');
    return files;
  }

  private handleOf(file: MemoryFile, path: string, flags: string): FsHandle {
    let isOpen = true;
    const step = async (name: string): Promise<FaultAction | null> => {
      if (!isOpen) throw fsError('EBADF', path);
      return this.step(name, path);
    };
    return {
      write: async (bytes, position) => {
        const action = await step('write');
        const taken = action && bytes.length > 1 ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes;
        const at = position ?? file.bytes.length;
        const longer = Buffer.alloc(Math.max(file.bytes.length, at + taken.length));
        file.bytes.copy(longer);
        longer.set(taken, at);
        file.bytes = longer;
        if (action?.kind === 'torn') throw fsError(action.code, path);
        return taken.length;
      },
      datasync: async () => {
        await step('datasync');
        file.synced = file.bytes;
      },
      sync: async () => {
        await step('sync');
        file.synced = file.bytes;
      },
      size: async () => {
        await step('size');
        return file.bytes.length;
      },
      truncate: async (length) => {
        await step('truncate');
        // As on Windows, which lets nobody cut what is open for appending.
        if (flags === 'a') throw fsError('EPERM', path);
        file.bytes = Buffer.from(file.bytes.subarray(0, length));
      },
      close: async () => {
        // Closed it is even when closing fails, as on a real disk.
        const stepped = step('close');
        isOpen = false;
        await stepped;
      },
    };
  }

  /** Counts the call. Throws when it is to fail; answers what a write is to do instead of all. */
  private async step(name: string, path: string): Promise<FaultAction | null> {
    if (this.isOff) throw fsError('EIO', path);
    this.calls += 1;
    this.trace.push(`${this.calls} ${name} ${path}`);
    const action = this.fault?.({ number: this.calls, name, path }) ?? null;
    if (action === null) return null;
    if (action.kind === 'powerCut') this.isOff = true;
    if (action.kind === 'powerCut') throw fsError('EIO', path);
    if (action.kind === 'error') throw fsError(action.code, path);
    if (name === 'write') return action;
    if (action.kind === 'torn') throw fsError(action.code, path);
    return null;
  }

  private nodeAt(path: string): MemoryNode {
    let node: MemoryNode = this.root;
    for (const name of partsOf(path)) {
      if (node.kind !== 'folder') throw fsError('ENOTDIR', path);
      const next = node.entries.get(name);
      if (!next) throw fsError('ENOENT', path);
      node = next;
    }
    return node;
  }

  private fileAt(path: string): MemoryFile {
    const node = this.nodeAt(path);
    if (node.kind === 'folder') throw fsError('EISDIR', path);
    return node;
  }

  private folderAt(path: string): MemoryFolder {
    const node = this.nodeAt(path);
    if (node.kind !== 'folder') throw fsError('ENOTDIR', path);
    return node;
  }
}

function survivor(folder: MemoryFolder, kept: Kept): MemoryFolder {
  const entries = kept === 'nothing' ? folder.synced : folder.entries;
  const after = newFolder();
  for (const [name, node] of entries) {
    const twin: MemoryNode = node.kind === 'folder' ? survivor(node, kept) : fileOf(keptBytes(node, kept));
    after.entries.set(name, twin);
    after.synced.set(name, twin);
  }
  return after;
}

function keptBytes({ bytes, synced }: MemoryFile, kept: Kept): Buffer {
  if (kept === 'everything' || bytes.equals(synced)) return bytes;
  if (kept === 'nothing' || kept === 'names') return synced;
  // A file that was cut shorter: the new length is a matter of the folder's metadata, and may be there.
  if (bytes.length <= synced.length) return kept === 'zeros' ? bytes : synced;
  if (kept === 'zeros') return Buffer.concat([synced], bytes.length);
  return bytes.subarray(0, synced.length + Math.floor((bytes.length - synced.length) / 2));
}

function fileOf(bytes: Buffer): MemoryFile {
  return { kind: 'file', bytes: Buffer.from(bytes), synced: Buffer.from(bytes) };
}

function newFolder(): MemoryFolder {
  return { kind: 'folder', entries: new Map(), synced: new Map() };
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function nameOf(path: string): string {
  return partsOf(path).at(-1) ?? '';
}

function fsError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
