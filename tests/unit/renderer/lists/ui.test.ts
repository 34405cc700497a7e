import { describe, expect, it } from 'vitest';
import { datePresets, datesTitle } from '../../../../renderer/ui/date-spans';
import { filterTitle } from '../../../../renderer/ui/filter-words';
import { initialsOf } from '../../../../renderer/ui/initials';
import { stepTo, withIndex } from '../../../../renderer/ui/list-window';
import { markedPieces } from '../../../../renderer/ui/marked-pieces';

describe('moving along a list', () => {
  const at = (key: string, from: number) => stepTo({ key, from, total: 100, visible: 10 });

  it('goes a row, a page, or to an end, and stops there', () => {
    expect(at('ArrowDown', 5)).toBe(6);
    expect(at('ArrowDown', 99)).toBe(99);
    expect(at('ArrowUp', 0)).toBe(0);
    expect(at('PageDown', 95)).toBe(99);
    expect(at('PageUp', 25)).toBe(15);
    expect(at('Home', 50)).toBe(0);
    expect(at('End', 50)).toBe(99);
  });

  it('leaves other keys alone', () => {
    expect(at('Enter', 5)).toBeNull();
    expect(at('k', 5)).toBeNull();
  });

  it('keeps the row with the focus when it is out of sight', () => {
    const range = { startIndex: 10, endIndex: 12, overscan: 0, count: 100 };
    expect(withIndex(range, 3)).toEqual([3, 10, 11, 12]);
    expect(withIndex(range, 11)).toEqual([10, 11, 12]);
    expect(withIndex(range, 100)).toEqual([10, 11, 12]);
  });
});

describe('words of filters', () => {
  const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));

  it('names up to two choices and counts more', () => {
    expect(filterTitle('Stage', options, [])).toBe('Stage');
    expect(filterTitle('Stage', options, ['a', 'b'])).toBe('Stage: A, B');
    expect(filterTitle('Stage', options, ['a', 'b', 'c'])).toBe('Stage: 3 chosen');
  });

  it('shows the value of a choice that has gone', () => {
    expect(filterTitle('Tag', options, ['club'])).toBe('Tag: club');
  });

  it('says dates as a usual span or by their bounds', () => {
    const today = '2026-06-18';
    expect(datePresets(today)[0]).toEqual({ label: 'Last 7 days', from: '2026-06-12', to: today });
    expect(datesTitle('', '', today)).toBe('Dates');
    expect(datesTitle('2026-05-20', '2026-06-18', today)).toBe('Dates: last 30 days');
    expect(datesTitle('2026-06-01', '', today)).toBe('Dates: from Mon 1 Jun');
    expect(datesTitle('', '2025-06-01', today)).toBe('Dates: to Sun 1 Jun 2025');
  });
});

describe('initials', () => {
  it.each([
    ['Maya Okonjo', 'MO'],
    ['joost van der meulen', 'JM'],
    ['Åsa', 'Å'],
    ['🦊 Fox', '🦊F'],
    ['(Dr.) O’Neill', 'DO'],
    ['—', ''],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('marks', () => {
  it('cuts a text at its marks and leaves nothing out', () => {
    const pieces = markedPieces({
      text: 'the big room',
      marks: [
        [4, 7],
        [8, 12],
      ],
    });
    expect(pieces.map(({ text }) => text).join('')).toBe('the big room');
    expect(pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['big', 'room']);
  });

  it('is one piece without marks', () => {
    expect(markedPieces({ text: 'room', marks: [] })).toEqual([{ at: 0, text: 'room', marked: false }]);
  });
});
