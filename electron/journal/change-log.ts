import { createHash } from 'node:crypto';
import type { RecordChange } from '../../shared/model/record';
import { writeAll, writeDurably } from './durable-file';
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
  /** Bytes up to the end of the last whole line; what is behind them is a torn line. */
  goodBytes: number;
  tornBytes: number;
  /** Lines in the middle that could not be read: the number of each, from 1. */
  badLines: number[];
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
  const content: LogContent = { lines: [], goodBytes: 0, tornBytes: 0, badLines: [] };
  let at = 0;
  for (let number = 1; at < bytes.length; number++) {
    const end = bytes.indexOf(0x0a, at);
    if (end < 0) break;
    const line = decodeLine(bytes.toString('utf8', at, end));
    if (line) content.lines.push(line);
    else content.badLines.push(number);
    at = end + 1;
  }
  content.goodBytes = at;
  content.tornBytes = bytes.length - at;
  return content;
}

/**
 * The file that a change must reach before it is acknowledged. One writer, one append at a time: the store's queue sees
 * to that.
 */
export class ChangeLog {
  private constructor(
    private readonly fs: Fs,
    private readonly path: string,
    private handle: FsHandle,
    private bytes: number,
  ) {}

  /** Opens the log for appending, cutting off `tornBytes` at its end. */
  static async open(fs: Fs, path: string, goodBytes: number): Promise<ChangeLog> {
    const handle = await fs.open(path, 'a');
    try {
      if ((await handle.size()) > goodBytes) {
        await handle.truncate(goodBytes);
        await handle.sync();
      }
    } catch (error) {
      await handle.close();
      throw error;
    }
    return new ChangeLog(fs, path, handle, goodBytes);
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
    try {
      await writeAll(this.handle, bytes);
      await this.handle.datasync();
    } catch (error) {
      await this.takeBack();
      throw error;
    }
    this.bytes += bytes.length;
  }

  private async takeBack(): Promise<void> {
    // A failed fsync may have dropped the pages it could not write: a fresh handle knows nothing of them.
    await this.handle.close().catch(() => undefined);
    this.handle = await this.fs.open(this.path, 'a');
    await this.handle.truncate(this.bytes);
    await this.handle.sync();
  }

  /** Drops everything before `offset`: it is in the volumes now. */
  async cut(offset: number): Promise<void> {
    const rest = (await this.fs.readFile(this.path)).subarray(offset, this.bytes);
    await writeDurably(this.fs, this.path, [rest]);
    await this.handle.close();
    this.handle = await this.fs.open(this.path, 'a');
    this.bytes = rest.length;
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}

/** The log's bytes, none when there is no log yet. Throws Node's error for anything else. */
export async function readLog(fs: Fs, path: string): Promise<Buffer> {
  try {
    return await fs.readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
