import { z } from 'zod';

/**
 * An object whose unknown fields survive reading and writing, so that a newer version's fields (or ones added by hand)
 * are never lost. The type names the known fields only, which keeps typos visible to the compiler.
 */
export function openObject<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  return z.looseObject(shape);
}

const DAY = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const CLOCK = String.raw`T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?`;
const OFFSET = String.raw`(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)`;

function isRealDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** UUID v7, in lower case. */
export const Id = z.uuid({ error: 'This is not a valid id.' });
export type Id = string;

/** A moment, ISO 8601 with offset: `2026-05-04T09:30:00+01:00`. Its first ten characters are its date where it happened. */
export const Instant = z
  .string()
  .regex(new RegExp(`^${DAY}${CLOCK}${OFFSET}$`), { error: 'This is not a date and time.' })
  .refine(isRealDay, { error: 'There is no such day in the calendar.' });
export type Instant = string;

/** A day of the calendar, `YYYY-MM-DD`, without a time zone. */
export const CalendarDate = z
  .string()
  .regex(new RegExp(`^${DAY}$`), { error: 'This is not a date.' })
  .refine(isRealDay, { error: 'There is no such day in the calendar.' });
export type CalendarDate = string;

/** A yearly date that may lack its year: `1984-04-15` or `--04-15`. */
export const YearlyDate = z.union(
  [
    CalendarDate,
    z
      .string()
      .regex(/^--(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)
      // 2024 is a leap year, so that the 29th of February passes.
      .refine((text) => isRealDay(`2024${text.slice(1)}`)),
  ],
  { error: 'This is not a date. Use 1984-04-15, or --04-15 when the year is unknown.' },
);
export type YearlyDate = string;

/** One line of text such as a name or a place: trimmed, not empty. */
export function line(maxLength: number, what: string) {
  return z
    .string()
    .trim()
    .min(1, { error: `${what} is empty.` })
    .max(maxLength, {
      error: `${what} is too long: at most ${maxLength} characters. Longer text belongs in the notes.`,
    });
}

/** The longest notes that are kept in one record, in characters. */
export const MAX_NOTES_LENGTH = 1_000_000;

/** The user's own words, Markdown. */
export const Notes = z
  .string()
  .max(MAX_NOTES_LENGTH, { error: 'These notes are too long: at most one million characters.' });

export const Tags = z.array(line(100, 'A tag')).max(200, { error: 'At most 200 tags.' });

/** A count of minutes, 0 to 31 days. */
export const Minutes = z
  .int({ error: 'Use whole minutes.' })
  .min(0, { error: 'Minutes cannot be negative.' })
  .max(44_640, { error: 'That is more than a month.' });

export const Stage = z.enum(['know', 'like', 'trust']);
export type Stage = z.infer<typeof Stage>;

export const Side = z.enum(['me', 'them']);
export type Side = z.infer<typeof Side>;

export const Purpose = z.enum(['business', 'social', 'learning', 'companionship', 'fun', 'community']);
export type Purpose = z.infer<typeof Purpose>;

/** What every record has. `rev` is a hybrid logical clock stamp and the device's id: see `rev.ts`. */
export const recordFields = {
  id: Id,
  createdAt: Instant,
  updatedAt: Instant,
  rev: z.string().min(1),
};
