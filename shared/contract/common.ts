import { z } from 'zod';
import { Interaction } from '../model/interaction';
import { StandingKind } from '../model/person';
import { CalendarDate, Id } from '../model/primitives';
import { PromiseRecord } from '../model/promise';

/** No input, no output. */
export const Nothing = z.object({});

export const ById = z.object({ id: Id });

/** As it stood at the end of a past day; without a day, as it stands today. */
export const ByIdOn = ById.extend({ on: CalendarDate.optional() });

/** Reads come a page at a time: the renderer never holds the whole journal. */
export const Page = z.object({
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
});

export function paged<T extends z.ZodType>(row: T) {
  return z.object({ total: z.int(), offset: z.int(), rows: z.array(row) });
}

/** What takes long enough to tell how far it is. */
export const JobName = z.enum([
  'backup',
  'automatic',
  'quit',
  'verify',
  'look',
  'restore',
  'move',
  'forget',
  'check',
]);
export type JobName = z.infer<typeof JobName>;

/** A record's name, to show and to link. */
export const Named = z.object({ id: Id, name: z.string() });
export type Named = z.infer<typeof Named>;

export const PersonName = Named.extend({ standing: StandingKind, organisation: z.string().optional() });
export type PersonName = z.infer<typeof PersonName>;

/** Words of a text that answer a search: start and end offsets, in UTF-16 units, of a cut piece of it. */
export const Excerpt = z.object({ text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) });
export type Excerpt = z.infer<typeof Excerpt>;

/** An interaction as lists show it. Long notes are cut: `notesCut` says so, `interactions.get` has them whole. */
export const EntryView = z.object({
  interaction: Interaction,
  notesCut: z.boolean(),
  people: z.array(PersonName),
  gathering: Named.nullable(),
  promises: z.array(PromiseRecord),
  /** Where a search was made: the piece of the notes that answers it. */
  excerpt: Excerpt.nullable(),
});
export type EntryView = z.infer<typeof EntryView>;

export const PromiseView = z.object({
  promise: PromiseRecord,
  person: PersonName,
  /** Days past due today, 0 or less when it is not. Null without a date. */
  overdueDays: z.int().nullable(),
});
export type PromiseView = z.infer<typeof PromiseView>;

export const DateSpan = z.object({ from: CalendarDate.optional(), to: CalendarDate.optional() });

export const recordAdministration = { id: true, createdAt: true, updatedAt: true, rev: true } as const;

/** Saving an existing record names the revision that was edited, so that nobody's later change is overwritten unseen. */
export const Editing = z.object({ id: Id, rev: z.string() });
