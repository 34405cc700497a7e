import type { ReadableJournal } from '../electron/journal/journal';
import { rankPerson } from '../electron/journal/search/people-matcher';
import { foldText, searchWords } from '../shared/fold-text';
import type { Person } from '../shared/model/person';

/** In which the words are part of the name itself: not only of the organisation, nor with a typo. */
const BY_NAME = 2;

/**
 * Whom a name means, as the app's search would find them: whoever has exactly this name; otherwise those in whose names
 * the words stand; otherwise those whose organisation has them, or whose name does but for a typo. By name.
 */
export function findPeople(journal: ReadableJournal, name: string): Person[] {
  const words = searchWords(name);
  const ranked = [...journal.tables.all('person')].flatMap((person) => {
    const rank = words.length === 0 ? null : rankPerson(journal.texts.namesOf(person), words);
    return rank === null ? [] : [{ person, rank, folded: foldText(person.name) }];
  });
  const exact = ranked.filter(({ folded }) => folded === foldText(name.trim()));
  const byName = ranked.filter(({ rank }) => rank <= BY_NAME);
  const found = [exact, byName].find((some) => some.length > 0) ?? ranked;
  return found
    .sort((a, b) => (a.folded === b.folded ? compare(a.person.id, b.person.id) : compare(a.folded, b.folded)))
    .map(({ person }) => person);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
