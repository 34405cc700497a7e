import {
  type Lead,
  leadsTo,
  type Pairing,
  pairingsOf,
  type Tellings,
} from '../../../shared/insight/network/leads';
import type { Person } from '../../../shared/model/person';
import type { Id, Instant } from '../../../shared/model/primitives';
import type { Tables } from '../tables/tables';

/** Who led the user to this person, of those who are in the journal. */
export function leadsToPerson(tables: Tables, person: Person, asOf: Instant): Lead[] {
  return leadsTo(tellingsOf(tables, person), asOf).filter(({ by }) => tables.get('person', by));
}

/** Whom this person led the user to, oldest first. */
export function leadsFrom(tables: Tables, person: Person, asOf: Instant): Lead[] {
  const led = new Set<Id>();
  for (const other of tables.all('person'))
    if (other.met?.introducedBy?.includes(person.id)) led.add(other.id);
  for (const { a, b } of tables.introductionsOf(person.id)) {
    if (a === 'me' && b !== 'me') led.add(b);
    if (b === 'me' && a !== 'me') led.add(a);
  }
  for (const { exchanges = [] } of tables.interactionsOf(person.id))
    for (const { aboutPersonId } of exchanges) if (aboutPersonId !== undefined) led.add(aboutPersonId);
  return [...led]
    .flatMap((id) => tables.get('person', id) ?? [])
    .flatMap((to) => leadsToPerson(tables, to, asOf).filter(({ by }) => by === person.id))
    .sort((a, b) => ((a.on ?? LAST) < (b.on ?? LAST) ? -1 : (a.on ?? LAST) > (b.on ?? LAST) ? 1 : 0));
}

/** Those to whom the user introduced this person, of those who are in the journal. */
export function pairingsOfPerson(tables: Tables, person: Person, asOf: Instant): Pairing[] {
  return pairingsOf(tellingsOf(tables, person), tables.interactionsOf(person.id), asOf).filter(({ other }) =>
    tables.get('person', other),
  );
}

/** After all dates. */
const LAST = '9999';

function tellingsOf(tables: Tables, person: Person): Tellings {
  return {
    person,
    introductions: tables.introductionsOf(person.id),
    spokenOf: tables.introductionsTold(person.id),
  };
}
