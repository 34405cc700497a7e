import type { Finding } from '../../../shared/contract/recovery';
import { currentFormat, type Format, formatVersionOf, migrateVolume } from '../../../shared/model/migrations';
import { type RecordOf, recordSchemas } from '../../../shared/model/record';
import type { RecordType } from '../../../shared/model/record-types';
import { failed, type Result, success } from '../../../shared/result';
import {
  decodeHeader,
  decodeSliced,
  decodeWhole,
  hasRightChecksum,
  type Rescued,
  rescueLines,
  type VolumeData,
} from './volume-format';
import { isMuchSmaller } from './shrinking';
import { listsOf, type VolumeName } from './volumes';

const UNREADABLE = 'Nothing in it could be read. Restore it from a backup, or put back a copy of the file.';

export type PutRecord = <T extends RecordType>(type: T, record: RecordOf<T>) => void;

/** What reading a volume found. `keep` is what this version does not know and writes back as it is. */
export interface VolumeReading {
  header: Record<string, unknown>;
  keep: VolumeData;
  /** As Rapport wrote it: what its header says can be relied on. Otherwise it is to be written anew. */
  isSound: boolean;
  /** The format it was in. Header and records are those of the format that was asked for. */
  formatVersion: number;
  records: number;
  finding: Finding | null;
}

/**
 * Puts a volume's records into memory. A file whose checksum is right was validated when it was written and goes in as it
 * is; any other is checked record by record; of a damaged one whatever still reads is rescued. Fails when nothing does, so
 * that damage never passes for an empty journal. A file of an earlier format is brought to `format`, in memory only.
 */
export async function readVolume(
  bytes: Buffer,
  volume: VolumeName,
  fileName: string,
  put: PutRecord,
  format = currentFormat,
): Promise<Result<VolumeReading>> {
  if (await hasRightChecksum(bytes)) {
    const header = decodeHeader(bytes);
    const version = formatVersionOf({ header });
    if (version > format.version) return newer(fileName, version, format);
    if (version === format.version) return success(await readSound(bytes, header, volume, put));
    return readOlder(bytes, version, volume, fileName, put, format);
  }
  const whole = decodeWhole(bytes);
  const isWhole = whole !== null && isLaidOut(whole, volume);
  const found: Rescued = isWhole ? { data: whole, strays: [], lostLines: 0 } : rescueLines(bytes);
  const version = formatVersionOf(found.data);
  if (version > format.version) return newer(fileName, version, format);
  const data = migratedOrNull(found.data, format);
  if (data) return readChecked({ ...found, data }, version, isWhole, volume, fileName, put);
  return failed({ kind: 'damaged', file: fileName, detail: UNREADABLE });
}

/**
 * Whether the lists are those of the volume. One that has another list in the place of an own one has a damaged name in
 * it: its records would be taken for something that this version does not know.
 */
function isLaidOut({ lists }: VolumeData, volume: VolumeName): boolean {
  const own = Object.keys(listsOf(volume));
  const known = own.filter((list) => list in lists).length;
  return known > 0 && (known === own.length || Object.keys(lists).length === known);
}

function newer(file: string, found: number, { version }: Format): Result<VolumeReading> {
  return failed({ kind: 'newerFormat', file, found, supported: version });
}

/** A file that an earlier version wrote. What cannot be brought to this format is a mistake of ours, and not damage. */
function readOlder(
  bytes: Buffer,
  from: number,
  volume: VolumeName,
  fileName: string,
  put: PutRecord,
  format: Format,
): Result<VolumeReading> {
  const fails = (detail: string): Result<VolumeReading> =>
    failed({ kind: 'migrationFailed', file: fileName, from, to: format.version, detail });
  const data = decodeWhole(bytes);
  if (!data) return fails('it is not laid out as a volume.');
  let migrated: VolumeData;
  try {
    migrated = migrateVolume(data, format);
  } catch (error) {
    return fails(error instanceof Error ? error.message : String(error));
  }
  const read = readChecked({ data: migrated, strays: [], lostLines: 0 }, from, true, volume, fileName, put);
  if (!read.ok) return read;
  const { finding, records } = read.value;
  if (finding?.kind === 'fileEdited' && finding.refused > 0)
    return fails(`${finding.refused} of its records would not be valid.`);
  const before = Object.keys(listsOf(volume)).reduce((sum, list) => sum + (data.lists[list]?.length ?? 0), 0);
  if (isMuchSmaller(before, records)) return fails(`of its ${before} records ${records} would be left.`);
  return success({ ...read.value, isSound: true, finding: null });
}

/** What something else than Rapport wrote may be such that no migration can make sense of it. */
function migratedOrNull(data: VolumeData, format: Format): VolumeData | null {
  try {
    return migrateVolume(data, format);
  } catch {
    // The caller says that the file cannot be read: it stays as it is.
    return null;
  }
}

async function readSound(
  bytes: Buffer,
  header: Record<string, unknown>,
  volume: VolumeName,
  put: PutRecord,
): Promise<VolumeReading> {
  const types = listsOf(volume);
  const keep: VolumeData = { header, lists: {} };
  let records = 0;
  await decodeSliced(bytes, (list, slice) => {
    const type = types[list];
    if (type) {
      // The checksum says that these are the records that were validated before they were written.
      for (const record of slice as RecordOf<typeof type>[]) put(type, record);
      records += slice.length;
    } else {
      (keep.lists[list] ??= []).push(...slice);
    }
  });
  return { header, keep, isSound: true, formatVersion: formatVersionOf({ header }), records, finding: null };
}

function readChecked(
  { data, strays, lostLines }: Rescued,
  formatVersion: number,
  isWhole: boolean,
  volume: VolumeName,
  fileName: string,
  put: PutRecord,
): Result<VolumeReading> {
  const types = listsOf(volume);
  const keep: VolumeData = { header: data.header, lists: {} };
  let [records, refused] = [0, 0];
  const take = (item: unknown, type: RecordType): boolean => {
    const parsed = recordSchemas[type].safeParse(item);
    if (parsed.success) put(type, parsed.data as RecordOf<typeof type>);
    if (parsed.success) records += 1;
    return parsed.success;
  };
  const takeStray = (item: unknown): boolean =>
    Object.values(types).some((type) => hasOnlyFieldsOf(item, type) && take(item, type));
  for (const [list, items] of Object.entries(data.lists)) {
    const type = types[list];
    // Behind a damaged line that should have opened the next list, records of that one follow.
    if (type) refused += items.filter((item) => !take(item, type) && (isWhole || !takeStray(item))).length;
    // What this version does not know it keeps; in a damaged file it may be an own list under a damaged name.
    else if (isWhole) keep.lists[list] = items;
    else {
      const unknown = items.filter((item) => !takeStray(item));
      if (unknown.length > 0) keep.lists[list] = unknown;
    }
  }
  refused += strays.filter((item) => !takeStray(item)).length;
  if (!isWhole && records === 0) {
    return failed({ kind: 'damaged', file: fileName, detail: UNREADABLE });
  }
  const finding: Finding = isWhole
    ? { kind: 'fileEdited', file: fileName, records, refused, keptAs: null }
    : {
        kind: 'fileDamaged',
        file: fileName,
        rescued: records,
        expected: null,
        lostLines: lostLines + refused,
        keptAs: null,
      };
  return success({ header: data.header, keep, isSound: false, formatVersion, records, finding });
}

/** A record that lost its list is taken for one of a type only when it has nothing that the type does not know. */
function hasOnlyFieldsOf(item: unknown, type: RecordType): boolean {
  const { shape } = recordSchemas[type];
  return typeof item === 'object' && item !== null && Object.keys(item).every((field) => field in shape);
}
