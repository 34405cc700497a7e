import type { Id } from '../../../shared/model/primitives';
import type { Tables } from '../tables/tables';
import type { FoldedNames, FoldedTexts } from './folded-texts';
import { FORGIVEN_FROM, isTypoOf } from './typo';

/** How well a person answers typed words: lower is better, null is not at all. */
export type Rank = number | null;

const PREFIX = 0;
const WORD_PREFIX = 1;
const INSIDE = 2;
const ORGANISATION = 3;
const TYPO = 4;

/** How well a name or an organisation answers all of the folded words. A name may have a typo in it. */
export function rankPerson(names: FoldedNames, words: readonly string[]): Rank {
  let worst = PREFIX;
  for (const [index, word] of words.entries()) {
    const rank = rankWord(word, names, index === 0);
    if (rank === null) return null;
    worst = Math.max(worst, rank);
  }
  return worst;
}

function rankWord(word: string, { name, parts, organisation }: FoldedNames, first: boolean): Rank {
  if (first && name.startsWith(word)) return PREFIX;
  const at = name.indexOf(word);
  if (at === 0 || name.includes(` ${word}`)) return WORD_PREFIX;
  if (at > 0) return INSIDE;
  if (organisation.includes(word)) return ORGANISATION;
  return parts.some((part) => isTypoOf(word, part)) ? TYPO : null;
}

/**
 * The people whom a word may mean with a typo in it. Nobody when the word is part of a name anywhere, so that a typo never
 * drowns what was meant literally.
 */
export function peopleMeantBy(tables: Tables, texts: FoldedTexts, word: string): Set<Id> {
  const meant = new Set<Id>();
  if (word.length < FORGIVEN_FROM) return meant;
  // Many people share a name: each is compared once.
  const isMeant = new Map<string, boolean>();
  const mayMean = (part: string): boolean => {
    const known = isMeant.get(part);
    if (known !== undefined) return known;
    const found = isTypoOf(word, part);
    isMeant.set(part, found);
    return found;
  };
  for (const person of tables.all('person')) {
    const { name, parts } = texts.namesOf(person);
    if (name.includes(word)) return new Set();
    if (parts.some(mayMean)) meant.add(person.id);
  }
  return meant;
}
