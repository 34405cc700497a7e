/** The figures over everybody, added up from each person's contribution (INSIGHTS, "Blind spots" and "Others"). */
import type { ConductCode, PitchLevel } from '../../model/interaction';
import type { BreakdownReason } from '../../model/person';
import type { Id, Instant, Purpose } from '../../model/primitives';
import { dateOf, monthNumber, monthOf, monthOfNumber } from '../../model/time';
import { isAboveStage } from '../asks';
import { rankOf } from '../ladder';
import type { Norms } from '../norms';
import type { PlannedOutcome } from '../planned';
import type { EvidenceRef, EvidenceStage, Reading } from '../types';
import { type Contribution, type Ground, type PromiseCounts, type Spot, SPOTS } from './contribution';

export interface StageMonth {
  /** `2026-05` */
  month: string;
  know: number;
  like: number;
  trust: number;
}

/** One side of a comparison: the mean of the relationships that have the figure. */
export interface SpotSide {
  n: number;
  mean: number | null;
  evidence: EvidenceRef[];
}

export interface BlindSpot {
  spot: Spot;
  ended: SpotSide;
  lasting: SpotSide;
  /** The difference of the means over their pooled spread (Cohen's d); too early while a side has fewer than 5. */
  effect: Reading<{ size: number }>;
}

export interface GroundFigure {
  ground: Ground;
  meetings: number;
  reading: Reading<{ ease: number | null; openness: number | null }>;
  travelMinutes: number | null;
  evidence: EvidenceRef[];
}

export interface PromiseFigure extends PromiseCounts {
  /** Kept, in time or late, of those closed as kept, late or broken. */
  reliability: Reading<{ share: number }>;
}

export interface Overview {
  /** What it was counted with. */
  norms: Norms['comparison'];
  people: number;
  stages: StageMonth[];
  now: Record<EvidenceStage, Id[]>;
  balance: { even: Id[]; giveMore: Id[]; receiveMore: Id[]; tooEarly: Id[]; mentors: Id[] };
  blindSpots: BlindSpot[];
  parted: number;
  breakdown: { reason: BreakdownReason; people: Id[]; own: number }[];
  conduct: { who: 'me' | 'them'; code: ConductCode; evidence: EvidenceRef[]; people: number }[];
  pitches: { who: 'me' | 'them'; level: Exclude<PitchLevel, 'none'>; evidence: EvidenceRef[] }[];
  planned: { outcome: PlannedOutcome; evidence: EvidenceRef[] }[];
  reminders: number;
  invitations: { side: 'given' | 'received'; sent: EvidenceRef[]; came: number }[];
  grounds: GroundFigure[];
  promises: { mine: PromiseFigure; theirs: PromiseFigure };
  connect: Reading<{ share: number }> & { met: Id[]; again: Id[]; pending: Id[]; evidence: EvidenceRef[] };
  doors: { by: Id; people: Id[]; liked: number; trusted: number }[];
  purposes: {
    purpose: Purpose;
    people: Id[];
    liked: number;
    trusted: number;
    given: number;
    received: number;
  }[];
  asks: { stage: EvidenceStage; asked: EvidenceRef[]; answered: number; early: number }[];
}

export function overviewOf(
  contributions: Iterable<Contribution>,
  asOf: Instant,
  { comparison: norms }: Norms,
): Overview {
  const all = [...contributions].sort((a, b) => (a.personId < b.personId ? -1 : 1));
  return {
    norms,
    people: all.length,
    stages: stagesByMonth(all, asOf),
    now: standingNow(all),
    balance: balances(all),
    blindSpots: blindSpots(all, norms),
    parted: all.filter(({ parting }) => parting !== null).length,
    breakdown: breakdowns(all),
    conduct: conducts(all),
    pitches: pitches(all),
    planned: planned(all),
    reminders: all.reduce((sum, one) => sum + one.planned.reduce((n, { reminders }) => n + reminders, 0), 0),
    invitations: invitations(all),
    grounds: grounds(all, norms),
    promises: { mine: promises(all, 'mine', norms), theirs: promises(all, 'theirs', norms) },
    connect: connectRate(all, norms),
    doors: doors(all),
    purposes: purposes(all),
    asks: asks(all),
  };
}

const YEARS_SHOWN = 5;

/** How many stood where at the end of each month, from the first on, at most five years back. */
function stagesByMonth(all: readonly Contribution[], asOf: Instant): StageMonth[] {
  const last = monthOf(dateOf(asOf));
  const changes = new Map<string, { know: number; like: number; trust: number }>();
  let first = last;
  for (const { history } of all) {
    let before: EvidenceStage = 'none';
    for (const { on, stage } of history) {
      const month = monthOf(on);
      if (month < first) first = month;
      const change = changes.get(month) ?? { know: 0, like: 0, trust: 0 };
      if (before !== 'none') change[before] -= 1;
      if (stage !== 'none') change[stage] += 1;
      changes.set(month, change);
      before = stage;
    }
  }
  return addedUp(
    changes,
    Math.max(monthNumber(first), monthNumber(last) - 12 * YEARS_SHOWN + 1),
    monthNumber(last),
  );
}

/** The sums at the end of each month from `start` to `end`; what changed before `start` is in all of them. */
function addedUp(
  changes: ReadonlyMap<string, Omit<StageMonth, 'month'>>,
  start: number,
  end: number,
): StageMonth[] {
  const sums = { know: 0, like: 0, trust: 0 };
  const add = (change: Omit<StageMonth, 'month'>): void => {
    for (const stage of ['know', 'like', 'trust'] as const) sums[stage] += change[stage];
  };
  for (const [month, change] of changes) if (monthNumber(month) < start) add(change);
  return Array.from({ length: end - start + 1 }, (_, index) => {
    const month = monthOfNumber(start + index);
    add(changes.get(month) ?? { know: 0, like: 0, trust: 0 });
    return { month, ...sums };
  });
}

function standingNow(all: readonly Contribution[]): Overview['now'] {
  const now: Overview['now'] = { none: [], know: [], like: [], trust: [] };
  for (const { personId, stage } of all) now[stage].push(personId);
  return now;
}

/** Those who are left in peace are in no figure that asks for something. */
function balances(all: readonly Contribution[]): Overview['balance'] {
  const lists: Overview['balance'] = { even: [], giveMore: [], receiveMore: [], tooEarly: [], mentors: [] };
  const active = all.filter(({ standing }) => standing === 'active');
  for (const { personId, balance } of active) {
    if (balance.mentor) lists.mentors.push(personId);
    else if (balance.exchange.kind === 'tooEarly') lists.tooEarly.push(personId);
    else lists[balance.exchange.verdict].push(personId);
  }
  const net = new Map(active.map(({ personId, balance }) => [personId, Math.abs(balance.net)]));
  for (const list of [lists.giveMore, lists.receiveMore])
    list.sort((a, b) => (net.get(b) ?? 0) - (net.get(a) ?? 0));
  return lists;
}

function blindSpots(all: readonly Contribution[], norms: Norms['comparison']): BlindSpot[] {
  const sides = {
    ended: all.filter(({ side }) => side === 'ended'),
    lasting: all.filter(({ side }) => side === 'lasting'),
  };
  const spots = SPOTS.map((spot): BlindSpot => {
    const [ended, lasting] = [valuesOf(sides.ended, spot), valuesOf(sides.lasting, spot)];
    const need = norms.eachSide;
    const have = Math.min(ended.values.length, lasting.values.length);
    return {
      spot,
      ended: sideOf(ended),
      lasting: sideOf(lasting),
      effect:
        have < need
          ? { kind: 'tooEarly', have, need }
          : { kind: 'known', size: effectOf(ended.values, lasting.values) },
    };
  });
  const weight = ({ effect }: BlindSpot): number => (effect.kind === 'known' ? Math.abs(effect.size) : -1);
  return spots.sort((a, b) => weight(b) - weight(a) || SPOTS.indexOf(a.spot) - SPOTS.indexOf(b.spot));
}

interface Values {
  values: number[];
  evidence: EvidenceRef[];
}

function valuesOf(side: readonly Contribution[], spot: Spot): Values {
  const measured = side.flatMap(({ spots }) => spots[spot] ?? []);
  return {
    values: measured.map(({ value }) => value),
    evidence: unique(measured.flatMap(({ evidence }) => evidence)),
  };
}

function sideOf({ values, evidence }: Values): SpotSide {
  return { n: values.length, mean: values.length > 0 ? meanOf(values) : null, evidence };
}

/** Where nobody differs from anybody the spread is nothing, and so is the effect. */
function effectOf(ended: readonly number[], lasting: readonly number[]): number {
  const [a, b] = [meanOf(ended), meanOf(lasting)];
  const squares = (values: readonly number[], mean: number) =>
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const spread = Math.sqrt(
    (squares(ended, a) + squares(lasting, b)) / Math.max(1, ended.length + lasting.length - 2),
  );
  return spread === 0 ? 0 : (a - b) / spread;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function breakdowns(all: readonly Contribution[]): Overview['breakdown'] {
  const found = new Map<BreakdownReason, { people: Id[]; own: number }>();
  for (const { personId, reasons } of all) {
    for (const { reason, own } of reasons) {
      const entry = found.get(reason) ?? { people: [], own: 0 };
      entry.people.push(personId);
      if (own) entry.own += 1;
      found.set(reason, entry);
    }
  }
  return [...found]
    .map(([reason, entry]) => ({ reason, ...entry }))
    .sort((a, b) => b.people.length - a.people.length || (a.reason < b.reason ? -1 : 1));
}

function conducts(all: readonly Contribution[]): Overview['conduct'] {
  const groups = groupBy(
    all.flatMap(({ personId, conduct }) => conduct.map((one) => ({ ...one, personId }))),
    ({ who, code }) => `${who} ${code}`,
  );
  return groups
    .map((group) => ({
      who: group[0].who,
      code: group[0].code,
      evidence: unique(group.map(({ ref }) => ref)),
      people: new Set(group.map(({ personId }) => personId)).size,
    }))
    .sort((a, b) => b.evidence.length - a.evidence.length);
}

function pitches(all: readonly Contribution[]): Overview['pitches'] {
  const groups = groupBy(
    all.flatMap((one) => one.pitches),
    ({ who, level }) => `${who} ${level}`,
  );
  return groups.map((group) => ({
    who: group[0].who,
    level: group[0].level,
    evidence: unique(group.map(({ ref }) => ref)),
  }));
}

function planned(all: readonly Contribution[]): Overview['planned'] {
  const groups = groupBy(
    all.flatMap((one) => one.planned),
    ({ outcome }) => outcome,
  );
  return groups.map((group) => ({
    outcome: group[0].outcome,
    evidence: unique(group.map(({ ref }) => ref)),
  }));
}

function invitations(all: readonly Contribution[]): Overview['invitations'] {
  const groups = groupBy(
    all.flatMap((one) => one.invitations),
    ({ side }) => side,
  );
  return groups.map((group) => ({
    side: group[0].side,
    sent: unique(group.map(({ ref }) => ref)),
    came: unique(group.filter(({ came }) => came).map(({ ref }) => ref)).length,
  }));
}

const GROUNDS: readonly Ground[] = ['mine', 'theirs', 'neutral', 'online'];

/** A meeting of several counts once, with the mean of what was noted of each. */
function grounds(all: readonly Contribution[], norms: Norms['comparison']): GroundFigure[] {
  const notes = all.flatMap((one) => one.grounds);
  return GROUNDS.map((ground) => {
    const here = notes.filter((note) => note.ground === ground);
    const evidence = unique(here.map(({ ref }) => ref));
    const numbers = (pick: (note: (typeof here)[number]) => number | null) =>
      here.map(pick).filter((value) => value !== null);
    const [ease, openness, travel] = [
      numbers((n) => n.ease),
      numbers((n) => n.openness),
      numbers((n) => n.travelMinutes),
    ];
    const need = norms.ground;
    return {
      ground,
      meetings: evidence.length,
      evidence,
      travelMinutes: travel.length > 0 ? meanOf(travel) : null,
      reading:
        evidence.length < need
          ? { kind: 'tooEarly' as const, have: evidence.length, need }
          : {
              kind: 'known' as const,
              ease: ease.length > 0 ? meanOf(ease) : null,
              openness: openness.length > 0 ? meanOf(openness) : null,
            },
    };
  });
}

function promises(
  all: readonly Contribution[],
  side: 'mine' | 'theirs',
  norms: Norms['comparison'],
): PromiseFigure {
  const merged: PromiseCounts = { kept: [], late: [], broken: [], released: [], open: [], overdue: [] };
  for (const contribution of all)
    for (const state of Object.keys(merged) as (keyof PromiseCounts)[])
      merged[state].push(...contribution.promises[side][state]);
  const good = merged.kept.length + merged.late.length;
  const have = good + merged.broken.length;
  const need = norms.reliability;
  return {
    ...merged,
    reliability: have < need ? { kind: 'tooEarly', have, need } : { kind: 'known', share: good / have },
  };
}

function connectRate(all: readonly Contribution[], norms: Norms['comparison']): Overview['connect'] {
  const met = all.flatMap(({ personId, connected }) => (connected ? [{ personId, ...connected }] : []));
  const settled = met.filter(({ again }) => again !== null);
  const again = settled.filter((one) => one.again === true);
  const need = norms.connectNeeded;
  const reading: Reading<{ share: number }> =
    settled.length < need
      ? { kind: 'tooEarly', have: settled.length, need }
      : { kind: 'known', share: again.length / settled.length };
  return {
    ...reading,
    met: settled.map(({ personId }) => personId),
    again: again.map(({ personId }) => personId),
    pending: met.filter((one) => one.again === null).map(({ personId }) => personId),
    evidence: unique(settled.flatMap(({ evidence }) => evidence)),
  };
}

function doors(all: readonly Contribution[]): Overview['doors'] {
  const found = new Map<Id, Contribution[]>();
  for (const one of all) for (const by of new Set(one.introducedBy)) addTo(found, by, one);
  return [...found]
    .map(([by, led]) => ({ by, people: led.map(({ personId }) => personId), ...reached(led) }))
    .sort((a, b) => b.people.length - a.people.length || b.trusted - a.trusted || (a.by < b.by ? -1 : 1));
}

function purposes(all: readonly Contribution[]): Overview['purposes'] {
  const found = new Map<Purpose, Contribution[]>();
  for (const one of all) for (const purpose of new Set(one.purposes)) addTo(found, purpose, one);
  return [...found]
    .map(([purpose, those]) => ({
      purpose,
      people: those.map(({ personId }) => personId),
      ...reached(those),
      given: those.reduce((sum, { balance }) => sum + balance.given, 0),
      received: those.reduce((sum, { balance }) => sum + balance.received, 0),
    }))
    .sort((a, b) => b.people.length - a.people.length || (a.purpose < b.purpose ? -1 : 1));
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function reached(those: readonly Contribution[]): { liked: number; trusted: number } {
  return {
    liked: those.filter(({ best }) => rankOf(best) >= rankOf('like')).length,
    trusted: those.filter(({ best }) => best === 'trust').length,
  };
}

const STAGES: readonly EvidenceStage[] = ['none', 'know', 'like', 'trust'];

function asks(all: readonly Contribution[]): Overview['asks'] {
  const asked = all.flatMap((one) => one.asks);
  return STAGES.map((stage) => {
    const here = asked.filter((ask) => ask.stage === stage);
    return {
      stage,
      asked: unique(here.map(({ interactionId: id }) => ({ kind: 'interaction' as const, id }))),
      answered: here.filter(({ answered }) => answered).length,
      early: here.filter(isAboveStage).length,
    };
  });
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

/** Each record once: an entry with several people stands with each of them. */
function unique(refs: readonly EvidenceRef[]): EvidenceRef[] {
  const seen = new Map<string, EvidenceRef>();
  for (const ref of refs)
    seen.set(ref.kind === 'exchange' ? `${ref.id} ${ref.index}` : `${ref.kind} ${ref.id}`, ref);
  return [...seen.values()];
}
