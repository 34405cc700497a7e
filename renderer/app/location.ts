import { useSyncExternalStore } from 'react';
import { keepRoute } from '../api/place';

/**
 * Where the app is, in the part of the address after `#`, so that it works under `app://` and the window's own history
 * goes back and forward. Each step of the history has a number, to which its scroll position belongs.
 */
export const START_ROUTE = '/today';

interface NavigateOptions {
  replace?: boolean;
}

const listeners = new Set<() => void>();
let step = stepOf(history.state);
let cameByHistory = false;

/** Begins where the user was when the app was closed. An address that was reloaded stays. */
export function startAt(keptRoute: string): void {
  const route = location.hash.length > 2 ? currentRoute() : keptRoute || START_ROUTE;
  history.replaceState({ step }, '', `#${route}`);
}

/** `/people/…`, always with a leading slash. */
export function currentRoute(): string {
  return `/${location.hash.replace(/^#?\/?/, '')}`;
}

/** The number of the present step of the history. */
export function currentStep(): number {
  return step;
}

/** Whether the present page was reached by going back or forward. */
export function isReturn(): boolean {
  return cameByHistory;
}

export function navigate(to: string, options: NavigateOptions = {}): void {
  const route = `/${to.replace(/^#?\/?/, '')}`;
  if (route === currentRoute()) return;
  cameByHistory = false;
  if (!options.replace) step += 1;
  history[options.replace ? 'replaceState' : 'pushState']({ step }, '', `#${route}`);
  announce();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce(): void {
  keepRoute(currentRoute());
  for (const listener of [...listeners]) listener();
}

/** A location hook as wouter knows them. */
function useAppLocation(): [string, (to: string, options?: NavigateOptions) => void] {
  return [useSyncExternalStore(subscribe, currentRoute), navigate];
}

useAppLocation.hrefs = (href: string): string => `#${href}`;

/** For wouter's `<Router>`. */
export const routing = { hook: useAppLocation };

window.addEventListener('popstate', (event) => {
  step = stepOf(event.state);
  cameByHistory = true;
  announce();
});

function stepOf(state: unknown): number {
  const known = typeof state === 'object' && state !== null && 'step' in state ? state.step : 0;
  return typeof known === 'number' ? known : 0;
}
