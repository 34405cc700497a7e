/** What gatherings bring: from people met to a second contact, Like, Trust and business, against hours and money. */
import type { Gathering, GatheringFormat } from '../../model/gathering';
import type { Id, Instant } from '../../model/primitives';
import { dateOf, daysBetween } from '../../model/time';
import { rankOf } from '../ladder';
import type { Norms } from '../norms';
import { minutesOf } from '../time-by-channel';
import type { Contribution } from './contribution';
import type { Sign } from './tally';

/** The steps from people met to trust; those whom it is too early to say of are apart. */
export const FUNNEL_STEPS = ['met', 'within14', 'within60', 'pending', 'liked', 'trusted'] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

interface Return {
  gatherings: number;
  /** Referrals and business, both ways, with the people met there. */
  given: number;
  received: number;
  minutes: number;
  /** By currency: amounts of different ones are never added. */
  cost: { currency: string; amount: number }[];
}

/** One gathering's, with the people at each step; `pending`: met less than 60 days ago, with no second contact yet. */
export type Funnel = Return & Record<FunnelStep, Id[]>;

/** Of several gatherings, how many people at each step. */
export type FunnelSum = Return & Record<FunnelStep, number>;

/** Who was first met where, kept up to date person by person. */
export class MetAtGatherings {
  private readonly met = new Map<Id, Map<Id, Contribution>>();

  count(one: Contribution, sign: Sign): void {
    const gatheringId = one.met?.gatheringId;
    if (!gatheringId) return;
    const there = this.met.get(gatheringId) ?? new Map<Id, Contribution>();
    if (sign === 1) there.set(one.personId, one);
    else there.delete(one.personId);
    if (there.size === 0) this.met.delete(gatheringId);
    else this.met.set(gatheringId, there);
  }

  /** By id. */
  at(gatheringId: Id): Contribution[] {
    return [...(this.met.get(gatheringId)?.values() ?? [])].sort((a, b) =>
      a.personId < b.personId ? -1 : 1,
    );
  }
}

/** Null before it took place. */
export function funnelOf(
  gathering: Gathering,
  metAt: MetAtGatherings,
  asOf: Instant,
  { comparison: norms }: Norms,
): Funnel | null {
  if (dateOf(gathering.from) > dateOf(asOf)) return null;
  const met = metAt.at(gathering.id);
  const ids = (test: (one: Contribution) => boolean) => met.filter(test).map(({ personId }) => personId);
  const second = ({ met: how }: Contribution): number => how?.secondAfterDays ?? Infinity;
  const within = norms.connectWithin;
  return {
    gatherings: 1,
    met: ids(() => true),
    within14: ids((one) => second(one) <= norms.connectSoon),
    within60: ids((one) => second(one) <= within),
    pending: ids(
      (one) =>
        one.met !== null && second(one) === Infinity && daysBetween(one.met.on, dateOf(asOf)) <= within,
    ),
    liked: ids(({ best }) => rankOf(best) >= rankOf('like')),
    trusted: ids(({ best }) => best === 'trust'),
    given: met.reduce((sum, { stakes }) => sum + stakes.given, 0),
    received: met.reduce((sum, { stakes }) => sum + stakes.received, 0),
    minutes: minutesOf(gathering),
    cost: gathering.cost === undefined ? [] : [gathering.cost],
  };
}

export interface GatheringReturns {
  byCircle: ReadonlyMap<Id, FunnelSum>;
  byFormat: ReadonlyMap<GatheringFormat, FunnelSum>;
}

/** Circles and formats side by side. */
export function compareGatherings(
  gatherings: Iterable<Gathering>,
  metAt: MetAtGatherings,
  asOf: Instant,
  norms: Norms,
): GatheringReturns {
  const byCircle = new Map<Id, FunnelSum>();
  const byFormat = new Map<GatheringFormat, FunnelSum>();
  for (const gathering of gatherings) {
    const funnel = funnelOf(gathering, metAt, asOf, norms);
    if (!funnel) continue;
    if (gathering.circleId !== undefined) add(byCircle, gathering.circleId, funnel);
    if (gathering.format !== undefined) add(byFormat, gathering.format, funnel);
  }
  return { byCircle, byFormat };
}

function add<K>(sums: Map<K, FunnelSum>, key: K, funnel: Funnel): void {
  const sum = sums.get(key) ?? emptySum();
  sum.gatherings += funnel.gatherings;
  for (const step of FUNNEL_STEPS) sum[step] += funnel[step].length;
  sum.given += funnel.given;
  sum.received += funnel.received;
  sum.minutes += funnel.minutes;
  sum.cost = addCosts([...sum.cost, ...funnel.cost]);
  sums.set(key, sum);
}

function emptySum(): FunnelSum {
  return {
    gatherings: 0,
    met: 0,
    within14: 0,
    within60: 0,
    pending: 0,
    liked: 0,
    trusted: 0,
    given: 0,
    received: 0,
    minutes: 0,
    cost: [],
  };
}

/** One amount for each currency, in the order in which they come. */
export function addCosts(
  costs: readonly { currency: string; amount: number }[],
): { currency: string; amount: number }[] {
  const sums = new Map<string, number>();
  for (const { currency, amount } of costs) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].map(([currency, amount]) => ({ currency, amount }));
}
