import { isDeepStrictEqual } from 'node:util';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Difference } from '../../shared/contract/backup';
import { dateOf } from '../../shared/model/time';
import { type AnyRecord, type RecordChange } from '../../shared/model/record';
import { type RecordType, recordTypes } from '../../shared/model/record-types';
import { formatDay } from '../../shared/words/dates';
import type { Tables } from '../journal/tables/tables';

const EXAMPLES = 5;
const TITLE_LENGTH = 60;
const SLICE = 2_000;

/** What leads from one journal to another, record by record. A record that differs only in its revision is the same. */
export async function changesBetween(from: Tables, to: Tables): Promise<RecordChange[]> {
  const changes: RecordChange[] = [];
  let looked = 0;
  for (const type of recordTypes) {
    for (const after of to.all(type)) {
      const before = from.get(type, after.id);
      if (!before || !sameContent(before, after))
        changes.push({ type, id: after.id, before, after } as RecordChange);
      if (++looked % SLICE === 0) await nextTurn();
    }
    for (const before of from.all(type)) {
      if (!to.get(type, before.id)) changes.push({ type, id: before.id, before } as RecordChange);
      if (++looked % SLICE === 0) await nextTurn();
    }
  }
  return changes;
}

/** Whether two versions of a record say the same. */
export function sameContent(a: AnyRecord, b: AnyRecord): boolean {
  if (a.rev === b.rev && a.updatedAt === b.updatedAt) return isDeepStrictEqual(a, b);
  return isDeepStrictEqual({ ...a, rev: '' }, { ...b, rev: '' });
}

/** The changes in numbers, with a few examples that the user recognises. Types that neither journal has are left out. */
export function summarize(changes: readonly RecordChange[], now: Tables, backup: Tables): Difference[] {
  return recordTypes
    .map((type): Difference => {
      const own = changes.filter((change) => change.type === type);
      const examples = own
        .slice(0, EXAMPLES)
        .map((change) => ({ what: whatOf(change), title: titleOf(type, change.after ?? change.before) }));
      const count = (what: ReturnType<typeof whatOf>): number =>
        own.filter((change) => whatOf(change) === what).length;
      return {
        type,
        now: now.count(type),
        inBackup: backup.count(type),
        added: count('added'),
        changed: count('changed'),
        removed: count('removed'),
        examples,
      };
    })
    .filter((difference) => difference.now > 0 || difference.inBackup > 0);
}

function whatOf(change: RecordChange): 'added' | 'changed' | 'removed' {
  if (!change.before) return 'added';
  return change.after ? 'changed' : 'removed';
}

function titleOf(type: RecordType, record: AnyRecord | undefined): string {
  if (!record) return '';
  if ('name' in record) return record.name;
  if ('what' in record) return record.what;
  if ('text' in record) return record.text;
  if ('participants' in record)
    return `${formatDay(dateOf(record.at))}: ${shortened(record.notes ?? record.kind)}`;
  return type;
}

/** The beginning of a text, on one line; that it goes on is shown. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= TITLE_LENGTH ? line : `${line.slice(0, TITLE_LENGTH).trimEnd()}…`;
}
