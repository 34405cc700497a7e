import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { keepView, peekView } from '../api/place';
import { pageScrollElement } from './page-scroll';

interface Options {
  place: { key: string; filters: string };
  virtualizer: Virtualizer<HTMLElement, HTMLDivElement>;
  /** The list knows where it begins. */
  ready: boolean;
}

/** The row at the top of the sight and how far into it: pixels alone would mean another row once heights are measured. */
interface KeptScroll {
  filters: string;
  index: number;
  within: number;
}

const KEEP_AFTER_MS = 150;

/** Comes back to where the list was scrolled to, under the same filters, and starts at the top under others. */
export function useKeptScroll({ place, virtualizer, ready }: Options): void {
  const shown = useRef<string | null>(null);
  const { key, filters } = place;

  useLayoutEffect(() => {
    const scroller = pageScrollElement();
    if (!ready || !scroller) return;
    const firstTime = shown.current === null;
    if (shown.current === filters) return;
    shown.current = filters;
    const kept = keptScroll(key, filters);
    if (firstTime && kept) {
      const start = virtualizer.getOffsetForIndex(kept.index, 'start')?.[0] ?? 0;
      scroller.scrollTop = start + kept.within;
    } else if (!firstTime) {
      scroller.scrollTop = 0;
    }
  }, [ready, key, filters, virtualizer]);

  useEffect(() => {
    const scroller = pageScrollElement();
    if (!scroller) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      const offset = scroller.scrollTop;
      const top = virtualizer.getVirtualItemForOffset(offset);
      const index = offset <= 0 || !top ? 0 : top.index;
      const start = offset <= 0 ? 0 : (virtualizer.getOffsetForIndex(index, 'start')?.[0] ?? 0);
      keepView(`scroll:${key}`, { filters, index, within: offset <= 0 ? 0 : offset - start });
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, KEEP_AFTER_MS);
    };
    scroller.addEventListener('scroll', soon, { passive: true });
    return () => {
      clearTimeout(timer);
      scroller.removeEventListener('scroll', soon);
    };
  }, [key, filters, virtualizer]);
}

function keptScroll(key: string, filters: string): KeptScroll | null {
  const kept = peekView(`scroll:${key}`);
  if (typeof kept !== 'object' || kept === null) return null;
  if (!('filters' in kept) || !('index' in kept) || !('within' in kept)) return null;
  if (kept.filters !== filters || typeof kept.index !== 'number' || typeof kept.within !== 'number') return null;
  return kept.index === 0 && kept.within === 0 ? null : { filters, index: kept.index, within: kept.within };
}
