/** What a norm may be set to: a range by its unit, and its place between its neighbours. */
import { type NormName, type Norms, normsByName, type Unit } from './norms';

export interface Limits {
  min: number;
  max: number;
  whole: boolean;
}

const counted: Limits = { min: 1, max: 100, whole: true };

const LIMITS: Record<Unit, Limits> = {
  days: { min: 1, max: 3_650, whole: true },
  minutes: { min: 1, max: 600, whole: true },
  share: { min: 0, max: 1, whole: false },
  rating: { min: 1, max: 5, whole: false },
  factor: { min: 1, max: 20, whole: false },
  contacts: counted,
  dates: counted,
  exchanges: counted,
  interactions: counted,
  replies: counted,
  gaps: counted,
  questions: counted,
  promises: counted,
  asks: counted,
  people: counted,
};

export function limitsOf(name: NormName): Limits {
  const norm = normsByName.get(name);
  if (!norm) throw new Error(`There is no norm ${name}.`);
  return LIMITS[norm.unit];
}

/** The lower, then the higher: the second may not be below the first. */
const IN_ORDER: readonly (readonly [NormName, NormName])[] = [
  ['stage.silence', 'stage.longSilence'],
  ['balance.talkLittle', 'balance.talkALot'],
  ['balance.mostlyThem', 'balance.mostlyMe'],
  ['balance.evenLean', 'breakdown.veryLean'],
  ['rhythm.gapsNeeded', 'rhythm.gapsUsed'],
  ['rhythm.shortestMedian', 'rhythm.longestMedian'],
  ['rhythm.ring.inner', 'rhythm.ring.close'],
  ['rhythm.ring.close', 'rhythm.ring.active'],
  ['rhythm.ring.active', 'rhythm.ring.wider'],
  ['rhythm.dueUpTo', 'rhythm.slippingUpTo'],
  ['rhythm.slippingUpTo', 'rhythm.dormantBeyond'],
  ['breakdown.lowRating', 'breakdown.highRating'],
  ['breakdown.followUpWithin', 'breakdown.followUpVeryLate'],
  ['comparison.connectSoon', 'comparison.connectWithin'],
];

/** Why a value is refused. `bound` is the neighbour's value that it may not pass. */
export type NormRefusal =
  | { kind: 'outOfRange'; limits: Limits }
  | { kind: 'below'; neighbour: NormName; bound: number }
  | { kind: 'above'; neighbour: NormName; bound: number };

/** Null when the norm may have this value beside the others as they are. */
export function refusalOf(name: NormName, value: number, norms: Norms): NormRefusal | null {
  const limits = limitsOf(name);
  if (!isWithin(limits, value)) return { kind: 'outOfRange', limits };
  for (const [lower, higher] of IN_ORDER) {
    if (name === higher && value < valueIn(norms, lower))
      return { kind: 'below', neighbour: lower, bound: valueIn(norms, lower) };
    if (name === lower && value > valueIn(norms, higher))
      return { kind: 'above', neighbour: higher, bound: valueIn(norms, higher) };
  }
  return null;
}

export function isWithin({ min, max, whole }: Limits, value: number): boolean {
  return value >= min && value <= max && (!whole || Number.isInteger(value));
}

/** Two norms of which the lower stands above the higher; null when all are in order. */
export function crossedIn(norms: Norms): readonly [NormName, NormName] | null {
  return IN_ORDER.find(([lower, higher]) => valueIn(norms, lower) > valueIn(norms, higher)) ?? null;
}

/** A norm's value by its name. */
export function valueIn(norms: Norms, name: NormName): number {
  let at: number | Branch | undefined = norms;
  for (const key of name.split('.')) at = typeof at === 'object' ? at[key] : undefined;
  if (typeof at !== 'number') throw new Error(`There is no norm ${name}.`);
  return at;
}

interface Branch {
  readonly [key: string]: number | Branch;
}
