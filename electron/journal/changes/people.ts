import { PersonFields } from '../../../shared/contract/people';
import type { ParsedInput } from '../../../shared/contract/contract';
import { type Exchange, type Interaction, participantOf } from '../../../shared/model/interaction';
import type { Id } from '../../../shared/model/primitives';
import type { RecordChange } from '../../../shared/model/record';
import type { Stamp } from '../../../shared/model/stamp';
import { failed, type Result, success } from '../../../shared/result';
import type { Tables } from '../tables/tables';
import { changeOf, patched, saveRecord } from './edit';

const KNOWN = Object.keys(PersonFields.shape);

export function savePerson(
  tables: Tables,
  stamp: Stamp,
  { editing, person }: ParsedInput<'people.save'>,
): Result<RecordChange[]> {
  const saved = saveRecord(tables, stamp, 'person', editing, person, KNOWN);
  return saved.ok ? success([saved.value]) : saved;
}

/** What goes with a person: entries that are only about them, and their promises. Shared entries stay. */
export function deletionEffect(tables: Tables, personId: Id) {
  const entries = tables.interactionsOf(personId);
  const alone = entries.filter((entry) => entry.participants.length === 1);
  return {
    entriesDeleted: alone.length,
    entriesKept: entries.length - alone.length,
    promisesDeleted: tables.promisesOf(personId).length,
  };
}

export function deletePerson(tables: Tables, stamp: Stamp, personId: Id): Result<RecordChange[]> {
  const person = tables.get('person', personId);
  if (!person) return failed({ kind: 'notFound', what: 'person' });
  const changes: RecordChange[] = [changeOf('person', person, undefined)];
  for (const promise of tables.promisesOf(personId)) changes.push(changeOf('promise', promise, undefined));
  for (const entry of tables.interactionsOf(personId)) {
    changes.push(
      entry.participants.length === 1
        ? changeOf('interaction', entry, undefined)
        : patched('interaction', entry, withoutPerson(entry, personId), stamp),
    );
  }
  for (const entry of tables.introductionsTold(personId)) {
    if (participantOf(entry, personId)) continue;
    changes.push(
      patched('interaction', entry, { exchanges: entry.exchanges?.map(notAbout(personId)) }, stamp),
    );
  }
  for (const introduction of tables.introductionsOf(personId))
    changes.push(changeOf('introduction', introduction, undefined));
  for (const other of tables.all('person')) {
    const introducedBy = other.met?.introducedBy;
    if (other.id === personId || !introducedBy?.includes(personId)) continue;
    const met = { ...other.met, introducedBy: introducedBy.filter((id) => id !== personId) };
    changes.push(patched('person', other, { met }, stamp));
  }
  return success(changes);
}

/** A shared entry's fields without one of its people and what was noted of them alone. */
export function withoutPerson(entry: Interaction, personId: Id): Partial<Interaction> {
  const other = (item: { personId?: Id | undefined }): boolean => item.personId !== personId;
  return {
    participants: entry.participants.filter(other),
    exchanges: entry.exchanges?.filter(other).map(notAbout(personId)),
    questionsAsked: entry.questionsAsked?.filter(other),
    conduct: entry.conduct?.filter(other),
    pitch: entry.pitch && other(entry.pitch) ? entry.pitch : undefined,
    ask: entry.ask && other(entry.ask) ? entry.ask : undefined,
  };
}

/** An introduction stays one, also when it is not known any more to whom. */
function notAbout(personId: Id): (exchange: Exchange) => Exchange {
  return (exchange) => {
    if (exchange.aboutPersonId !== personId) return exchange;
    const { aboutPersonId: _gone, ...rest } = exchange;
    return rest;
  };
}
