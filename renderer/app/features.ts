import { type ComponentType, lazy } from 'react';

/**
 * The features, each loaded when it is first needed: the window is usable before the charts and forms are read. Their
 * overlays are opened through these loaders too.
 */
export const features = {
  debrief: () => import('../features/debrief'),
  gatherings: () => import('../features/gatherings'),
  journal: () => import('../features/journal'),
  people: () => import('../features/people'),
  person: () => import('../features/person'),
  promises: () => import('../features/promises'),
  settings: () => import('../features/settings'),
} as const;

/** Reads all features into memory while nothing else is to do, so that the first visit of a page is instant. */
export function loadFeaturesSoon(): void {
  requestIdleCallback(() => void Promise.allSettled(Object.values(features).map((load) => load())), {
    timeout: 3_000,
  });
}

/** A component of a feature that is loaded when it is first drawn. */
export function lazyPart<Module, Props extends object>(
  load: () => Promise<Module>,
  pick: (module: Module) => ComponentType<Props>,
) {
  return lazy(async () => ({ default: pick(await load()) }));
}
