import { z } from 'zod';
import { CalendarDate, Id, line, Minutes, Notes, openObject, recordFields } from './primitives';

/** A change of direction in the user's own work, and whom to tell of it. */
export const Season = openObject({
  ...recordFields,
  name: line(300, 'The name'),
  from: CalendarDate,
  to: CalendarDate.optional(),
  change: Notes.optional(),
  watch: z.array(openObject({ personId: Id, toldOn: CalendarDate.optional() })).optional(),
}).refine((season) => season.to === undefined || season.to >= season.from, {
  path: ['to'],
  error: 'It ends before it starts.',
});
export type Season = z.infer<typeof Season>;

/** Time spent on networking that is in no interaction and no gathering. */
export const TimeLog = openObject({
  ...recordFields,
  date: CalendarDate,
  channel: line(100, 'The channel'),
  minutes: Minutes,
  note: Notes.optional(),
});
export type TimeLog = z.infer<typeof TimeLog>;
