/** Birthdays and other yearly dates that are coming up. */
import type { Person, PersonDate } from '../model/person';
import type { CalendarDate } from '../model/primitives';
import { daysBetween } from '../model/time';

export interface DateAhead {
  kind: PersonDate['kind'];
  label: string | null;
  on: CalendarDate;
  /** 0 is today. */
  inDays: number;
  /** How many years it is then; null when its year is unknown, or it is the day itself. */
  years: number | null;
}

/** The person's dates from `today` to `days` later, the nearest first. A 29th of February falls on the 28th in other years. */
export function datesAhead(person: Pick<Person, 'dates'>, today: CalendarDate, days: number): DateAhead[] {
  const ahead: DateAhead[] = [];
  for (const { kind, on: yearly, label } of person.dates ?? []) {
    const on = nextOf(yearly, today);
    const inDays = daysBetween(today, on);
    if (inDays > days) continue;
    const first = yearly.startsWith('--') ? null : Number(yearly.slice(0, 4));
    const years = first === null ? null : Number(on.slice(0, 4)) - first;
    ahead.push({ kind, label: label ?? null, on, inDays, years: years !== null && years > 0 ? years : null });
  }
  return ahead.sort((a, b) => a.inDays - b.inDays);
}

function nextOf(yearly: string, today: CalendarDate): CalendarDate {
  const monthDay = yearly.slice(-5);
  const year = Number(today.slice(0, 4));
  const thisYear = inYear(year, monthDay);
  return thisYear >= today ? thisYear : inYear(year + 1, monthDay);
}

function inYear(year: number, monthDay: string): CalendarDate {
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return `${String(year).padStart(4, '0')}-${monthDay === '02-29' && !isLeap ? '02-28' : monthDay}`;
}
