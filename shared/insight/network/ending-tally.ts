/** What ended against what lasts, and why connections broke down (INSIGHTS, "Blind spots"). */
import type { BreakdownReason } from '../../model/person';
import type { Norms } from '../norms';
import type { Reading } from '../types';
import type { Contribution } from './contribution';
import { type Spot, SPOTS } from './spots';
import { type Sign, Groups, Moments, type Tally } from './tally';

/** One side of a comparison: the mean of the relationships that have the figure. */
export interface SpotSide {
  n: number;
  mean: number | null;
}

export interface BlindSpot {
  spot: Spot;
  ended: SpotSide;
  lasting: SpotSide;
  /** The difference of the means over their pooled spread (Cohen's d); too early while a side has fewer than 5. */
  effect: Reading<{ size: number }>;
}

export interface EndingFigures {
  blindSpots: BlindSpot[];
  parted: number;
  breakdown: { reason: BreakdownReason; people: number; own: number }[];
}

type Side = NonNullable<Contribution['side']>;

export class EndingTally implements Tally<EndingFigures> {
  private readonly spots = new Groups<`${Side} ${Spot}`, Moments>(() => new Moments());
  private readonly reasons = new Groups<BreakdownReason, { size: number; own: number }>(() => ({
    size: 0,
    own: 0,
  }));
  private parted = 0;

  count({ side, spots, parting, reasons }: Contribution, sign: Sign): void {
    if (parting !== null) this.parted += sign;
    for (const { reason, own } of reasons)
      this.reasons.change(reason, (part) => {
        part.size += sign;
        if (own) part.own += sign;
      });
    if (side === null) return;
    for (const spot of SPOTS) {
      const measured = spots[spot];
      if (measured) this.spots.change(`${side} ${spot}`, (part) => part.count(measured.value, sign));
    }
  }

  figures(norms: Norms['comparison']): EndingFigures {
    return {
      blindSpots: this.blindSpots(norms.eachSide),
      parted: this.parted,
      breakdown: this.reasons.all
        .map(([reason, { size, own }]) => ({ reason, people: size, own }))
        .sort((a, b) => b.people - a.people || (a.reason < b.reason ? -1 : 1)),
    };
  }

  /** The largest difference first. */
  private blindSpots(eachSide: number): BlindSpot[] {
    const weight = ({ effect }: BlindSpot): number => (effect.kind === 'known' ? Math.abs(effect.size) : -1);
    return SPOTS.map((spot) => this.blindSpot(spot, eachSide)).sort(
      (a, b) => weight(b) - weight(a) || SPOTS.indexOf(a.spot) - SPOTS.indexOf(b.spot),
    );
  }

  private blindSpot(spot: Spot, need: number): BlindSpot {
    const of = (side: Side) => this.spots.get(`${side} ${spot}`) ?? new Moments();
    const [ended, lasting] = [of('ended'), of('lasting')];
    const have = Math.min(ended.size, lasting.size);
    return {
      spot,
      ended: { n: ended.size, mean: ended.mean },
      lasting: { n: lasting.size, mean: lasting.mean },
      effect:
        have < need ? { kind: 'tooEarly', have, need } : { kind: 'known', size: effectOf(ended, lasting) },
    };
  }
}

/** Where nobody differs from anybody the spread is nothing, and so is the effect. */
function effectOf(ended: Moments, lasting: Moments): number {
  const spread = Math.sqrt(
    (ended.squaredDifferences + lasting.squaredDifferences) / Math.max(1, ended.size + lasting.size - 2),
  );
  return spread === 0 ? 0 : ((ended.mean ?? 0) - (lasting.mean ?? 0)) / spread;
}
