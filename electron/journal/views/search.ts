import type { Excerpt } from '../../../shared/contract/common';
import type { CallOutput, ParsedInput } from '../../../shared/contract/contract';
import type { SearchHit } from '../../../shared/contract/interactions';
import { excerptOf, findMarks, searchWords } from '../../../shared/fold-text';
import type { Id } from '../../../shared/model/primitives';
import { plainText } from '../../../shared/plain-text';
import { dateOf } from '../../../shared/model/time';
import { FailureError } from '../failure-error';
import type { Journal } from '../journal';
import { rankPerson } from '../search/people-matcher';
import { entryView, findEntries } from './entries';

type Found = { type: SearchHit['type']; id: Id };

/** Everything that answers: people first, then circles, gatherings and promises, then entries from the latest back. */
export function search(journal: Journal, input: ParsedInput<'search.query'>): CallOutput<'search.query'> {
  const words = searchWords(input.text ?? '');
  const others = words.length > 0 && !filtersEntries(input) ? findOthers(journal, words) : [];
  const entries = words.length > 0 || filtersEntries(input) ? findEntries(journal, input) : [];
  const { offset, limit } = input;
  const firstEntry = Math.max(0, offset - others.length);
  const page = others.slice(offset, offset + limit);
  const shown = entries.slice(firstEntry, firstEntry + limit - page.length);
  const rows = [...page, ...shown.map(({ id }): Found => ({ type: 'interaction', id }))];
  return {
    total: others.length + entries.length,
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
    const text = journal.texts.of('person', person);
    const rank =
      rankPerson(journal.texts.namesOf(person), words) ??
      (words.every((word) => text.includes(word)) ? 9 : null);
    if (rank !== null) ranked.push({ id: person.id, name: person.name, rank });
  }
  ranked.sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name));
  return ranked.map(({ id }) => ({ type: 'person', id }));
}

function findByText(
  journal: Journal,
  type: 'circle' | 'gathering' | 'promise',
  words: readonly string[],
): Found[] {
  const found: { id: Id; createdAt: string }[] = [];
  for (const record of journal.tables.all(type)) {
    const text = journal.texts.of(type, record);
    if (words.every((word) => text.includes(word))) found.push(record);
  }
  found.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return found.map(({ id }) => ({ type, id }));
}

function marked(text: string, words: readonly string[]): Excerpt {
  return { text, marks: findMarks(text, words) };
}

function hitOf(journal: Journal, { type, id }: Found, words: readonly string[]): SearchHit {
  switch (type) {
    case 'person': {
      const person = found(journal.tables.get('person', id));
      const text = [
        person.role,
        person.organisation,
        person.location,
        person.headline,
        ...(person.needs ?? []),
        person.notes,
      ]
        .filter((part) => part !== undefined)
        .join(' · ');
      return {
        type,
        id,
        personId: id,
        title: marked(person.name, words),
        excerpt: excerptOf(text, words),
        on: null,
      };
    }
    case 'interaction': {
      const entry = found(journal.tables.get('interaction', id));
      const view = entryView(journal, entry, words);
      const title = marked(view.people.map(({ name }) => name).join(', '), words);
      const excerpt = view.excerpt ?? excerptOf(plainText(entry.notes ?? ''), words);
      return {
        type,
        id,
        personId: entry.participants[0]?.personId ?? null,
        title,
        excerpt,
        on: dateOf(entry.at),
      };
    }
    case 'promise': {
      const promise = found(journal.tables.get('promise', id));
      const excerpt = marked(journal.personName(promise.personId).name, []);
      return {
        type,
        id,
        personId: promise.personId,
        title: marked(promise.what, words),
        excerpt,
        on: promise.dueOn ?? promise.madeOn,
      };
    }
    case 'gathering': {
      const gathering = found(journal.tables.get('gathering', id));
      const text = [gathering.place, gathering.intention, gathering.outcome, gathering.notes]
        .filter((part) => part !== undefined)
        .join(' · ');
      const title = marked(gathering.name, words);
      return { type, id, personId: null, title, excerpt: excerptOf(text, words), on: dateOf(gathering.from) };
    }
    case 'circle': {
      const circle = found(journal.tables.get('circle', id));
      const excerpt = excerptOf(circle.notes ?? '', words);
      return { type, id, personId: null, title: marked(circle.name, words), excerpt, on: null };
    }
  }
}

function found<T>(record: T | undefined): T {
  if (record === undefined) throw new FailureError({ kind: 'notFound', what: 'record' });
  return record;
}
