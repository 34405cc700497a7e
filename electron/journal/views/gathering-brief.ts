import type { CallOutput } from '../../../shared/contract/contract';
import { type Person, standingAsOf } from '../../../shared/model/person';
import type { Id } from '../../../shared/model/primitives';
import { dateOf } from '../../../shared/model/time';
import { plainText } from '../../../shared/plain-text';
import { FailureError } from '../failure-error';
import type { Journal } from '../journal';
import { newestFirst } from './entries';

const MOST_PEOPLE = 60;
const WORDS_SHOWN = 160;

/** What came of a gathering, and who may be at the next one with what one would want to know of them. */
export async function gatheringBrief(journal: Journal, id: Id): Promise<CallOutput<'insights.gathering'>> {
  const gathering = journal.tables.get('gathering', id);
  if (!gathering) throw new FailureError({ kind: 'notFound', what: 'gathering' });
  return {
    funnel: await journal.network.funnel(gathering),
    mayCome: mayCome(journal, id, gathering.circleId)
      .slice(0, MOST_PEOPLE)
      .map((person) => brief(journal, person)),
  };
}

/** Planned for it, members of its circle, and whoever was seen at the circle's earlier gatherings; not those who died. */
function mayCome(journal: Journal, id: Id, circleId: Id | undefined): Person[] {
  const { tables } = journal;
  const today = journal.today();
  const ids = new Set<Id>();
  const seenAt = (gatheringId: Id): void => {
    for (const { participants } of tables.interactionsAt(gatheringId))
      for (const { personId } of participants) ids.add(personId);
  };
  seenAt(id);
  if (circleId !== undefined) {
    for (const person of tables.all('person')) if (person.circleIds?.includes(circleId)) ids.add(person.id);
    for (const other of tables.all('gathering')) if (other.circleId === circleId) seenAt(other.id);
  }
  const order = ({ id: personId }: Person): number =>
    journal.insights.of(personId)?.rhythm.gapDays ?? Infinity;
  return [...ids]
    .flatMap((personId) => tables.get('person', personId) ?? [])
    .filter((person) => standingAsOf(person, today) !== 'deceased')
    .sort((a, b) => distance(a) - distance(b) || order(a) - order(b) || (a.id < b.id ? -1 : 1));

  function distance(person: Person): number {
    return standingAsOf(person, today) === 'keepDistance' ? 0 : 1;
  }
}

function brief(journal: Journal, person: Person): CallOutput<'insights.gathering'>['mayCome'][number] {
  const last = newestFirst(journal.tables.interactionsOf(person.id)).find(({ status }) => status === 'held');
  const owed = journal.tables.promisesOf(person.id).filter(({ status }) => status === 'open');
  return {
    ...journal.personName(person.id),
    last: last ? { on: dateOf(last.at), words: plainText(last.notes ?? '').slice(0, WORDS_SHOWN) } : null,
    owed: owed.map(({ by, what }) => ({ by, what })),
    needs: person.needs ?? [],
    inCommon: person.inCommon ?? [],
  };
}
