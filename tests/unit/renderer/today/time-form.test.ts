import { expect, it } from 'vitest';
import { newTime, readMinutes, toSave } from '../../../../renderer/features/today/time-form';

it.each([
  ['90', 90],
  ['45 min', 45],
  ['1:30', 90],
  ['1h30', 90],
  ['1 h 05 min', 65],
  ['2 hours', 120],
  ['1,5 h', 90],
  ['1:75', null],
  ['soon', null],
  ['-5', null],
  ['', null],
])('%j is %j minutes', (text, minutes) => expect(readMinutes(text)).toBe(minutes));

it('says what is wrong at which field', () => {
  const saved = toSave(
    { ...newTime, day: 'the day after never', minutes: '0' },
    new Date('2026-06-21T12:00:00Z'),
  );
  expect(saved.kind === 'refused' ? Object.keys(saved.fields).sort() : saved).toEqual([
    'timeLog.channel',
    'timeLog.date',
    'timeLog.minutes',
  ]);
});
