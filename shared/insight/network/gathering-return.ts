/** What gatherings bring: from people met to a second contact, Like, Trust and business, against hours and money. */
import type { Gathering, GatheringFormat } from '../../model/gathering';
import type { Id, Instant } from '../../model/primitives';
import { dateOf, daysBetween } from '../../model/time';
import { rankOf } from '../ladder';
import type { Norms } from '../norms';
import { minutesOf } from '../time-by-channel';
import type { Contribution } from './contribution';

/** People at each step of the funnel; those whom it is too early to say of are apart. */
export interface Funnel {
  gatherings: number;
  met: Id[];
  within14: Id[];
  within60: Id[];
  /** Met less than 60 days ago, with no second contact yet. */
  pending: Id[];
  liked: Id[];
  trusted: Id[];
  /** Referrals and business, both ways, with the people met there. */
  given: number;
  received: number;
  minutes: number;
  /** By currency: amounts of different ones are never added. */
  cost: { currency: string; amount: number }[];
}

export interface GatheringReturns {
  byGathering: ReadonlyMap<Id, Funnel>;
  byCircle: ReadonlyMap<Id, Funnel>;
  byFormat: ReadonlyMap<GatheringFormat, Funnel>;
}

export function gatheringReturns(
  contributions: Iterable<Contribution>,
  gatherings: Iterable<Gathering>,
  asOf: Instant,
  { comparison: norms }: Norms,
): GatheringReturns {
  const metAt = new Map<Id, Contribution[]>();
  for (const one of contributions) {
    const id = one.met?.gatheringId;
    if (!id) continue;
    const list = metAt.get(id);
    if (list) list.push(one);
    else metAt.set(id, [one]);
  }
  const byGathering = new Map<Id, Funnel>();
  const byCircle = new Map<Id, Funnel>();
  const byFormat = new Map<GatheringFormat, Funnel>();
  for (const gathering of gatherings) {
    if (gathering.from > asOf && dateOf(gathering.from) > dateOf(asOf)) continue;
    const funnel = funnelOf(gathering, metAt.get(gathering.id) ?? [], asOf, norms);
    byGathering.set(gathering.id, funnel);
    if (gathering.circleId !== undefined) add(byCircle, gathering.circleId, funnel);
    if (gathering.format !== undefined) add(byFormat, gathering.format, funnel);
  }
  return { byGathering, byCircle, byFormat };
}

function funnelOf(
  gathering: Gathering,
  met: readonly Contribution[],
  asOf: Instant,
  norms: Norms['comparison'],
): Funnel {
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

function add<K>(map: Map<K, Funnel>, key: K, funnel: Funnel): void {
  const sum = map.get(key);
  map.set(key, sum ? joined(sum, funnel) : funnel);
}

function joined(a: Funnel, b: Funnel): Funnel {
  const cost = new Map(a.cost.map(({ currency, amount }) => [currency, amount]));
  for (const { currency, amount } of b.cost) cost.set(currency, (cost.get(currency) ?? 0) + amount);
  return {
    gatherings: a.gatherings + b.gatherings,
    met: [...a.met, ...b.met],
    within14: [...a.within14, ...b.within14],
    within60: [...a.within60, ...b.within60],
    pending: [...a.pending, ...b.pending],
    liked: [...a.liked, ...b.liked],
    trusted: [...a.trusted, ...b.trusted],
    given: a.given + b.given,
    received: a.received + b.received,
    minutes: a.minutes + b.minutes,
    cost: [...cost].map(([currency, amount]) => ({ currency, amount })),
  };
}
