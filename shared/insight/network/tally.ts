/**
 * Sums that are kept up to date person by person: what a person brought is taken back, and what they bring now is added.
 * All of them are exact, so that neither the order nor what was taken back meanwhile leaves a trace.
 */
import type { Norms } from '../norms';
import type { Contribution } from './contribution';

/** Counted, or taken back. */
export type Sign = 1 | -1;

/** A part of the figures over everybody. */
export interface Tally<Figures> {
  count(one: Contribution, sign: Sign): void;
  figures(norms: Norms['comparison']): Figures;
}

/** Different keys, each as often as it was counted: an entry with several people is counted with each, and is one all the same. */
export class Bag {
  private readonly times = new Map<string, number>();

  /** How many different ones there are. */
  get size(): number {
    return this.times.size;
  }

  /** Answers by how much `size` changed: 0 when the key was there before or still is. */
  count(key: string, sign: Sign): Sign | 0 {
    const before = this.times.get(key) ?? 0;
    const now = before + sign;
    if (now === 0) this.times.delete(key);
    else this.times.set(key, now);
    return before === 0 || now === 0 ? sign : 0;
  }
}

/** Parts by key, made when first needed. One that counts nothing any more is gone, as if it had never been. */
export class Groups<Key extends string, Part extends { readonly size: number }> {
  private readonly parts = new Map<Key, Part>();

  constructor(private readonly make: () => Part) {}

  change(key: Key, apply: (part: Part) => void): void {
    const part = this.parts.get(key) ?? this.make();
    apply(part);
    if (part.size === 0) this.parts.delete(key);
    else this.parts.set(key, part);
  }

  get(key: Key): Part | undefined {
    return this.parts.get(key);
  }

  /** In no particular order. */
  get all(): readonly [Key, Part][] {
    return [...this.parts];
  }
}

const MILLION = 1_000_000;

/**
 * Mean and spread of figures of which each is held to a millionth. Whole numbers of any length: sums of fractions would
 * keep a rest of what was taken back, and come out differently in another order.
 */
export class Moments {
  size = 0;
  private sum = 0n;
  private squares = 0n;

  count(value: number, sign: Sign): void {
    const millionths = BigInt(Math.round(value * MILLION));
    this.size += sign;
    this.sum += BigInt(sign) * millionths;
    this.squares += BigInt(sign) * millionths * millionths;
  }

  get mean(): number | null {
    return this.size === 0 ? null : Number(this.sum) / this.size / MILLION;
  }

  /** The squares of the differences from the mean, added up. */
  get squaredDifferences(): number {
    if (this.size === 0) return 0;
    return Number(BigInt(this.size) * this.squares - this.sum * this.sum) / this.size / MILLION ** 2;
  }
}
