import type { Counts } from '../../../shared/contract/journal';
import type { Interaction } from '../../../shared/model/interaction';
import type { Introduction } from '../../../shared/model/introduction';
import type { Id } from '../../../shared/model/primitives';
import type { PromiseRecord } from '../../../shared/model/promise';
import { type RecordChange, type RecordOf } from '../../../shared/model/record';
import { type RecordType, recordTypes } from '../../../shared/model/record-types';
import { Chronology } from './chronology';
import { IdLists } from './id-lists';
import { type VolumeName, volumeOf, yearOf } from '../files/volumes';

type Maps = { [T in RecordType]: Map<Id, RecordOf<T>> };

/** The journal in memory: every record by id, and the indexes that the screens need. Records are never altered, only replaced. */
export class Tables {
  private readonly maps = Object.fromEntries(recordTypes.map((type) => [type, new Map()])) as unknown as Maps;
  private readonly interactionsByPerson = new IdLists();
  private readonly interactionsByGathering = new IdLists();
  private readonly promisesByPerson = new IdLists();
  private readonly promisesByInteraction = new IdLists();
  private readonly introductionsByPerson = new IdLists();
  /** Entries in which somebody was introduced who did not take part. */
  private readonly interactionsByIntroduced = new IdLists();
  /** All interactions, oldest first. */
  readonly chronology = new Chronology();

  get<T extends RecordType>(type: T, id: Id): RecordOf<T> | undefined {
    return this.maps[type].get(id);
  }

  all<T extends RecordType>(type: T): IterableIterator<RecordOf<T>> {
    return this.maps[type].values();
  }

  count(type: RecordType): number {
    return this.maps[type].size;
  }

  /** In no particular order. */
  interactionsOf(personId: Id): Interaction[] {
    return this.resolve('interaction', this.interactionsByPerson.get(personId));
  }

  interactionsAt(gatheringId: Id): Interaction[] {
    return this.resolve('interaction', this.interactionsByGathering.get(gatheringId));
  }

  promisesOf(personId: Id): PromiseRecord[] {
    return this.resolve('promise', this.promisesByPerson.get(personId));
  }

  promisesMadeIn(interactionId: Id): PromiseRecord[] {
    return this.resolve('promise', this.promisesByInteraction.get(interactionId));
  }

  /** Introductions by or of a person. */
  introductionsOf(personId: Id): Introduction[] {
    return this.resolve('introduction', this.introductionsByPerson.get(personId));
  }

  /** Entries with an introduction to this person in them. */
  introductionsTold(personId: Id): Interaction[] {
    return this.resolve('interaction', this.interactionsByIntroduced.get(personId));
  }

  /** The records of one type that a volume holds, in the order of their ids. */
  inVolume<T extends RecordType>(type: T, volume: VolumeName): RecordOf<T>[] {
    const year = yearOf(volume);
    // Entries of a year lie together in time: a look through a lifetime's for each would be long.
    const candidates =
      type === 'interaction' && year !== null ? this.chronology.around(year) : this.all(type);
    const records: RecordOf<T>[] = [];
    for (const record of candidates as Iterable<RecordOf<T>>) {
      if (volumeOf(type, record) === volume) records.push(record);
    }
    return records.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The volumes that have at least one record. */
  volumes(): Set<VolumeName> {
    const volumes = new Set<VolumeName>();
    for (const type of recordTypes) for (const record of this.all(type)) volumes.add(volumeOf(type, record));
    return volumes;
  }

  put<T extends RecordType>(type: T, record: RecordOf<T>): void {
    const former = this.maps[type].get(record.id);
    if (former) this.unlink(type, former);
    this.maps[type].set(record.id, record);
    this.link(type, record);
  }

  remove(type: RecordType, id: Id): void {
    const former = this.maps[type].get(id);
    if (!former) return;
    this.unlink(type, former);
    this.maps[type].delete(id);
  }

  apply(change: RecordChange): void {
    if (change.after) this.put(change.type, change.after);
    else this.remove(change.type, change.id);
  }

  private resolve<T extends RecordType>(type: T, ids: Iterable<Id>): RecordOf<T>[] {
    const map = this.maps[type];
    const records: RecordOf<T>[] = [];
    for (const id of ids) {
      const record = map.get(id);
      if (record) records.push(record);
    }
    return records;
  }

  private link(type: RecordType, record: RecordOf<RecordType>): void {
    if (type === 'interaction') {
      const interaction = record as Interaction;
      this.chronology.add(interaction);
      for (const personId of peopleIn(interaction)) this.interactionsByPerson.add(personId, record.id);
      if (interaction.gatheringId) this.interactionsByGathering.add(interaction.gatheringId, record.id);
      for (const personId of introducedIn(interaction))
        this.interactionsByIntroduced.add(personId, record.id);
    } else if (type === 'promise') {
      const promise = record as PromiseRecord;
      this.promisesByPerson.add(promise.personId, record.id);
      if (promise.interactionId) this.promisesByInteraction.add(promise.interactionId, record.id);
    } else if (type === 'introduction') {
      for (const personId of peopleOfIntroduction(record as Introduction))
        this.introductionsByPerson.add(personId, record.id);
    }
  }

  private unlink(type: RecordType, record: RecordOf<RecordType>): void {
    if (type === 'interaction') {
      const interaction = record as Interaction;
      this.chronology.remove(interaction);
      for (const personId of peopleIn(interaction)) this.interactionsByPerson.remove(personId, record.id);
      if (interaction.gatheringId) this.interactionsByGathering.remove(interaction.gatheringId, record.id);
      for (const personId of introducedIn(interaction))
        this.interactionsByIntroduced.remove(personId, record.id);
    } else if (type === 'promise') {
      const promise = record as PromiseRecord;
      this.promisesByPerson.remove(promise.personId, record.id);
      if (promise.interactionId) this.promisesByInteraction.remove(promise.interactionId, record.id);
    } else if (type === 'introduction') {
      for (const personId of peopleOfIntroduction(record as Introduction))
        this.introductionsByPerson.remove(personId, record.id);
    }
  }
}

/** How much of each is in them, as the user is told. */
export function countsOf(tables: Tables): Counts {
  return {
    people: tables.count('person'),
    interactions: tables.count('interaction'),
    promises: tables.count('promise'),
    gatherings: tables.count('gathering'),
    circles: tables.count('circle'),
  };
}

/** Everybody once, even where a file edited by hand names somebody twice. */
function peopleIn({ participants }: Interaction): Iterable<Id> {
  const ids = participants.map(({ personId }) => personId);
  return ids.length > 1 ? new Set(ids) : ids;
}

const NOBODY: ReadonlySet<Id> = new Set();

/** Those whom an entry's introductions are about. */
export function introducedIn({ exchanges }: Interaction): ReadonlySet<Id> {
  if (!exchanges) return NOBODY;
  const ids = exchanges.flatMap(({ kind, aboutPersonId }) =>
    kind === 'introduction' && aboutPersonId !== undefined ? [aboutPersonId] : [],
  );
  return ids.length > 0 ? new Set(ids) : NOBODY;
}

export function peopleOfIntroduction({ by, a, b }: Introduction): Set<Id> {
  const people = new Set([by, a, b]);
  people.delete('me');
  return people;
}
