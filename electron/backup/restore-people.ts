import type { BackedUpPerson } from '../../shared/contract/backup';
import { foldText } from '../../shared/fold-text';
import { Interaction } from '../../shared/model/interaction';
import type { Person } from '../../shared/model/person';
import type { Id } from '../../shared/model/primitives';
import type { RecordChange, RecordOf } from '../../shared/model/record';
import type { RecordType } from '../../shared/model/record-types';
import { withoutPerson } from '../journal/changes/people';
import { changeOf } from '../journal/changes/edit';
import type { Tables } from '../journal/tables/tables';
import { sameContent } from './compare';

/**
 * What brings people back as a backup has them: themselves, their entries and promises, and what those lean on (gatherings,
 * circles, introductions between people who are there). Nothing is removed: what is newer than the backup stays. Somebody
 * else in a shared entry who is not in the journal any more does not come back by this.
 */
export function changesForPeople(now: Tables, backup: Tables, ids: readonly Id[]): RecordChange[] {
  const chosen = new Set(ids);
  const merge = new Merge(now, backup, (id) => chosen.has(id) || now.get('person', id) !== undefined);
  for (const id of chosen) merge.person(id);
  for (const introduction of backup.all('introduction')) {
    const three = [introduction.by, introduction.a, introduction.b];
    if (three.some((id) => id !== undefined && chosen.has(id)) && three.every((id) => merge.isThere(id)))
      merge.put('introduction', introduction);
  }
  return merge.changes;
}

/** The people in a backup whose names have the words: those who are not in the journal first, then by name. */
export function peopleInBackup(now: Tables, backup: Tables, text: string): BackedUpPerson[] {
  const words = foldText(text).split(/\s+/).filter(Boolean);
  return [...backup.all('person')]
    .filter(({ name }) => words.every((word) => foldText(name).includes(word)))
    .map((person) => describe(now, backup, person))
    .sort((a, b) => RANK[a.state] - RANK[b.state] || a.name.localeCompare(b.name, 'en'));
}

const RANK: Record<BackedUpPerson['state'], number> = { missing: 0, different: 1, same: 2 };

function describe(now: Tables, backup: Tables, { id, name, organisation }: Person): BackedUpPerson {
  return {
    id,
    name,
    ...(organisation === undefined ? {} : { organisation }),
    entries: backup.interactionsOf(id).length,
    promises: backup.promisesOf(id).length,
    state: stateOf(now, backup, id),
  };
}

function stateOf(now: Tables, backup: Tables, id: Id): BackedUpPerson['state'] {
  if (!now.get('person', id)) return 'missing';
  return changesForPeople(now, backup, [id]).length > 0 ? 'different' : 'same';
}

/** Gathers the changes, each record once. */
class Merge {
  readonly changes: RecordChange[] = [];
  private readonly seen = new Set<Id>();

  constructor(
    private readonly now: Tables,
    private readonly backup: Tables,
    /** In the journal, or about to be. */
    readonly isThere: (person: Id) => boolean,
  ) {}

  person(id: Id): void {
    const person = this.backup.get('person', id);
    if (!person) return;
    this.put('person', this.withKnownIntroducers(person));
    for (const circle of person.circleIds ?? []) this.lean('circle', circle);
    this.lean('gathering', person.met?.gatheringId);
    for (const entry of this.backup.interactionsOf(id)) {
      this.put('interaction', this.withKnownPeople(entry));
      this.lean('gathering', entry.gatheringId);
    }
    for (const promise of this.backup.promisesOf(id)) this.put('promise', promise);
  }

  put<T extends RecordType>(type: T, after: RecordOf<T>): void {
    if (this.seen.has(after.id)) return;
    this.seen.add(after.id);
    const before = this.now.get(type, after.id);
    if (!before || !sameContent(before, after)) this.changes.push(changeOf(type, before, after));
  }

  /** What another record refers to: brought back when it is gone, left as it is otherwise. */
  private lean(type: 'circle' | 'gathering', id: Id | undefined): void {
    if (id === undefined || this.now.get(type, id)) return;
    const record = this.backup.get(type, id);
    if (!record) return;
    this.put(type, record);
    if ('circleId' in record) this.lean('circle', record.circleId);
  }

  private withKnownIntroducers(person: Person): Person {
    const introducedBy = person.met?.introducedBy;
    if (!introducedBy || introducedBy.every(this.isThere)) return person;
    return { ...person, met: { ...person.met, introducedBy: introducedBy.filter(this.isThere) } };
  }

  private withKnownPeople(entry: Interaction): Interaction {
    const gone = entry.participants.map(({ personId }) => personId).filter((id) => !this.isThere(id));
    if (gone.length === 0) return entry;
    const left = gone.reduce<Interaction>((kept, id) => ({ ...kept, ...withoutPerson(kept, id) }), entry);
    // As a file would give it back: without the fields that are there but undefined.
    return Interaction.parse(JSON.parse(JSON.stringify(left)));
  }
}
