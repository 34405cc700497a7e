import type { PromiseView } from '../../../shared/contract/common';
import type { CallOutput, ParsedInput } from '../../../shared/contract/contract';
import type { Id } from '../../../shared/model/primitives';
import { isOverdue, type PromiseRecord } from '../../../shared/model/promise';
import { daysBetween } from '../../../shared/model/time';
import { FailureError } from '../files/failure-error';
import type { ReadableJournal } from '../journal';
import { pageOf } from '../calls/paging';

/** A promise as lists show it on a day, today unless told otherwise. */
export function promiseView(
  journal: ReadableJournal,
  promise: PromiseRecord,
  day = journal.today(),
): PromiseView {
  return {
    promise,
    person: journal.personName(promise.personId),
    overdueDays: promise.dueOn === undefined ? null : daysBetween(promise.dueOn, day),
  };
}

/** The most pressing first; those without a date last, the oldest of them first. */
export function byDueDate(a: PromiseRecord, b: PromiseRecord): number {
  const due = (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999');
  return due || a.madeOn.localeCompare(b.madeOn) || (a.id < b.id ? -1 : 1);
}

function byClosing(a: PromiseRecord, b: PromiseRecord): number {
  return (b.closedOn ?? '').localeCompare(a.closedOn ?? '') || (a.id < b.id ? 1 : -1);
}

export function getPromise(journal: ReadableJournal, id: Id): PromiseView {
  const promise = journal.tables.get('promise', id);
  if (!promise) throw new FailureError({ kind: 'notFound', what: 'promise' });
  return promiseView(journal, promise);
}

export function listPromises(
  journal: ReadableJournal,
  input: ParsedInput<'promises.list'>,
): CallOutput<'promises.list'> {
  const today = journal.today();
  const all =
    input.personId === undefined
      ? [...journal.tables.all('promise')]
      : journal.tables.promisesOf(input.personId);
  const open = all.filter((promise) => promise.status === 'open');
  const overdue = open.filter((promise) => isOverdue(promise, today));
  const closed = all.filter((promise) => promise.status !== 'open');
  const shown = { open, overdue, closed }[input.view].filter(
    (promise) => input.by === undefined || promise.by === input.by,
  );
  shown.sort(input.view === 'closed' ? byClosing : byDueDate);
  return {
    ...pageOf(shown, input, (promise) => promiseView(journal, promise)),
    counts: {
      open: open.length,
      overdue: overdue.length,
      closed: closed.length,
      openMine: open.filter((promise) => promise.by === 'me').length,
      openTheirs: open.filter((promise) => promise.by === 'them').length,
    },
  };
}
