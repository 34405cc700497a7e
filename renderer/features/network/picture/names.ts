import type { NetworkPerson } from '../../../../shared/contract/network';
import { positionOf, ROOT } from './geometry';
import { type Scene, TRUNK } from './scene';

export const NAME_LEFT = 11;
export const LINE_HEIGHT = 16;

export interface Name {
  text: string;
  width: number;
}

/** Which names are shown, so that none lies over another: of those in sight the heaviest first. */
export class Names {
  readonly shown = new Map<number, Name>();

  constructor(
    private readonly context: CanvasRenderingContext2D,
    scene: Scene,
    private readonly column: number,
  ) {
    const { network, view, size, current, hovered, found, byWeight } = scene;
    // Column by column the lines of text there are, each under the slot of its height in which its middle lies.
    const taken = new Map<number, Map<number, number>>();
    const take = (index: number): void => {
      if (this.shown.has(index)) return;
      const { x, y } = positionOf(index, view, network, column);
      if (y < -LINE_HEIGHT || y > size.height + LINE_HEIGHT || x > size.width || x < -column) return;
      const depth = network.people[index]?.depth ?? 0;
      const lines = taken.get(depth) ?? new Map<number, number>();
      taken.set(depth, lines);
      const slot = Math.floor(y / LINE_HEIGHT);
      const near = [slot - 1, slot, slot + 1].map((next) => lines.get(next));
      if (near.some((other) => other !== undefined && Math.abs(other - y) < LINE_HEIGHT)) return;
      lines.set(slot, y);
      this.shown.set(index, this.nameOf(network.people[index]));
    };
    for (const index of [current, hovered ?? ROOT, ROOT, ...(found ?? [])]) take(index);
    for (const index of byWeight) take(index);
  }

  private nameOf(person: NetworkPerson | undefined): Name {
    if (!person) return measured(this.context, 'You', this.column);
    const led = person.led > 0 ? ` · ${person.led}` : '';
    return measured(this.context, person.name, this.column - NAME_LEFT - TRUNK - 12, led);
  }
}

/** Widths of names at the one size in which they are drawn. */
const widths = new Map<string, Name>();
const MOST_KEPT = 20_000;

/** The name in the room there is, cut where it is too long, and what follows it whole. */
function measured(context: CanvasRenderingContext2D, name: string, room: number, after = ''): Name {
  const key = `${Math.round(room)} ${name}${after}`;
  const known = widths.get(key);
  if (known) return known;
  let text = `${name}${after}`;
  if (context.measureText(text).width > room) {
    // As a reader counts letters: no emoji and no accent is cut in two.
    const letters = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment);
    do {
      letters.splice(Math.min(letters.length - 1, Math.floor(letters.length * 0.9)));
      text = `${letters.join('').trimEnd()}…${after}`;
    } while (letters.length > 1 && context.measureText(text).width > room);
  }
  const cut = { text, width: context.measureText(text).width };
  if (widths.size > MOST_KEPT) widths.clear();
  widths.set(key, cut);
  return cut;
}
