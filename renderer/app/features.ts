import * as today from '../features/today';
import { readLater } from './lazy-part';

/** Long enough for a page to be drawn. */
const BUSY_MS = 500;
const BETWEEN_MS = 60;

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
  network: readLater(() => import('../features/network/parts')),
  meetings: readLater(() => import('../features/meetings/parts')),
  people: readLater(() => import('../features/people/parts')),
  person: readLater(() => import('../features/person/parts')),
  promises: readLater(() => import('../features/promises/parts')),
  questions: readLater(() => import('../features/questions/parts')),
  seasons: readLater(() => import('../features/seasons/parts')),
  settings: readLater(() => import('../features/settings/parts')),
  // The page that most starts come to.
  today: readLater(() => Promise.resolve(today), today),
  todayForms: readLater(() => import('../features/today/parts')),
} as const;

/**
 * Reads all features into memory, so that the first visit of a page is instant. One after the other, whenever there is
 * nothing else to do: read all at once they would hold up what the user does meanwhile.
 */
export async function loadFeatures(): Promise<void> {
  for (const load of Object.values(features)) {
    await idle();
    // One that cannot be read says so where it is used.
    await load().catch(() => undefined);
  }
}

/** Until there is nothing else to do, and what the user began meanwhile has had its turn. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => requestIdleCallback(() => resolve(), { timeout: BUSY_MS }), BETWEEN_MS);
  });
}
