import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEPT, outdated } from '../../../../electron/backup/rotation';
import { addDays } from '../../../../shared/model/time';

const NOW = new Date('2026-05-20T20:00:00Z');

function backupsOn(days: readonly string[], time = '12:00:00Z') {
  return days.map((day) => ({ createdAt: `${day}T${time}` }));
}

function keptDays(backups: readonly { createdAt: string }[], now = NOW): string[] {
  const gone = new Set(outdated(backups, now));
  return backups.filter((backup) => !gone.has(backup)).map(({ createdAt }) => createdAt.slice(0, 10));
}

describe('rotation', () => {
  it('of one backup every day for two years keeps 7 days, 5 weeks and 12 months', () => {
    const days = Array.from({ length: 730 }, (_, index) => addDays('2026-05-20', -index));
    expect(keptDays(backupsOn(days))).toEqual([
      ...['2026-05-20', '2026-05-19', '2026-05-18', '2026-05-17', '2026-05-16', '2026-05-15', '2026-05-14'],
      // The Sundays of the weeks before; one of them is among the days.
      ...['2026-05-10', '2026-05-03', '2026-04-30', '2026-04-26', '2026-03-31', '2026-02-28', '2026-01-31'],
      ...['2025-12-31', '2025-11-30', '2025-10-31', '2025-09-30', '2025-08-31', '2025-07-31', '2025-06-30'],
    ]);
  });

  it('keeps the latest of a day, and the last three whatever their day', () => {
    const backups = ['09:00', '10:00', '11:00', '12:00', '13:00'].map((time) => ({
      createdAt: `2026-05-20T${time}:00Z`,
    }));
    const gone = outdated(backups, NOW).map(({ createdAt }) => createdAt.slice(11, 16));
    expect(gone.sort()).toEqual(['09:00', '10:00']);
  });

  it('deletes nothing after a holiday of years: days without a backup count for nothing', () => {
    const days = ['2019-01-01', '2019-01-02', '2019-01-03', '2019-01-04'];
    expect(outdated(backupsOn(days), NOW)).toEqual([]);
  });

  it('leaves what is dated later than now alone, and does not count it', () => {
    const future = backupsOn(Array.from({ length: 20 }, (_, index) => addDays('2031-01-01', index)));
    const today = backupsOn(['2026-05-20']);
    expect(outdated([...future, ...today], NOW)).toEqual([]);
    const old = backupsOn(Array.from({ length: 60 }, (_, index) => addDays('2026-05-20', -index)));
    expect(outdated([...future, ...old], NOW)).toEqual(outdated(old, NOW));
  });

  it('never deletes the last three or the latest of any kept day, in whatever order and number', () => {
    const instants = fc.array(fc.integer({ min: 0, max: 800 * 24 }), { maxLength: 60 });
    fc.assert(
      fc.property(instants, (hoursAgo) => {
        const backups = hoursAgo.map((hours) => ({
          createdAt: new Date(NOW.getTime() - hours * 3_600_000).toISOString(),
        }));
        const gone = new Set(outdated(backups, NOW));
        const kept = backups.filter((backup) => !gone.has(backup));
        const sorted = [...backups].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(KEPT.last, backups.length));
        expect(kept.length).toBeLessThanOrEqual(KEPT.days + KEPT.weeks + KEPT.months + KEPT.last);
        for (const { createdAt } of sorted.slice(0, KEPT.last)) {
          expect(kept.map((one) => one.createdAt)).toContain(createdAt);
        }
        // What is kept today is not needed less once the others are gone.
        expect(outdated(kept, NOW)).toEqual([]);
      }),
    );
  });
});
