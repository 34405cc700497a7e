import { entriesOf, forgetInRecord } from '../../shared/forget/forget-record';
import { type Forgotten, forgottenOn } from '../../shared/forget/forgotten';
import { idIdentifier, identifiersOf } from '../../shared/forget/identifiers';
import { tracesOf } from '../../shared/forget/traces';
import type { Person } from '../../shared/model/person';
import { recordTypes } from '../../shared/model/record-types';
import { forgetInHistory } from '../forget/forget-files';
import { hashIdentifier } from '../journal/forget/hash';
import { Tables } from '../journal/tables/tables';
import type { ReadBackup } from './read-backup';

/** The people in a backup whom the user had forgotten since it was made. Who is in the journal now is welcome there. */
export function forgottenIn(backup: ReadBackup, forgotten: Forgotten, now: Tables): Person[] {
  if (forgotten.length === 0) return [];
  return [...backup.tables.all('person')].filter((person) => {
    if (now.get('person', person.id)) return false;
    const identifiers = [...identifiersOf(person), idIdentifier(person.id)];
    return forgottenOn(forgotten, identifiers, hashIdentifier) !== null;
  });
}

/** What was read without them, as forgetting them took them out of the journal. What was read stays as it is. */
export function leaveOut(backup: ReadBackup, people: readonly Person[]): ReadBackup {
  if (people.length === 0) return backup;
  const tables = copyOf(backup.tables);
  let { history } = backup;
  for (const person of people) {
    const others = [...tables.all('person')].filter(({ id }) => id !== person.id);
    const traces = tracesOf(person.id, [person], others);
    const forgetting = { traces, ...entriesOf(person.id, tables.interactionsOf(person.id)) };
    for (const type of recordTypes) {
      for (const record of [...tables.all(type)]) {
        const left = forgetInRecord(type, record, forgetting);
        if (left === null) tables.remove(type, record.id);
        else if (left !== record) tables.put(type, left);
      }
    }
    history = forgetInHistory(history, forgetting);
  }
  return { ...backup, tables, history };
}

function copyOf(tables: Tables): Tables {
  const copy = new Tables();
  for (const type of recordTypes) for (const record of tables.all(type)) copy.put(type, record);
  return copy;
}
