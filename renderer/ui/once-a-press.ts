import type { KeyboardEvent } from 'react';

/** For a button that comes under the keyboard by itself: the key that brought it there, still held down, does not press it. */
export function onceAPress(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault();
}
