import { describe, expect, it } from 'vitest';
import { defaultNorms } from '../../../../shared/insight/norms';
import { ownFigures, type OwnSample, ownSampleOf } from '../../../../shared/insight/own-history';
import { addDays } from '../../../../shared/model/time';
import { email, instant, interaction, sliceOf } from '../../builders';

const NOW = instant('2026-06-21');

const nothing: OwnSample = { ring: null, patienceDays: null, gapDays: null, talkShare: null };
const samples = (values: number[], of: (value: number) => Partial<OwnSample>): OwnSample[] =>
  values.map((value) => ({ ...nothing, ...of(value) }));

describe('what is usual with one person', () => {
  const answered = (days: number[]) =>
    days.map((after, index) => {
      const sent = addDays('2026-01-01', index * 20);
      return email(sent, { answered: true, answeredAt: instant(addDays(sent, after)) });
    });

  it('is twice the slowest of five replies, and unknown with four', () => {
    expect(ownSampleOf(sliceOf(answered([1, 2, 1, 4, 1])), NOW).patienceDays).toBe(8);
    expect(ownSampleOf(sliceOf(answered([1, 2, 1, 4])), NOW).patienceDays).toBeNull();
  });

  it('is the middle of three gaps, and unknown with two', () => {
    const met = (days: number[]) => days.map((day) => interaction(addDays('2026-01-01', day)));
    expect(ownSampleOf(sliceOf(met([0, 10, 30, 60])), NOW).gapDays).toBe(20);
    expect(ownSampleOf(sliceOf(met([0, 10, 30])), NOW).gapDays).toBeNull();
  });

  it('is the talk share over three talks of the last year, and unknown with two', () => {
    const talks = (days: string[]) => days.map((day) => interaction(day, { talkShare: 0.4 }));
    expect(
      ownSampleOf(sliceOf(talks(['2026-01-01', '2026-02-01', '2026-03-01'])), NOW).talkShare,
    ).toBeCloseTo(0.4);
    expect(ownSampleOf(sliceOf(talks(['2025-06-21', '2026-02-01', '2026-03-01'])), NOW).talkShare).toBeNull();
  });
});

describe('what is usual over everybody', () => {
  const figure = (name: Parameters<ReturnType<typeof ownFigures>['get']>[0], of: OwnSample[]) =>
    ownFigures(of, defaultNorms).get(name);

  it('is the middle of five people, and too early to say with four', () => {
    const patience = (patienceDays: number) => ({ patienceDays });
    expect(figure('reply.patience', samples([3, 3, 4, 8, 90], patience))).toEqual({
      kind: 'known',
      value: 4,
      people: 5,
    });
    expect(figure('reply.patience', samples([3, 3, 4, 8], patience))).toEqual({
      kind: 'tooEarly',
      have: 4,
      need: 5,
    });
  });

  it('counts people only who have a usual of their own', () => {
    const gaps = [...samples([10, 20, 30, 40, 50], (gapDays) => ({ gapDays })), nothing, nothing];
    expect(figure('rhythm.otherwise', gaps)).toEqual({ kind: 'known', value: 30, people: 5 });
  });

  it('is counted of each ring apart, in whole days', () => {
    const close = samples([10, 11, 12, 15], (gapDays) => ({ gapDays, ring: 'close' }));
    const more = samples([12.5, 13], (gapDays) => ({ gapDays, ring: 'close' }));
    const inner = samples([2], (gapDays) => ({ gapDays, ring: 'inner' }));
    expect(figure('rhythm.ring.close', [...close, ...more, ...inner])).toMatchObject({ value: 12 });
    expect(figure('rhythm.ring.inner', [...close, ...inner])).toMatchObject({ kind: 'tooEarly', have: 1 });
  });

  it('spans the talk shares of nine in ten people', () => {
    const shares = samples([0.5, 0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99], (talkShare) => ({
      talkShare,
    }));
    expect(figure('balance.talkLittle', shares)).toMatchObject({ value: 0.2 });
    expect(figure('balance.talkALot', shares)).toMatchObject({ value: 0.95 });
  });

  it('does not depend on the order of the people', () => {
    const all = samples([9, 1, 5, 7, 3], (gapDays) => ({ gapDays, patienceDays: gapDays }));
    expect(ownFigures([...all].reverse(), defaultNorms)).toEqual(ownFigures(all, defaultNorms));
  });
});
