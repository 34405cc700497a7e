import type { Instant } from '../model/primitives';
import type { PersonRecords } from './types';

/**
 * Remembers what was worked out of a slice at a moment, for as long as the slice lives: one person's figures look at the
 * same entries and contacts over and over. A slice is never altered, so neither may be what comes of it.
 */
export function perSlice<Slice extends PersonRecords, Value>(
  work: (slice: Slice, asOf: Instant) => Value,
): (slice: Slice, asOf: Instant) => Value {
  const known = new WeakMap<Slice, { asOf: Instant; value: Value }>();
  return (slice, asOf) => {
    const last = known.get(slice);
    if (last?.asOf === asOf) return last.value;
    const value = work(slice, asOf);
    known.set(slice, { asOf, value });
    return value;
  };
}
