import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

interface ZipEntry {
  name: string;
  method: number;
  packedBytes: number;
  bytes: number;
  headerAt: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const HEADER_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
/** A comment may follow the end record; longer ones than this are none of ours. */
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

const inflate = promisify(inflateRaw);

/**
 * The files of a zip, by name. Unpacked by zlib in a thread of Node's own, one after the other, so that nothing waits for
 * a large one. `wanted` chooses; all by default. Throws when it is no zip, or not a whole one.
 * Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export async function unzip(
  zip: Buffer,
  wanted: (name: string) => boolean = () => true,
): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of directoryOf(zip)) {
    if (wanted(entry.name)) files.set(entry.name, await unpack(zip, entry));
  }
  return files;
}

async function unpack(zip: Buffer, entry: ZipEntry): Promise<Buffer> {
  const { headerAt } = entry;
  if (zip.readUInt32LE(headerAt) !== HEADER_SIGNATURE) throw new Error(`${entry.name} has no header.`);
  const start = headerAt + 30 + zip.readUInt16LE(headerAt + 26) + zip.readUInt16LE(headerAt + 28);
  const packed = zip.subarray(start, start + entry.packedBytes);
  if (packed.length !== entry.packedBytes) throw new Error(`${entry.name} ends too early.`);
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) throw new Error(`${entry.name} is packed in an unknown way.`);
  // Never more than the directory says: a few altered bytes could stand for gigabytes.
  const content = await inflate(packed, { maxOutputLength: Math.max(1, entry.bytes) });
  if (content.length !== entry.bytes) throw new Error(`${entry.name} has another length.`);
  return content;
}

function directoryOf(zip: Buffer): ZipEntry[] {
  const end = endRecordAt(zip);
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error('The list of files is broken.');
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      packedBytes: zip.readUInt32LE(at + 20),
      bytes: zip.readUInt32LE(at + 24),
      headerAt: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function endRecordAt(zip: Buffer): number {
  const last = zip.length - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (zip.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  throw new Error('The zip has no end.');
}
