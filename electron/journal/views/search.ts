import type { Excerpt } from '../../../shared/contract/common';
import type { CallOutput, ParsedInput } from '../../../shared/contract/contract';
import type { SearchHit } from '../../../shared/contract/interactions';
import { excerptOf, findMarks, searchWords } from '../../../shared/fold-text';
import { byText } from '../../../shared/insight/as-of';
import type { Interaction } from '../../../shared/model/interaction';
import type { Person } from '../../../shared/model/person';
import type { Id } from '../../../shared/model/primitives';
import type { PromiseRecord } from '../../../shared/model/promise';
import { plainText } from '../../../shared/plain-text';
import { dateOf } from '../../../shared/model/time';
import { FailureError } from '../files/failure-error';
import type { Journal } from '../journal';
import type { SearchableType } from '../search/folded-texts';
import { rankPerson } from '../search/people-matcher';
import { entryView, findEntries } from './entries';
import { introductionSentence } from './introductions';

type Found = { type: SearchHit['type']; id: Id };

/** Everything that answers: people first, then circles, gatherings, promises and introductions, then entries from the latest back. */
export function search(journal: Journal, input: ParsedInput<'search.query'>): CallOutput<'search.query'> {
  const words = searchWords(input.text ?? '');
  const others = words.length > 0 && !filtersEntries(input) ? findOthers(journal, words) : [];
  const { offset, limit } = input;
  const page = others.slice(offset, offset + limit);
  const rest = { offset: Math.max(0, offset - others.length), limit: limit - page.length };
  const asksForEntries = words.length > 0 || filtersEntries(input);
  const entries = asksForEntries ? findEntries(journal, input, rest) : { total: 0, shown: [] };
  const rows = [...page, ...entries.shown.map(({ id }): Found => ({ type: 'interaction', id }))];
  return {
    total: others.length + entries.total,
    offset,
    rows: rows.map((item) => hitOf(journal, item, words)),
  };
}

function findOthers(journal: Journal, words: readonly string[]): Found[] {
  return [
    ...findPeople(journal, words),
    ...findByText(journal, 'circle', words),
    ...findByText(journal, 'gathering', words),
    ...findByText(journal, 'promise', words),
    ...findByText(journal, 'introduction', words),
  ];
}

/** A filter that only entries can answer: then the others are left out. */
function filtersEntries(input: ParsedInput<'search.query'>): boolean {
  const { from, to, personId, circleId, gatheringId, kinds, statuses, tag, stage } = input;
  return [from, to, personId, circleId, gatheringId, kinds, statuses, tag, stage].some(
    (filter) => filter !== undefined,
  );
}

function findPeople(journal: Journal, words: readonly string[]): Found[] {
  const ranked: { id: Id; name: string; rank: number }[] = [];
  for (const person of journal.tables.all('person')) {
    const names = journal.texts.namesOf(person);
    const rank = rankPerson(names, words) ?? (hasAll(journal.texts.of('person', person), words) ? 9 : null);
    if (rank !== null) ranked.push({ id: person.id, name: names.name, rank });
  }
  // Folded names in plain order: a comparison by the rules of a language takes many times as long.
  ranked.sort((a, b) => a.rank - b.rank || byText(a.name, b.name) || byText(a.id, b.id));
  return ranked.map(({ id }) => ({ type: 'person', id }));
}

function findByText(
  journal: Journal,
  type: Exclude<SearchableType, 'person'>,
  words: readonly string[],
): Found[] {
  const found: { id: Id; createdAt: string }[] = [];
  for (const record of journal.tables.all(type)) {
    if (hasAll(journal.texts.of(type, record), words)) found.push(record);
  }
  found.sort((a, b) => byText(b.createdAt, a.createdAt));
  return found.map(({ id }) => ({ type, id }));
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function marked(text: string, words: readonly string[]): Excerpt {
  return { text, marks: findMarks(text, words) };
}

function hitOf(journal: Journal, { type, id }: Found, words: readonly string[]): SearchHit {
  switch (type) {
    case 'person':
      return personHit(found(journal.tables.get('person', id)), words);
    case 'interaction':
      return entryHit(journal, found(journal.tables.get('interaction', id)), words);
    case 'promise':
      return promiseHit(journal, found(journal.tables.get('promise', id)), words);
    case 'introduction': {
      const introduction = found(journal.tables.get('introduction', id));
      const { by, at, outcome } = introduction;
      const title = marked(introductionSentence(journal, introduction), words);
      const excerpt = excerptIn([outcome], words);
      return { type, id, personId: by === 'me' ? null : by, title, excerpt, on: dateOf(at) };
    }
    case 'gathering': {
      const { name, from, place, intention, outcome, notes } = found(journal.tables.get('gathering', id));
      const excerpt = excerptIn([place, intention, outcome, notes], words);
      return { type, id, personId: null, title: marked(name, words), excerpt, on: dateOf(from) };
    }
    case 'circle': {
      const { name, notes } = found(journal.tables.get('circle', id));
      return {
        type,
        id,
        personId: null,
        title: marked(name, words),
        excerpt: excerptIn([notes], words),
        on: null,
      };
    }
  }
}

function personHit(person: Person, words: readonly string[]): SearchHit {
  const { id, name, role, organisation, location, headline, needs, notes } = person;
  const excerpt = excerptIn([role, organisation, location, headline, ...(needs ?? []), notes], words);
  return { type: 'person', id, personId: id, title: marked(name, words), excerpt, on: null };
}

function entryHit(journal: Journal, entry: Interaction, words: readonly string[]): SearchHit {
  const view = entryView(journal, entry, words);
  return {
    type: 'interaction',
    id: entry.id,
    personId: entry.participants[0]?.personId ?? null,
    title: marked(view.people.map(({ name }) => name).join(', '), words),
    excerpt: view.excerpt ?? excerptIn([entry.notes], words),
    on: dateOf(entry.at),
  };
}

function promiseHit(journal: Journal, promise: PromiseRecord, words: readonly string[]): SearchHit {
  const { id, personId, what, dueOn, madeOn } = promise;
  const excerpt = marked(journal.personName(personId).name, []);
  return { type: 'promise', id, personId, title: marked(what, words), excerpt, on: dueOn ?? madeOn };
}

/** The piece around the first hit, of the texts as they read. */
function excerptIn(texts: readonly (string | undefined)[], words: readonly string[]): Excerpt {
  const read = texts.filter((text) => text !== undefined).map(plainText);
  return excerptOf(read.join(' · '), words);
}

function found<T>(record: T | undefined): T {
  if (record === undefined) throw new FailureError({ kind: 'notFound', what: 'record' });
  return record;
}
