import * as today from '../features/today';
import { readLater } from './lazy-part';

/**
 * The features, each loaded when it is first needed: the window is usable before the charts and forms are read. Their
 * overlays are opened through these loaders too.
 */
export const features = {
  debrief: readLater(() => import('../features/debrief/parts')),
  gatherings: readLater(() => import('../features/gatherings/parts')),
  history: readLater(() => import('../features/history/parts')),
  insights: readLater(() => import('../features/insights/parts')),
  journal: readLater(() => import('../features/journal/parts')),
  meetings: readLater(() => import('../features/meetings/parts')),
  people: readLater(() => import('../features/people/parts')),
  person: readLater(() => import('../features/person/parts')),
  promises: readLater(() => import('../features/promises/parts')),
  seasons: readLater(() => import('../features/seasons/parts')),
  settings: readLater(() => import('../features/settings/parts')),
  // The page that most starts come to.
  today: readLater(() => Promise.resolve(today), today),
  todayForms: readLater(() => import('../features/today/parts')),
} as const;

/** Reads all features into memory, so that the first visit of a page is instant. */
export function loadFeatures(): void {
  void Promise.allSettled(Object.values(features).map((load) => load()));
}
