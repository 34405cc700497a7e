import { monthNumber } from '../model/time';
import { formatCount, formatMonth } from './dates';

/** Lengths of time and counts in words. English has one plural rule; it lives here. */

const DAYS_PER_MONTH = 30.44;
const DAYS_PER_YEAR = 365.25;

/** `1 day`, `3 days`; a noun with an irregular plural names it. */
export function count(n: number, one: string, many = `${one}s`): string {
  return formatCount(n, one, many);
}

/** `once`, `twice`, `7 times`. */
export function times(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : count(n, 'time');
}

/** How long something lasted: `12 days`, `17 months`, `3 years`. Months from 60 days on, years from 24 months on. */
export function spanWords(days: number): string {
  if (days < 60) return count(days, 'day');
  const months = Math.round(days / DAYS_PER_MONTH);
  if (months < 24) return count(months, 'month');
  return count(Math.round(days / DAYS_PER_YEAR), 'year');
}

/** A length as a limit: `twelve months` of 365 days, otherwise the days: `90 days`. */
export function lengthWords(days: number): string {
  return days === 365 ? 'twelve months' : count(days, 'day');
}

/** `once a day`, `every 24 days`: a rhythm may be a fraction, such as 24.5. */
export function everyDays(days: number): string {
  const whole = Math.round(days);
  return whole === 1 ? 'every day' : `every ${whole} days`;
}

/** `56 days` as they are said: `eight weeks`. Other spans stay days in figures. */
export function weeksWords(days: number): string {
  const weeks = WEEKS[days / 7];
  if (weeks === undefined) return count(days, 'day');
  return weeks === 'one' ? 'one week' : `${weeks} weeks`;
}

const WEEKS: Readonly<Record<number, string>> = {
  1: 'one',
  2: 'two',
  3: 'three',
  4: 'four',
  6: 'six',
  8: 'eight',
  10: 'ten',
  12: 'twelve',
};

/** `one and a half times`, `twice`, `2.5 times`. */
export function factorWords(factor: number): string {
  if (factor === 1.5) return 'one and a half times';
  return factor === 2 ? 'twice' : `${factor} times`;
}

/** `today`, `yesterday`, `31 days ago`. */
export function daysAgo(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${count(days, 'day')} ago`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[], last = 'and'): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1] ?? ''}`;
}

/** One decimal, none when it is a whole number: `4.6`, `5`. */
export function oneDecimal(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The month of a date as it is said on `today`: `March` within the last eleven months, otherwise `March 2024`. */
export function monthWords(date: string, today: string): string {
  const month = formatMonth(date);
  const monthsBack = monthNumber(today) - monthNumber(date);
  return monthsBack >= 0 && monthsBack <= 11 ? month.slice(0, -5) : month;
}
