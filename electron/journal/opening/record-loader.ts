import type { Finding } from '../../../shared/contract/recovery';
import { type AnyRecord, type RecordOf } from '../../../shared/model/record';
import type { RecordType } from '../../../shared/model/record-types';
import type { Tables } from '../tables/tables';
import type { VolumeFiles } from '../volume-files';
import type { PutRecord } from '../files/volume-reader';
import { isOfYear, type VolumeName, volumeOf, yearOf } from '../files/volumes';

interface Misplaced {
  id: string;
  /** The file that a record stands in and does not belong to. */
  volume: VolumeName;
  /** Where it belongs, or where its later version is. */
  home: VolumeName;
  /** Two versions that are not the same. */
  isTwice: boolean;
}

/**
 * Puts the records of the volumes into memory, and notes those that stand in two places or in the wrong one: after a
 * crash between two files, after an edit by hand, after a sync program put back a former file.
 */
export class RecordLoader {
  private readonly misplaced: Misplaced[] = [];

  constructor(private readonly tables: Tables) {}

  putInto(volume: VolumeName): PutRecord {
    const year = yearOf(volume);
    return (type, record) => {
      const former = this.tables.get(type, record.id);
      if (former) this.noteTwice(type, former, record, volume);
      if (!former || record.rev >= former.rev) this.tables.put(type, record);
      if (year !== null && !isOfYear(type, record, year)) {
        this.misplaced.push({ id: record.id, volume, home: volumeOf(type, record), isTwice: false });
      }
    };
  }

  /**
   * Sees to it that each record will be in one file, its own. `replayed`: records about which the log had the last word;
   * of the others the later revision counts, and that is told.
   */
  settle(replayed: ReadonlySet<string>, files: VolumeFiles, dirty: Set<VolumeName>): Finding[] {
    const losses = new Map<VolumeName, number>();
    for (const { id, volume, home, isTwice } of this.misplaced) {
      dirty.add(volume);
      dirty.add(home);
      files.noteRemoval(volume);
      if (isTwice && !replayed.has(id)) losses.set(volume, (losses.get(volume) ?? 0) + 1);
    }
    return [...losses].map(([volume, count]) => ({
      kind: 'recordsTwice',
      file: `${volume}.json`,
      count,
      keptAs: null,
    }));
  }

  private noteTwice<T extends RecordType>(
    type: T,
    former: RecordOf<T>,
    record: RecordOf<T>,
    volume: VolumeName,
  ): void {
    const isLater = record.rev >= former.rev;
    const [loser, home] = isLater ? [volumeOf(type, former), volume] : [volume, volumeOf(type, former)];
    this.misplaced.push({ id: record.id, volume: loser, home, isTwice: !isSame(former, record) });
  }
}

function isSame(a: AnyRecord, b: AnyRecord): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
