import type { Id } from '../../../shared/model/primitives';
import type { Tables } from '../tables';
import type { FoldedNames, FoldedTexts } from './folded-texts';
import { isTypoOf } from './typo';

/** How well a person answers typed words: lower is better, null is not at all. */
export type Rank = number | null;

const NAME_BREAK = /[\s-]+/;

const PREFIX = 0;
const WORD_PREFIX = 1;
const INSIDE = 2;
const ORGANISATION = 3;
const TYPO = 4;

/** How well a name or an organisation answers all of the folded words. A name may have a typo in it. */
export function rankPerson({ name, organisation }: FoldedNames, words: readonly string[]): Rank {
  let worst = PREFIX;
  for (const [index, word] of words.entries()) {
    const rank = rankWord(word, name, organisation, index === 0);
    if (rank === null) return null;
    worst = Math.max(worst, rank);
  }
  return worst;
}

function rankWord(word: string, name: string, organisation: string, first: boolean): Rank {
  if (first && name.startsWith(word)) return PREFIX;
  const at = name.indexOf(word);
  if (at === 0 || name.includes(` ${word}`)) return WORD_PREFIX;
  if (at > 0) return INSIDE;
  if (organisation.includes(word)) return ORGANISATION;
  return name.split(NAME_BREAK).some((part) => isTypoOf(word, part)) ? TYPO : null;
}

/**
 * For each word, the people it may name. Only words that are part of no name anywhere are tried as typos, so that a typo
 * never drowns what was meant literally.
 */
export function peopleNamedBy(
  tables: Tables,
  texts: FoldedTexts,
  words: readonly string[],
): Map<string, Set<Id>> {
  return new Map(
    words.map((word) => {
      const literal = peopleWhose(tables, texts, (name) => name.includes(word));
      const isTypo = (name: string): boolean => name.split(NAME_BREAK).some((part) => isTypoOf(word, part));
      return [word, literal.size > 0 ? literal : peopleWhose(tables, texts, isTypo)];
    }),
  );
}

function peopleWhose(tables: Tables, texts: FoldedTexts, test: (name: string) => boolean): Set<Id> {
  const ids = new Set<Id>();
  for (const person of tables.all('person')) if (test(texts.namesOf(person).name)) ids.add(person.id);
  return ids;
}
