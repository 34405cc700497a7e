import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { call } from './call';

/** Where the user was: the route, and what each view was set to (filters, sorting, scroll). Kept over restarts. */
interface Place {
  route: string;
  views: Readonly<Record<string, unknown>>;
}

const KEEP_AFTER_MS = 400;

let place: Place = { route: '', views: {} };
let loading: Promise<void> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Reads the kept place once. What the user did meanwhile wins over what was kept. */
export function loadPlace(): Promise<void> {
  loading ??= call('settings.get', {}).then(
    (settings) => {
      const kept = settings.place;
      place = { route: place.route || kept.route, views: { ...kept.views, ...place.views } };
      announce();
    },
    // Without it the app starts at its first page: nothing of the journal depends on it.
    () => undefined,
  );
  return loading;
}

/** The route that was kept, empty when there was none. Call `loadPlace` first. */
export function keptRoute(): string {
  return place.route;
}

export function keepRoute(route: string): void {
  if (route === place.route) return;
  place = { ...place, route };
  keepSoon();
}

/**
 * A view's state by its key. `read` turns what was stored (anything: an older version may have written it) into a
 * valid state; it must be stable.
 */
export function useView<T>(key: string, read: (stored: unknown) => T): [T, (next: T) => void] {
  const stored = useSyncExternalStore(subscribe, () => place.views[key]);
  const value = useMemo(() => read(stored), [stored, read]);
  const set = useCallback((next: T) => keepView(key, next), [key]);
  return [value, set];
}

/** A view's value without listening to it, for what changes too often to render: scroll positions. */
export function peekView(key: string): unknown {
  return place.views[key];
}

export function keepView(key: string, value: unknown): void {
  place = { ...place, views: { ...place.views, [key]: value } };
  announce();
  keepSoon();
}

/** Another journal was opened: filters and places of the former one mean nothing in it. */
export function forgetViews(): void {
  place = { ...place, views: {} };
  announce();
  keepSoon();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  void loadPlace();
  return () => listeners.delete(listener);
}

function announce(): void {
  for (const listener of listeners) listener();
}

function keepSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(keepNow, KEEP_AFTER_MS);
}

function keepNow(): void {
  clearTimeout(timer);
  timer = undefined;
  // A place that could not be kept costs a scroll position, never data, and must not disturb the user.
  void loadPlace()
    .then(() => call('settings.set', { place: { route: place.route, views: { ...place.views } } }))
    .catch(() => undefined);
}

if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', () => {
    if (timer !== undefined) keepNow();
  });
}
