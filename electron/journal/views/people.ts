import type { PersonName } from '../../../shared/contract/common';
import type { CallOutput, ParsedInput } from '../../../shared/contract/contract';
import type { PeopleQuery, PersonRow } from '../../../shared/contract/people';
import type { RhythmState } from '../../../shared/insight/types';
import { foldText, searchWords } from '../../../shared/fold-text';
import { type Person, standingAsOf, type StandingKind } from '../../../shared/model/person';
import type { Journal } from '../journal';
import { pageOf } from '../calls/paging';
import { rankPerson } from '../search/people-matcher';

const USUALLY_LISTED: readonly StandingKind[] = ['active', 'resting'];

const STAGE_ORDER = { none: 0, know: 1, like: 2, trust: 3 } as const;

/** Most in want of attention first. */
const RHYTHM_ORDER: Record<RhythmState, number> = {
  drifting: 0,
  slipping: 1,
  due: 2,
  dormant: 3,
  onRhythm: 4,
  never: 5,
  quiet: 6,
};

interface Listed {
  person: Person;
  standing: StandingKind;
  rank: number;
}

export function listPeople(journal: Journal, input: ParsedInput<'people.list'>): CallOutput<'people.list'> {
  const listed = findPeople(journal, input);
  sortPeople(journal, listed, input);
  return pageOf(listed, input, ({ person, standing }) => personRow(journal, person, standing));
}

function findPeople(journal: Journal, query: PeopleQuery): Listed[] {
  const words = searchWords(query.text ?? '');
  const standings = query.standings && query.standings.length > 0 ? query.standings : USUALLY_LISTED;
  const today = journal.today();
  const listed: Listed[] = [];
  for (const person of journal.tables.all('person')) {
    const standing = standingAsOf(person, today);
    if (!standings.includes(standing) || !hasFacts(person, query)) continue;
    const rank =
      words.length === 0
        ? 0
        : (rankPerson(journal.texts.namesOf(person), words) ?? rankByText(journal, person, words));
    if (rank === null || !hasInsight(journal, person, query)) continue;
    listed.push({ person, standing, rank });
  }
  return listed;
}

/** After all names: people in whose needs, notes or addresses the words stand. */
function rankByText(journal: Journal, person: Person, words: readonly string[]): number | null {
  const text = journal.texts.of('person', person);
  return words.every((word) => text.includes(word)) ? 9 : null;
}

function hasFacts(person: Person, query: PeopleQuery): boolean {
  if (query.tag !== undefined && !person.tags?.includes(query.tag)) return false;
  if (query.circleId !== undefined && !person.circleIds?.includes(query.circleId)) return false;
  if (query.purpose !== undefined && !person.purposes?.includes(query.purpose)) return false;
  return query.ring === undefined || person.ring === query.ring;
}

function hasInsight(journal: Journal, person: Person, query: PeopleQuery): boolean {
  const { stages, rhythms } = query;
  if (!stages?.length && !rhythms?.length) return true;
  const insight = journal.insights.of(person.id);
  if (!insight) return false;
  if (stages?.length && !stages.includes(insight.stage.evidence)) return false;
  return !rhythms?.length || rhythms.includes(insight.rhythm.state);
}

function sortPeople(journal: Journal, listed: Listed[], query: PeopleQuery): void {
  const sign = query.descending ? -1 : 1;
  const keys = new Map(listed.map(({ person }) => [person.id, sortKey(journal, person, query.sort)]));
  const names = new Map(listed.map(({ person }) => [person.id, foldText(person.name)]));
  listed.sort((a, b) => {
    const byRank = query.sort === 'name' ? a.rank - b.rank : 0;
    return (
      byRank ||
      sign * compareKeys(keys.get(a.person.id), keys.get(b.person.id)) ||
      compareKeys(names.get(a.person.id), names.get(b.person.id)) ||
      compareKeys(a.person.id, b.person.id)
    );
  });
}

function sortKey(journal: Journal, person: Person, sort: PeopleQuery['sort']): string | number {
  if (sort === 'name') return foldText(person.name);
  if (sort === 'added') return person.createdAt;
  const insight = journal.insights.of(person.id);
  if (sort === 'stage') return -STAGE_ORDER[insight?.stage.evidence ?? 'none'];
  if (sort === 'rhythm') return RHYTHM_ORDER[insight?.rhythm.state ?? 'never'];
  // The latest first, those never reached last.
  return insight?.rhythm.gapDays ?? Infinity;
}

function compareKeys(a: string | number | undefined, b: string | number | undefined): number {
  if (a === undefined || b === undefined || a === b) return 0;
  return a < b ? -1 : 1;
}

function personRow(journal: Journal, person: Person, standing: StandingKind): PersonRow {
  const insight = journal.insights.of(person.id);
  if (!insight) throw new Error(`The person ${person.id} went while being listed.`);
  const { stage, rhythm, balance } = insight;
  return {
    id: person.id,
    name: person.name,
    organisation: person.organisation,
    role: person.role,
    tags: person.tags ?? [],
    circles: (person.circleIds ?? []).map((id) => journal.circleName(id)).filter((circle) => circle !== null),
    purposes: person.purposes ?? [],
    ring: person.ring ?? null,
    standing,
    stage: stage.evidence,
    read: stage.read?.stage ?? null,
    rhythm: rhythm.state,
    gapDays: rhythm.gapDays,
    expectedDays: rhythm.expectedDays,
    lastContactOn: rhythm.lastContact?.on ?? null,
    entries: journal.tables.interactionsOf(person.id).length,
    given: balance.given,
    received: balance.received,
  };
}

/** People for a picker: those who answer the letters best; without letters those met last. */
export function suggestPeople(
  journal: Journal,
  input: ParsedInput<'people.suggest'>,
): { people: PersonName[] } {
  const words = searchWords(input.text);
  const excluded = new Set(input.exclude);
  const ids =
    words.length === 0 ? latestPeople(journal, input.limit, excluded) : bestPeople(journal, words, excluded);
  return { people: ids.slice(0, input.limit).map((id) => journal.personName(id)) };
}

function bestPeople(journal: Journal, words: readonly string[], excluded: ReadonlySet<string>): string[] {
  return [...journal.tables.all('person')]
    .filter(({ id }) => !excluded.has(id))
    .map((person) => ({ person, rank: rankPerson(journal.texts.namesOf(person), words) }))
    .filter((ranked): ranked is { person: Person; rank: number } => ranked.rank !== null)
    .sort((a, b) => a.rank - b.rank || compareKeys(foldText(a.person.name), foldText(b.person.name)))
    .map(({ person }) => person.id);
}

function latestPeople(journal: Journal, limit: number, excluded: ReadonlySet<string>): string[] {
  const ids = new Set<string>();
  for (const entry of journal.tables.chronology.newestFirst()) {
    if (ids.size >= limit) break;
    for (const { personId } of entry.participants) {
      if (!excluded.has(personId) && journal.tables.get('person', personId)) ids.add(personId);
    }
  }
  for (const { id } of journal.tables.all('person')) {
    if (ids.size >= limit) break;
    if (!excluded.has(id)) ids.add(id);
  }
  return [...ids];
}

export function listTags(journal: Journal): CallOutput<'tags.list'> {
  const people = new Map<string, number>();
  for (const person of journal.tables.all('person')) {
    for (const tag of person.tags ?? []) people.set(tag, (people.get(tag) ?? 0) + 1);
  }
  for (const entry of journal.tables.all('interaction')) {
    for (const tag of entry.tags ?? []) if (!people.has(tag)) people.set(tag, 0);
  }
  return {
    tags: [...people]
      .map(([tag, count]) => ({ tag, people: count }))
      .sort((a, b) => compareKeys(a.tag, b.tag)),
  };
}
