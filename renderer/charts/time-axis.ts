import type { BalanceMonth } from '../../shared/insight/types';
import type { CalendarDate } from '../../shared/model/primitives';
import { dayNumber } from '../../shared/model/time';
import { formatMonth, formatMonthShort } from '../../shared/words/dates';

/** The span of days that all charts of a person share. Days are counted from 1970-01-01. */
export interface TimeAxis {
  from: number;
  to: number;
  ticks: { day: number; label: string }[];
}

/** A bar of the balance chart: one month, or several put together when the relationship is long. */
export interface BalanceBar {
  /** The middle of the bar on the time axis. */
  day: number;
  label: string;
  given: number;
  /** Below the line, so negative. */
  received: number;
  net: number;
  talkShare: number | null;
  initiative: number | null;
  months: BalanceMonth[];
}

/** A young relationship gets at least this much room, so that one entry is a point and not a wall. */
const SHORTEST_MONTHS = 3;
const LABEL_WIDTH = 64;
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120] as const;

/** From the first of the month of the first day to today, with as many labels as `width` pixels hold. */
export function timeAxis(first: CalendarDate | null, today: CalendarDate, width: number): TimeAxis {
  const end = monthIndex(today);
  const start = Math.min(first ? monthIndex(first) : end, end - SHORTEST_MONTHS + 1);
  const from = monthStart(start);
  const to = Math.max(dayNumber(today), from + 1);
  const room = Math.max(2, Math.floor(width / LABEL_WIDTH));
  const step = STEPS.find((months) => (end - start) / months <= room) ?? 240;
  // Years begin in January: steps of half a year and more are counted from there.
  const firstTick = step >= 6 ? Math.ceil(start / step) * step : start;
  const ticks: TimeAxis['ticks'] = [];
  for (let month = firstTick; month <= end; month += step) {
    const label = tickLabel(month, step, month === firstTick);
    ticks.push({ day: monthStart(month), label });
  }
  return { from, to, ticks };
}

function tickLabel(month: number, step: number, isFirst: boolean): string {
  const key = monthKey(month);
  if (step >= 12) return key.slice(0, 4);
  // The year is said where it begins: "Jan ’26", "Mar", "May".
  const opensYear = isFirst || month % 12 < step;
  return opensYear ? formatMonthShort(key) : formatMonth(key).slice(0, 3);
}

/** The months as bars that keep at least `minWidth` pixels each: months, quarters, half years or years. */
export function balanceBars(
  months: readonly BalanceMonth[],
  axis: TimeAxis,
  width: number,
  minWidth = 9,
): BalanceBar[] {
  const pixelsPerMonth = width / Math.max(1, (axis.to - axis.from) / 30.44);
  const size = [1, 3, 6, 12].find((n) => n * pixelsPerMonth >= minWidth) ?? 24;
  const groups = new Map<number, BalanceMonth[]>();
  for (const month of months) {
    const group = Math.floor(monthIndex(month.month) / size);
    groups.set(group, [...(groups.get(group) ?? []), month]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([group, list]) => barOf(group * size, size, list, axis));
}

function barOf(start: number, size: number, months: BalanceMonth[], axis: TimeAxis): BalanceBar {
  const ordered = [...months].sort((a, b) => (a.month < b.month ? -1 : 1));
  const middle = (monthStart(start) + monthStart(start + size)) / 2;
  return {
    // The current month is not over: its bar stays inside the axis.
    day: Math.min(Math.max(middle, axis.from), axis.to),
    label: barLabel(start, size),
    given: sum(ordered.map((month) => month.given)),
    received: -sum(ordered.map((month) => month.received)),
    net: ordered.at(-1)?.net ?? 0,
    talkShare: mean(ordered.map((month) => month.talkShare)),
    initiative: mean(ordered.map((month) => month.initiative)),
    months: ordered,
  };
}

function barLabel(start: number, size: number): string {
  if (size === 1) return formatMonth(monthKey(start));
  if (size === 12) return monthKey(start).slice(0, 4);
  return `${formatMonth(monthKey(start))} to ${formatMonth(monthKey(start + size - 1))}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : sum(known) / known.length;
}

/** Months since year 0. */
function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function monthKey(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function monthStart(index: number): number {
  return dayNumber(`${monthKey(index)}-01`);
}
