import { z } from 'zod';
import { CalendarDate, openObject, recordFields } from './primitives';

/** A line of Today that the user put off, or is done with: it stays away until that day. */
export const Snooze = openObject({
  ...recordFields,
  /** The line: its kind and the ids it is about, as `shared/insight/today.ts` names it. */
  line: z.string().min(1).max(200),
  /** The first day on which it may be shown again. */
  until: CalendarDate,
  /** Done, not only put off: what it was about was seen to outside of Rapport. */
  done: z.boolean().optional(),
});
export type Snooze = z.infer<typeof Snooze>;
