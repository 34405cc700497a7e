import type { AppHandlers } from './answer';
import { dialogHandlers, type DialogCallOptions } from './dialogs';
import { draftHandlers } from './drafts';
import { encryptionHandlers } from './encryption';
import { journalHandlers, type JournalCallOptions } from './journal';
import { settingsHandlers, type SettingsCallOptions } from './settings';
import type { BackupPassphrase } from '../shell/backup-passphrase';
import type { DraftStore } from '../shell/drafts';
import { answered } from './refusal';

/** Everything that the main process itself answers, area by area. */
export function appHandlers(
  options: DialogCallOptions &
    JournalCallOptions &
    SettingsCallOptions & { drafts: DraftStore; passphrase: BackupPassphrase; quitNow: () => void },
): AppHandlers {
  return {
    ...journalHandlers(options),
    ...settingsHandlers(options),
    ...draftHandlers(options.drafts),
    ...dialogHandlers(options),
    ...encryptionHandlers(options),
    'app.quitNow': async () => {
      options.quitNow();
      return answered({});
    },
  };
}
