import type { Id } from '../../../shared/model/primitives';
import type { Block, BlockText } from '../chronology';
import type { Tables } from '../tables';
import type { FoldedTexts } from './folded-texts';
import { peopleMeantBy } from './people-matcher';

/** A word that was typed, and the people whom it may name with a typo in it. */
export interface SoughtWord {
  word: string;
  people: ReadonlySet<Id>;
}

/** Folded words, the long ones first: they are the rarer, so that most entries are done with after one look. */
export function soughtWords(tables: Tables, texts: FoldedTexts, words: readonly string[]): SoughtWord[] {
  return words
    .map((word) => ({ word, people: peopleMeantBy(tables, texts, word) }))
    .sort((a, b) => b.word.length - a.word.length);
}

/** The places in the block of the entries that have every word, oldest first. */
export function scanBlock(block: Block, texts: BlockText, words: readonly SoughtWord[]): number[] {
  const [first, ...others] = words;
  if (!first) return [...block.interactions.keys()];
  const found = first.people.size === 0 ? placesOf(first.word, texts) : [...block.interactions.keys()];
  const rest = first.people.size === 0 ? others : words;
  return rest.reduce((places, word) => placesWith(block, texts, places, word), found);
}

/** Reads the block's text once, from hit to hit. */
function placesOf(word: string, { text, starts }: BlockText): number[] {
  const places: number[] = [];
  let place = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[place] ?? text.length)) {
    while ((starts[place + 1] ?? Infinity) <= at) place += 1;
    places.push(place);
    place += 1;
    if (place >= starts.length - 1) break;
  }
  return places;
}

/** Those of the places, in their order, that have the word too: the text is read on from hit to hit, never cut. */
function placesWith(
  block: Block,
  { text, starts }: BlockText,
  places: readonly number[],
  { word, people }: SoughtWord,
): number[] {
  let hit = -1;
  return places.filter((place) => {
    const [start, end] = [starts[place] ?? 0, starts[place + 1] ?? text.length];
    if (hit < start) {
      hit = text.indexOf(word, start);
      if (hit < 0) hit = Infinity;
    }
    if (hit < end) return true;
    if (people.size === 0) return false;
    return block.interactions[place]?.participants.some(({ personId }) => people.has(personId)) ?? false;
  });
}
