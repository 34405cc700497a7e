/**
 * Records for tests. Each is valid, and has only what is required unless told otherwise. Dates are `2026-05-04` (then it is
 * noon UTC) or whole instants. Everything is with Anna unless told otherwise.
 */
import type { Interaction } from '../../shared/model/interaction';
import type { Introduction } from '../../shared/model/introduction';
import type { Person } from '../../shared/model/person';
import type { CalendarDate, Id, Instant } from '../../shared/model/primitives';
import type { PromiseRecord } from '../../shared/model/promise';
import { defaultNorms } from '../../shared/insight/norms';
import type { PersonSlice } from '../../shared/insight/types';

/** A valid UUID v7 that ends in the number, so that ids sort like their numbers. */
export function testId(number: number): Id {
  return `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export const ANNA = testId(1);
export const BEN = testId(2);

/** A date becomes its noon in UTC. */
export function instant(when: string): Instant {
  return when.length === 10 ? `${when}T12:00:00Z` : when;
}

export function person(fields: Partial<Person> = {}): Person {
  return { ...record(ANNA), name: 'Anna', ...fields };
}

/** A coffee with Anna that was held. */
export function interaction(when: string, fields: Partial<Interaction> = {}): Interaction {
  return {
    ...record(nextId()),
    participants: [{ personId: ANNA }],
    status: 'held',
    at: instant(when),
    kind: 'coffee',
    ...fields,
  };
}

/** An e-mail of mine, without an answer unless told otherwise. */
export function email(when: string, fields: Partial<Interaction> = {}): Interaction {
  return interaction(when, { kind: 'email', initiatedBy: 'me', ...fields });
}

/** A promise of mine to Anna, open. */
export function promise(madeOn: CalendarDate, fields: Partial<PromiseRecord> = {}): PromiseRecord {
  return {
    ...record(nextId()),
    personId: ANNA,
    by: 'me',
    what: 'Send the article',
    madeOn,
    status: 'open',
    ...fields,
  };
}

/** Anna was introduced to the user by Ben. */
export function introduction(when: string, fields: Partial<Introduction> = {}): Introduction {
  return { ...record(nextId()), by: BEN, a: 'me', b: ANNA, at: instant(when), ...fields };
}

/** What concerns one person: interactions and promises in one list, in any order; judged by the defaults. */
export function sliceOf(
  records: readonly (Interaction | PromiseRecord)[],
  who: Partial<Person> = {},
): PersonSlice {
  return {
    person: person(who),
    interactions: records.filter((one): one is Interaction => 'participants' in one),
    promises: records.filter((one): one is PromiseRecord => 'madeOn' in one),
    norms: defaultNorms,
  };
}

const FIRST_NUMBER = 1_000;
let lastNumber = FIRST_NUMBER;

/** A new id, after all given out before. */
export function nextId(): Id {
  lastNumber += 1;
  return testId(lastNumber);
}

function record(id: Id) {
  return { id, createdAt: '2026-01-01T09:00:00Z', updatedAt: '2026-01-01T09:00:00Z', rev: '0-test' };
}
