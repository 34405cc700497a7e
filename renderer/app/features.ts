import { type ComponentType, createElement, lazy, useState } from 'react';
import * as today from '../features/today';

/** A feature's code: read when it is called for, and at hand from then on. */
interface Feature<Module> {
  (): Promise<Module>;
  /** Null until it has been read. */
  loaded: () => Module | null;
}

function feature<Module>(load: () => Promise<Module>, atHand: Module | null = null): Feature<Module> {
  let module = atHand;
  const read = async (): Promise<Module> => (module ??= await load());
  return Object.assign(read, { loaded: () => module });
}

/**
 * The features, each loaded when it is first needed: the window is usable before the charts and forms are read. Their
 * overlays are opened through these loaders too.
 */
export const features = {
  debrief: feature(() => import('../features/debrief/parts')),
  gatherings: feature(() => import('../features/gatherings/parts')),
  insights: feature(() => import('../features/insights/parts')),
  journal: feature(() => import('../features/journal/parts')),
  people: feature(() => import('../features/people/parts')),
  person: feature(() => import('../features/person/parts')),
  promises: feature(() => import('../features/promises/parts')),
  seasons: feature(() => import('../features/seasons/parts')),
  settings: feature(() => import('../features/settings/parts')),
  // The page that most starts come to.
  today: feature(() => Promise.resolve(today), today),
  todayForms: feature(() => import('../features/today/parts')),
} as const;

/** By then the first page has been drawn: until it has, nothing else may take the processor's time. */
const FIRST_PAGE_MS = 500;
const BUSY_MS = 1_000;

/** Does what can wait, once the first page stands and nothing else is to do. Returns how to call it off. */
export function afterFirstPage(work: () => void): () => void {
  let request = 0;
  const timer = setTimeout(() => (request = requestIdleCallback(work, { timeout: BUSY_MS })), FIRST_PAGE_MS);
  return () => {
    clearTimeout(timer);
    cancelIdleCallback(request);
  };
}

/** Reads all features into memory, so that the first visit of a page is instant. */
export function loadFeatures(): void {
  void Promise.allSettled(Object.values(features).map((load) => load()));
}

/**
 * A component of a feature that is loaded when it is first drawn. One that is at hand already is drawn at once: React
 * holds back what it once had to wait for, for up to 300 ms.
 */
export function lazyPart<Module, Props extends object>(
  load: Feature<Module>,
  pick: (module: Module) => ComponentType<Props>,
): ComponentType<Props> {
  const Later: ComponentType<Props> = lazy(async () => ({ default: pick(await load()) }));
  return function Part(props: Props) {
    // Chosen once: another component in its place would begin anew and forget what was typed into it.
    const [Chosen] = useState(() => {
      const module = load.loaded();
      return module ? pick(module) : Later;
    });
    return createElement(Chosen, props);
  };
}
