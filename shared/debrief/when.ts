import { casual, GB, type ParsedResult } from 'chrono-node/en';
import { type CalendarDate, Instant } from '../model/primitives';
import { daysBetween, localInstant } from '../model/time';

/** How a date made of figures only is read: 5/4 is the 5th of April, or (in the USA) the 4th of May. */
export type DateOrder = 'dayFirst' | 'monthFirst';

export type When =
  | { kind: 'understood'; at: Instant; future: boolean; /** Of "3 to 4 pm". */ minutes: number | null }
  | { kind: 'refused'; message: string };

export type Due = { kind: 'understood'; on: CalendarDate } | { kind: 'refused'; message: string };

const EXAMPLES = 'Try “yesterday 3pm”, “last Tuesday 9:30” or “18 June 14:00”.';
const DUE_EXAMPLES = 'Try “Friday”, “in two weeks” or “18 June”.';
const EARLIEST_YEAR = 1900;
const LATEST_YEARS_AHEAD = 20;
const MS_PER_DAY = 86_400_000;

/**
 * When something happened, as people say it: "yesterday 3pm", "3 months ago", "last tuesday 9:30". A bare weekday is the
 * last one; without a time of day it is noon (today: now). What is understood only in part is refused, with what was not.
 */
export function understandWhen(text: string, now: Date, order: DateOrder = 'dayFirst'): When {
  const typed = text.trim();
  if (Instant.safeParse(typed).success) return checked(typed, now, null);
  const read = readWhole(typed, now, order, false);
  if (read.kind === 'refused') return read;
  const moment = momentOf(read.result, now, typed);
  const end = read.result.end?.date();
  const minutes = end ? Math.round((end.getTime() - read.result.start.date().getTime()) / 60_000) : null;
  return checked(
    localInstant(moment),
    now,
    minutes !== null && minutes > 0 && minutes < 1_440 ? minutes : null,
  );
}

/** A day in the future, as in "by Friday": a bare weekday or date is the next one, counted from `from`. */
export function understandDue(text: string, from: Date, order: DateOrder = 'dayFirst'): Due {
  const typed = text.trim().replace(/^(?:by|until|till|before|on|due|for)\s+(?:the\s+)?/i, '');
  const read = readWhole(typed, from, order, true);
  if (read.kind === 'refused') return read;
  const on = localInstant(read.result.start.date()).slice(0, 10);
  const year = Number(on.slice(0, 4));
  return yearIsLikely(year, from) ? { kind: 'understood', on } : { kind: 'refused', message: farAway(year) };
}

/** Finds the first day named in a sentence, for promises written in the notes. */
export function findDue(
  text: string,
  from: Date,
  order: DateOrder = 'dayFirst',
): { on: CalendarDate; start: number; end: number } | null {
  const result = parserOf(order).parse(text, from, { forwardDate: true }).find(namesDay);
  if (!result) return null;
  const on = localInstant(result.start.date()).slice(0, 10);
  if (daysBetween(localInstant(from).slice(0, 10), on) < 0) return null;
  return { on, start: result.index, end: result.index + result.text.length };
}

/** A day, not only a time of day ("the minutes" would be a time to the parser). */
function namesDay({ start }: ParsedResult): boolean {
  const named = start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month');
  return named && ![...start.tags()].includes('result/relativeDateAndTime');
}

function parserOf(order: DateOrder) {
  return order === 'monthFirst' ? casual : GB;
}

type Read = { kind: 'read'; result: ParsedResult } | { kind: 'refused'; message: string };

function readWhole(typed: string, now: Date, order: DateOrder, forwardDate: boolean): Read {
  const examples = forwardDate ? DUE_EXAMPLES : EXAMPLES;
  if (typed === '')
    return { kind: 'refused', message: `Say when it ${forwardDate ? 'is due' : 'was'}. ${examples}` };
  if (typed.length > 200) return { kind: 'refused', message: `That is too long for a date. ${examples}` };
  const plain = inPlainWords(typed);
  const result = parserOf(order).parse(plain, now, { forwardDate })[0];
  if (!result) return { kind: 'refused', message: `“${typed}” is not ${misreading(typed)}. ${examples}` };
  const rest = leftOver(plain, result);
  if (rest !== '')
    return {
      kind: 'refused',
      message: `“${result.text}” is understood, but not “${rest}”. ${examples}`,
    };
  return { kind: 'read', result };
}

/** A number in it was meant as a date, like 31 February; a word alone was never one. */
function misreading(typed: string): string {
  return /\d/.test(typed) ? 'a date that exists' : 'understood as a day';
}

/** Ways of saying it that the parser does not know, in ways that it does. */
function inPlainWords(typed: string): string {
  return typed
    .replace(/\b(?:about|around|roughly|approximately|circa|ca\.)\s+/gi, '')
    .replace(/\b(?:the )?day before yesterday\b/gi, '2 days ago')
    .replace(/\b(?:the )?day after tomorrow\b/gi, 'in 2 days')
    .replace(/\blast night\b/gi, 'yesterday evening')
    .replace(/\bo[’']?clock\b/gi, '');
}

function leftOver(text: string, result: ParsedResult): string {
  const outside = `${text.slice(0, result.index)} ${text.slice(result.index + result.text.length)}`;
  return outside
    .replace(/(?<![\p{L}\p{N}])(?:at|on|the|it was|was)(?![\p{L}\p{N}])/giu, ' ')
    .replace(/[\s,.;]+/g, ' ')
    .trim();
}

function momentOf(result: ParsedResult, now: Date, typed: string): Date {
  const start = result.start;
  let moment = start.date();
  const bareWeekday =
    start.isCertain('weekday') && !start.isCertain('day') && !/\b(?:next|this|coming)\b/i.test(typed);
  if (bareWeekday && moment.getTime() > now.getTime()) moment = new Date(moment.getTime() - 7 * MS_PER_DAY);
  const partOfDay = [...result.tags()].some((tag) =>
    /casualReference\/(?:morning|noon|afternoon|evening|night|midnight|tonight)/.test(tag),
  );
  if (start.isCertain('hour') || partOfDay) return moment;
  if (sameDay(moment, now)) return now;
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate(), 12);
}

function checked(at: Instant, now: Date, minutes: number | null): When {
  const year = Number(at.slice(0, 4));
  if (!yearIsLikely(year, now)) return { kind: 'refused', message: farAway(year) };
  return { kind: 'understood', at, future: Date.parse(at) > now.getTime(), minutes };
}

function yearIsLikely(year: number, now: Date): boolean {
  return year >= EARLIEST_YEAR && year <= now.getFullYear() + LATEST_YEARS_AHEAD;
}

function farAway(year: number): string {
  return `The year ${year} is too far away. ${EXAMPLES}`;
}

function sameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString();
}
