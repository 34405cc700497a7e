import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { keepView, peekView } from '../api/place';
import { stepTo } from './list-window';

interface Options {
  total: number;
  /** Where the row is kept, and under which filters it means the same row. */
  key: string;
  filters: string;
  /** A selector of what takes the focus in a row; without it the row does. */
  focusOn: string | undefined;
}

/** One row of a list is in the tab order; the keyboard moves it. The row is kept with the view. */
export function useRovingFocus({ total, key, filters, focusOn }: Options) {
  const [chosen, setChosen] = useState(() => ({ filters, index: keptRow(key, filters) }));
  const active = chosen.filters === filters ? Math.min(chosen.index, Math.max(0, total - 1)) : 0;
  const wanted = useRef<number | null>(null);
  const inside = useRef(false);

  const take = useCallback(
    (index: number) => {
      setChosen((was) => (was.filters === filters && was.index === index ? was : { filters, index }));
      keepView(`row:${key}`, { filters, index });
    },
    [key, filters],
  );

  /** Gives a row the focus, once it is there. */
  const go = (index: number) => {
    take(index);
    wanted.current = index;
  };

  const move = (event: KeyboardEvent, visible: number, scrollTo: (index: number) => void): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || total === 0) return false;
    const next = stepTo({ key: event.key, from: active, total, visible });
    if (next === null) return false;
    go(next);
    scrollTo(next);
    return true;
  };

  /** Called after every paint: the row may come into being only once the list has scrolled to it. */
  const settle = (list: HTMLElement | null) => {
    // A row that had the focus and is gone (done, deleted) hands it to the row that took its place.
    if (inside.current && document.activeElement === document.body) wanted.current ??= active;
    if (wanted.current === null || !list) return;
    const row = list.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!row) return;
    wanted.current = null;
    const target = focusOn === undefined ? row : row.querySelector<HTMLElement>(focusOn);
    target?.focus({ preventScroll: true });
  };

  return {
    active,
    take,
    go,
    move,
    settle,
    enter: () => {
      inside.current = true;
    },
    // React is silent about the blur of an element that it takes away itself: those do not count as leaving.
    leave: () => {
      inside.current = false;
    },
  };
}

function keptRow(key: string, filters: string): number {
  const kept = peekView(`row:${key}`);
  if (typeof kept !== 'object' || kept === null || !('index' in kept) || !('filters' in kept)) return 0;
  return kept.filters === filters && typeof kept.index === 'number' ? kept.index : 0;
}
