import type { NetworkPerson } from '../../../../shared/contract/network';
import type { EvidenceStage } from '../../../../shared/insight/types';
import { columnWidth, positionOf, ROOT, type Size, type Tree, type View } from './geometry';

export interface Network extends Tree {
  people: readonly NetworkPerson[];
}

/** The colours of the theme, read from the page. */
export type Colours = Record<
  'surface' | 'ink' | 'dim' | 'line' | 'other' | 'accent' | EvidenceStage | 'font',
  string
>;

export interface Scene {
  network: Network;
  /** Indexes of the people, those with the largest branches first: where there is no room for all names, theirs come first. */
  byWeight: readonly number[];
  view: View;
  size: Size;
  current: number;
  hovered: number | null;
  /** Who answers the search; null while nothing is sought. */
  found: ReadonlySet<number> | null;
}

const MARK = 5;
const NAME_LEFT = 11;
const LINE_HEIGHT = 16;
const CORNER = 7;
/** Where the lines to a column turn, left of its markers. */
const TRUNK = 18;
const MUTED = 0.4;

/** Draws what is in sight, once. Nothing is kept and nothing runs on. */
export function drawNetwork(context: CanvasRenderingContext2D, scene: Scene, colours: Colours): void {
  const { network, view, size } = scene;
  const column = columnWidth(network, size);
  const at = (index: number) => positionOf(index, view, network, column);
  context.fillStyle = colours.surface;
  context.fillRect(0, 0, size.width, size.height);
  context.font = `13px ${colours.font}`;
  context.textBaseline = 'middle';
  const names = new Names(context, scene, column);
  drawLines(context, scene, at, names, colours);
  drawOthers(context, scene, at, colours);
  const isVisible = ({ x, y }: { x: number; y: number }): boolean =>
    y > -LINE_HEIGHT && y < size.height + LINE_HEIGHT && x > -column && x < size.width + MARK;
  for (let index = ROOT; index < network.people.length; index++) {
    const place = at(index);
    if (isVisible(place)) drawMark(context, scene, index, place, colours);
  }
  for (const [index, name] of names.shown) drawName(context, scene, index, name, at(index), colours);
}

type Position = (index: number) => { x: number; y: number };

/** From each to those they led to: a trunk before the next column with a branch to each. */
function drawLines(
  context: CanvasRenderingContext2D,
  { network, size, current }: Scene,
  at: Position,
  names: Names,
  colours: Colours,
): void {
  const branch = (index: number): void => {
    const from = network.people[index]?.parent ?? ROOT;
    const [start, end] = [at(from), at(index)];
    const isOut = Math.max(start.y, end.y) < 0 || Math.min(start.y, end.y) > size.height;
    if (isOut || end.x < 0 || start.x > size.width) return;
    const turn = end.x - TRUNK;
    context.moveTo(Math.min(turn, start.x + names.widthBefore(from)), start.y);
    if (Math.abs(end.y - start.y) < 1) context.lineTo(end.x - MARK - 2, end.y);
    else {
      const corner = Math.min(CORNER, Math.abs(end.y - start.y));
      context.lineTo(turn, start.y);
      context.lineTo(turn, end.y - Math.sign(end.y - start.y) * corner);
      context.quadraticCurveTo(turn, end.y, turn + corner, end.y);
      context.lineTo(end.x - MARK - 2, end.y);
    }
  };
  context.beginPath();
  for (let index = 0; index < network.people.length; index++) branch(index);
  context.strokeStyle = colours.line;
  context.lineWidth = 1.25;
  context.stroke();
  // How one came to know whoever is looked at.
  context.beginPath();
  for (let index = current; index >= 0; index = network.people[index]?.parent ?? ROOT) branch(index);
  context.strokeStyle = colours.accent;
  context.lineWidth = 2;
  context.stroke();
}

/** Dashed, from whoever else told the user to meet somebody. */
function drawOthers(
  context: CanvasRenderingContext2D,
  { network, size }: Scene,
  at: Position,
  colours: Colours,
): void {
  context.beginPath();
  for (const [index, { others }] of network.people.entries()) {
    for (const other of others) {
      const [start, end] = [at(other), at(index)];
      if (Math.max(start.y, end.y) < 0 || Math.min(start.y, end.y) > size.height) continue;
      const bend = Math.min(start.x, end.x) - 34;
      context.moveTo(start.x - MARK - 1, start.y);
      context.bezierCurveTo(bend, start.y, bend, end.y, end.x - MARK - 1, end.y);
    }
  }
  context.setLineDash([4, 4]);
  context.strokeStyle = colours.other;
  context.lineWidth = 1.25;
  context.stroke();
  context.setLineDash([]);
}

/** A ring for nobody yet, a disc for Know, a triangle for Like, a square on its corner for Trust. */
function drawMark(
  context: CanvasRenderingContext2D,
  { network, current, found }: Scene,
  index: number,
  { x, y }: { x: number; y: number },
  colours: Colours,
): void {
  const person = network.people[index];
  const colour = person ? colours[person.stage] : colours.accent;
  context.globalAlpha = isMuted(person) || (found && !found.has(index)) ? MUTED : 1;
  context.beginPath();
  tracePath(context, person?.stage ?? 'know', x, y);
  if (person?.stage === 'none') {
    context.strokeStyle = colour;
    context.lineWidth = 1.75;
    context.stroke();
  } else {
    context.fillStyle = colour;
    context.fill();
  }
  context.globalAlpha = 1;
  if (index !== current) return;
  context.beginPath();
  context.arc(x, y, MARK + 4, 0, 2 * Math.PI);
  context.strokeStyle = colours.accent;
  context.lineWidth = 2;
  context.stroke();
}

function tracePath(context: CanvasRenderingContext2D, stage: EvidenceStage, x: number, y: number): void {
  const corner = (dx: number, dy: number) => context.lineTo(x + dx, y + dy);
  switch (stage) {
    case 'none':
      context.arc(x, y, MARK - 1, 0, 2 * Math.PI);
      break;
    case 'know':
      context.arc(x, y, MARK, 0, 2 * Math.PI);
      break;
    case 'like':
      for (const [dx, dy] of [
        [0, -MARK - 1],
        [MARK + 1, MARK - 0.5],
        [-MARK - 1, MARK - 0.5],
      ] as const)
        corner(dx, dy);
      context.closePath();
      break;
    case 'trust':
      for (const [dx, dy] of [
        [0, -MARK - 1.5],
        [MARK + 1.5, 0],
        [0, MARK + 1.5],
        [-MARK - 1.5, 0],
      ] as const)
        corner(dx, dy);
      context.closePath();
      break;
  }
}

function drawName(
  context: CanvasRenderingContext2D,
  { network, current, found }: Scene,
  index: number,
  name: Name,
  { x, y }: { x: number; y: number },
  colours: Colours,
): void {
  const person = network.people[index];
  context.font = fontOf(index === current || index === ROOT || found?.has(index) === true, colours.font);
  // Lines pass behind it.
  context.fillStyle = colours.surface;
  context.fillRect(x + NAME_LEFT - 2, y - LINE_HEIGHT / 2, name.width + 4, LINE_HEIGHT);
  context.fillStyle = isMuted(person) || (found && !found.has(index)) ? colours.dim : colours.ink;
  context.fillText(name.text, x + NAME_LEFT, y);
}

function fontOf(strong: boolean, family: string): string {
  return `${strong ? 650 : 400} 13px ${family}`;
}

/** Those who are left in peace stand back. */
function isMuted(person: NetworkPerson | undefined): boolean {
  return person !== undefined && person.standing !== 'active';
}

interface Name {
  text: string;
  width: number;
}

/** Which names are shown, so that none lies over another: of those in sight the heaviest first. */
class Names {
  readonly shown = new Map<number, Name>();

  constructor(
    private readonly context: CanvasRenderingContext2D,
    scene: Scene,
    private readonly column: number,
  ) {
    const { network, view, size, current, hovered, found, byWeight } = scene;
    const taken = new Map<number, Set<number>>();
    const take = (index: number): void => {
      if (this.shown.has(index)) return;
      const { x, y } = positionOf(index, view, network, column);
      if (y < -LINE_HEIGHT || y > size.height + LINE_HEIGHT || x > size.width || x < -column) return;
      const depth = network.people[index]?.depth ?? 0;
      const lines = taken.get(depth) ?? new Set();
      taken.set(depth, lines);
      // A line of text lies in at most three slots of half a line.
      const slots = [0, 1].map((slot) => Math.floor((2 * y) / LINE_HEIGHT) + slot);
      if (slots.some((slot) => lines.has(slot))) return;
      slots.forEach((slot) => lines.add(slot));
      this.shown.set(index, this.nameOf(network.people[index]));
    };
    for (const index of [current, hovered ?? ROOT, ROOT, ...(found ?? [])]) take(index);
    for (const index of byWeight) take(index);
  }

  /** How far a line from somebody to the right begins after the marker. */
  widthBefore(index: number): number {
    const name = this.shown.get(index);
    return name ? NAME_LEFT + name.width + 6 : MARK + 2;
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
