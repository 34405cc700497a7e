import type { CalendarDate } from '../../shared/model/primitives';
import { addDays } from '../../shared/model/time';

/** A key press on the slider. */
interface Press {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

interface Bounds {
  first: CalendarDate;
  today: CalendarDate;
  /** The days with an entry, oldest first. */
  entryDays: readonly CalendarDate[];
}

/**
 * The day that a key leads to: an arrow a day, with Shift the next entry, Page Up and Down a month (up is later), Home the
 * first day, End today. Null for a key that is not the slider's.
 */
export function dayAfterKey(press: Press, from: CalendarDate, bounds: Bounds): CalendarDate | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const to = movedBy(press, from, bounds);
  if (to === null) return null;
  if (to < bounds.first) return bounds.first;
  return to > bounds.today ? bounds.today : to;
}

function movedBy({ key, shiftKey }: Press, from: CalendarDate, bounds: Bounds): CalendarDate | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return shiftKey
        ? (bounds.entryDays.filter((day) => day < from).at(-1) ?? bounds.first)
        : addDays(from, -1);
    case 'ArrowRight':
    case 'ArrowUp':
      return shiftKey ? (bounds.entryDays.find((day) => day > from) ?? bounds.today) : addDays(from, 1);
    case 'PageDown':
      return monthsLater(from, -1);
    case 'PageUp':
      return monthsLater(from, 1);
    case 'Home':
      return bounds.first;
    case 'End':
      return bounds.today;
    default:
      return null;
  }
}

/** The same day of another month, or its last one when it has no such day. */
function monthsLater(day: CalendarDate, months: number): CalendarDate {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const first = firstOf(month);
  const last = addDays(firstOf(month + 1), -1);
  const same = addDays(first, Number(day.slice(8, 10)) - 1);
  return same < last ? same : last;
}

/** The first day of a month, counted since year 0. */
function firstOf(month: number): CalendarDate {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
