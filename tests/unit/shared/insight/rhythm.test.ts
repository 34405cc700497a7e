import { describe, expect, it } from 'vitest';
import { rhythmOf } from '../../../../shared/insight/rhythm';
import type { Interaction } from '../../../../shared/model/interaction';
import type { Person } from '../../../../shared/model/person';
import { addDays } from '../../../../shared/model/time';
import { email, instant, interaction, sliceOf } from '../../builders';

const START = '2025-01-01';

/** Contacts from the start on, this many days apart. */
function contactsWithGaps(...gaps: number[]): Interaction[] {
  let date = START;
  return [interaction(date), ...gaps.map((gap) => interaction((date = addDays(date, gap))))];
}

function rhythm(records: Interaction[], asOf: string, who: Partial<Person> = {}) {
  return rhythmOf(sliceOf(records, who), instant(asOf));
}

function expected(gaps: number[], who: Partial<Person> = {}, asOf = '2030-01-01') {
  return rhythm(contactsWithGaps(...gaps), asOf, who);
}

describe('the expected days', () => {
  it('are the user’s own setting before anything else', () => {
    const who = { rhythmDays: 5, ring: 'inner' as const };
    expect(expected([30, 30, 30], who)).toMatchObject({ expectedDays: 5, source: { kind: 'ownSetting' } });
  });

  it('are then the median of the gaps, from 3 gaps on', () => {
    expect(expected([10, 20, 90], { ring: 'inner' })).toMatchObject({
      expectedDays: 20,
      source: { kind: 'median', gaps: [10, 20, 90] },
    });
    expect(expected([10, 20], { ring: 'inner' }).source.kind).toBe('ring');
  });

  it('take the mean of the middle two of an even count', () => {
    expect(expected([40, 10, 21, 20]).expectedDays).toBe(20.5);
  });

  it('look at the last 8 gaps', () => {
    const source = expected([100, 100, 100, 100, 10, 10, 10, 10, 10, 20, 20, 20]).source;
    expect(source).toEqual({ kind: 'median', gaps: [10, 10, 10, 10, 10, 20, 20, 20] });
  });

  it('are between different dates', () => {
    const twice = [...contactsWithGaps(10, 20), interaction(`${START}T20:00:00Z`)];
    expect(rhythm(twice, '2030-01-01').source.kind).toBe('default');
    const night = [interaction('2025-01-01T23:30:00Z'), interaction('2025-01-02T00:30:00Z')];
    const three = [...night, interaction('2025-01-12'), interaction('2025-01-22')];
    expect(rhythm(three, '2030-01-01').source).toEqual({ kind: 'median', gaps: [1, 10, 10] });
  });

  it('are whole days across the change of the clocks', () => {
    const weekly = [
      '2026-03-22T19:00:00Z',
      '2026-03-29T19:00:00+01:00',
      '2026-04-05T00:10:00+01:00',
      '2026-04-12T23:50:00+01:00',
    ];
    expect(
      rhythm(
        weekly.map((at) => interaction(at)),
        '2026-05-01',
      ).source,
    ).toEqual({ kind: 'median', gaps: [7, 7, 7] });
  });

  it.each([
    [[6, 6, 6], 7],
    [[7, 7, 7], 7],
    [[365, 365, 365], 365],
    [[366, 400, 500], 365],
  ])('are kept within 7 and 365: %j gives %i', (gaps, days) => {
    expect(expected(gaps).expectedDays).toBe(days);
  });

  it.each([
    ['inner', 7],
    ['close', 30],
    ['active', 180],
    ['wider', 365],
  ] as const)('are then the default of the ring: %s has %i', (ring, days) => {
    expect(expected([10], { ring })).toMatchObject({ expectedDays: days, source: { kind: 'ring', ring } });
    expect(rhythm([], '2025-01-02', { ring }).expectedDays).toBe(days);
  });

  it('are then 14 for a person met within the trailing 56 days', () => {
    expect(expected([], {}, addDays(START, 55))).toMatchObject({
      expectedDays: 14,
      source: { kind: 'newPerson', metOn: START },
    });
    expect(expected([], {}, addDays(START, 56))).toMatchObject({
      expectedDays: 90,
      source: { kind: 'default' },
    });
  });

  it('take the day they met before the first contact', () => {
    const long = { met: { date: '2020-01-01' } };
    expect(expected([], long, '2025-01-10').expectedDays).toBe(90);
    expect(rhythm([], '2025-01-10', { met: { date: '2025-01-01' } }).expectedDays).toBe(14);
  });

  it('do not know yet of a day to come', () => {
    const later = { met: { date: '2025-06-01' } };
    expect(expected([], later, '2025-01-10').source).toEqual({ kind: 'newPerson', metOn: START });
    expect(rhythm([], '2025-01-10', later).expectedDays).toBe(90);
  });

  it('are otherwise 90', () => {
    expect(rhythm([], '2025-01-10')).toMatchObject({ expectedDays: 90, source: { kind: 'default' } });
  });
});

describe('the state', () => {
  const after = (gapDays: number, rhythmDays: number) =>
    rhythm([interaction(START)], addDays(START, gapDays), { rhythmDays }).state;

  it.each([
    [0, 'onRhythm'],
    [10, 'onRhythm'],
    [11, 'due'],
    [15, 'due'],
    [16, 'slipping'],
    [20, 'slipping'],
    [21, 'drifting'],
    [365, 'drifting'],
    [366, 'dormant'],
  ] as const)('%i days into a rhythm of 10 is %s', (gapDays, state) => {
    expect(after(gapDays, 10)).toBe(state);
  });

  it.each([
    [200, 'onRhythm'],
    [300, 'due'],
    [400, 'slipping'],
    [401, 'drifting'],
    [800, 'drifting'],
    [801, 'dormant'],
  ] as const)('%i days into a rhythm of 200 is %s', (gapDays, state) => {
    expect(after(gapDays, 200)).toBe(state);
  });

  it('takes a half day of a median as it is', () => {
    const contacts = contactsWithGaps(10, 20, 21, 40);
    const lastDay = addDays(START, 91);
    expect(rhythm(contacts, addDays(lastDay, 20)).state).toBe('onRhythm');
    expect(rhythm(contacts, addDays(lastDay, 21)).state).toBe('due');
    expect(rhythm(contacts, addDays(lastDay, 30)).state).toBe('due');
    expect(rhythm(contacts, addDays(lastDay, 31)).state).toBe('slipping');
    expect(rhythm(contacts, addDays(lastDay, 41)).state).toBe('slipping');
    expect(rhythm(contacts, addDays(lastDay, 42)).state).toBe('drifting');
  });

  it('is never without a contact', () => {
    expect(rhythm([email('2025-01-01')], '2025-06-01')).toMatchObject({
      state: 'never',
      lastContact: null,
      gapDays: null,
    });
  });

  it.each(['resting', 'letGo', 'keepDistance', 'deceased'] as const)(
    'is quiet for %s, from its day on',
    (kind) => {
      const who = { rhythmDays: 7, standing: { kind, since: '2025-03-01' } };
      expect(rhythm([interaction(START)], '2025-02-28', who).state).toBe('drifting');
      expect(rhythm([interaction(START)], '2025-03-01T00:00:00Z', who).state).toBe('quiet');
      expect(rhythm([], '2025-03-01', who).state).toBe('quiet');
    },
  );

  it('counts from the last contact, by the dates of both places', () => {
    const late = interaction('2025-01-01T23:50:00-03:30');
    expect(rhythm([late, interaction('2024-12-01')], '2025-01-02T00:10:00-03:30')).toMatchObject({
      gapDays: 1,
      lastContact: { on: '2025-01-01', interactionId: late.id },
    });
  });

  it('never counts less than no days', () => {
    const auckland = interaction('2025-01-02T08:00:00+13:00');
    expect(rhythm([auckland], '2025-01-01T20:00:00Z')).toMatchObject({ gapDays: 0, state: 'onRhythm' });
  });

  it('waits for the reply', () => {
    const message = email('2025-02-01', { answered: true, answeredAt: '2025-02-20T09:00:00Z' });
    expect(rhythm([interaction(START), message], '2025-02-19').lastContact?.on).toBe(START);
    expect(rhythm([interaction(START), message], '2025-02-20').lastContact?.on).toBe('2025-02-20');
  });
});
