import { describe, expect, it } from 'vitest';
import { atRiskIn } from '../../../../shared/insight/season';
import type { Season } from '../../../../shared/model/season';
import { ANNA, instant, interaction, sliceOf, testId } from '../../builders';

const NOW = instant('2026-06-21');
const season = (fields: Partial<Season> = {}): Season => ({
  id: testId(800),
  createdAt: NOW,
  updatedAt: NOW,
  rev: '0',
  name: 'Only advice',
  from: '2026-01-01',
  ...fields,
});

describe('who is at risk', () => {
  it.each([
    ['2025-01-01', 'inner'],
    ['2024-12-31', undefined],
    ['2026-01-01', undefined],
  ])('an inner person last seen on %s: %s', (last, why) => {
    expect(atRiskIn(season(), sliceOf([interaction(last)], { ring: 'inner' }), NOW)?.why).toBe(why);
  });

  it('a partner of that time is, one of later or somebody of the wider rings is not', () => {
    const seen = [interaction('2025-12-01')];
    expect(atRiskIn(season(), sliceOf(seen, { partnerSince: '2026-01-01' }), NOW)?.why).toBe('partner');
    expect(
      atRiskIn(season(), sliceOf(seen, { partnerSince: '2026-01-02', rhythmDays: 365 }), NOW),
    ).toBeNull();
    const rhythm = { ring: 'wider' as const, rhythmDays: 365 };
    expect(atRiskIn(season(), sliceOf(seen, rhythm), NOW)).toBeNull();
    expect(atRiskIn(season(), sliceOf(seen, { ...rhythm, rhythmDays: 40 }), NOW)?.why).toBe('wentSilent');
  });

  it('nobody is who is left in peace, and nobody before the change', () => {
    const seen = [interaction('2025-12-01')];
    const letGo = { ring: 'inner' as const, standing: { kind: 'letGo' as const, since: '2026-02-01' } };
    expect(atRiskIn(season(), sliceOf(seen, letGo), NOW)).toBeNull();
    expect(atRiskIn(season({ from: '2026-06-22' }), sliceOf(seen, { ring: 'inner' }), NOW)).toBeNull();
  });
});

describe('what became of it', () => {
  it.each([
    ['2026-04-01', '2026-04-01'],
    ['2026-04-02', undefined],
  ])('the last contact on %s: silent since %s', (last, since) => {
    const slice = sliceOf([interaction('2025-12-01'), interaction(last)], { ring: 'inner' });
    expect(atRiskIn(season(), slice, NOW)?.silent?.since).toBe(since);
  });

  it('leaves out whose silence had begun before it', () => {
    const silent = (last: string) =>
      atRiskIn(season(), sliceOf([interaction(last)], { ring: 'inner', rhythmDays: 30 }), NOW)?.silent ??
      null;
    expect(silent('2025-12-01')).toBeNull();
    expect(silent('2025-12-02')).toMatchObject({ since: '2025-12-02', expectedDays: 30 });
  });

  it('says when they were told, once they were', () => {
    const slice = sliceOf([interaction('2025-12-01')], { ring: 'close' });
    const told = (toldOn: string) =>
      atRiskIn(season({ watch: [{ personId: ANNA, toldOn }] }), slice, NOW)?.toldOn;
    expect([told('2026-06-21'), told('2026-06-22')]).toEqual(['2026-06-21', null]);
  });
});
