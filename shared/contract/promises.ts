import { z } from 'zod';
import { CalendarDate, Id, Side } from '../model/primitives';
import { PromiseRecord } from '../model/promise';
import { call } from './call';
import { ById, Editing, Nothing, Page, paged, PromiseView, recordAdministration } from './common';

export const PromiseQuery = z.object({
  view: z.enum(['open', 'overdue', 'closed']),
  by: Side.optional(),
  personId: Id.optional(),
});
export type PromiseQuery = z.infer<typeof PromiseQuery>;

export const promiseCalls = {
  /** Open ones by due date, those without a date last; closed ones newest first. */
  'promises.list': call(
    PromiseQuery.extend(Page.shape),
    paged(PromiseView).extend({
      counts: z.object({
        open: z.int(),
        overdue: z.int(),
        closed: z.int(),
        openMine: z.int(),
        openTheirs: z.int(),
      }),
    }),
  ),
  'promises.get': call(ById, PromiseView),
  'promises.save': call(
    z.object({ editing: Editing.nullable(), promise: PromiseRecord.omit(recordAdministration) }),
    z.object({ id: Id }),
  ),
  /** `open` reopens it. */
  'promises.close': call(
    z.object({
      id: Id,
      status: z.enum(['kept', 'late', 'broken', 'released', 'open']),
      closedOn: CalendarDate.optional(),
    }),
    Nothing,
  ),
  'promises.delete': call(ById, Nothing),
};
