import { describe, expect, it } from 'vitest';
import { dayAfterKey } from '../../../../renderer/charts/look-back';

const bounds = {
  first: '2025-01-31',
  today: '2026-03-15',
  entryDays: ['2025-01-31', '2025-06-10', '2025-06-10', '2026-03-01'],
};

function after(key: string, from: string, modifiers: { shiftKey?: boolean; ctrlKey?: boolean } = {}) {
  const press = { key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...modifiers };
  return dayAfterKey(press, from, bounds);
}

describe('dayAfterKey', () => {
  it.each([
    ['ArrowLeft', '2026-03-01', '2026-02-28'],
    ['ArrowDown', '2026-03-01', '2026-02-28'],
    ['ArrowRight', '2025-12-31', '2026-01-01'],
    ['ArrowUp', '2025-12-31', '2026-01-01'],
    ['PageDown', '2025-07-31', '2025-06-30'],
    ['PageDown', '2026-01-10', '2025-12-10'],
    ['PageUp', '2025-12-31', '2026-01-31'],
    ['PageUp', '2025-01-31', '2025-02-28'],
    ['Home', '2025-06-10', '2025-01-31'],
    ['End', '2025-06-10', '2026-03-15'],
  ])('%s on %s leads to %s', (key, from, to) => {
    expect(after(key, from)).toBe(to);
  });

  it.each([
    ['ArrowLeft', '2026-03-15', '2026-03-01'],
    ['ArrowLeft', '2026-03-01', '2025-06-10'],
    ['ArrowLeft', '2025-01-31', '2025-01-31'],
    ['ArrowRight', '2025-01-31', '2025-06-10'],
    ['ArrowRight', '2026-03-01', '2026-03-15'],
  ])('Shift and %s on %s lead to the entry of %s, or to the end', (key, from, to) => {
    expect(after(key, from, { shiftKey: true })).toBe(to);
  });

  it('never leaves the time from the first day to today', () => {
    expect(after('ArrowLeft', bounds.first)).toBe(bounds.first);
    expect(after('PageDown', '2025-02-10')).toBe(bounds.first);
    expect(after('ArrowRight', bounds.today)).toBe(bounds.today);
    expect(after('PageUp', '2026-03-01')).toBe(bounds.today);
  });

  it('leaves other keys alone', () => {
    expect(after('a', '2025-06-10')).toBeNull();
    expect(after('ArrowLeft', '2025-06-10', { ctrlKey: true })).toBeNull();
  });
});
