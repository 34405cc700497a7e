/** What networking costs for each relationship that reached Like: hours, and money by currency. */
import type { Gathering } from '../model/gathering';
import type { CalendarDate, Instant } from '../model/primitives';
import { addDays, dateOf } from '../model/time';
import type { Norms } from './norms';
import { type ChannelMinutes, countsOf, timeByChannel, type TimeSpent } from './time-by-channel';
import type { Reading } from './types';

export interface Money {
  currency: string;
  amount: number;
}

export interface CostPerLike {
  /** The span, both days included. */
  from: CalendarDate;
  to: CalendarDate;
  spanDays: number;
  /** Relationships that first reached Like in the span. */
  liked: number;
  minutes: number;
  channels: ChannelMinutes[];
  /** By currency: amounts of different ones are never added. */
  money: (Money & { gatherings: number })[];
  /** For each of those relationships; too early to say below 3 of them. */
  each: Reading<{ minutes: number; money: Money[] }>;
}

/** The days that the cost is counted over, both included: the year that ends with `asOf`. */
export function costSpan(asOf: Instant, { cost }: Norms): { from: CalendarDate; to: CalendarDate } {
  const to = dateOf(asOf);
  return { from: addDays(to, 1 - cost.span), to };
}

/**
 * All that was noted of the span, over the relationships that first reached Like in it (`liked`). What went into older
 * relationships is part of it: looking after those one has is networking too.
 */
export function costPerLike(
  spent: TimeSpent & { gatherings: readonly Gathering[] },
  liked: number,
  asOf: Instant,
  norms: Norms,
): CostPerLike {
  const { from, to } = costSpan(asOf, norms);
  const channels = timeByChannel(spent, from, to).map(countsOf);
  const minutes = channels.reduce((sum, channel) => sum + channel.minutes, 0);
  const money = moneyOf(spent.gatherings.filter((gathering) => isWithin(gathering, from, to)));
  const need = norms.cost.likedNeeded;
  return {
    from,
    to,
    spanDays: norms.cost.span,
    liked,
    minutes,
    channels,
    money,
    each:
      liked < need
        ? { kind: 'tooEarly', have: liked, need }
        : {
            kind: 'known',
            minutes: minutes / liked,
            money: money.map(({ currency, amount }) => ({ currency, amount: amount / liked })),
          },
  };
}

/** The gatherings of the span that cost money in a currency. */
export function gatheringsPaid(
  gatherings: readonly Gathering[],
  currency: string,
  asOf: Instant,
  norms: Norms,
): Gathering[] {
  const { from, to } = costSpan(asOf, norms);
  return gatherings.filter(
    (gathering) => gathering.cost?.currency === currency && isWithin(gathering, from, to),
  );
}

function isWithin(gathering: Gathering, from: CalendarDate, to: CalendarDate): boolean {
  const on = dateOf(gathering.from);
  return from <= on && on <= to;
}

/** The currency in which most gatherings were paid first. */
function moneyOf(gatherings: readonly Gathering[]): CostPerLike['money'] {
  const sums = new Map<string, Money & { gatherings: number }>();
  for (const { cost } of gatherings) {
    if (!cost || cost.amount === 0) continue;
    const { currency, amount } = cost;
    const sum = sums.get(currency) ?? { currency, amount: 0, gatherings: 0 };
    sums.set(currency, { currency, amount: sum.amount + amount, gatherings: sum.gatherings + 1 });
  }
  return [...sums.values()].sort((a, b) => b.gatherings - a.gatherings || (a.currency < b.currency ? -1 : 1));
}
