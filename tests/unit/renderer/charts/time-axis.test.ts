import { describe, expect, it } from 'vitest';
import { balanceBars, timeAxis } from '../../../../renderer/charts/time-axis';
import type { BalanceMonth } from '../../../../shared/insight/types';
import { addDays, dayNumber } from '../../../../shared/model/time';

function month(key: string, over: Partial<BalanceMonth> = {}): BalanceMonth {
  return {
    month: key,
    given: 0,
    received: 0,
    net: 0,
    talkShare: null,
    initiative: null,
    evidence: [],
    ...over,
  };
}

describe('the time axis', () => {
  it('gives one entry of today at least three months of room', () => {
    const axis = timeAxis('2026-06-21', '2026-06-21', 640);
    expect(axis.from).toBe(dayNumber('2026-04-01'));
    expect(axis.to).toBe(dayNumber('2026-06-21'));
    expect(axis.ticks.map(({ label }) => label)).toEqual(['Apr ’26', 'May', 'Jun']);
  });

  it('names the year where it begins', () => {
    const axis = timeAxis('2025-01-14', '2026-05-21', 640);
    expect(axis.ticks.map(({ label }) => label)).toEqual([
      'Jan ’25',
      'Mar',
      'May',
      'Jul',
      'Sep',
      'Nov',
      'Jan ’26',
      'Mar',
      'May',
    ]);
  });

  it.each([200, 640, 1200])('never has more labels than %i pixels hold, up to thirty years', (width) => {
    for (let days = 0; days <= 30 * 365; days += 97) {
      const today = '2026-06-21';
      const axis = timeAxis(addDays(today, -days), today, width);
      expect(axis.ticks.length).toBeLessThanOrEqual(Math.max(2, Math.floor(width / 64)) + 1);
      expect(axis.ticks.length).toBeGreaterThan(0);
      for (const { day } of axis.ticks) {
        expect(day).toBeGreaterThanOrEqual(axis.from);
        expect(day).toBeLessThanOrEqual(axis.to);
      }
    }
  });
});

describe('the bars of give and take', () => {
  it('keep one bar a month while there is room, received below the line', () => {
    const axis = timeAxis('2026-01-03', '2026-06-21', 640);
    const bars = balanceBars([month('2026-05', { given: 3, received: 2, net: 1 })], axis, 640);
    expect(bars).toHaveLength(1);
    expect(bars[0]).toMatchObject({ label: 'May 2026', given: 3, received: -2, net: 1 });
  });

  it('put months together when the relationship is long, and lose nothing', () => {
    const months = Array.from({ length: 360 }, (_, index) =>
      month(`${1996 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`, {
        given: 1,
        net: index + 1,
        talkShare: index % 2 === 0 ? 0.4 : null,
      }),
    );
    const axis = timeAxis('1996-01-05', '2025-12-31', 640);
    const bars = balanceBars(months, axis, 640);
    expect(bars.length).toBeLessThanOrEqual(640 / 9);
    expect(bars.reduce((sum, bar) => sum + bar.given, 0)).toBe(360);
    expect(bars.at(-1)?.net).toBe(360);
    expect(bars[0]?.talkShare).toBeCloseTo(0.4);
  });
});
