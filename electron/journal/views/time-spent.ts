import type { BehindFigure, SpentFigure, WeekOfTime } from '../../../shared/contract/insights';
import {
  type CostPerLike,
  costPerLike,
  costSpan,
  gatheringsPaid,
} from '../../../shared/insight/cost-per-like';
import {
  countsOf,
  isSameChannel,
  type ChannelTime,
  minutesOf,
  mondayOf,
  timeByChannel,
  type TimeRef,
} from '../../../shared/insight/time-by-channel';
import type { Norms } from '../../../shared/insight/norms';
import type { Gathering } from '../../../shared/model/gathering';
import type { Interaction } from '../../../shared/model/interaction';
import type { CalendarDate } from '../../../shared/model/primitives';
import { addDays, dateOf } from '../../../shared/model/time';
import type { Journal } from '../journal';

const WEEKS = 12;
/** As many as one can look through; the figure itself says how many there are. */
const MOST = 200;

/** The last twelve weeks, oldest first. */
export function weeksOfTime(journal: Journal): WeekOfTime[] {
  const today = journal.today();
  const first = addDays(mondayOf(today), -7 * (WEEKS - 1));
  const weeks = byWeek(journal.tables.chronology.betweenDays(first, today));
  const { gatherings, timeLogs } = spentBeside(journal);
  return Array.from({ length: WEEKS }, (_, week) => {
    const from = addDays(first, 7 * week);
    const to = addDays(from, 6);
    const spent = { interactions: weeks.get(from) ?? [], gatherings, timeLogs };
    const channels = timeByChannel(spent, from, to < today ? to : today);
    return { from, channels: channels.map(countsOf), records: eachOnce(channels).length };
  });
}

function eachOnce(channels: readonly ChannelTime[]): TimeRef[] {
  return [...new Map(channels.flatMap(({ evidence }) => evidence.map((ref) => [ref.id, ref]))).values()];
}

/** Each entry is looked at once, and not once for each week. */
function byWeek(entries: Iterable<Interaction>): Map<CalendarDate, Interaction[]> {
  const weeks = new Map<CalendarDate, Interaction[]>();
  for (const entry of entries) {
    const monday = mondayOf(dateOf(entry.at));
    const week = weeks.get(monday);
    if (week) week.push(entry);
    else weeks.set(monday, [entry]);
  }
  return weeks;
}

/** `liked`: how many relationships first reached Like in the span. */
export function networkingCost(journal: Journal, liked: number): CostPerLike {
  return costPerLike(spentInSpan(journal), liked, journal.asOf(), normsOf(journal));
}

/** The entries, gatherings and logs behind a part of the cost, the latest first. */
export function behindSpent(journal: Journal, figure: SpentFigure): BehindFigure {
  if (figure.kind === 'week') return behindWeek(journal, figure.from);
  const spent = spentInSpan(journal);
  if (figure.kind === 'money') {
    const paid = gatheringsPaid(spent.gatherings, figure.currency, journal.asOf(), normsOf(journal));
    const lines = paid.map(gatheringLine).sort(latestFirst);
    return { kind: 'spent', total: lines.length, refs: [], lines: lines.slice(0, MOST) };
  }
  const { from, to } = costSpan(journal.asOf(), normsOf(journal));
  const channel = timeByChannel(spent, from, to).find((one) => isSameChannel(one.channel, figure.channel));
  const refs = channel?.evidence ?? [];
  if (figure.channel.kind === 'interaction' || figure.channel.kind === 'travel') {
    const entries = refs.map(({ id }) => ({ kind: 'interaction' as const, id })).reverse();
    return { kind: 'records', total: entries.length, refs: entries.slice(0, MOST) };
  }
  const lines = refs.flatMap((ref) => lineOf(journal, ref) ?? []).sort(latestFirst);
  return { kind: 'spent', total: lines.length, refs: [], lines: lines.slice(0, MOST) };
}

function behindWeek(journal: Journal, from: CalendarDate): BehindFigure {
  const today = journal.today();
  const last = addDays(from, 6);
  const to = last < today ? last : today;
  const interactions = [...journal.tables.chronology.betweenDays(from, to)];
  const records = eachOnce(timeByChannel({ interactions, ...spentBeside(journal) }, from, to));
  const inTime = interactions.filter(({ id }) => records.some((ref) => ref.id === id)).reverse();
  const refs = inTime.map(({ id }) => ({ kind: 'interaction' as const, id }));
  const lines = records.flatMap((ref) => lineOf(journal, ref) ?? []).sort(latestFirst);
  return { kind: 'spent', total: records.length, refs: refs.slice(0, MOST), lines: lines.slice(0, MOST) };
}

type SpentLine = Extract<BehindFigure, { kind: 'spent' }>['lines'][number];

function lineOf({ tables }: Journal, { kind, id }: TimeRef): SpentLine | null {
  if (kind === 'gathering') {
    const gathering = tables.get('gathering', id);
    return gathering ? gatheringLine(gathering) : null;
  }
  const log = kind === 'timeLog' ? tables.get('timeLog', id) : undefined;
  return log ? { on: log.date, what: log.note ?? log.channel, minutes: log.minutes, cost: null } : null;
}

function gatheringLine(gathering: Gathering): SpentLine {
  const { name, from, cost } = gathering;
  return { on: dateOf(from), what: name, minutes: minutesOf(gathering), cost: cost ?? null };
}

function latestFirst(a: SpentLine, b: SpentLine): number {
  return a.on < b.on ? 1 : a.on > b.on ? -1 : 0;
}

function spentInSpan(journal: Journal) {
  const { from, to } = costSpan(journal.asOf(), normsOf(journal));
  return { interactions: [...journal.tables.chronology.betweenDays(from, to)], ...spentBeside(journal) };
}

function spentBeside({ tables }: Journal) {
  return { gatherings: [...tables.all('gathering')], timeLogs: [...tables.all('timeLog')] };
}

function normsOf(journal: Journal): Norms {
  return journal.norms.current().norms;
}
