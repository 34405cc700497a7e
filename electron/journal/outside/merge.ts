import { isDeepStrictEqual } from 'node:util';
import { changeOf } from '../changes/edit';
import type { AnyRecord, RecordChange } from '../../../shared/model/record';
import type { RecordType } from '../../../shared/model/record-types';
import type { Id } from '../../../shared/model/primitives';

/** A volume's file as something else left it. */
export interface Theirs {
  /** By type, each record under its id. */
  records: ReadonlyMap<RecordType, ReadonlyMap<Id, AnyRecord>>;
  /**
   * `hand`: whole, without a right checksum: everything in it was meant, what is missing from it too. `rapport`: written by
   * another Rapport, which knows of each record whether its version is the later one, and not what we deleted.
   */
  by: 'hand' | 'rapport';
  /** Some records could not be understood: what is not there may be one of them. */
  isPartial: boolean;
}

export interface Ours {
  get(type: RecordType, id: Id): AnyRecord | undefined;
  inVolume(type: RecordType): readonly AnyRecord[];
  /** Changed here since the file was last written. */
  isUnwritten(id: Id): boolean;
  /** What the file was last written with, of a record that was changed since; undefined where that is not known. */
  writtenAs(type: RecordType, id: Id): AnyRecord | undefined;
}

export interface Merged {
  changes: RecordChange[];
  /** Records that were changed on both sides, and of which ours was kept. */
  keptOurs: number;
}

/** What of a file that something else changed is to be taken over. What was changed here since is never overwritten. */
export function mergeVolume(types: readonly RecordType[], theirs: Theirs, ours: Ours): Merged {
  const merged: Merged = { changes: [], keptOurs: 0 };
  for (const type of types) {
    const records: ReadonlyMap<Id, AnyRecord> = theirs.records.get(type) ?? new Map<Id, AnyRecord>();
    for (const [id, record] of records) {
      const verdict = theirs.by === 'hand' ? ofHand(type, record, ours) : ofRapport(type, record, ours);
      if (verdict === 'take') merged.changes.push(changeOf(type, ours.get(type, id), record));
      else if (verdict === 'conflict') merged.keptOurs += 1;
    }
    if (theirs.by === 'rapport' || theirs.isPartial) continue;
    for (const record of ours.inVolume(type)) {
      if (records.has(record.id)) continue;
      if (!ours.isUnwritten(record.id)) merged.changes.push(changeOf(type, record, undefined));
      else if (ours.writtenAs(type, record.id)) merged.keptOurs += 1;
    }
  }
  return merged;
}

type Verdict = 'take' | 'leave' | 'conflict';

function ofHand(type: RecordType, record: AnyRecord, ours: Ours): Verdict {
  const own = ours.get(type, record.id);
  if (own && isDeepStrictEqual(own, record)) return 'leave';
  if (!ours.isUnwritten(record.id)) return 'take';
  const written = ours.writtenAs(type, record.id);
  if (written) return isDeepStrictEqual(written, record) ? 'leave' : 'conflict';
  // What it was written as is not known any more; an older revision is that, most likely.
  return own && record.rev < own.rev ? 'leave' : 'conflict';
}

function ofRapport(type: RecordType, record: AnyRecord, ours: Ours): Verdict {
  const known = ours.get(type, record.id) ?? ours.writtenAs(type, record.id);
  return !known || record.rev > known.rev ? 'take' : 'leave';
}
