import type { DraftStore } from '../shell/drafts';
import type { SettingsStore } from '../shell/settings';
import type { AppHandlers } from './answer';
import type { JournalSession } from './journal-session';

export interface ForgetCallOptions {
  session: Pick<JournalSession, 'forget'>;
  settings: SettingsStore;
  drafts: DraftStore;
}

/** Forgetting reaches into what main keeps too: the last search and filters go first, drafts are kept still meanwhile. */
export function forgetHandlers({
  session,
  settings,
  drafts,
}: ForgetCallOptions): Pick<AppHandlers, 'forget.person'> {
  return {
    'forget.person': async (person) => {
      const { place } = settings.get();
      const route = place.route.includes(person.id) ? '/people' : place.route;
      // Losing a filter when forgetting fails afterwards costs nothing; keeping a name in it would.
      await settings.set({ place: { route, views: {} } }, 'now');
      return drafts.whileReplaced(() => session.forget(person));
    },
  };
}
