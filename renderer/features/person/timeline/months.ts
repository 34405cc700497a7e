import type { CalendarDate } from '../../../../shared/model/primitives';
import { formatMonth } from '../../../../shared/words/dates';

/** Where a month begins in the list; the first month stands in the head of the card. */
export function monthBefore(on: CalendarDate, before: CalendarDate | undefined): string | null {
  return before === undefined || on.slice(0, 7) === before.slice(0, 7) ? null : formatMonth(on);
}
