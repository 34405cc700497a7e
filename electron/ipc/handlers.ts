import type { AppHandlers } from './answer';
import { dialogHandlers, type DialogCallOptions } from './dialogs';
import { draftHandlers } from './drafts';
import { encryptionHandlers } from './encryption';
import { forgetHandlers, type ForgetCallOptions } from './forget';
import { journalHandlers, type JournalCallOptions } from './journal';
import { settingsHandlers, type SettingsCallOptions } from './settings';
import type { BackupPassphrase } from '../shell/backup-passphrase';
import { answered } from './refusal';

/** Everything that the main process itself answers, area by area. */
export function appHandlers(
  options: DialogCallOptions &
    JournalCallOptions &
    SettingsCallOptions &
    ForgetCallOptions & { passphrase: BackupPassphrase; quitNow: () => void },
): AppHandlers {
  return {
    ...journalHandlers(options),
    ...settingsHandlers(options),
    ...draftHandlers(options.drafts),
    ...forgetHandlers(options),
    ...dialogHandlers(options),
    ...encryptionHandlers(options),
    'app.quitNow': async () => {
      options.quitNow();
      return answered({});
    },
  };
}
