/** One person's promises by what became of them. */
import type { Instant } from '../../model/primitives';
import { dateOf } from '../../model/time';
import { promisesAsOf } from '../as-of';
import type { EvidenceRef, PersonSlice } from '../types';

export const PROMISE_STATES = ['kept', 'late', 'broken', 'released', 'open', 'overdue'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

export type PromiseRefs = Record<PromiseState, EvidenceRef[]>;

export function promiseRefs(slice: PersonSlice, asOf: Instant): { mine: PromiseRefs; theirs: PromiseRefs } {
  const refs = { mine: noRefs(), theirs: noRefs() };
  const today = dateOf(asOf);
  for (const { promise, status } of promisesAsOf(slice, asOf)) {
    const isOverdue = status === 'open' && promise.dueOn !== undefined && promise.dueOn < today;
    const side = promise.by === 'me' ? refs.mine : refs.theirs;
    side[isOverdue ? 'overdue' : status].push({ kind: 'promise', id: promise.id });
  }
  return refs;
}

function noRefs(): PromiseRefs {
  return { kept: [], late: [], broken: [], released: [], open: [], overdue: [] };
}
