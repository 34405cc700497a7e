import type { Interaction } from '../../../shared/model/interaction';
import type { Id } from '../../../shared/model/primitives';
import type { Block, BlockText } from '../tables/chronology';
import type { Tables } from '../tables/tables';
import type { FoldedTexts } from './folded-texts';
import { peopleMeantBy } from './people-matcher';

/** A word that was typed, and the entries with people whom it may name with a typo in it. */
export interface SoughtWord {
  word: string;
  meant: ReadonlySet<Interaction>;
}

/** Folded words, the long ones first: they are the rarer, so that most entries are done with after one look. */
export function soughtWords(tables: Tables, texts: FoldedTexts, words: readonly string[]): SoughtWord[] {
  return words
    .map((word) => ({ word, meant: entriesWith(tables, peopleMeantBy(tables, texts, word)) }))
    .sort((a, b) => b.word.length - a.word.length);
}

function entriesWith(tables: Tables, people: ReadonlySet<Id>): Set<Interaction> {
  const entries = new Set<Interaction>();
  for (const personId of people) for (const entry of tables.interactionsOf(personId)) entries.add(entry);
  return entries;
}

/**
 * The places in the block of the entries that have every word, oldest first. The block's text is read once for each word,
 * from hit to hit: where a word is missing, the others go on from its next hit. This runs for every entry of the journal
 * with each letter typed, so it makes no objects.
 */
export function scanBlock(block: Block, { text, starts }: BlockText, words: readonly SoughtWord[]): number[] {
  const count = starts.length - 1;
  const places: number[] = [];
  const hits: number[] = words.map(() => -1);
  let place = 0;
  while (place < count) {
    const missing = firstMissing(place);
    if (missing < 0) {
      places.push(place);
      place += 1;
      continue;
    }
    place += 1;
    // Nobody can stand in for the word: all entries up to the next that has it are passed over.
    if (words[missing]?.meant.size === 0) {
      const hit = hits[missing] ?? 0;
      while (place < count && (starts[place + 1] ?? 0) <= hit) place += 1;
    }
  }
  return places;

  function firstMissing(entry: number): number {
    const start = starts[entry] ?? 0;
    const end = starts[entry + 1] ?? 0;
    for (let at = 0; at < words.length; at++) {
      const sought = words[at];
      if (sought === undefined) continue;
      let hit = hits[at] ?? 0;
      if (hit < start) hits[at] = hit = hitFrom(text, sought.word, start);
      if (hit >= end && !(sought.meant.size > 0 && isAmong(sought.meant, block.interactions[entry])))
        return at;
    }
    return -1;
  }
}

/** The text's end when there is none: a small integer, where infinity would be an object. */
function hitFrom(text: string, word: string, start: number): number {
  const hit = text.indexOf(word, start);
  return hit < 0 ? text.length : hit;
}

function isAmong(entries: ReadonlySet<Interaction>, entry: Interaction | undefined): boolean {
  return entry !== undefined && entries.has(entry);
}
