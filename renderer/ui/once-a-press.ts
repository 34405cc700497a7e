/**
 * A key that is held down presses one button once. What a press brings under the keyboard is often the next question
 * ("Yes, restore it"): the same press must not answer it.
 */
export function pressOnce(): void {
  document.addEventListener(
    'keydown',
    (event) => {
      const isButton = event.target instanceof Element && event.target.closest('button, a, [role="button"]');
      if (event.repeat && event.key === 'Enter' && isButton) event.preventDefault();
    },
    { capture: true },
  );
}
