import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { keepView, peekView } from '../../api/place';
import { currentStep, isReturn } from '../location';

/** Long enough for a page to be loaded and its first rows to be read and measured. */
const SETTLE_MS = 1_500;
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
  const until = performance.now() + SETTLE_MS;
  let frame = 0;
  const again = () => {
    element.scrollTop = top;
    if (Math.abs(element.scrollTop - top) > 1 && performance.now() < until)
      frame = requestAnimationFrame(again);
  };
  const stop = () => cancelAnimationFrame(frame);
  frame = requestAnimationFrame(again);
  for (const event of ['wheel', 'pointerdown', 'keydown'] as const) {
    element.addEventListener(event, stop, { once: true, passive: true });
  }
  return stop;
}

/** Focuses the page's heading once it is drawn, unless the page or the user has put the focus elsewhere. */
function focusHeadingWhenThere(element: HTMLElement): () => void {
  const before = document.activeElement;
  const until = performance.now() + SETTLE_MS;
  let frame = 0;
  const attempt = () => {
    const now = document.activeElement;
    const moved = now !== before && now !== document.body && now !== null;
    if (moved) return;
    const heading = element.querySelector<HTMLElement>('[data-page-heading]');
    if (heading) heading.focus({ preventScroll: true });
    else if (performance.now() < until) frame = requestAnimationFrame(attempt);
  };
  frame = requestAnimationFrame(attempt);
  return () => cancelAnimationFrame(frame);
}
