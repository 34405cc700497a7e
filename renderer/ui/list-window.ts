import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/** The rows to have in the page: those in sight and near it, and the one that has the focus. */
export function withIndex(range: Range, index: number): number[] {
  const indexes = defaultRangeExtractor(range);
  if (index < 0 || index >= range.count || indexes.includes(index)) return indexes;
  return [...indexes, index].sort((a, b) => a - b);
}

export interface Step {
  key: string;
  from: number;
  total: number;
  /** Rows that fit in sight: how far Page Up and Page Down go. */
  visible: number;
}

/** The row that a key leads to, or null when the key does not move. */
export function stepTo({ key, from, total, visible }: Step): number | null {
  const last = total - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, from + 1);
    case 'ArrowUp':
      return Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageDown':
      return Math.min(last, from + visible);
    case 'PageUp':
      return Math.max(0, from - visible);
    default:
      return null;
  }
}
