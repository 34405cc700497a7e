import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { keepView, peekView } from '../../api/place';
import { eachFrame } from '../../ui/each-frame';
import { PAGE_HEADING } from '../../ui/page-heading';
import { currentStep, isReturn } from '../location';

const KEEP_AFTER_MS = 250;
const SCROLL_VIEW = 'app.scroll';

/** Scroll positions by step of the history, while the app runs. */
const tops = new Map<number, number>();

/**
 * What happens on arrival at a page: a new page starts at its top, one that is gone back to where it was left, and the
 * one of the last session where it was closed. The focus goes to the page's heading, at the start too: from there the
 * keys that scroll reach the page, and a screen reader says where one is.
 */
export function usePageArrival(route: string, page: RefObject<HTMLElement | null>): void {
  const arrivedBefore = useRef(false);
  useKeptScroll(route, page);

  useLayoutEffect(() => {
    const element = page.current;
    if (!element) return;
    const first = !arrivedBefore.current;
    arrivedBefore.current = true;
    const top = first ? keptTop(route) : isReturn() ? (tops.get(currentStep()) ?? 0) : 0;
    // At the start it is at its top: to say so would have the page laid out before all of it is there.
    const stopScroll = first && top === 0 ? () => undefined : scrollWhenReady(element, top);
    const stopFocus = focusHeadingWhenThere(element);
    return () => {
      stopScroll();
      stopFocus();
    };
  }, [route, page]);
}

function useKeptScroll(route: string, page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = page.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      tops.set(currentStep(), element.scrollTop);
      clearTimeout(timer);
      timer = setTimeout(() => keepView(SCROLL_VIEW, { route, top: element.scrollTop }), KEEP_AFTER_MS);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', onScroll);
    };
  }, [route, page]);
}

function keptTop(route: string): number {
  const kept = peekView(SCROLL_VIEW);
  return isKeptScroll(kept) && kept.route === route ? kept.top : 0;
}

/** By hand: it is all that the start would need the schemas' library for, a seventh of the code it reads. */
function isKeptScroll(kept: unknown): kept is { route: string; top: number } {
  if (typeof kept !== 'object' || kept === null) return false;
  const { route, top } = kept as Partial<Record<string, unknown>>;
  return typeof route === 'string' && typeof top === 'number';
}

/** Scrolls as soon as the page is long enough, unless the user scrolls first. */
function scrollWhenReady(element: HTMLElement, top: number): () => void {
  element.scrollTop = top;
  if (top === 0) return () => undefined;
  const stop = eachFrame(() => {
    element.scrollTop = top;
    return Math.abs(element.scrollTop - top) <= 1;
  });
  for (const event of ['wheel', 'pointerdown', 'keydown'] as const) {
    element.addEventListener(event, stop, { once: true, passive: true });
  }
  return stop;
}

/**
 * Focuses the page's heading once it is drawn, unless the page or the user has put the focus elsewhere, or a dialog that
 * stays over the page holds it.
 */
function focusHeadingWhenThere(element: HTMLElement): () => void {
  const before = document.activeElement;
  return eachFrame(() => {
    const now = document.activeElement;
    const moved = now !== before && now !== document.body && now !== null;
    if (moved || document.querySelector('[data-keeps-focus]') !== null) return true;
    const heading = element.querySelector<HTMLElement>(PAGE_HEADING);
    heading?.focus({ preventScroll: true });
    return heading !== null;
  });
}
