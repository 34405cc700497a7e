import { daysBetween, localInstant } from '../model/time';
import type { CalendarDate, Instant } from '../model/primitives';

/** Dates and times in words. A calendar date has no time zone; an instant is shown as the clock read where it happened. */

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Today on this computer, `YYYY-MM-DD`. */
export function todayHere(now: Date = new Date()): CalendarDate {
  return localInstant(now).slice(0, 10);
}

/** "Thu 18 Jun", and "Thu 18 Jun 2025" when it is not this year. */
export function formatDay(day: CalendarDate, today: CalendarDate = todayHere()): string {
  const { year, month, date, weekday } = partsOf(day);
  const short = `${weekday.slice(0, 3)} ${date} ${month.slice(0, 3)}`;
  return day.slice(0, 4) === today.slice(0, 4) ? short : `${short} ${year}`;
}

/** "Thu 18 Jun 2026": a day that may lie years back. */
export function formatDayAndYear(day: CalendarDate): string {
  const { year, month, date, weekday } = partsOf(day);
  return `${weekday.slice(0, 3)} ${date} ${month.slice(0, 3)} ${year}`;
}

/** "Thursday, 18 June 2026": for headings and for what a screen reader says. */
export function formatDayLong(day: CalendarDate): string {
  const { year, month, date, weekday } = partsOf(day);
  return `${weekday}, ${date} ${month} ${year}`;
}

/** "June 2026" of `2026-06` or of any day in it. */
export function formatMonth(month: string): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

/** "Jun ’26" of `2026-06` or of any day in it: for axes, where "Jun 26" would be a day. */
export function formatMonthShort(month: string): string {
  return `${(MONTHS[Number(month.slice(5, 7)) - 1] ?? '').slice(0, 3)} ’${month.slice(2, 4)}`;
}

/** "18 June" of a yearly date, "18 June 1984" when its year is known. */
export function formatYearly(yearly: string): string {
  const [month, date] = yearly.slice(-5).split('-').map(Number);
  const day = `${date ?? ''} ${MONTHS[(month ?? 1) - 1] ?? ''}`;
  return yearly.startsWith('--') ? day : `${day} ${yearly.slice(0, 4)}`;
}

/** "today", "yesterday", "tomorrow", "3 days ago", "in 5 days"; beyond a week the day itself. */
export function formatRelativeDay(day: CalendarDate, today: CalendarDate = todayHere()): string {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  if (ahead === -1) return 'yesterday';
  if (ahead > 0 && ahead < 7) return `in ${ahead} days`;
  if (ahead < 0 && ahead > -7) return `${-ahead} days ago`;
  return formatDay(day, today);
}

/** "09:14", as the clock read where it happened. */
export function formatClock(instant: Instant): string {
  return instant.slice(11, 16);
}

/** "Thu 18 Jun, 09:14" */
export function formatInstant(instant: Instant, today: CalendarDate = todayHere()): string {
  return `${formatDay(instant.slice(0, 10), today)}, ${formatClock(instant)}`;
}

/** "09:14" when it was today, "yesterday 09:14", otherwise "Thu 18 Jun, 09:14". */
export function formatMoment(instant: Instant, today: CalendarDate = todayHere()): string {
  const day = instant.slice(0, 10);
  if (day === today) return formatClock(instant);
  if (daysBetween(day, today) === 1) return `yesterday ${formatClock(instant)}`;
  return formatInstant(instant, today);
}

/** "45 min", "1 h", "1 h 20" */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

/** "1,903" */
export function formatNumber(value: number): string {
  // Below a thousand there is nothing to group. The first formatter costs the start some ten milliseconds.
  return Number.isInteger(value) && Math.abs(value) < 1000 ? String(value) : value.toLocaleString('en-GB');
}

/** "1 person", "412 people": the word in the number's form. */
export function formatCount(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

function partsOf(day: CalendarDate) {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()] ?? '';
  return { year, month: MONTHS[month - 1] ?? '', date, weekday };
}
