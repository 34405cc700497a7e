import type { Failure } from '../../../shared/errors';
import type { Format } from '../../../shared/model/migrations';
import type { AnyRecord } from '../../../shared/model/record';
import type { RecordType } from '../../../shared/model/record-types';
import type { Id } from '../../../shared/model/primitives';
import { isMuchSmaller } from '../files/shrinking';
import { type PutRecord, readVolume } from '../files/volume-reader';
import type { VolumeData } from '../files/volume-format';
import type { VolumeName } from '../files/volumes';
import type { Theirs } from './merge';

/** Why a file that something else changed is not taken over. */
export type Refusal = 'damaged' | 'older' | 'foreign' | 'muchSmaller';

export type Examined =
  | { kind: 'theirs'; theirs: Theirs; keep: VolumeData; throughSeq: number }
  | { kind: 'refused'; why: Refusal }
  /** Of a newer version of Rapport: nothing may be written over it. */
  | { kind: 'unusable'; failure: Failure };

/** What is known here of the volume. */
export interface Known {
  journalId: string;
  throughSeq: number;
  /** How many of its records are in memory. */
  records: number;
}

/** What to make of a volume's file that something else wrote while the journal was open. */
export async function examineVolume(
  bytes: Buffer,
  volume: VolumeName,
  known: Known,
  format: Format | undefined,
): Promise<Examined> {
  const records = new Map<RecordType, Map<Id, AnyRecord>>();
  const put: PutRecord = (type, record) => {
    const ofType = records.get(type) ?? new Map<Id, AnyRecord>();
    records.set(type, ofType.set(record.id, record));
  };
  const read = await readVolume(bytes, volume, `${volume}.json`, put, format);
  if (!read.ok)
    return read.failure.kind === 'damaged'
      ? { kind: 'refused', why: 'damaged' }
      : { kind: 'unusable', failure: read.failure };
  const { header, finding, isSound, keep } = read.value;
  if (finding?.kind === 'fileDamaged') return { kind: 'refused', why: 'damaged' };
  if (header['journalId'] !== known.journalId || header['volume'] !== volume)
    return { kind: 'refused', why: 'foreign' };
  const throughSeq = Number(header['throughSeq']);
  if (isSound && !(throughSeq >= known.throughSeq)) return { kind: 'refused', why: 'older' };
  if (isMuchSmaller(known.records, read.value.records)) return { kind: 'refused', why: 'muchSmaller' };
  const isPartial = finding?.kind === 'fileEdited' && finding.refused > 0;
  return {
    kind: 'theirs',
    theirs: { records, by: isSound ? 'rapport' : 'hand', isPartial },
    keep,
    throughSeq,
  };
}
