/**
 * Tab into a line of text selects it, in dialogs too: what is typed then replaces it, as everywhere else. The browser does
 * so by itself, but in a dialog the focus trap moves the focus in its place, and nothing would be selected.
 */
export function selectOnTab(): void {
  let byTab = false;
  const note = (event: Event): void => {
    byTab = event instanceof KeyboardEvent && event.key === 'Tab';
  };
  document.addEventListener('keydown', note, { capture: true });
  document.addEventListener('pointerdown', note, { capture: true });
  document.addEventListener('focusin', ({ target }) => {
    if (byTab && target instanceof HTMLInputElement) target.select();
    byTab = false;
  });
}
