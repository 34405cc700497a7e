import type { AnyRecord, RecordChange } from '../../shared/model/record';
import { recordTypes } from '../../shared/model/record-types';
import type { Tables } from '../../electron/journal/tables/tables';

/** Everything in a journal, to compare: `person <id>` and the record as text. Revisions are left out: devices differ in them. */
export type State = Map<string, string>;

export function stateOf(tables: Tables): State {
  const state: State = new Map();
  for (const type of recordTypes) {
    for (const record of tables.all(type)) state.set(`${type} ${record.id}`, textOf(record));
  }
  return state;
}

/** The plainest of journals: what is in it after one more acknowledged change. */
export function applyTo(state: State, changes: readonly RecordChange[]): State {
  const next = new Map(state);
  for (const { type, id, after } of changes) {
    if (after) next.set(`${type} ${id}`, textOf(after));
    else next.delete(`${type} ${id}`);
  }
  return next;
}

/** The same as one text, in an order of its own. */
export function asText(state: State): string {
  return [...state]
    .map(([key, record]) => `${key} ${record}`)
    .sort()
    .join('\n');
}

function textOf(record: AnyRecord): string {
  const sorted = Object.entries(record)
    .filter(([key, value]) => key !== 'rev' && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(sorted));
}
