import type {
  Balance,
  EvidenceStage,
  Setback,
  StageAssessment,
  StageHistory,
  StagePoint,
} from '../../shared/insight/types';
import type { CalendarDate } from '../../shared/model/primitives';
import { daysBetween } from '../../shared/model/time';
import { formatDay } from '../../shared/words/dates';
import { setbackNoun } from '../../shared/words/insight';
import { evidenceStageLabels, percent } from '../../shared/words/labels';
import { count, monthWords, spanWords } from '../../shared/words/spans';

const ORDER: readonly EvidenceStage[] = ['none', 'know', 'like', 'trust'];

/** The height of a stage on the ladder: none 0, Know 1, Like 2, Trust 3. */
export function stageHeight(stage: EvidenceStage): number {
  return ORDER.indexOf(stage);
}

/**
 * The title of the stage chart: where the evidence stands, since when, and why. For example
 * `Trust since March, after the missed promise of October was put right`.
 */
export function stageFinding(history: StageHistory, stage: StageAssessment, today: CalendarDate): string {
  const points = history.evidence;
  const now = points.at(-1);
  if (!now || now.stage === 'none') return withRead('No contact both ways yet', stage);
  const before = points.at(-2);
  const rose = !before || stageHeight(now.stage) > stageHeight(before.stage);
  const finding = rose ? risen(points, now, stage.setbacks, today) : fallen(now, stage.setbacks, today);
  return withRead(finding, stage);
}

function risen(
  points: readonly StagePoint[],
  now: StagePoint,
  setbacks: readonly Setback[],
  today: CalendarDate,
): string {
  const since = `since ${monthWords(now.on, today)}`;
  const fall = latestFall(points);
  const had = points.slice(0, -1).some((point) => stageHeight(point.stage) >= stageHeight(now.stage));
  const stage = `${evidenceStageLabels[now.stage]}${had ? ' again' : ''} ${since}`;
  if (!fall) return stage;
  if (fall.cause.kind === 'silence') return `${stage}, after ${silenceWords(points, fall)} of silence`;
  const mended = setbacks
    .filter(({ closedOn, on }) => closedOn !== null && on >= fall.on && closedOn <= now.on)
    .sort((a, b) => (a.on < b.on ? 1 : -1))[0];
  if (!mended) return stage;
  const noun = setbackNoun(mended, today);
  const promise = mended.code === 'promiseBroken' || mended.code === 'promiseLongOverdue';
  return promise ? `${stage}, after ${noun} was put right` : `${stage}, with ${noun} behind you`;
}

function fallen(now: StagePoint, setbacks: readonly Setback[], today: CalendarDate): string {
  const stage = `Down to ${evidenceStageLabels[now.stage]} since ${monthWords(now.on, today)}`;
  if (now.cause.kind === 'silence') return `${stage}, after ${spanWords(now.cause.days)} of silence`;
  const open = setbacks.filter(({ closedOn, on }) => closedOn === null && on <= now.on);
  const cause = open.sort((a, b) => (a.on < b.on ? 1 : -1))[0];
  return cause ? `${stage}, after ${setbackNoun(cause, today)}` : stage;
}

/** The last step down, if the line ever stepped down. */
function latestFall(points: readonly StagePoint[]): StagePoint | null {
  for (let index = points.length - 1; index > 0; index -= 1) {
    const point = points[index];
    const before = points[index - 1];
    if (point && before && stageHeight(point.stage) < stageHeight(before.stage)) return point;
  }
  return null;
}

/** How long the silence was when it ended: counted from the last contact, which lies `days` before the fall. */
function silenceWords(points: readonly StagePoint[], fall: StagePoint): string {
  const end = points.find((point) => point.on > fall.on);
  const days = fall.cause.kind === 'silence' ? fall.cause.days : 0;
  return spanWords(days + (end ? daysBetween(fall.on, end.on) : 0));
}

function withRead(finding: string, stage: StageAssessment): string {
  if (!stage.read || stage.read.stage === stage.evidence) return finding;
  return `${finding}; you feel ${evidenceStageLabels[stage.read.stage]}`;
}

/** The title of the give-and-take chart. */
export function balanceFinding(balance: Balance): string {
  if (balance.exchanges === 0) return `Nothing given or received in ${yearWords(balance.days)}`;
  const figures = `${balance.given} given, ${balance.received} received in ${yearWords(balance.days)}`;
  if (balance.exchange.kind === 'tooEarly') {
    return `Too early to say: ${count(balance.exchanges, 'exchange')} in ${yearWords(balance.days)}`;
  }
  const verdict = { even: 'Even', giveMore: 'You give more', receiveMore: 'You receive more' }[
    balance.exchange.verdict
  ];
  return `${verdict}: ${figures}`;
}

function yearWords(days: number): string {
  return days === 365 ? 'a year' : count(days, 'day');
}

/** The title of the chart of talk and first moves. */
export function talkFinding(balance: Balance): string {
  const { airtime, initiative } = balance;
  if (airtime.kind === 'tooEarly' && initiative.kind === 'tooEarly') {
    return 'Too early to say who talks and who gets in touch';
  }
  const talk = airtime.kind === 'known' ? `talk ${percent(airtime.talkShare)} of the time` : null;
  const moves = initiative.kind === 'known' ? `make ${percent(initiative.share)} of the first moves` : null;
  return `You ${[talk, moves].filter((part) => part !== null).join(' and ')}`;
}

/** The stage chart in sentences, for those who do not see it. */
export function stageSummary(history: StageHistory, today: CalendarDate): string {
  const evidence = history.evidence.map(
    (point) => `${evidenceStageLabels[point.stage]} from ${formatDay(point.on, today)}`,
  );
  const read = history.read.map(
    (point) => `${evidenceStageLabels[point.stage]} from ${formatDay(point.on, today)}`,
  );
  return [
    evidence.length > 0 ? `The evidence: ${evidence.join(', ')}.` : 'The evidence shows nothing yet.',
    read.length > 0 ? `Your read: ${read.join(', ')}.` : 'You have not noted your own read yet.',
  ].join(' ');
}
