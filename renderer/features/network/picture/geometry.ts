/** Where things are in the picture of the network: columns go from the user to the right, rows down. Lengths in pixels. */

export interface Tree {
  /** Those who stand under the user have no parent; everybody else's is an index. */
  people: readonly { depth: number; row: number; parent: number | null }[];
  rootRow: number;
  lastRow: number;
}

export interface Size {
  width: number;
  height: number;
}

/** What part of the tree is in sight, and how large. */
export interface View {
  /** The height of a row. Columns keep their width, and words their size: zooming draws rows apart. */
  rowHeight: number;
  left: number;
  top: number;
}

/** The user's own place; everybody else's is the index in the list of people. */
export const ROOT = -1;

const MARGIN = { x: 26, y: 24 };
const COLUMN = { least: 168, most: 250 };
/** Rows this far apart leave room for every name. */
const READABLE = 24;
const ROW_HEIGHT = { most: 56, fitted: 34 };
/** How near to a marker a click means it. */
const REACH = 14;

export function columnWidth(tree: Tree, { width }: Size): number {
  const columns = deepest(tree) + 1;
  return Math.min(COLUMN.most, Math.max(COLUMN.least, (width - 2 * MARGIN.x) / columns));
}

function deepest({ people }: Tree): number {
  return people.reduce((most, { depth }) => Math.max(most, depth), 0);
}

/** Everything in sight, from top to bottom. */
export function fitted(tree: Tree, size: Size): View {
  return { rowHeight: fittedRowHeight(tree, size), left: 0, top: 0 };
}

function fittedRowHeight({ lastRow }: Tree, { height }: Size): number {
  return Math.min(ROW_HEIGHT.fitted, Math.max(0, height - 2 * MARGIN.y) / Math.max(1, lastRow));
}

export function isFitted(view: View, tree: Tree, size: Size): boolean {
  return Math.abs(view.rowHeight - fittedRowHeight(tree, size)) < 1e-6;
}

/** Larger or smaller by a factor; what is at `y` stays there. */
export function zoomed(view: View, factor: number, y: number, tree: Tree, size: Size): View {
  const least = Math.min(fittedRowHeight(tree, size), ROW_HEIGHT.most);
  const rowHeight = Math.min(ROW_HEIGHT.most, Math.max(least, view.rowHeight * factor));
  const top = ((view.top + y - MARGIN.y) * rowHeight) / view.rowHeight + MARGIN.y - y;
  return within({ ...view, rowHeight, top }, tree, size);
}

/** The view moved, but never beyond the tree. */
export function moved(view: View, dx: number, dy: number, tree: Tree, size: Size): View {
  return within({ ...view, left: view.left + dx, top: view.top + dy }, tree, size);
}

export function within(view: View, tree: Tree, size: Size): View {
  const width = 2 * MARGIN.x + (deepest(tree) + 1) * columnWidth(tree, size);
  const height = 2 * MARGIN.y + tree.lastRow * view.rowHeight;
  // A tree that is lower than the picture stands in its middle.
  const top =
    height <= size.height
      ? (height - size.height) / 2
      : Math.min(Math.max(0, view.top), height - size.height);
  return { ...view, left: Math.min(Math.max(0, view.left), Math.max(0, width - size.width)), top };
}

export function placeOf(index: number, tree: Tree): { depth: number; row: number } {
  return tree.people[index] ?? { depth: 0, row: tree.rootRow };
}

export function positionOf(index: number, view: View, tree: Tree, column: number): { x: number; y: number } {
  const { depth, row } = placeOf(index, tree);
  return { x: MARGIN.x + depth * column - view.left, y: MARGIN.y + row * view.rowHeight - view.top };
}

/** The view in which somebody is in sight with a readable name, moved no further than needed. */
export function showing(index: number, view: View, tree: Tree, size: Size): View {
  const readable =
    view.rowHeight < READABLE && !isFitted(view, tree, size)
      ? zoomed(view, READABLE / view.rowHeight, size.height / 2, tree, size)
      : view;
  const column = columnWidth(tree, size);
  const { x, y } = positionOf(index, readable, tree, column);
  const edge = Math.min(64, size.height / 4);
  const dy = y < edge ? y - edge : y > size.height - edge ? y - size.height + edge : 0;
  const dx = x < MARGIN.x ? x - MARGIN.x : x > size.width - column ? x - size.width + column : 0;
  return dx === 0 && dy === 0 ? readable : moved(readable, dx, dy, tree, size);
}

/** Who is at a point of the picture: an index, `ROOT`, or null for nobody. */
export function personAt(point: { x: number; y: number }, view: View, tree: Tree, size: Size): number | null {
  const column = columnWidth(tree, size);
  let best: { index: number; distance: number } | null = null;
  for (let index = ROOT; index < tree.people.length; index++) {
    const { x, y } = positionOf(index, view, tree, column);
    // The name to the right of the marker belongs to it.
    if (point.x < x - REACH || point.x > x + column - REACH * 2) continue;
    const distance = Math.abs(point.y - y);
    if (distance <= REACH && (best === null || distance < best.distance)) best = { index, distance };
  }
  return best?.index ?? null;
}

/** Where an arrow key leads: left to the introducer, right to the first they led to, up and down along the column. */
export function stepFrom(index: number, key: string, tree: Tree): number | null {
  const { people } = tree;
  const here = placeOf(index, tree);
  switch (key) {
    case 'Home':
      return ROOT;
    case 'ArrowLeft':
      return index === ROOT ? null : (people[index]?.parent ?? ROOT);
    case 'ArrowRight': {
      const own = index === ROOT ? null : index;
      const first = people.findIndex(({ parent }) => parent === own);
      return first < 0 ? null : first;
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      const sign = key === 'ArrowUp' ? -1 : 1;
      let best: { index: number; distance: number } | null = null;
      for (const [other, { depth, row }] of people.entries()) {
        const distance = (row - here.row) * sign;
        if (depth !== here.depth || distance <= 0 || (best && distance >= best.distance)) continue;
        best = { index: other, distance };
      }
      return best?.index ?? null;
    }
    default:
      return null;
  }
}
