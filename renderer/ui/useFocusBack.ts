import { useEffect } from 'react';
import { PAGE_HEADING } from './page-heading';

/** Where the keyboard was last, on the page itself: not in a menu or a dialog, which go away. */
let onPage: HTMLElement | null = null;

/** Begins to remember where the keyboard is. */
export function rememberFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !target.closest('[role="menu"], [role="dialog"]')) onPage = target;
  });
}

/**
 * When what calls this leaves the page, the focus goes back to where it was opened from: a row, a button, or the button
 * of the menu in which it was chosen. Where all that has gone, it goes to the page's heading.
 */
export function useFocusBack(): void {
  useEffect(() => {
    const places = [document.activeElement, onPage];
    return () => {
      // After the dialog has left the page and its focus trap with it.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        const there = places.find((one) => one !== document.body && one?.isConnected === true);
        const place = there ?? document.querySelector(PAGE_HEADING);
        if (place instanceof HTMLElement) place.focus({ preventScroll: true });
      });
    };
  }, []);
}
