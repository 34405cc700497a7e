/** Which value of each norm is in use: fixed by the user, counted from their own history, or the default. */
import type { OwnNorm } from '../model/own-norm';
import { byText } from './as-of';
import { type NormName, type Norms, normsByName, normsWith } from './norms';
import type { OwnFigure } from './own-history';
import { crossedIn, isWithin, limitsOf } from './norm-limits';

export type Origin = 'default' | 'ownHistory' | 'fixed';

export interface NormsInUse {
  norms: Norms;
  /** Those that are not the default. */
  replaced: ReadonlyMap<NormName, { value: number; origin: Exclude<Origin, 'default'> }>;
}

/**
 * The values that the user fixed. A value out of its limits, two out of order, or one of a norm that there is no more (a
 * file edited by hand, a newer version) are passed over; of two for the same norm the later change counts.
 */
export function fixedValues(ownNorms: Iterable<OwnNorm>): Map<NormName, number> {
  const fixed = new Map<NormName, number>();
  const inOrder = [...ownNorms].sort((a, b) => byText(a.updatedAt, b.updatedAt) || byText(a.id, b.id));
  for (const { norm, value } of inOrder) {
    if (isNormName(norm) && isWithin(limitsOf(norm), value)) fixed.set(norm, value);
  }
  // The defaults are in order, so that this ends at the latest when nothing is fixed any more.
  for (;;) {
    const crossed = crossedIn(normsWith(fixed));
    if (crossed === null) return fixed;
    for (const name of crossed) fixed.delete(name);
  }
}

function isNormName(name: string): name is NormName {
  return normsByName.has(name as NormName);
}

/** What the user fixed comes before their own history, and that before the default. */
export function normsInUse(
  fixed: ReadonlyMap<NormName, number>,
  history: ReadonlyMap<NormName, OwnFigure>,
): NormsInUse {
  const replaced = new Map<NormName, { value: number; origin: 'ownHistory' | 'fixed' }>();
  for (const [name, figure] of history)
    if (figure.kind === 'known') replaced.set(name, { value: figure.value, origin: 'ownHistory' });
  for (const [name, value] of fixed) replaced.set(name, { value, origin: 'fixed' });
  const values = new Map([...replaced].map(([name, { value }]) => [name, value]));
  return { norms: normsWith(values), replaced };
}

export function originOf({ replaced }: NormsInUse, name: NormName): Origin {
  return replaced.get(name)?.origin ?? 'default';
}
