import type { CallOutput, ParsedInput } from '../../../shared/contract/contract';
import type { CircleRow, GatheringRow } from '../../../shared/contract/gatherings';
import { searchWords } from '../../../shared/fold-text';
import type { Circle, Gathering } from '../../../shared/model/gathering';
import type { Id } from '../../../shared/model/primitives';
import { epochMs } from '../../../shared/model/time';
import { FailureError } from '../files/failure-error';
import type { Journal } from '../journal';
import { pageOf } from '../calls/paging';
import { newestFirst } from './entries';

export function listGatherings(
  journal: Journal,
  input: ParsedInput<'gatherings.list'>,
): CallOutput<'gatherings.list'> {
  const words = searchWords(input.text ?? '');
  const nowMs = journal.now().getTime();
  const found = [...journal.tables.all('gathering')].filter((gathering) => {
    if (input.circleId !== undefined && gathering.circleId !== input.circleId) return false;
    const text = journal.texts.of('gathering', gathering);
    return words.every((word) => text.includes(word));
  });
  // Those to come first, the nearest on top; then those past, the latest on top.
  found.sort((a, b) => {
    const [aMs, bMs] = [epochMs(a.from), epochMs(b.from)];
    const [aAhead, bAhead] = [aMs > nowMs, bMs > nowMs];
    if (aAhead !== bAhead) return aAhead ? -1 : 1;
    return (aAhead ? aMs - bMs : bMs - aMs) || (a.id < b.id ? -1 : 1);
  });
  const firstMet = firstMetByGathering(journal);
  return pageOf(found, input, (gathering) => gatheringRow(journal, gathering, firstMet));
}

/** Who was first met at which gathering, by the person's own record. */
function firstMetByGathering(journal: Journal): Map<Id, Id[]> {
  const people = new Map<Id, Id[]>();
  for (const { id, met } of journal.tables.all('person')) {
    if (met?.gatheringId === undefined) continue;
    people.set(met.gatheringId, [...(people.get(met.gatheringId) ?? []), id]);
  }
  return people;
}

function gatheringRow(journal: Journal, gathering: Gathering, firstMet: Map<Id, Id[]>): GatheringRow {
  const people = new Set(firstMet.get(gathering.id));
  for (const entry of journal.tables.interactionsAt(gathering.id)) {
    for (const { personId } of entry.participants) people.add(personId);
  }
  return {
    gathering,
    circle: gathering.circleId === undefined ? null : journal.circleName(gathering.circleId),
    met: people.size,
  };
}

export function getGathering(journal: Journal, id: Id): CallOutput<'gatherings.get'> {
  const gathering = journal.tables.get('gathering', id);
  if (!gathering) throw new FailureError({ kind: 'notFound', what: 'gathering' });
  const firstMet = firstMetByGathering(journal);
  const people = new Map<Id, Id | null>((firstMet.get(id) ?? []).map((personId) => [personId, null]));
  for (const entry of newestFirst(journal.tables.interactionsAt(id))) {
    for (const { personId } of entry.participants) people.set(personId, entry.id);
  }
  return {
    ...gatheringRow(journal, gathering, firstMet),
    people: [...people]
      .map(([personId, interactionId]) => ({
        ...journal.personName(personId),
        interactionId,
        firstMet: firstMet.get(id)?.includes(personId) ?? false,
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
}

export function listCircles(journal: Journal): CallOutput<'circles.list'> {
  const circles = [...journal.tables.all('circle')].map((circle) => circleRow(journal, circle));
  return { circles: circles.sort((a, b) => a.circle.name.localeCompare(b.circle.name)) };
}

function circleRow(journal: Journal, circle: Circle): CircleRow {
  let people = 0;
  for (const person of journal.tables.all('person')) if (person.circleIds?.includes(circle.id)) people += 1;
  let gatherings = 0;
  for (const gathering of journal.tables.all('gathering'))
    if (gathering.circleId === circle.id) gatherings += 1;
  return { circle, people, gatherings };
}

export function getCircle(journal: Journal, id: Id): CallOutput<'circles.get'> {
  const circle = journal.tables.get('circle', id);
  if (!circle) throw new FailureError({ kind: 'notFound', what: 'circle' });
  const members = [...journal.tables.all('person')].filter((person) => person.circleIds?.includes(id));
  return {
    ...circleRow(journal, circle),
    members: members
      .map((person) => journal.personName(person.id))
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
}
