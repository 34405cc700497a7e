import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatDay,
  formatDayLong,
  formatInstant,
  formatMinutes,
  formatMoment,
  formatMonth,
  formatMonthShort,
  formatRelativeDay,
  formatYearly,
  todayHere,
} from '../../../../shared/words/dates';

const TODAY = '2026-06-21';

describe('a day in words', () => {
  it('leaves out this year and names any other', () => {
    expect(formatDay('2026-06-18', TODAY)).toBe('Thu 18 Jun');
    expect(formatDay('2025-01-14', TODAY)).toBe('Tue 14 Jan 2025');
  });

  it('has a long form', () => {
    expect(formatDayLong('2026-06-18')).toBe('Thursday, 18 June 2026');
  });

  it('is told from today within a week', () => {
    const words = (day: string) => formatRelativeDay(day, TODAY);
    expect(words('2026-06-21')).toBe('today');
    expect(words('2026-06-20')).toBe('yesterday');
    expect(words('2026-06-22')).toBe('tomorrow');
    expect(words('2026-06-15')).toBe('6 days ago');
    expect(words('2026-06-26')).toBe('in 5 days');
    expect(words('2026-06-14')).toBe('Sun 14 Jun');
  });

  it('crosses the end of a year', () => {
    expect(formatRelativeDay('2025-12-31', '2026-01-01')).toBe('yesterday');
  });

  it('keeps a birthday without a year without one', () => {
    expect(formatYearly('--04-15')).toBe('15 April');
    expect(formatYearly('1984-04-15')).toBe('15 April 1984');
  });

  it('names months', () => {
    expect(formatMonth('2026-05')).toBe('May 2026');
    expect(formatMonthShort('2026-05-31')).toBe('May ’26');
  });
});

describe('an instant', () => {
  it('is shown as the clock read where it happened, in whatever zone this runs', () => {
    expect(formatInstant('2026-06-18T23:30:00-08:00', TODAY)).toBe('Thu 18 Jun, 23:30');
  });

  it('is short when it was today or yesterday', () => {
    expect(formatMoment('2026-06-21T09:14:00+02:00', TODAY)).toBe('09:14');
    expect(formatMoment('2026-06-20T09:14:00+02:00', TODAY)).toBe('yesterday 09:14');
    expect(formatMoment('2026-06-19T09:14:00+02:00', TODAY)).toBe('Fri 19 Jun, 09:14');
  });

  it('today is the day of this computer, not of Greenwich', () => {
    expect(todayHere(new Date(2026, 5, 21, 0, 30))).toBe(TODAY);
    expect(todayHere(new Date(2026, 5, 21, 23, 30))).toBe(TODAY);
  });
});

describe('amounts', () => {
  it('says minutes as one would', () => {
    expect(formatMinutes(45)).toBe('45 min');
    expect(formatMinutes(60)).toBe('1 h');
    expect(formatMinutes(65)).toBe('1 h 05');
    expect(formatMinutes(80)).toBe('1 h 20');
  });

  it('puts the word in the number’s form', () => {
    expect(formatCount(1, 'entry', 'entries')).toBe('1 entry');
    expect(formatCount(1903, 'entry', 'entries')).toBe('1,903 entries');
  });
});
