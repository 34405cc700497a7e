/**
 * A button that is disabled while its job runs, or while a dialog of the system is open, loses the focus, and nobody
 * gives it back. This does, as soon as the button can be pressed again and nothing else has the focus by then. A button
 * that goes away with its job leaves the focus to `useFocusOnReturn`.
 */
export function giveFocusBackAfterWaits(): void {
  let last: EventTarget | null = null;
  let waiting: HTMLElement | null = null;
  document.addEventListener('focusin', ({ target }) => {
    last = target;
    waiting = null;
  });
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (!(target instanceof HTMLElement)) continue;
      if (target.matches(':disabled')) {
        if (target === last && isFocusNowhere()) waiting = target;
      } else if (target === waiting) {
        if (isFocusNowhere()) target.focus({ preventScroll: true });
        waiting = null;
      }
    }
  }).observe(document, { attributes: true, attributeFilter: ['disabled'], subtree: true });
}

/** Nothing that is there has the focus. */
export function isFocusNowhere(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.matches(':disabled');
}
