import type { Id, Instant } from '../../shared/model/primitives';
import type { RecordChange } from '../../shared/model/record';
import type { Tables } from './tables';

/**
 * What is computed of each person, kept until a change concerns them or another day begins. A save costs the people in
 * it, never the journal. `null`: the person is not in the journal.
 */
export class PerPerson<T> {
  private readonly values = new Map<Id, T>();
  private readonly stale = new Set<Id>();
  private computedAsOf: Instant = '';

  constructor(
    private readonly tables: Tables,
    private readonly asOf: () => Instant,
    private readonly compute: (personId: Id, asOf: Instant) => T | null,
  ) {}

  of(personId: Id): T | null {
    this.beginDay();
    if (!this.stale.has(personId)) {
      const known = this.values.get(personId);
      if (known !== undefined) return known;
    }
    return this.renew(personId);
  }

  /** Everybody's, those that changed computed again; the map is live and in no particular order. */
  all(): ReadonlyMap<Id, T> {
    this.beginDay();
    if (this.values.size === 0 && this.stale.size === 0) this.forgetAll();
    for (const personId of [...this.stale]) this.renew(personId);
    return this.values;
  }

  /** The people whose value is out of date or was never computed. */
  pending(): Id[] {
    this.beginDay();
    if (this.values.size === 0 && this.stale.size === 0) this.forgetAll();
    return [...this.stale];
  }

  forget(changes: readonly RecordChange[]): void {
    for (const change of changes) for (const personId of peopleOf(change)) this.stale.add(personId);
  }

  forgetAll(): void {
    this.values.clear();
    for (const person of this.tables.all('person')) this.stale.add(person.id);
  }

  /** On another day what was due may be overdue. */
  private beginDay(): void {
    const asOf = this.asOf();
    if (asOf === this.computedAsOf) return;
    this.computedAsOf = asOf;
    this.forgetAll();
  }

  private renew(personId: Id): T | null {
    this.stale.delete(personId);
    const value = this.tables.get('person', personId) ? this.compute(personId, this.computedAsOf) : null;
    if (value === null) this.values.delete(personId);
    else this.values.set(personId, value);
    return value;
  }
}

/** Everybody whom a change concerns: in the record as it was and as it is now. */
export function peopleOf(change: RecordChange): Set<Id> {
  const people = new Set<Id>();
  switch (change.type) {
    case 'person':
      people.add(change.id);
      break;
    case 'interaction':
      for (const record of [change.before, change.after])
        record?.participants.forEach(({ personId }) => people.add(personId));
      break;
    case 'promise':
      for (const record of [change.before, change.after]) if (record) people.add(record.personId);
      break;
    case 'introduction':
      for (const record of [change.before, change.after])
        for (const id of [record?.by, record?.a, record?.b]) if (id && id !== 'me') people.add(id);
      break;
    default:
  }
  return people;
}
