import { useSyncExternalStore } from 'react';

/** A sheet or dialog that is rendered once and can be opened from anywhere with arguments. */
export interface Overlay<T> {
  open(args: T): void;
  close(): void;
  /** The arguments it was opened with, or null while it is closed. A new `open` gives a new object. */
  useArgs(): T | null;
}

/** Makes the store behind one overlay: `const sheet = createOverlay<{ id?: string }>()`. */
export function createOverlay<T extends object>(): Overlay<T> {
  let current: T | null = null;
  const listeners = new Set<() => void>();

  const set = (next: T | null): void => {
    if (next === current) return;
    current = next;
    for (const listener of [...listeners]) listener();
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  const read = (): T | null => current;

  return {
    // A copy, so that opening twice with the same object is noticed.
    open: (args) => set({ ...args }),
    close: () => set(null),
    useArgs: () => useSyncExternalStore(subscribe, read, read),
  };
}
