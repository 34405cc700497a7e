import { type RefObject, useEffect, useRef } from 'react';
import { isFocusNowhere } from './focus-after-wait';

/**
 * For what stays when a form, a note or a job has come and gone: when `isAway` ends and what had the focus went with it,
 * the returned ref's element gets the focus.
 */
export function useFocusOnReturn<T extends HTMLElement>(isAway: boolean): RefObject<T | null> {
  const place = useRef<T>(null);
  const wasAway = useRef(false);
  useEffect(() => {
    const isBack = wasAway.current && !isAway;
    wasAway.current = isAway;
    if (!isBack) return;
    // After a dialog has left the page and its focus trap with it.
    const timer = setTimeout(() => {
      if (isFocusNowhere()) place.current?.focus();
    });
    return () => clearTimeout(timer);
  }, [isAway]);
  return place;
}
