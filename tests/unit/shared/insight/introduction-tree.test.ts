import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { introductionTree } from '../../../../shared/insight/network/introduction-tree';
import type { Lead } from '../../../../shared/insight/network/leads';
import { testId } from '../../builders';

/** `1>2` is Anna, who led to Ben; with a day behind a space. */
function leads(...words: string[]): Lead[] {
  return words.map((word) => {
    const [pair = '', on = null] = word.split(' ');
    const [by = 0, to = 0] = pair.split('>').map(Number);
    return {
      by: testId(by),
      to: testId(to),
      on,
      thanked: false,
      reportedBack: false,
      introductionId: null,
      evidence: [],
    };
  });
}

/** The tree in the same words: `1(2(3))`, with others behind a plus. */
function drawn(all: Lead[]): string {
  const tree = introductionTree(all);
  const branch = (parent: number | null): string =>
    tree
      .flatMap((person, index) => {
        if (person.parent !== parent) return [];
        const below = branch(index);
        const others = person.others.map((other) => `+${number(tree[other]?.id)}`).join('');
        return [`${number(person.id)}${others}${below === '' ? '' : `(${below})`}`];
      })
      .join(' ');
  return branch(null);
}

function number(id: string | undefined): number {
  return Number(id?.slice(-6));
}

describe('who led to whom, as a tree', () => {
  it.each([
    ['nobody', [], ''],
    ['a chain', ['1>2', '2>3', '3>4'], '1(2(3(4)))'],
    ['the larger branch first', ['1>9', '2>3', '2>4'], '2(3 4) 1(9)'],
    [
      'several introducers: the first one known, the rest beside it',
      ['2>5 2026-03-01', '1>5 2026-02-01'],
      '1(5+2) 2',
    ],
    ['one without a day comes after those with one', ['1>5', '2>5 2026-02-01'], '2(5+1) 1'],
    ['the same lead twice', ['1>2', '1>2'], '1(2)'],
    ['somebody who leads to themselves', ['1>1', '1>2'], '1(2)'],
    ['only that', ['1>1'], ''],
    ['two who led to each other', ['1>2 2026-01-01', '2>1 2026-02-01'], '1+2(2)'],
    ['a circle of three', ['1>2 2026-01-01', '2>3 2026-01-02', '3>1 2026-01-03'], '1+3(2(3))'],
    ['a circle that a later lead opens', ['1>2 2026-01-01', '2>1 2026-01-02', '4>1 2026-01-03'], '4(1+2(2))'],
  ])('%s', (_what, words, expected) => {
    expect(drawn(leads(...words))).toBe(expected);
  });

  it('counts those below at any depth', () => {
    const tree = introductionTree(leads('1>2', '2>3', '2>4', '1>5'));
    expect(tree.map(({ id, below }) => [number(id), below])).toEqual([
      [1, 4],
      [2, 2],
      [3, 0],
      [4, 0],
      [5, 0],
    ]);
  });

  it('takes a chain of 5,000 without running out of stack', () => {
    const chain = leads(...Array.from({ length: 5_000 }, (_, index) => `${index + 1}>${index + 2}`));
    expect(introductionTree(chain)[0]).toMatchObject({ id: testId(1), below: 5_000 });
  });

  const someLeads = fc
    .array(
      fc.record({
        by: fc.integer({ min: 1, max: 9 }),
        to: fc.integer({ min: 1, max: 9 }),
        day: fc.constantFrom('', ' 2026-01-01', ' 2026-02-01'),
      }),
      { maxLength: 25 },
    )
    .map((some) => leads(...some.map(({ by, to, day }) => `${by}>${to}${day}`)));

  it('holds everybody once, under those before them, and every lead once', () => {
    fc.assert(
      fc.property(someLeads, (some) => {
        const tree = introductionTree(some);
        const real = some.filter(({ by, to }) => by !== to);
        expect(new Set(tree.map(({ id }) => id))).toEqual(new Set(real.flatMap(({ by, to }) => [by, to])));
        expect(new Set(tree.map(({ id }) => id)).size).toBe(tree.length);
        tree.forEach(({ parent }, index) => expect(parent ?? -1).toBeLessThan(index));
        const told = tree.flatMap(({ id, parent, others }) =>
          [parent, ...others].flatMap((at) => (at === null ? [] : [`${tree[at]?.id} ${id}`])),
        );
        expect(told.sort()).toEqual([...new Set(real.map(({ by, to }) => `${by} ${to}`))].sort());
      }),
    );
  });

  it('the order of the leads changes nothing', () => {
    fc.assert(
      fc.property(someLeads, (some) => {
        expect(introductionTree([...some].reverse())).toEqual(introductionTree(some));
      }),
    );
  });
});
