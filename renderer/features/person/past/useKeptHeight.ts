import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Keeps an element at least as high as it was when this became `on`: of a page that gets shorter the browser would scroll
 * away what is being looked at.
 */
export function useKeptHeight(on: boolean): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const before = useRef(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    if (!on) {
      const observer = new ResizeObserver(() => (before.current = current.offsetHeight));
      observer.observe(current);
      return () => observer.disconnect();
    }
    current.style.minHeight = `${before.current}px`;
    return () => {
      current.style.minHeight = '';
    };
  }, [on]);
  return element;
}
