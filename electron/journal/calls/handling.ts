import type { ParsedInput } from '../../../shared/contract/contract';
import type { RecordChange } from '../../../shared/model/record';
import type { Stamp } from '../../../shared/model/stamp';
import type { Result } from '../../../shared/result';
import { FailureError } from '../files/failure-error';
import type { Journal } from '../journal';
import { valueOrThrow } from '../journal-store';
import type { Tables } from '../tables/tables';
import type { JournalHandlers } from '../thread-protocol';

/** The handlers of one area's calls. */
export type Handlers<Area extends string> = Pick<
  JournalHandlers,
  Extract<keyof JournalHandlers, `${Area}.${string}`>
>;

/** What undo says it takes back: "adding Maya Okonjo", "changes to Maya Okonjo". */
export function labelOf(editing: object | null, name: string): string {
  return editing ? `changes to ${name}` : `adding ${name}`;
}

export function closingLabel(status: ParsedInput<'promises.close'>['status']): string {
  return status === 'open' ? 'opening the promise again' : `marking the promise ${status}`;
}

/** One change of the journal: on the disk when this resolves, and one step of undo. */
export async function change(
  journal: Journal,
  label: string,
  build: (tables: Tables, stamp: Stamp) => Result<RecordChange[]>,
): Promise<readonly RecordChange[]> {
  return valueOrThrow(await journal.store.change(label, build));
}

/** The one record that was changed. */
export function only(changes: readonly RecordChange[]): RecordChange {
  const first = changes[0];
  if (!first) throw new FailureError({ kind: 'unexpected', detail: 'Nothing was saved.' });
  return first;
}
