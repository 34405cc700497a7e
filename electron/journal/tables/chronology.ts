import type { Interaction } from '../../../shared/model/interaction';
import type { CalendarDate } from '../../../shared/model/primitives';
import { epochMs } from '../../../shared/model/time';

/** Interactions that follow each other in time. */
export interface Block {
  /** Oldest first, never empty. */
  readonly interactions: Interaction[];
  /** Their folded texts in one string, once a search needed it. Null again when one of them changes. */
  text: BlockText | null;
}

/** `text.slice(starts[i], starts[i + 1])` belongs to the block's interaction `i`. */
export interface BlockText {
  text: string;
  /** One more than there are interactions: the last is the text's length. */
  starts: Int32Array;
}

/** A search reads a block's text in one go; a change makes one block's text anew. So blocks are neither short nor long. */
const BLOCK_SIZE = 256;
/** More than any two places on earth are apart. */
const DAY_MS = 86_400_000;

/** By moment; those of the same moment by id. */
export function byTime(a: Interaction, b: Interaction): number {
  return epochMs(a.at) - epochMs(b.at) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * Interactions in the order in which they happened, in blocks. While the journal loads they are only collected; the first
 * question sorts them, and from then on a change costs a binary search and touches one block.
 */
export class Chronology {
  private collected: Interaction[] | null = [];
  private sortedBlocks: Block[] = [];

  /** Oldest first. */
  get blocks(): readonly Block[] {
    this.sort();
    return this.sortedBlocks;
  }

  *newestFirst(): Generator<Interaction> {
    for (let at = this.blocks.length - 1; at >= 0; at--) {
      const interactions = this.blocks[at]?.interactions ?? [];
      for (let index = interactions.length - 1; index >= 0; index--) {
        const interaction = interactions[index];
        if (interaction) yield interaction;
      }
    }
  }

  /** Those of a year such as `2026`, wherever on earth, and at its ends some of the years beside it. */
  around(year: string): Generator<Interaction> {
    return this.betweenDays(`${year}-01-01`, `${year}-12-31`);
  }

  /** Those of some days, wherever on earth, both included, and at their ends some of the days beside them. */
  betweenDays(first: CalendarDate, last: CalendarDate): Generator<Interaction> {
    return this.within(Date.parse(first), Date.parse(last) + DAY_MS);
  }

  private *within(fromMs: number, toMs: number): Generator<Interaction> {
    const [from, to] = [fromMs - DAY_MS, toMs + DAY_MS];
    const endsSince = (block: Block): boolean => epochMs(block.interactions.at(-1)?.at ?? '') >= from;
    for (let at = firstWhere(this.blocks, endsSince); at < this.blocks.length; at++) {
      const interactions = this.blocks[at]?.interactions ?? [];
      if (epochMs(interactions[0]?.at ?? '') > to) return;
      yield* interactions;
    }
  }

  add(interaction: Interaction): void {
    if (this.collected) {
      this.collected.push(interaction);
      return;
    }
    const at = Math.min(this.blockFor(interaction), this.sortedBlocks.length - 1);
    const block = this.sortedBlocks[at];
    if (!block) {
      this.sortedBlocks.push({ interactions: [interaction], text: null });
      return;
    }
    block.interactions.splice(placeIn(block.interactions, interaction), 0, interaction);
    block.text = null;
    if (block.interactions.length > 2 * BLOCK_SIZE) {
      this.sortedBlocks.splice(at + 1, 0, {
        interactions: block.interactions.splice(BLOCK_SIZE),
        text: null,
      });
    }
  }

  remove(interaction: Interaction): void {
    this.sort();
    const at = this.blockFor(interaction);
    const block = this.sortedBlocks[at];
    if (!block) return;
    const place = placeIn(block.interactions, interaction);
    if (block.interactions[place]?.id !== interaction.id) return;
    block.interactions.splice(place, 1);
    block.text = null;
    if (block.interactions.length === 0) this.sortedBlocks.splice(at, 1);
  }

  /** What search reads of this interaction changed, though the interaction did not: somebody in it has a new name. */
  touch(interaction: Interaction): void {
    this.sort();
    const block = this.sortedBlocks[this.blockFor(interaction)];
    if (block) block.text = null;
  }

  private sort(): void {
    if (!this.collected) return;
    const sorted = this.collected
      .map((interaction) => ({ ms: epochMs(interaction.at), interaction }))
      .sort((a, b) => a.ms - b.ms || (a.interaction.id < b.interaction.id ? -1 : 1));
    for (let at = 0; at < sorted.length; at += BLOCK_SIZE) {
      const interactions = sorted.slice(at, at + BLOCK_SIZE).map(({ interaction }) => interaction);
      this.sortedBlocks.push({ interactions, text: null });
    }
    this.collected = null;
  }

  /** The first block that does not end before the interaction: it is there, or belongs there. */
  private blockFor(interaction: Interaction): number {
    return firstWhere(this.sortedBlocks, (block) => {
      const last = block.interactions.at(-1);
      return last !== undefined && byTime(last, interaction) >= 0;
    });
  }
}

function placeIn(interactions: readonly Interaction[], interaction: Interaction): number {
  return firstWhere(interactions, (other) => byTime(other, interaction) >= 0);
}

/** The first place of a sorted list at which `test` holds; its length when it holds nowhere. */
function firstWhere<T>(list: readonly T[], test: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && test(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
