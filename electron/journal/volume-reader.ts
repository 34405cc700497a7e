import type { Notice } from '../../shared/contract/journal';
import { FORMAT_VERSION, formatVersionOf, migrateVolume } from '../../shared/model/migrations';
import { type RecordOf, recordSchemas } from '../../shared/model/record';
import type { RecordType } from '../../shared/model/record-types';
import { failed, type Result, success } from '../../shared/result';
import {
  decodeHeader,
  decodeSliced,
  decodeWhole,
  hasRightChecksum,
  rescueLines,
  type VolumeData,
} from './volume-format';
import { listsOf, type VolumeName } from './volumes';

export type PutRecord = <T extends RecordType>(type: T, record: RecordOf<T>) => void;

/** What reading a volume found. `keep` is what this version does not know and writes back as it is. */
export interface VolumeReading {
  header: Record<string, unknown>;
  keep: VolumeData;
  /** The file on the disk is not what is in memory: set it aside and write it anew. */
  repaired: boolean;
  /** It reads well, but not as Rapport wrote it. */
  edited: boolean;
  records: number;
  notice: Notice | null;
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
  const data = whole ?? rescueLines(bytes);
  const version = formatVersionOf(data);
  if (version > FORMAT_VERSION) return newer(fileName, version);
  return readChecked(migrateVolume(data), whole === null, volume, fileName, put);
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
  return { header, keep, repaired: false, edited: false, records, notice: null };
}

function readChecked(
  data: VolumeData,
  damaged: boolean,
  volume: VolumeName,
  fileName: string,
  put: PutRecord,
): Result<VolumeReading> {
  const types = listsOf(volume);
  const keep: VolumeData = { header: data.header, lists: {} };
  let records = 0;
  let refused = 0;
  for (const [list, items] of Object.entries(data.lists)) {
    const type = types[list];
    if (!type) {
      keep.lists[list] = items;
      continue;
    }
    for (const item of items) {
      const parsed = recordSchemas[type].safeParse(item);
      if (parsed.success) put(type, parsed.data as RecordOf<typeof type>);
      else refused += 1;
      records += parsed.success ? 1 : 0;
    }
  }
  const looksLikeVolume = Object.keys(types).some((list) => list in data.lists);
  if ((damaged || !looksLikeVolume) && records === 0) {
    return failed({
      kind: 'damaged',
      file: fileName,
      detail: 'Nothing in it could be read. Restore it from a backup, or put back a copy of the file.',
    });
  }
  return success({
    header: data.header,
    keep,
    repaired: damaged || refused > 0,
    edited: true,
    records,
    notice: noticeOf(fileName, damaged, records, refused),
  });
}

function noticeOf(fileName: string, damaged: boolean, records: number, refused: number): Notice {
  const aside = 'The file as it was is kept beside it, under its own name with “.damaged” and today’s date.';
  if (damaged) {
    return {
      kind: 'fileSetAside',
      message: `${fileName} was damaged. ${records} of its records could be read and are here; what stood on its damaged lines is missing. ${aside}`,
    };
  }
  if (refused > 0) {
    return {
      kind: 'recordsSkipped',
      message: `${fileName} was changed by hand. ${records} records are fine; ${refused} could not be understood and are not shown. ${aside}`,
    };
  }
  return {
    kind: 'editedByHand',
    message: `${fileName} was changed by hand. All ${records} records in it are fine and were taken over.`,
  };
}
