import type { Failure } from '../../shared/errors';
import { type AnyRecord, type RecordChange, recordSchemas } from '../../shared/model/record';
import { failed, type Result, success } from '../../shared/result';

/** What takes the changes back. */
export function inverse(changes: readonly RecordChange[]): RecordChange[] {
  return changes
    .map(
      (change) =>
        ({ type: change.type, id: change.id, before: change.after, after: change.before }) as RecordChange,
    )
    .reverse();
}

/** Checks each new record against its schema and gives it this change's revision. */
export function checkChanges(changes: readonly RecordChange[], rev: string): Result<RecordChange[]> {
  const checked: RecordChange[] = [];
  const fields: Record<string, string> = {};
  for (const change of changes) {
    if (!change.after) {
      checked.push(change);
      continue;
    }
    const parsed = recordSchemas[change.type].safeParse({ ...change.after, rev });
    if (parsed.success) checked.push({ ...change, after: asStored(parsed.data) } as RecordChange);
    else
      for (const issue of parsed.error.issues)
        fields[[change.type, ...issue.path].join('.')] ??= issue.message;
  }
  if (Object.keys(fields).length > 0) return failed<Failure>({ kind: 'invalidInput', fields });
  return success(checked);
}

/** The record as a file would give it back: without fields that are there but undefined. */
function asStored(record: AnyRecord): AnyRecord {
  return JSON.parse(JSON.stringify(record)) as AnyRecord;
}
