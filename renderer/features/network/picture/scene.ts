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

/** The size of a marker, from its middle. */
export const MARK = 5;
/** Where the lines to a column turn, left of its markers. */
export const TRUNK = 18;
export const CORNER = 7;

export type Position = (index: number) => { x: number; y: number };

export function positionsIn({ network, view, size }: Scene): Position {
  const column = columnWidth(network, size);
  return (index) => positionOf(index, view, network, column);
}

/** Those who are left in peace stand back. */
export function isMuted(person: NetworkPerson | undefined): boolean {
  return person !== undefined && person.standing !== 'active';
}

/** The line to somebody from whoever led to them: along a trunk before the next column, then off to the right. */
export function traceBranch(
  context: CanvasRenderingContext2D,
  { network, size }: Scene,
  at: Position,
  index: number,
): void {
  const [start, end] = [at(network.people[index]?.parent ?? ROOT), at(index)];
  const isOut = Math.max(start.y, end.y) < 0 || Math.min(start.y, end.y) > size.height;
  if (isOut || end.x < 0 || start.x > size.width) return;
  const turn = end.x - TRUNK;
  context.moveTo(start.x + MARK + 2, start.y);
  if (Math.abs(end.y - start.y) >= 1) {
    const corner = Math.min(CORNER, Math.abs(end.y - start.y));
    context.lineTo(turn, start.y);
    context.lineTo(turn, end.y - Math.sign(end.y - start.y) * corner);
    context.quadraticCurveTo(turn, end.y, turn + corner, end.y);
  }
  context.lineTo(end.x - MARK - 2, end.y);
}
