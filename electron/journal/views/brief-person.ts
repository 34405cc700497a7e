import type { BriefPerson } from '../../../shared/contract/meetings';
import { type Person, standingAsOf } from '../../../shared/model/person';
import type { Id } from '../../../shared/model/primitives';
import { dateOf } from '../../../shared/model/time';
import { plainText } from '../../../shared/plain-text';
import type { ReadableJournal } from '../journal';
import { lastHeld } from './entries';
import { byDueDate } from './promises';

const WORDS_SHOWN = 160;

/** What one would want to know of somebody before seeing them, at a gathering or by appointment. */
export function briefPerson(journal: ReadableJournal, person: Person): BriefPerson {
  const last = lastHeld(journal, journal.tables.interactionsOf(person.id));
  const owed = journal.tables.promisesOf(person.id).filter(({ status }) => status === 'open');
  return {
    ...journal.personName(person.id),
    last: last
      ? { id: last.id, on: dateOf(last.at), words: plainText(last.notes ?? '').slice(0, WORDS_SHOWN) }
      : null,
    owed: owed
      .sort(byDueDate)
      .map(({ id, by, what, dueOn }) => ({ id, by, what, ...(dueOn === undefined ? {} : { dueOn }) })),
    needs: person.needs ?? [],
    inCommon: person.inCommon ?? [],
  };
}

/**
 * Who may be at a gathering: planned for it, members of its circle, and whoever was seen at the circle's earlier
 * gatherings; not those who died. Those to be kept at a distance first, then whom one saw last.
 */
export function mayComeTo(journal: ReadableJournal, gatheringId: Id): Person[] {
  const { tables } = journal;
  const today = journal.today();
  const circleId = tables.get('gathering', gatheringId)?.circleId;
  const ids = new Set<Id>();
  const seenAt = (id: Id): void => {
    for (const { participants } of tables.interactionsAt(id))
      for (const { personId } of participants) ids.add(personId);
  };
  seenAt(gatheringId);
  if (circleId !== undefined) {
    for (const person of tables.all('person')) if (person.circleIds?.includes(circleId)) ids.add(person.id);
    for (const other of tables.all('gathering')) if (other.circleId === circleId) seenAt(other.id);
  }
  const gap = ({ id }: Person): number => journal.insights.of(id)?.rhythm.gapDays ?? Number.MAX_SAFE_INTEGER;
  const rank = (person: Person): number => (standingAsOf(person, today) === 'keepDistance' ? 0 : 1);
  return [...ids]
    .flatMap((id) => tables.get('person', id) ?? [])
    .filter((person) => standingAsOf(person, today) !== 'deceased')
    .sort((a, b) => rank(a) - rank(b) || gap(a) - gap(b) || (a.id < b.id ? -1 : 1));
}
