import { join } from 'node:path';
import { journalHandlers } from '../../../../electron/journal/calls/handlers';
import { Journal } from '../../../../electron/journal/journal';
import type { JournalStore } from '../../../../electron/journal/journal-store';
import type { Debrief, InteractionFields } from '../../../../shared/contract/interactions';
import { newStore, tempFolder, testOptions } from './temp-journal';

/** A new journal on the real disk with everything that the journal's thread answers about it. */
export async function openTestJournal() {
  const store = await newStore(join(tempFolder(), 'Rapport'));
  return withHandlers(store);
}

export function withHandlers(store: JournalStore) {
  const journal = new Journal(store, testOptions(store.folder).now);
  return { store, journal, calls: journalHandlers(journal) };
}

/** A coffee in the morning of the test clock's day, with whoever is named by key or id. */
export function debriefWith(
  who: readonly string[],
  more: Partial<InteractionFields> = {},
  rest: Partial<Debrief> = {},
): Debrief {
  const participants = who.map((personId) => ({ personId }));
  return {
    editing: null,
    interaction: { participants, status: 'held', at: '2026-05-04T08:00:00+00:00', kind: 'coffee', ...more },
    newPeople: [],
    promises: [],
    ...rest,
  };
}

export const FIRST_PAGE = { offset: 0, limit: 50 };
