import type { Norms } from '../../../shared/insight/norms';
import type { PersonSlice } from '../../../shared/insight/types';
import type { Id, Instant } from '../../../shared/model/primitives';
import type { RecordChange } from '../../../shared/model/record';
import { introducedIn, peopleOfIntroduction, type Tables } from './tables';

/** Told of every value that comes and goes, to keep sums over everybody. */
interface Watch<T> {
  replaced: (former: T | null, latter: T | null) => void;
  /** All of them are gone. */
  emptied: () => void;
}

/**
 * What is computed of each person, kept until a change concerns them, another day begins or the norms change. A save costs the people in
 * it, never the journal. `null`: the person is not in the journal.
 */
export class PerPerson<T extends object> {
  private readonly values = new Map<Id, T>();
  private readonly stale = new Set<Id>();
  private computedAsOf: Instant = '';
  private computedOn: unknown = null;

  constructor(
    private readonly tables: Tables,
    private readonly asOf: () => Instant,
    private readonly compute: (personId: Id, asOf: Instant) => T | null,
    /** What everybody's value rests on beside their own records, the same object until it changes: the norms in use. */
    private readonly basis: () => unknown,
    private readonly watch?: Watch<T>,
  ) {}

  of(personId: Id): T | null {
    this.bringUpToDate();
    if (!this.stale.has(personId)) {
      const known = this.values.get(personId);
      if (known !== undefined) return known;
    }
    return this.renew(personId);
  }

  /** Everybody's, those that changed computed again; the map is live and in no particular order. */
  all(): ReadonlyMap<Id, T> {
    this.bringUpToDate();
    if (this.values.size === 0 && this.stale.size === 0) this.forgetAll();
    for (const personId of [...this.stale]) this.renew(personId);
    return this.values;
  }

  /** The people whose value is out of date or was never computed. */
  pending(): Id[] {
    this.bringUpToDate();
    if (this.values.size === 0 && this.stale.size === 0) this.forgetAll();
    return [...this.stale];
  }

  forget(changes: readonly RecordChange[]): void {
    for (const change of changes) for (const personId of peopleOf(change)) this.stale.add(personId);
  }

  forgetAll(): void {
    this.values.clear();
    this.watch?.emptied();
    for (const person of this.tables.all('person')) this.stale.add(person.id);
  }

  /** On another day what was due may be overdue; by another norm a figure may be another. */
  private bringUpToDate(): void {
    const [asOf, basis] = [this.asOf(), this.basis()];
    if (asOf === this.computedAsOf && basis === this.computedOn) return;
    this.computedAsOf = asOf;
    this.computedOn = basis;
    this.forgetAll();
  }

  private renew(personId: Id): T | null {
    this.stale.delete(personId);
    const value = this.tables.get('person', personId) ? this.compute(personId, this.computedAsOf) : null;
    this.watch?.replaced(this.values.get(personId) ?? null, value);
    if (value === null) this.values.delete(personId);
    else this.values.set(personId, value);
    return value;
  }
}

/** Somebody's records and the norms to judge them by; null when they are not in the journal. */
export function sliceOf(tables: Tables, personId: Id, norms: Norms): PersonSlice | null {
  const person = tables.get('person', personId);
  if (!person) return null;
  return {
    person,
    interactions: tables.interactionsOf(personId),
    promises: tables.promisesOf(personId),
    norms,
  };
}

/** Everybody whom a change concerns: in the record as it was and as it is now. */
export function peopleOf(change: RecordChange): Set<Id> {
  const people = new Set<Id>();
  switch (change.type) {
    case 'person':
      people.add(change.id);
      break;
    case 'interaction':
      for (const record of [change.before, change.after]) {
        record?.participants.forEach(({ personId }) => people.add(personId));
        if (record) introducedIn(record).forEach((personId) => people.add(personId));
      }
      break;
    case 'promise':
      for (const record of [change.before, change.after]) if (record) people.add(record.personId);
      break;
    case 'introduction':
      for (const record of [change.before, change.after])
        if (record) peopleOfIntroduction(record).forEach((personId) => people.add(personId));
      break;
    default:
  }
  return people;
}
