import type { CalendarDate, Instant } from './primitives';

const MS_PER_DAY = 86_400_000;

/** The calendar date of an instant in its own offset: where it happened it was that day. */
export function dateOf(instant: Instant): CalendarDate {
  return instant.slice(0, 10);
}

/** Milliseconds since 1970 UTC, to order instants of different offsets. */
export function epochMs(instant: Instant): number {
  return Date.parse(instant);
}

/** Days since 1970-01-01, a whole number. */
export function dayNumber(date: CalendarDate): number {
  return (
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / MS_PER_DAY
  );
}

/** Days from `from` to `to`, a whole number, negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date((dayNumber(date) + days) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** `2026-05` */
export function monthOf(date: CalendarDate): string {
  return date.slice(0, 7);
}

/** Months since the year 0, a whole number: of `2026-05` or of a day in it. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** The month of a number: `2026-05`. */
export function monthOfNumber(number: number): string {
  const month = (number % 12) + 1;
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

/** An instant with this machine's offset at that moment, to the second. */
export function localInstant(moment: Date): Instant {
  const offsetMinutes = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const sign = offsetMinutes < 0 ? '-' : '+';
  const hours = String(Math.floor(Math.abs(offsetMinutes) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offsetMinutes) % 60).padStart(2, '0');
  return `${local}${sign}${hours}:${minutes}`;
}
