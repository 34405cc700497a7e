import type {
  EvidenceRef,
  EvidenceStage,
  Setback,
  StageHistory,
  StagePoint,
} from '../../shared/insight/types';
import type { ChartEntry } from '../../shared/contract/people';
import type { CalendarDate, Stage } from '../../shared/model/primitives';
import { dayNumber } from '../../shared/model/time';
import { formatDay } from '../../shared/words/dates';
import { setbackNoun } from '../../shared/words/insight';
import { evidenceStageLabels, kindLabels } from '../../shared/words/labels';
import { spanWords } from '../../shared/words/spans';
import { stageHeight } from './findings';

/** A corner of the two stepped lines. Null: the line has not begun. */
export interface StageStep {
  day: number;
  evidence: number | null;
  read: number | null;
}

/** Both lines on the same days, carried on to the end of the axis, so that each is drawn as steps. */
export function stageSteps(history: StageHistory, endDay: number): StageStep[] {
  const days = [
    ...history.evidence.map(({ on }) => dayNumber(on)),
    ...history.read.map(({ on }) => dayNumber(on)),
    endDay,
  ];
  return [...new Set(days)]
    .filter((day) => day <= endDay)
    .sort((a, b) => a - b)
    .map((day) => ({
      day,
      evidence: heightOn(history.evidence, day),
      read: heightOn(history.read, day),
    }));
}

function heightOn(line: readonly { on: CalendarDate; stage: EvidenceStage }[], day: number): number | null {
  const stage = lastUntil(line, day)?.stage;
  return stage === undefined ? null : stageHeight(stage);
}

function lastUntil<T extends { on: CalendarDate }>(line: readonly T[], day: number): T | undefined {
  let last: T | undefined;
  for (const point of line) {
    if (dayNumber(point.on) > day) break;
    last = point;
  }
  return last;
}

/** Where the evidence and the user's read stood at the end of a day. */
export function stagesOn(
  history: StageHistory,
  on: CalendarDate,
): { evidence: EvidenceStage; read: Stage | null } {
  const day = dayNumber(on);
  return {
    evidence: lastUntil(history.evidence, day)?.stage ?? 'none',
    read: lastUntil(history.read, day)?.stage ?? null,
  };
}

/** An entry's point in words, for the tooltip and for those who hear it. */
export function entryPointWords(entry: ChartEntry, history: StageHistory, today: CalendarDate): string[] {
  const { evidence, read } = stagesOn(history, entry.on);
  const stages = `Evidence: ${evidenceStageLabels[evidence]}${read ? `, your read: ${evidenceStageLabels[read]}` : ''}`;
  const lines = [`${formatDay(entry.on, today)} · ${kindLabels[entry.kind]}`, stages];
  const words = entry.words.trim();
  // The first words only: where they were cut there is no end of a sentence.
  const cut = /[.!?…"”’)]$/.test(words) ? '' : '…';
  return words === '' ? lines : [...lines, `“${words}${cut}”`];
}

/** A step down or up, named on the chart. */
export interface NamedStep {
  day: number;
  height: number;
  text: string;
}

const STEPS_NAMED = 3;

/** The latest steps up that ended something between the two: `put right`, `in touch again`. */
export function namedRises(history: StageHistory, setbacks: readonly Setback[]): NamedStep[] {
  const rises: NamedStep[] = [];
  for (const [index, point] of history.evidence.entries()) {
    const before = history.evidence[index - 1];
    if (!before || stageHeight(point.stage) <= stageHeight(before.stage)) continue;
    const mended = setbacks.some(({ closedOn }) => closedOn === point.on);
    const text = mended ? 'put right' : before.cause.kind === 'silence' ? 'in touch again' : null;
    if (text) rises.push({ day: dayNumber(point.on), height: stageHeight(point.stage), text });
  }
  return rises.slice(-STEPS_NAMED);
}

/** The latest steps down with what caused each: `missed promise`, `12 months of silence`. */
export function namedFalls(
  history: StageHistory,
  setbacks: readonly Setback[],
  today: CalendarDate,
): NamedStep[] {
  const falls: NamedStep[] = [];
  for (const [index, point] of history.evidence.entries()) {
    const before = history.evidence[index - 1];
    if (!before || stageHeight(point.stage) >= stageHeight(before.stage)) continue;
    const text = fallWords(point, setbacks, today);
    if (text) falls.push({ day: dayNumber(point.on), height: stageHeight(point.stage), text });
  }
  return falls.slice(-STEPS_NAMED);
}

function fallWords(point: StagePoint, setbacks: readonly Setback[], today: CalendarDate): string | null {
  if (point.cause.kind === 'silence') return `${spanWords(point.cause.days)} of silence`;
  const setback = setbackBehind(point, setbacks);
  return setback
    ? setbackNoun(setback, today)
        .replace(/^the /, '')
        .replace(/ (?:of|in) .*$/, '')
    : null;
}

/** The setback that began on the day of a step down, if one did. */
function setbackBehind(point: StagePoint, setbacks: readonly Setback[]): Setback | undefined {
  return setbacks.find(({ on }) => on === point.on);
}

/** Why the evidence changed, for the table: `Coffee`, `the missed promise of October`, `12 months of silence`. */
export function causeWords(
  point: StagePoint,
  entries: ReadonlyMap<string, ChartEntry>,
  setbacks: readonly Setback[],
  today: CalendarDate,
): string {
  const { cause } = point;
  if (cause.kind === 'silence') return `${spanWords(cause.days)} of silence`;
  const setback = setbackBehind(point, setbacks);
  if (setback) return setbackNoun(setback, today);
  if (cause.kind === 'promise') return 'a promise';
  const entry = entries.get(cause.id);
  return entry ? kindLabels[entry.kind] : 'an entry';
}

/** The entry behind some evidence when it is one and the same; null when there are several, or none. */
export function onlyEntry(refs: readonly EvidenceRef[]): string | null {
  const ids = new Set(refs.map((ref) => (ref.kind === 'promise' ? null : ref.id)));
  const [id] = ids;
  return ids.size === 1 && id ? id : null;
}

/** Round marks for an axis from `low` to `high`, zero among them, about four. */
export function roundTicks(low: number, high: number): number[] {
  const range = Math.max(1, high - low);
  const step = [1, 2, 3, 5, 10, 20, 25, 50, 100, 200, 500].find((size) => range / size <= 4) ?? 1_000;
  const ticks: number[] = [];
  for (let tick = Math.floor(low / step) * step; tick < high + step; tick += step) ticks.push(tick);
  return ticks;
}
