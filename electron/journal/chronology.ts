import type { Interaction } from '../../shared/model/interaction';
import { epochMs } from '../../shared/model/time';

/** An interaction's place in time. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly ms: number;
  readonly interaction: Interaction;
  /** Its text as search compares it, once it was needed. Kept here because a scan over a list is quick, a map is not. */
  folded: string | null;
}

function compare(a: Moment, b: Moment): number {
  return (
    a.ms - b.ms || (a.interaction.id < b.interaction.id ? -1 : a.interaction.id > b.interaction.id ? 1 : 0)
  );
}

/**
 * Interactions in the order in which they happened; those of the same moment by id. While the journal loads they are
 * only collected; the first question sorts them, and from then on a change costs a binary search.
 */
export class Chronology {
  private moments: Moment[] = [];
  private sorted = false;

  /** Oldest first. */
  get oldestFirst(): readonly Moment[] {
    this.sort();
    return this.moments;
  }

  add(interaction: Interaction): void {
    const moment = momentOf(interaction);
    if (this.sorted) this.moments.splice(this.find(moment), 0, moment);
    else this.moments.push(moment);
  }

  remove(interaction: Interaction): void {
    this.sort();
    const at = this.find(momentOf(interaction));
    if (this.moments[at]?.interaction.id === interaction.id) this.moments.splice(at, 1);
  }

  private sort(): void {
    if (this.sorted) return;
    this.moments.sort(compare);
    this.sorted = true;
  }

  private find(moment: Moment): number {
    let low = 0;
    let high = this.moments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const candidate = this.moments[middle];
      if (candidate && compare(candidate, moment) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function momentOf(interaction: Interaction): Moment {
  return { ms: epochMs(interaction.at), interaction, folded: null };
}
