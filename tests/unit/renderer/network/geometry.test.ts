import { describe, expect, it } from 'vitest';
import {
  columnWidth,
  fitted,
  isFitted,
  moved,
  personAt,
  positionOf,
  ROOT,
  showing,
  stepFrom,
  within,
  zoomed,
} from '../../../../renderer/features/network/picture/geometry';

const size = { width: 800, height: 500 };

/** You; under you 0 with 1 and 2, and 3 with 4. */
const small = {
  people: [
    { depth: 1, row: 0.5, parent: null },
    { depth: 2, row: 0, parent: 0 },
    { depth: 2, row: 1, parent: 0 },
    { depth: 1, row: 2.35, parent: null },
    { depth: 2, row: 2.35, parent: 3 },
  ],
  rootRow: 1.4,
  lastRow: 2.35,
};
const large = {
  people: Array.from({ length: 2_000 }, (_, row) => ({ depth: 1, row, parent: null })),
  rootRow: 1_000,
  lastRow: 1_999,
};

function allOf(tree: typeof small) {
  return within(fitted(tree, size), tree, size);
}

describe('what is in sight', () => {
  it('at first is everything, also of 2,000 people', () => {
    for (const tree of [small, large]) {
      const view = allOf(tree);
      for (const index of [ROOT, 0, tree.people.length - 1]) {
        const { x, y } = positionOf(index, view, tree, columnWidth(tree, size));
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(size.width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(size.height);
      }
      expect(isFitted(view, tree, size)).toBe(true);
    }
  });

  it('zooming keeps what is under the pointer, and never shows less than everything', () => {
    const view = zoomed(allOf(large), 40, 200, large, size);
    expect(view.rowHeight).toBeGreaterThan(allOf(large).rowHeight * 30);
    const column = columnWidth(large, size);
    const before = personAt({ x: 300, y: 200 }, view, large, size);
    const nearer = zoomed(view, 1.5, 200, large, size);
    expect(before).not.toBeNull();
    expect(Math.abs(positionOf(before ?? 0, nearer, large, column).y - 200)).toBeLessThan(nearer.rowHeight);
    expect(isFitted(zoomed(view, 0.000_1, 200, large, size), large, size)).toBe(true);
  });

  it('never moves beyond the tree', () => {
    const view = zoomed(allOf(large), 1_000, 0, large, size);
    const top = moved(view, -1e6, -1e6, large, size);
    expect(positionOf(0, top, large, columnWidth(large, size)).y).toBeGreaterThan(0);
    const bottom = moved(view, 1e6, 1e6, large, size);
    expect(positionOf(1_999, bottom, large, columnWidth(large, size)).y).toBeLessThan(size.height);
  });

  it('a person who is looked at comes into sight, and what is in sight stays where it is', () => {
    const near = zoomed(allOf(large), 1_000, 0, large, size);
    const shown = showing(1_500, near, large, size);
    const { y } = positionOf(1_500, shown, large, columnWidth(large, size));
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(size.height);
    expect(showing(1_500, shown, large, size)).toEqual(shown);
  });
});

it('a click means the marker or the name beside it, and nobody where nobody is', () => {
  const view = allOf(small);
  const column = columnWidth(small, size);
  for (const index of [ROOT, 0, 1, 2, 3, 4]) {
    const { x, y } = positionOf(index, view, small, column);
    expect(personAt({ x, y }, view, small, size)).toBe(index);
    expect(personAt({ x: x + 60, y: y + 3 }, view, small, size)).toBe(index);
  }
  expect(personAt({ x: 20, y: 10 }, view, small, size)).toBeNull();
});

describe('the arrows', () => {
  it.each([
    [ROOT, 'ArrowRight', 0],
    [ROOT, 'ArrowLeft', null],
    [0, 'ArrowRight', 1],
    [1, 'ArrowRight', null],
    [1, 'ArrowDown', 2],
    [2, 'ArrowDown', 4],
    [4, 'ArrowUp', 2],
    [4, 'ArrowDown', null],
    [4, 'ArrowLeft', 3],
    [3, 'ArrowUp', 0],
    [3, 'ArrowLeft', ROOT],
    [4, 'Home', ROOT],
    [4, 'x', null],
  ])('from %d with %s to %s', (from, key, to) => {
    expect(stepFrom(from, key, small)).toBe(to);
  });
});
