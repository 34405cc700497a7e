import { describe, expect, it } from 'vitest';
import { understandMinutes } from '../../../../shared/debrief/minutes';
import { understandDue, understandWhen } from '../../../../shared/debrief/when';

// A Sunday.
const now = new Date(2026, 10, 22, 16, 10);

function at(text: string): string {
  const when = understandWhen(text, now);
  return when.kind === 'understood' ? when.at.slice(0, 16) : when.message;
}

describe('when something happened', () => {
  it.each([
    ['yesterday 3pm', '2026-11-21T15:00'],
    ['Yesterday, around 3pm', '2026-11-21T15:00'],
    ['3 months ago', '2026-08-22T12:00'],
    ['last tuesday 9:30', '2026-11-17T09:30'],
    ['tuesday', '2026-11-17T12:00'],
    ['next friday 10:00', '2026-11-27T10:00'],
    ['day before yesterday', '2026-11-20T12:00'],
    ['last night', '2026-11-21T20:00'],
    ['yesterday evening', '2026-11-21T20:00'],
    ['today', '2026-11-22T16:10'],
    ['18/6/2026 14:00', '2026-06-18T14:00'],
    ['5/4/2026', '2026-04-05T12:00'],
    ['2026-05-04 09:30', '2026-05-04T09:30'],
    ['an hour ago', '2026-11-22T15:10'],
  ])('%s', (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  it('reads figures in the American order where that is the custom', () => {
    const when = understandWhen('5/4/2026', now, 'monthFirst');
    expect(when.kind === 'understood' && when.at.slice(0, 10)).toBe('2026-05-04');
  });

  it('keeps an instant as it is, with its own offset', () => {
    expect(understandWhen('2026-05-04T09:30:00+09:00', now)).toMatchObject({
      at: '2026-05-04T09:30:00+09:00',
    });
  });

  it('says whether it lies ahead', () => {
    expect(understandWhen('tomorrow at 10', now)).toMatchObject({ kind: 'understood', future: true });
    expect(understandWhen('yesterday', now)).toMatchObject({ kind: 'understood', future: false });
  });

  it('takes the length from a span', () => {
    expect(understandWhen('yesterday 15:00-16:20', now)).toMatchObject({ minutes: 80 });
  });

  it.each(['banana', '31 feb', '2026-02-30', '2026-13-45', '25:00', '', 'the year 20000', 'x'.repeat(5_000)])(
    'refuses %s',
    (text) => {
      const when = understandWhen(text, now);
      expect(when.kind).toBe('refused');
      expect(when.kind === 'refused' && when.message).toContain('Try “yesterday 3pm”');
    },
  );

  it('says which part it does not understand', () => {
    expect(at('yesterday banana')).toContain('“yesterday” is understood, but not “banana”');
  });

  it('refuses a year that nobody can mean', () => {
    expect(at('5 May 1203')).toContain('too far away');
  });
});

describe('a due day', () => {
  it.each([
    ['Friday', '2026-11-27'],
    ['by monday', '2026-11-23'],
    ['in two weeks', '2026-12-06'],
    ['3 January', '2027-01-03'],
    ['tomorrow', '2026-11-23'],
  ])('%s', (text, on) => {
    expect(understandDue(text, now)).toEqual({ kind: 'understood', on });
  });

  it('refuses what is no day', () => {
    expect(understandDue('soonish', now).kind).toBe('refused');
  });
});

describe('a length of time', () => {
  it.each([
    ['50', 50],
    ['50 min', 50],
    ['1h20', 80],
    ['1 h 20 min', 80],
    ['1:20', 80],
    ['1.5 h', 90],
    ['an hour', 60],
    ['half an hour', 30],
    ['2 hours', 120],
  ])('%s', (text, minutes) => {
    expect(understandMinutes(text)).toEqual({ kind: 'understood', minutes });
  });

  it.each(['-5', 'long', '99999999', '50000'])('refuses %s', (text) => {
    expect(understandMinutes(text).kind).toBe('refused');
  });

  it('takes nothing as nothing', () => {
    expect(understandMinutes('  ')).toEqual({ kind: 'empty' });
  });
});
