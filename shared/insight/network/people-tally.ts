/** How the relationships stand: give and take, who was seen again, who opens doors, and what they are for. */
import type { Id, Purpose } from '../../model/primitives';
import { rankOf } from '../ladder';
import type { Norms } from '../norms';
import type { Reading } from '../types';
import type { Contribution } from './contribution';
import { Groups, type Sign, type Tally } from './tally';

export const BALANCE_SIDES = ['even', 'giveMore', 'receiveMore', 'tooEarly', 'mentors'] as const;
export type BalanceSide = (typeof BALANCE_SIDES)[number];

export interface Door {
  by: Id;
  people: number;
  liked: number;
  trusted: number;
  /** Led to these, and not thanked for it yet. */
  unthanked: number;
}

export interface PeopleFigures {
  people: number;
  balance: Record<BalanceSide, number>;
  /** `met` are those of whom it is known, `pending` those whom it is too early to say of. */
  connect: Reading<{ share: number }> & { met: number; again: number; pending: number };
  /** `most` are those who led to the most people. */
  doors: { openers: number; led: number; unthanked: number; most: Door[] };
  purposes: {
    purpose: Purpose;
    people: number;
    liked: number;
    trusted: number;
    given: number;
    received: number;
  }[];
  /** First reached Like within the last year. */
  likedLately: number;
}

const DOORS_SHOWN = 12;

export class PeopleTally implements Tally<PeopleFigures> {
  private people = 0;
  private likedLately = 0;
  private readonly balance = { even: 0, giveMore: 0, receiveMore: 0, tooEarly: 0, mentors: 0 };
  private readonly connect = { met: 0, again: 0, pending: 0 };
  private readonly doors = new Groups<Id, LedTo>(() => new LedTo());
  private readonly purposes = new Groups<Purpose, Reached>(() => new Reached());

  count(one: Contribution, sign: Sign): void {
    this.people += sign;
    if (one.likedLately) this.likedLately += sign;
    const side = balanceSideOf(one);
    if (side !== null) this.balance[side] += sign;
    const connected = connectionOf(one);
    if (connected !== null) this.connect[connected === 'again' ? 'met' : connected] += sign;
    if (connected === 'again') this.connect.again += sign;
    for (const { by, thanked } of one.leads)
      this.doors.change(by, (part) => part.countLed(one, thanked, sign));
    for (const purpose of new Set(one.purposes))
      this.purposes.change(purpose, (part) => part.count(one, sign));
  }

  figures(norms: Norms['comparison']): PeopleFigures {
    return {
      people: this.people,
      balance: { ...this.balance },
      connect: this.connectRate(norms.connectNeeded),
      doors: this.openedDoors(),
      purposes: this.purposes.all
        .map(([purpose, { size, liked, trusted, given, received }]) => ({
          purpose,
          people: size,
          liked,
          trusted,
          given,
          received,
        }))
        .sort((a, b) => b.people - a.people || (a.purpose < b.purpose ? -1 : 1)),
      likedLately: this.likedLately,
    };
  }

  private connectRate(need: number): PeopleFigures['connect'] {
    const { met, again } = this.connect;
    const reading: Reading<{ share: number }> =
      met < need ? { kind: 'tooEarly', have: met, need } : { kind: 'known', share: again / met };
    return { ...reading, ...this.connect };
  }

  private openedDoors(): PeopleFigures['doors'] {
    const doors = this.doors.all.map(([by, { size, liked, trusted, unthanked }]): Door => ({
      by,
      people: size,
      liked,
      trusted,
      unthanked,
    }));
    return {
      openers: doors.length,
      led: doors.reduce((sum, { people }) => sum + people, 0),
      unthanked: doors.reduce((sum, door) => sum + door.unthanked, 0),
      most: doors
        .sort((a, b) => b.people - a.people || b.trusted - a.trusted || (a.by < b.by ? -1 : 1))
        .slice(0, DOORS_SHOWN),
    };
  }
}

/** Of a group of people: how far they came, and what went back and forth. */
class Reached {
  size = 0;
  liked = 0;
  trusted = 0;
  given = 0;
  received = 0;

  count({ best, balance }: Contribution, sign: Sign): void {
    this.size += sign;
    if (rankOf(best) >= rankOf('like')) this.liked += sign;
    if (best === 'trust') this.trusted += sign;
    this.given += sign * balance.given;
    this.received += sign * balance.received;
  }
}

/** Those whom one person led the user to. */
class LedTo extends Reached {
  unthanked = 0;

  countLed(one: Contribution, thanked: boolean, sign: Sign): void {
    this.count(one, sign);
    if (!thanked) this.unthanked += sign;
  }
}

/** Null for those who are left in peace: they are in no figure that asks for something. */
export function balanceSideOf({ standing, balance }: Contribution): BalanceSide | null {
  if (standing !== 'active') return null;
  if (balance.mentor) return 'mentors';
  return balance.exchange.kind === 'tooEarly' ? 'tooEarly' : balance.exchange.verdict;
}

/** What became of somebody first met at a gathering: seen again, met and no more, or too early to say. */
export function connectionOf({ connected }: Contribution): 'again' | 'met' | 'pending' | null {
  if (!connected) return null;
  if (connected.again === null) return 'pending';
  return connected.again ? 'again' : 'met';
}
