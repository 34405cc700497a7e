import type { Instant } from './primitives';

/** What a change needs from outside: the moment, the revision, and fresh ids. */
export interface Stamp {
  now: Instant;
  rev: string;
  newId: () => string;
}

type Administration = 'id' | 'createdAt' | 'updatedAt' | 'rev';

/** A new record of these fields. */
export function created<F extends object>(
  fields: F,
  stamp: Stamp,
  id = stamp.newId(),
): F & Record<Administration, string> {
  return { id, createdAt: stamp.now, updatedAt: stamp.now, rev: stamp.rev, ...fields };
}

/**
 * The record with these fields instead of its former ones. Fields that this version does not know stay: `known` names
 * those that the form had in hand, so that an emptied field goes and an unknown one does not.
 */
export function updated<R extends Record<Administration, string>>(
  record: R,
  fields: Partial<R>,
  stamp: Stamp,
  known: readonly string[],
): R {
  const kept = Object.fromEntries(Object.entries(record).filter(([key]) => !known.includes(key)));
  const { id, createdAt } = record;
  return { ...kept, ...fields, id, createdAt, updatedAt: stamp.now, rev: stamp.rev } as R;
}
