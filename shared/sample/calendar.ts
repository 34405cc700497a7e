import type { CalendarDate, Instant } from '../model/primitives';
import { addDays, dayNumber } from '../model/time';

/**
 * When something happens in a story:
 * - `24 thu`: the Thursday 24 weeks before the week that holds today. `1 fri` is the last Friday before this week;
 *   `-1 thu` is next week's Thursday. Weekdays stay true whatever day today is: a Thursday Club meets on Thursdays.
 * - `today`, `today-2`, `today+3`.
 */
export type When = string;

export interface SampleCalendar {
  today: CalendarDate;
  dateOf(when: When): CalendarDate;
  /** `time` is `HH:MM`. */
  instant(date: CalendarDate, time: string): Instant;
  /** The instant so many minutes later, in the same offset. */
  later(instant: Instant, minutes: number): Instant;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export function sampleCalendar({ today, offset }: { today: CalendarDate; offset: string }): SampleCalendar {
  // 1970-01-01 was a Thursday, the fourth day of its week.
  const monday = addDays(today, -((dayNumber(today) + 3) % 7));
  const clock = (instant: Instant): number => Date.parse(`${instant.slice(0, 19)}Z`);
  return {
    today,
    dateOf(when) {
      const fromToday = /^today([+-]\d+)?$/.exec(when);
      if (fromToday) return addDays(today, Number(fromToday[1] ?? 0));
      const [weeks, weekday] = when.split(' ');
      const day = WEEKDAYS.indexOf(weekday ?? '');
      if (weeks === undefined || !/^-?\d+$/.test(weeks) || day < 0) throw new Error(`Not a time: "${when}".`);
      return addDays(monday, day - 7 * Number(weeks));
    },
    instant: (date, time) => `${date}T${time}:00${offset}`,
    later: (instant, minutes) =>
      `${new Date(clock(instant) + minutes * 60_000).toISOString().slice(0, 19)}${offset}`,
  };
}
