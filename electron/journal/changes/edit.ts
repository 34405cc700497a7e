import { failed, type Result, success } from '../../../shared/result';
import type { AnyRecord, RecordChange, RecordOf } from '../../../shared/model/record';
import { oneRecord, type RecordType } from '../../../shared/model/record-types';
import { created, type Stamp, updated } from '../../../shared/model/stamp';
import type { Tables } from '../tables/tables';

/** One change of one record, with its type. */
export function changeOf<T extends RecordType>(
  type: T,
  before: RecordOf<T> | undefined,
  after: RecordOf<T> | undefined,
): RecordChange {
  return { type, id: (after ?? before)?.id, before, after } as RecordChange;
}

/** The record that is being edited, provided that nobody changed it since it was opened. */
export function currentOf<T extends RecordType>(
  tables: Tables,
  type: T,
  editing: { id: string; rev: string },
): Result<RecordOf<T>> {
  const current = tables.get(type, editing.id);
  if (!current) return failed({ kind: 'notFound', what: oneRecord[type] });
  if (current.rev !== editing.rev) return failed({ kind: 'changedMeanwhile', what: oneRecord[type] });
  return success(current);
}

/** Creates a record of these fields, or replaces the edited one's. `known`: the fields that the form has in hand. */
export function saveRecord(
  tables: Tables,
  stamp: Stamp,
  type: RecordType,
  editing: { id: string; rev: string } | null,
  fields: object,
  known: readonly string[],
): Result<RecordChange> {
  if (!editing) return success(changeOf(type, undefined, created(fields, stamp) as AnyRecord));
  const current = currentOf(tables, type, editing);
  if (!current.ok) return current;
  return success(changeOf(type, current.value, updated<AnyRecord>(current.value, fields, stamp, known)));
}

/** The same record with some fields changed or, when undefined, gone. */
export function patched<T extends RecordType>(
  type: T,
  record: RecordOf<T>,
  fields: Partial<Record<keyof RecordOf<T>, unknown>>,
  stamp: Stamp,
): RecordChange {
  return changeOf(
    type,
    record,
    updated<RecordOf<T>>(record, fields as Partial<RecordOf<T>>, stamp, Object.keys(fields)),
  );
}

const ADMINISTRATION = new Set(['id', 'createdAt', 'updatedAt', 'rev']);

/** The fields of a record that a form has in hand: all but those of its administration. */
export function knownFields(schema: { shape: object }): readonly string[] {
  return Object.keys(schema.shape).filter((field) => !ADMINISTRATION.has(field));
}
