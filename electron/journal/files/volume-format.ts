import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * The text of a volume: valid JSON, one record a line, and last the checksum of all bytes before its line. Records on
 * lines of their own keep the file readable and its differences small, and let it be read and written in slices.
 *
 *     {
 *     "format": "rapport",
 *     …
 *     "interactions": [
 *     {…},
 *     {…}
 *     ],
 *     "checksum": "sha256-…"
 *     }
 */
export const FORMAT_NAME = 'rapport';

/**
 * A volume as plain data. Its header says `format`, `formatVersion`, `volume` (`people`, `entries/2026`, …), `journalId`
 * and `throughSeq`: all changes up to that sequence number are in the file. The lists hold its records, by name.
 */
export interface VolumeData {
  header: Record<string, unknown>;
  lists: Record<string, unknown[]>;
}

/** A change that is saved meanwhile waits for a few slices: four times as long ones let it wait for six times as long. */
export const SLICE_BYTES = 64 * 1024;
const CHECKSUM_LINE = /"checksum": "sha256-([0-9a-f]{64})"\n\}\n?$/;
/** Longer than the checksum's line can be. */
const TAIL_BYTES = 128;

/** The file's bytes, in slices: other work gets its turn between two of them. */
export async function* encodeVolume(data: VolumeData): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const encode = (text: string): Uint8Array => {
    const bytes = Buffer.from(text, 'utf8');
    hash.update(bytes);
    return bytes;
  };
  let text = '{\n';
  for (const [key, value] of Object.entries(data.header)) {
    text += `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`;
  }
  for (const [name, records] of Object.entries(data.lists)) {
    text += `${JSON.stringify(name)}: [\n`;
    for (let index = 0; index < records.length; index++) {
      text += JSON.stringify(records[index]) + (index < records.length - 1 ? ',\n' : '\n');
      if (text.length >= SLICE_BYTES) {
        yield encode(text);
        text = '';
        await nextTurn();
      }
    }
    text += '],\n';
  }
  yield encode(text);
  yield Buffer.from(`"checksum": "sha256-${hash.digest('hex')}"\n}\n`, 'utf8');
}

/** Whether the file is as Rapport wrote it: its checksum is right. Then its records were validated when written. */
export async function hasRightChecksum(bytes: Buffer): Promise<boolean> {
  const tail = bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES)).toString('latin1');
  const found = CHECKSUM_LINE.exec(tail);
  if (!found) return false;
  const contentEnd = bytes.length - (tail.length - found.index);
  const hash = createHash('sha256');
  for (let at = 0; at < contentEnd; at += SLICE_BYTES * 16) {
    hash.update(bytes.subarray(at, Math.min(contentEnd, at + SLICE_BYTES * 16)));
    await nextTurn();
  }
  return hash.digest('hex') === found[1];
}

/** The header fields of a file that `encodeVolume` wrote: they stand before its lists. Throws for any other layout. */
export function decodeHeader(bytes: Buffer): Record<string, unknown> {
  // A map, since a name may be one that objects have already.
  const header = new Map<string, unknown>();
  for (let at = lineEnd(bytes, 0) + 1; ;) {
    const line = bytes.toString('utf8', at, lineEnd(bytes, at));
    const field = fieldOf(line);
    if (field.value === '[' || field.key === 'checksum') return Object.fromEntries(header);
    header.set(field.key, JSON.parse(field.value.replace(/,$/, '')));
    at = lineEnd(bytes, at) + 1;
  }
}

/**
 * Reads the records of a file whose checksum is right, a slice at a time. Throws when the layout is not the one that
 * `encodeVolume` writes.
 */
export async function decodeSliced(
  bytes: Buffer,
  onRecords: (list: string, records: unknown[]) => void,
): Promise<void> {
  for (let at = lineEnd(bytes, 0) + 1; ;) {
    const end = lineEnd(bytes, at);
    const field = fieldOf(bytes.toString('utf8', at, end));
    if (field.key === 'checksum') return;
    at = end + 1;
    if (field.value === '[') at = await decodeList(bytes, at, (records) => onRecords(field.key, records));
  }
}

function fieldOf(line: string): { key: string; value: string } {
  const found = /^("(?:[^"\\]|\\.)*"): (.*)$/s.exec(line);
  if (found?.[1] === undefined || found[2] === undefined)
    throw new Error('A line of the file is not a field.');
  return { key: String(JSON.parse(found[1])), value: found[2] };
}

async function decodeList(
  bytes: Buffer,
  from: number,
  onRecords: (records: unknown[]) => void,
): Promise<number> {
  // Inside a record a line break is escaped, so a line that starts with `]` is the end of the list.
  const end = bytes[from] === 0x5d ? from : bytes.indexOf('\n]', from) + 1;
  if (end === 0) throw new Error('A list of the file has no end.');
  let at = from;
  while (at < end) {
    let sliceEnd = at + SLICE_BYTES >= end ? end : lineEnd(bytes, at + SLICE_BYTES) + 1;
    if (sliceEnd > end) sliceEnd = end;
    let textEnd = sliceEnd - 1;
    if (bytes[textEnd - 1] === 0x2c) textEnd -= 1;
    const records: unknown = JSON.parse(`[${bytes.toString('utf8', at, textEnd)}]`);
    if (!Array.isArray(records)) throw new Error('A list of the file is not a list.');
    onRecords(records);
    at = sliceEnd;
    await nextTurn();
  }
  return lineEnd(bytes, end) + 1;
}

function lineEnd(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(0x0a, from);
  if (end < 0) throw new Error('The file ends too early.');
  return end;
}

/** Reads a whole file at once, whoever wrote it. Null: it is not JSON, or not an object with lists. */
export function decodeWhole(bytes: Buffer): VolumeData | null {
  let value: unknown;
  try {
    // A byte order mark is what some editors put in front.
    value = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const data: VolumeData = { header: {}, lists: {} };
  for (const [key, field] of Object.entries(value)) {
    if (Array.isArray(field) && field.every((item) => typeof item === 'object')) data.lists[key] = field;
    else if (key !== 'checksum') data.header[key] = field;
  }
  return data;
}

/** What can be read of a damaged file. */
export interface Rescued {
  data: VolumeData;
  /** Whole records that stand in no list: the line that opened it is damaged. */
  strays: unknown[];
  /** Lines that cannot be read. How many are missing where a file was cut short cannot be told. */
  lostLines: number;
}

/** Every line of a damaged file that still is a whole record, by the list it stood in. */
export function rescueLines(bytes: Buffer): Rescued {
  const rescued: Rescued = { data: { header: {}, lists: {} }, strays: [], lostLines: 0 };
  let list = rescued.strays;
  for (const raw of bytes.toString('utf8').split('\n')) {
    const line = raw.replace(/\r$/, '').replace(/,$/, '');
    const opening = /^"([A-Za-z]+)": \[$/.exec(line);
    if (opening?.[1]) rescued.data.lists[opening[1]] = list = [];
    else if (line === ']') list = rescued.strays;
    else if (!readLine(line, rescued.data.header, list)) rescued.lostLines += 1;
  }
  return rescued;
}

/** Whether the line could be read. Punctuation, and the checksum that was found wrong, say nothing. */
function readLine(line: string, header: Record<string, unknown>, list: unknown[]): boolean {
  if (/^[{}\s\uFEFF]*$/.test(line) || line.startsWith('"checksum"')) return true;
  const field = /^"([A-Za-z]+)": (.*)$/.exec(line);
  try {
    const value: unknown = JSON.parse(field?.[2] ?? line);
    if (field?.[1]) header[field[1]] = value;
    else if (typeof value === 'object' && value !== null) list.push(value);
    return field !== null || typeof value === 'object';
  } catch {
    // This line is what was damaged: the caller says how many there are.
    return false;
  }
}
