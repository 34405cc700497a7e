import type { ParsedInput } from '../../../shared/contract/contract';
import { PromiseRecord } from '../../../shared/model/promise';
import type { Id } from '../../../shared/model/primitives';
import type { RecordChange } from '../../../shared/model/record';
import type { Stamp } from '../../../shared/model/stamp';
import { dateOf } from '../../../shared/model/time';
import { failed, type Result, success } from '../../../shared/result';
import type { Tables } from '../tables/tables';
import { changeOf, knownFields, patched, saveRecord } from './edit';

const KNOWN = knownFields(PromiseRecord);

export function savePromise(
  tables: Tables,
  stamp: Stamp,
  { editing, promise }: ParsedInput<'promises.save'>,
): Result<RecordChange[]> {
  if (promise.dueOn !== undefined && promise.dueOn < promise.madeOn) {
    const fields = { 'promise.dueOn': 'This promise would be due before it was made.' };
    return failed({ kind: 'invalidInput', fields });
  }
  const saved = saveRecord(tables, stamp, 'promise', editing, promise, KNOWN);
  return saved.ok ? success([saved.value]) : saved;
}

/** Closes a promise on a day (today when none is given), or opens it again. */
export function closePromise(
  tables: Tables,
  stamp: Stamp,
  { id, status, closedOn }: ParsedInput<'promises.close'>,
): Result<RecordChange[]> {
  const promise = tables.get('promise', id);
  if (!promise) return failed({ kind: 'notFound', what: 'promise' });
  const day = status === 'open' ? undefined : (closedOn ?? dateOf(stamp.now));
  if (day !== undefined && day < promise.madeOn) {
    return failed({ kind: 'invalidInput', fields: { closedOn: 'It cannot be closed before it was made.' } });
  }
  return success([patched('promise', promise, { status, closedOn: day }, stamp)]);
}

export function deletePromise(tables: Tables, id: Id): Result<RecordChange[]> {
  const promise = tables.get('promise', id);
  return promise
    ? success([changeOf('promise', promise, undefined)])
    : failed({ kind: 'notFound', what: 'promise' });
}
