import type { Finding } from '../../shared/contract/recovery';
import { FORMAT_VERSION, formatVersionOf, migrateVolume } from '../../shared/model/migrations';
import { type RecordOf, recordSchemas } from '../../shared/model/record';
import type { RecordType } from '../../shared/model/record-types';
import { failed, type Result, success } from '../../shared/result';
import {
  decodeHeader,
  decodeSliced,
  decodeWhole,
  hasRightChecksum,
  type Rescued,
  rescueLines,
  type VolumeData,
} from './volume-format';
import { listsOf, type VolumeName } from './volumes';

export type PutRecord = <T extends RecordType>(type: T, record: RecordOf<T>) => void;

/** What reading a volume found. `keep` is what this version does not know and writes back as it is. */
export interface VolumeReading {
  header: Record<string, unknown>;
  keep: VolumeData;
  /** As Rapport wrote it: what its header says can be relied on. Otherwise it is to be written anew. */
  isSound: boolean;
  records: number;
  finding: Finding | null;
}

/**
 * Puts a volume's records into memory. A file whose checksum is right was validated when it was written and goes in as it
 * is; any other is checked record by record; of a damaged one whatever still reads is rescued. Fails when nothing does, so
 * that damage never passes for an empty journal.
 */
export async function readVolume(
  bytes: Buffer,
  volume: VolumeName,
  fileName: string,
  put: PutRecord,
): Promise<Result<VolumeReading>> {
  if (await hasRightChecksum(bytes)) {
    const header = decodeHeader(bytes);
    const version = formatVersionOf({ header });
    if (version > FORMAT_VERSION) return newer(fileName, version);
    if (version === FORMAT_VERSION) return success(await readSound(bytes, header, volume, put));
  }
  const whole = decodeWhole(bytes);
  const isWhole = whole !== null && isLaidOut(whole, volume);
  const found: Rescued = isWhole ? { data: whole, strays: [], lostLines: 0 } : rescueLines(bytes);
  const version = formatVersionOf(found.data);
  if (version > FORMAT_VERSION) return newer(fileName, version);
  return readChecked({ ...found, data: migrateVolume(found.data) }, isWhole, volume, fileName, put);
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

function newer(file: string, found: number): Result<VolumeReading> {
  return failed({ kind: 'newerFormat', file, found, supported: FORMAT_VERSION });
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
  return { header, keep, isSound: true, records, finding: null };
}

function readChecked(
  { data, strays, lostLines }: Rescued,
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
    const detail = 'Nothing in it could be read. Restore it from a backup, or put back a copy of the file.';
    return failed({ kind: 'damaged', file: fileName, detail });
  }
  const finding: Finding = isWhole
    ? { kind: 'fileEdited', file: fileName, records, refused, keptAs: null }
    : { kind: 'fileDamaged', file: fileName, rescued: records, lostLines: lostLines + refused, keptAs: null };
  return success({ header: data.header, keep, isSound: false, records, finding });
}

/** A record that lost its list is taken for one of a type only when it has nothing that the type does not know. */
function hasOnlyFieldsOf(item: unknown, type: RecordType): boolean {
  const { shape } = recordSchemas[type];
  return typeof item === 'object' && item !== null && Object.keys(item).every((field) => field in shape);
}
