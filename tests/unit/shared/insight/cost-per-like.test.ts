import { describe, expect, it } from 'vitest';
import { costPerLike } from '../../../../shared/insight/cost-per-like';
import { contributionOf } from '../../../../shared/insight/network/contribution';
import { defaultNorms } from '../../../../shared/insight/norms';
import type { Gathering } from '../../../../shared/model/gathering';
import { instant, interaction, nextId, sliceOf } from '../../builders';

const NOW = instant('2026-06-21');
const FIRST_DAY = '2025-06-22';
const DAY_BEFORE = '2025-06-21';

function gathering(from: string, amount: number, currency = 'EUR'): Gathering {
  const at = instant(from);
  return {
    id: nextId(),
    createdAt: at,
    updatedAt: at,
    rev: '0',
    name: 'Breakfast',
    from: at,
    cost: { amount, currency },
  };
}

function cost(liked: number, spent: Partial<Parameters<typeof costPerLike>[0]> = {}) {
  return costPerLike({ interactions: [], gatherings: [], timeLogs: [], ...spent }, liked, NOW, defaultNorms);
}

describe('the cost of a relationship that reached Like', () => {
  it.each([
    [2, { kind: 'tooEarly', have: 2, need: 3 }],
    [3, { kind: 'known', minutes: 60 }],
  ])('with %d of them', (liked, each) => {
    const interactions = [interaction('2026-05-01', { minutes: 150, travelMinutes: 30 })];
    expect(cost(liked, { interactions })).toMatchObject({ minutes: 180, each });
  });

  it('counts the year that ends today, both days included', () => {
    const interactions = [FIRST_DAY, '2026-06-21', DAY_BEFORE, '2026-06-22'].map((on) =>
      interaction(on, { minutes: 30 }),
    );
    expect(cost(3, { interactions })).toMatchObject({
      from: FIRST_DAY,
      to: '2026-06-21',
      minutes: 60,
      channels: [{ minutes: 60, records: 2 }],
    });
  });

  it('never adds different currencies, and leaves out what lies outside the year or cost nothing', () => {
    const gatherings = [
      gathering('2026-01-10', 30),
      gathering(FIRST_DAY, 15),
      gathering('2026-02-10', 12, 'GBP'),
      gathering(DAY_BEFORE, 1_000),
      gathering('2026-07-01', 1_000),
      gathering('2026-03-01', 0),
    ];
    const { money, each } = cost(3, { gatherings });
    expect(money).toEqual([
      { currency: 'EUR', amount: 45, gatherings: 2 },
      { currency: 'GBP', amount: 12, gatherings: 1 },
    ]);
    expect(each).toMatchObject({
      money: [
        { currency: 'EUR', amount: 15 },
        { currency: 'GBP', amount: 4 },
      ],
    });
  });
});

describe('who reached Like lately', () => {
  const likedLately = (...days: string[]): boolean =>
    contributionOf(
      sliceOf(days.map((day) => interaction(day, { ease: 5, initiatedBy: 'them' }))),
      [],
      { seasons: [], needQuestions: new Set() },
      NOW,
    ).likedLately;

  it.each([
    [['2025-06-01', FIRST_DAY], true],
    [['2025-06-01', DAY_BEFORE], false],
    [['2026-05-01'], false],
    // Back at Like after a long silence: it had got there before.
    [['2024-01-01', '2024-02-01', '2026-06-01'], false],
  ])('contacts on %s: %s', (days, expected) => expect(likedLately(...days)).toBe(expected));
});
