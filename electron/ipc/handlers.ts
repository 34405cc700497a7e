import type { AppHandlers } from './answer';
import { dialogHandlers, type DialogCallOptions } from './dialogs';
import { draftHandlers } from './drafts';
import { journalHandlers, type JournalCallOptions } from './journal';
import { settingsHandlers, type SettingsCallOptions } from './settings';
import type { DraftStore } from '../shell/drafts';

/** Everything that the main process itself answers, area by area. */
export function appHandlers(
  options: DialogCallOptions & JournalCallOptions & SettingsCallOptions & { drafts: DraftStore },
): AppHandlers {
  return {
    ...journalHandlers(options),
    ...settingsHandlers(options),
    ...draftHandlers(options.drafts),
    ...dialogHandlers(options),
  };
}
