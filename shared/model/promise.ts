import { z } from 'zod';
import { CalendarDate, Id, line, openObject, recordFields, Side } from './primitives';

export const PromiseStatus = z.enum(['open', 'kept', 'late', 'broken', 'released']);
export type PromiseStatus = z.infer<typeof PromiseStatus>;

/** Something one side said it would do. Named `PromiseRecord` because JavaScript has a Promise of its own. */
export const PromiseRecord = openObject({
  ...recordFields,
  personId: Id,
  /** The interaction in which it was made. */
  interactionId: Id.optional(),
  by: Side,
  what: line(1_000, 'The promise'),
  madeOn: CalendarDate,
  dueOn: CalendarDate.optional(),
  status: PromiseStatus,
  closedOn: CalendarDate.optional(),
});
export type PromiseRecord = z.infer<typeof PromiseRecord>;

/** Open and past its date. Due today is not overdue. */
export function isOverdue(promise: Pick<PromiseRecord, 'status' | 'dueOn'>, today: CalendarDate): boolean {
  return promise.status === 'open' && promise.dueOn !== undefined && promise.dueOn < today;
}
