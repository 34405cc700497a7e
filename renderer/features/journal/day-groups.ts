import type { CalendarDate } from '../../../shared/model/primitives';
import { daysBetween } from '../../../shared/model/time';
import { formatDay } from '../../../shared/words/dates';

/** The heading of a day: "Today", "Yesterday", "Thu 18 Jun". */
export function dayHeading(day: CalendarDate, today: CalendarDate): string {
  const ago = daysBetween(day, today);
  if (ago === 0) return 'Today';
  if (ago === 1) return 'Yesterday';
  return formatDay(day, today);
}

/** Where a row stands in its day: the first one carries the heading, first and last close the card around the day. */
export function placeInDay(
  before: CalendarDate | undefined,
  day: CalendarDate,
  after: CalendarDate | undefined,
): { first: boolean; last: boolean } {
  return { first: before !== day, last: after !== day };
}
