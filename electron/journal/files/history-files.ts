import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Id } from '../../../shared/model/primitives';
import type { RecordType } from '../../../shared/model/record-types';
import { decodeSealed, encodeLine } from './change-log';
import { writeAll, writeDurably } from './durable-file';
import { errorCode, type Fs, type FsHandle } from './fs';
import { type HistoryLine, inOrder } from './history';
import { HISTORY_FOLDER } from './journal-folder';
import { SLICE_BYTES } from './volume-format';

/** A file of the history as a backup takes it. */
export interface HistoryFile {
  /** Its path in the journal's folder, with `/`. */
  name: string;
  chunks: AsyncIterable<Uint8Array>;
}

/** A year's file that grows beyond this loses its older half: ten thousand versions with a picture each, or a lifetime without. */
export const MAX_HISTORY_BYTES = 64 * 1024 * 1024;
const LINE_END = 0x0a;
const LINES_A_TURN = 500;
const YEAR_FILE = /^\d{4}\.ndjson$/;

/**
 * `history/2026.ndjson`, one for each year: what was replaced in it, a line for each change, with a checksum. Only ever
 * appended to, in the background; read when somebody asks for a record's history, and at no other time. A line that stands
 * there twice (a crash between writing it and cutting the log) counts once.
 */
export class HistoryFiles {
  /** Files that this session has appended to: their last line is whole. */
  private readonly begun = new Set<string>();

  constructor(
    private readonly fs: Fs,
    private readonly folder: string,
    private readonly maxBytes = MAX_HISTORY_BYTES,
  ) {}

  /** Adds lines and returns when they are on the disk. Throws Node's error; asked again, it writes them again. */
  async append(lines: readonly HistoryLine[]): Promise<void> {
    for (const [year, own] of byYear(lines)) await this.appendTo(nameOf(year), own);
  }

  /** The lines that concern a record, oldest first; `recent` are those that are in no file yet. */
  async of(type: RecordType, id: Id, recent: readonly HistoryLine[]): Promise<HistoryLine[]> {
    const found = new Map<string, HistoryLine>();
    for (const name of await historyNames(this.fs, this.folder)) {
      const bytes = await this.fs.readFile(join(this.folder, name));
      for (const text of linesWith(bytes, id)) {
        const line = decodeHistoryLine(text);
        if (line) found.set(text, line);
      }
      await nextTurn();
    }
    for (const line of recent) found.set(encodeLine(line).trimEnd(), line);
    const concerns = ({ was }: HistoryLine) => was.some((item) => item.id === id && item.type === type);
    return inOrder([...found.values()].filter(concerns), id);
  }

  /** The latest revision of each of these records that was replaced or deleted here, where there is one. */
  async lastRevisions(ids: ReadonlySet<Id>, recent: readonly HistoryLine[]): Promise<Map<Id, string>> {
    const last = new Map<Id, string>();
    const see = ({ was }: HistoryLine): void => {
      for (const { id, before } of was) {
        if (before && ids.has(id) && before.rev > (last.get(id) ?? '')) last.set(id, before.rev);
      }
    };
    if (ids.size === 0) return last;
    for (const name of await historyNames(this.fs, this.folder)) {
      const bytes = await this.fs.readFile(join(this.folder, name));
      for (const [index, text] of bytes.toString('utf8').split('\n').entries()) {
        const line = decodeHistoryLine(text);
        if (line) see(line);
        if (index % LINES_A_TURN === 0) await nextTurn();
      }
    }
    for (const line of recent) see(line);
    return last;
  }

  /** Takes the lines of another copy of the history into this one: those that it has not got. */
  async adopt(lines: readonly HistoryLine[]): Promise<void> {
    for (const [year, own] of byYear(lines)) {
      const bytes = await this.read(nameOf(year));
      const known = new Set(bytes.toString('utf8').split('\n'));
      const added = own.filter((line) => !known.has(encodeLine(line).trimEnd()));
      if (added.length > 0) await this.appendTo(nameOf(year), added);
    }
  }

  /** All files as they are, and behind them what is in no file yet. */
  async files(recent: readonly HistoryLine[]): Promise<HistoryFile[]> {
    const added = new Map([...byYear(recent)].map(([year, lines]) => [nameOf(year), lines]));
    const stored = new Set(await historyNames(this.fs, this.folder));
    return [...new Set([...stored, ...added.keys()])].sort().map((name) => ({
      name,
      chunks: this.chunksOf(stored.has(name) ? name : null, added.get(name) ?? []),
    }));
  }

  private async *chunksOf(stored: string | null, added: readonly HistoryLine[]): AsyncGenerator<Uint8Array> {
    if (stored !== null) {
      const bytes = await this.fs.readFile(join(this.folder, stored));
      for (let at = 0; at < bytes.length; at += SLICE_BYTES) yield bytes.subarray(at, at + SLICE_BYTES);
      if (added.length > 0) yield Buffer.from('\n');
    }
    yield* encodeHistory(added);
  }

  private async appendTo(name: string, lines: readonly HistoryLine[]): Promise<void> {
    const path = join(this.folder, name);
    await this.fs.mkdir(join(this.folder, HISTORY_FOLDER));
    const handle = await this.fs.open(path, 'a');
    let size: number;
    try {
      const before = await handle.size();
      // What a crash left at its end may be half a line: the next one begins on a line of its own.
      if (before > 0 && !this.begun.has(name)) await writeAll(handle, Buffer.from('\n'));
      this.begun.delete(name);
      await writeLines(handle, lines);
      await handle.sync();
      size = await handle.size();
      if (before === 0) await this.fs.syncFolder(join(this.folder, HISTORY_FOLDER));
    } finally {
      await handle.close();
    }
    this.begun.add(name);
    if (size > this.maxBytes) await this.halve(path);
  }

  private async read(name: string): Promise<Buffer> {
    try {
      return await this.fs.readFile(join(this.folder, name));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return Buffer.alloc(0);
      throw error;
    }
  }

  private async halve(path: string): Promise<void> {
    const bytes = await this.fs.readFile(path);
    const half = bytes.indexOf(LINE_END, bytes.length - this.maxBytes / 2) + 1;
    // One change may be longer than that, such as a restore: it stays.
    const last = bytes.lastIndexOf(LINE_END, bytes.length - 2) + 1;
    const from = Math.min(half, last);
    await writeDurably(this.fs, path, [bytes.subarray(from)]);
  }
}

/** The history's files that are there: `history/2025.ndjson`, … Throws Node's error when the folder cannot be read. */
export async function historyNames(fs: Fs, folder: string): Promise<string[]> {
  try {
    const names = await fs.readdir(join(folder, HISTORY_FOLDER));
    return names
      .filter((name) => YEAR_FILE.test(name))
      .sort()
      .map((name) => `${HISTORY_FOLDER}/${name}`);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Lines as the files that they belong in. */
export function historyFilesOf(lines: readonly HistoryLine[]): HistoryFile[] {
  return [...byYear(lines)].map(([year, own]) => ({ name: nameOf(year), chunks: encodeHistory(own) }));
}

/** The bytes of a file of the history, in slices. */
export async function* encodeHistory(lines: readonly HistoryLine[]): AsyncGenerator<Uint8Array> {
  for (const line of lines) yield Buffer.from(encodeLine(line), 'utf8');
}

/** The whole lines of a file of the history. */
export function decodeHistory(bytes: Uint8Array): HistoryLine[] {
  return Buffer.from(bytes)
    .toString('utf8')
    .split('\n')
    .flatMap((text) => decodeHistoryLine(text) ?? []);
}

function decodeHistoryLine(text: string): HistoryLine | null {
  // The checksum is right, so this is what was written of validated records.
  return decodeSealed(text) as HistoryLine | null;
}

function nameOf(year: string): string {
  return `${HISTORY_FOLDER}/${year}.ndjson`;
}

function byYear(lines: readonly HistoryLine[]): Map<string, HistoryLine[]> {
  const years = new Map<string, HistoryLine[]>();
  for (const line of lines) {
    const year = line.at.slice(0, 4);
    const own = years.get(year);
    if (own) own.push(line);
    else years.set(year, [line]);
  }
  return years;
}

async function writeLines(handle: FsHandle, lines: readonly HistoryLine[]): Promise<void> {
  let text = '';
  for (const [index, line] of lines.entries()) {
    text += encodeLine(line);
    if (text.length < SLICE_BYTES && index < lines.length - 1) continue;
    await writeAll(handle, Buffer.from(text, 'utf8'));
    text = '';
    await nextTurn();
  }
}

/** The lines that hold these words somewhere, as text. */
function* linesWith(bytes: Buffer, words: string): Generator<string> {
  for (let at = bytes.indexOf(words); at >= 0;) {
    const start = bytes.lastIndexOf(LINE_END, at) + 1;
    const found = bytes.indexOf(LINE_END, at);
    const end = found < 0 ? bytes.length : found;
    yield bytes.toString('utf8', start, end);
    at = bytes.indexOf(words, end);
  }
}
