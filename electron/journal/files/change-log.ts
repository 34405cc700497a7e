import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { RecordChange } from '../../../shared/model/record';
import { writeAll, writeDurably } from './durable-file';
import { FailureError } from './failure-error';
import { errorCode, type Fs, type FsHandle } from './fs';

/** One acknowledged change: all that a single action of the user did, so that it happens whole or not at all. */
export interface LogLine {
  /** Counts up by one through the life of the journal. */
  seq: number;
  at: string;
  label: string;
  changes: RecordChange[];
}

export interface LogContent {
  lines: LogLine[];
  /** The file is these lines and, behind them, a torn one. Otherwise it must be written anew before it is appended to. */
  isExact: boolean;
  /** Bytes up to the end of the last whole line; what is behind them is a torn line. */
  goodBytes: number;
  tornBytes: number;
  /** Lines in the middle that could not be read: the number of each, from 1. */
  badLines: number[];
  /** Changes that are not in it, by the gaps between the sequence numbers. */
  missing: number;
  /** Sequence numbers that stand for two different changes: parts of two logs. */
  conflicting: number;
}

const CHECKSUM_CHARS = 32;
const SUM_PREFIX = ',"sum":"';

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, CHECKSUM_CHARS);
}

/** The line's text with its checksum, ending in a line break. The history's lines are written in the same way. */
export function encodeLine(line: object): string {
  const open = JSON.stringify(line).slice(0, -1);
  return `${open}${SUM_PREFIX}${checksum(open)}"}\n`;
}

export function decodeLine(text: string): LogLine | null {
  // The checksum is right, so this is what `encodeLine` wrote of validated records.
  return decodeSealed(text) as LogLine | null;
}

/** What a line says; null when it is not whole: its checksum is wrong or it is no JSON. */
export function decodeSealed(text: string): unknown {
  const sumAt = text.length - (SUM_PREFIX.length + CHECKSUM_CHARS + 2);
  if (sumAt <= 0 || !text.startsWith(SUM_PREFIX, sumAt)) return null;
  const open = text.slice(0, sumAt);
  const sum = text.slice(sumAt + SUM_PREFIX.length, sumAt + SUM_PREFIX.length + CHECKSUM_CHARS);
  if (checksum(open) !== sum || !text.endsWith('"}')) return null;
  try {
    return JSON.parse(`${open}}`);
  } catch {
    return null;
  }
}

/** Reads a log. A torn last line is what a crash leaves of a change that was never acknowledged. */
export function decodeLog(bytes: Buffer): LogContent {
  const lines: LogLine[] = [];
  const badLines: number[] = [];
  let isExact = true;
  let goodBytes = 0;
  for (let at = 0, number = 1; at < bytes.length; number++) {
    const end = bytes.indexOf(0x0a, at);
    const text = bytes.toString('utf8', at, end < 0 ? bytes.length : end);
    const line = end < 0 ? null : decodeLine(text);
    const found = line ? { lines: [line], rest: '' } : rescueFrom(text);
    lines.push(...found.lines);
    if (end >= 0 && found.rest !== '') badLines.push(number);
    if (!line && (end >= 0 || found.lines.length > 0)) isExact = false;
    at = end < 0 ? bytes.length : end + 1;
    if (end >= 0 || (found.lines.length > 0 && found.rest === '')) goodBytes = at;
  }
  const tornBytes = bytes.length - goodBytes;
  return { ...inSequence(lines, isExact), goodBytes, tornBytes, badLines };
}

const LINE_START = /(?=\{"seq":)/;
const LINE_END = '"}';
/** What editors and file systems put between lines: byte order marks, line ends of their own, blocks of zeros. */
const NOT_CONTENT = /[\uFEFF\0\s]/g;

/** Whole lines in a stretch of the log that is not one: a damaged line break, an editor's, or zeros before a line. */
function rescueFrom(text: string): { lines: LogLine[]; rest: string } {
  const lines: LogLine[] = [];
  let rest = '';
  for (const piece of text.split(LINE_START)) {
    const end = piece.lastIndexOf(LINE_END) + LINE_END.length;
    const line = decodeLine(piece.slice(0, end));
    if (line) lines.push(line);
    // One damaged byte where a line break was costs nothing.
    const left = (line ? piece.slice(end) : piece).replace(NOT_CONTENT, '');
    if (!line || left.length > 1) rest += left;
  }
  return { lines, rest };
}

/** Every change once, with what the sequence numbers say about changes that are missing or of another log. */
function inSequence(
  lines: readonly LogLine[],
  isExact: boolean,
): Pick<LogContent, 'lines' | 'isExact' | 'missing' | 'conflicting'> {
  const kept: LogLine[] = [];
  const bySeq = new Map<number, LogLine>();
  let [missing, conflicting, last] = [0, 0, lines[0]?.seq ?? 0];
  for (const line of lines) {
    const former = bySeq.get(line.seq);
    if (former && encodeLine(former) === encodeLine(line)) continue;
    if (former || line.seq < last) conflicting += 1;
    missing += Math.max(0, line.seq - last - 1);
    last = Math.max(last, line.seq);
    bySeq.set(line.seq, line);
    kept.push(line);
  }
  return { lines: kept, isExact: isExact && kept.length === lines.length, missing, conflicting };
}

/**
 * The file that a change must reach before it is acknowledged. One writer, one append at a time: the store's queue sees
 * to that.
 */
export class ChangeLog {
  /** Null after an error: nobody knows then what the file holds behind `bytes`. */
  private handle: FsHandle | null = null;
  /** Which file the log was when it was last open; null before that. */
  private fileId: number | null = null;

  private constructor(
    private readonly fs: Fs,
    readonly path: string,
    private bytes: number,
    /** Of the last line in it. */
    private lastSeq: number | null,
  ) {}

  /** Opens the log for appending behind the lines that were read, cutting off what else is there. */
  static async open(fs: Fs, path: string, content: LogContent): Promise<ChangeLog> {
    let bytes = content.goodBytes;
    if (!content.isExact) {
      const encoded = Buffer.from(content.lines.map(encodeLine).join(''), 'utf8');
      await writeDurably(fs, path, [encoded]);
      bytes = encoded.length;
    }
    const log = new ChangeLog(fs, path, bytes, content.lines.at(-1)?.seq ?? null);
    await log.reopen();
    return log;
  }

  /** Where the next line will begin: cut to here when all before it is in the volumes. */
  get length(): number {
    return this.bytes;
  }

  /**
   * Appends one line and returns when it is on the disk. When that fails, what was written of it is taken off again, so
   * that a change that was refused cannot come back at the next start. Throws Node's error.
   */
  async append(line: LogLine): Promise<void> {
    const bytes = Buffer.from(encodeLine(line), 'utf8');
    const handle = this.handle ?? (await this.reopen());
    if (!(await this.isInPlace())) throw this.replaced();
    try {
      await writeAll(handle, bytes);
      await handle.datasync();
    } catch (error) {
      await this.release();
      // When the disk does not even let go of the line, the next append tries again before it writes anything.
      await this.reopen().catch(() => undefined);
      throw error;
    }
    this.bytes += bytes.length;
    this.lastSeq = line.seq;
  }

  /** Drops everything before `offset`: it is in the volumes now. Throws Node's error; the log is whole all the same. */
  async cut(offset: number): Promise<void> {
    if (offset === 0) return;
    if (!this.handle) await this.reopen();
    if (!(await this.isInPlace())) throw this.replaced();
    const rest = (await this.fs.readFile(this.path)).subarray(offset, this.bytes);
    // Windows does not replace a file that is open. And whoever held on to it would append to a file without a name.
    await this.release();
    const onReplaced = (): void => {
      this.bytes = rest.length;
      if (rest.length === 0) this.lastSeq = null;
    };
    await writeDurably(this.fs, this.path, [rest], { onReplaced });
    this.handle = await this.openHandle();
  }

  /**
   * What is in the log's place when it is not the log that was appended to: something else has changed it, or taken it
   * away. Null when it is. Throws Node's error.
   */
  async foundInstead(): Promise<LogContent | null> {
    if (await this.isInPlace()) return null;
    const place = await this.place();
    // What a failed append of ours could not take off again: the next one does.
    if (!this.handle && place?.id === this.fileId && place.bytes > this.bytes) return null;
    const bytes = await readLog(this.fs, this.path);
    const content = decodeLog(bytes);
    // Another file with the same in it: a disk that was away and is back may count its files anew.
    const isSame = this.lastSeq === (content.lines.at(-1)?.seq ?? null);
    if (!isSame || !content.isExact || content.goodBytes !== this.bytes) return content;
    await this.release();
    this.fileId = place?.id ?? null;
    await this.reopen();
    return null;
  }

  /** An empty log, when all that was in it is in the volumes. Throws Node's error. */
  async renew(): Promise<void> {
    await this.release();
    const onReplaced = (): void => {
      this.bytes = 0;
      this.lastSeq = null;
    };
    await writeDurably(this.fs, this.path, [], { onReplaced });
    this.handle = await this.openHandle();
  }

  async close(): Promise<void> {
    const handle = this.handle;
    this.handle = null;
    await handle?.close();
  }

  /**
   * A fresh handle on the file as it is known to be, with nothing behind it. The old one may have dropped the pages that
   * a failed fsync could not write, and a file that was renamed into place may not have its name on the disk yet.
   */
  private async reopen(): Promise<FsHandle> {
    const handle = await this.fs.open(this.path, 'a');
    try {
      const size = await handle.size();
      const { id } = await this.fs.stat(this.path);
      this.fileId ??= id;
      if (id !== this.fileId || size < this.bytes) throw this.replaced();
      if (size > this.bytes) await this.takeOffRest();
      await handle.sync();
      await this.fs.syncFolder(dirname(this.path));
    } catch (error) {
      await handle.close().catch(() => undefined);
      throw error;
    }
    this.handle = handle;
    return handle;
  }

  /** On Windows a file that is open for appending cannot be cut. */
  private async takeOffRest(): Promise<void> {
    const handle = await this.fs.open(this.path, 'r+');
    try {
      await handle.truncate(this.bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  private async openHandle(): Promise<FsHandle> {
    const handle = await this.fs.open(this.path, 'a');
    this.fileId = (await this.fs.stat(this.path)).id;
    return handle;
  }

  /** Whether the file under the log's name is the one that is open, as long as it was left: else a change would go nowhere. */
  private async isInPlace(): Promise<boolean> {
    const place = await this.place();
    return place !== null && place.id === this.fileId && place.bytes === this.bytes;
  }

  /** What lies under the log's name; null when nothing does. */
  private async place(): Promise<{ id: number; bytes: number } | null> {
    try {
      return await this.fs.stat(this.path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  private replaced(): FailureError {
    return new FailureError({ kind: 'changedOutside', file: basename(this.path) });
  }

  private async release(): Promise<void> {
    // What was synced is on the disk, whatever closing says; and what was not was not acknowledged.
    await this.close().catch(() => undefined);
  }
}

/** The log's bytes, none when there is no log. Throws Node's error for anything else. */
export async function readLog(fs: Fs, path: string): Promise<Buffer> {
  try {
    return await fs.readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
