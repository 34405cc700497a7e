import { FailureError } from '../journal/failure-error';
import type { SettingsStore } from '../shell/settings';
import { isInside } from '../shell/folders';
import type { AppHandlers } from './answer';
import type { JournalSession } from './journal-session';
import { wholePath } from './journal';
import { answered } from './refusal';

type SettingsCalls = Pick<AppHandlers, Extract<keyof AppHandlers, `settings.${string}`>>;

export interface SettingsCallOptions {
  settings: SettingsStore;
  session: Pick<JournalSession, 'folder' | 'backupFolderChanged'>;
  applyTheme: (theme: 'system' | 'light' | 'dark') => void;
  defaultBackupFolder: string;
  version: string;
  platform: string;
}

/** The user's choices for this computer. */
export function settingsHandlers(options: SettingsCallOptions): SettingsCalls {
  const { settings, session } = options;
  return {
    'settings.get': async () => {
      const { theme, backupFolder, place } = settings.get();
      const { defaultBackupFolder, version, platform } = options;
      return answered({ theme, backupFolder, place, defaultBackupFolder, version, platform });
    },
    'settings.set': async ({ theme, backupFolder, place }) => {
      if (backupFolder !== undefined) {
        const folder = backupFolder === null ? null : checkedBackupFolder(backupFolder, session.folder);
        await settings.set({ backupFolder: folder }, 'now');
        const changed = await session.backupFolderChanged();
        // Without an open journal the thread learns of it when one is opened.
        if (!changed.ok && changed.error.code !== 'notOpen') return changed;
      }
      if (theme !== undefined) {
        options.applyTheme(theme);
        await settings.set({ theme }, 'now');
      }
      if (place !== undefined) await settings.set({ place }, 'soon');
      return answered({});
    },
  };
}

function checkedBackupFolder(path: string, journalFolder: string | null): string {
  const folder = wholePath(path, 'backupFolder');
  if (journalFolder !== null && isInside(folder, journalFolder)) {
    throw new FailureError({
      kind: 'invalidInput',
      fields: {
        backupFolder: 'Choose a folder outside the journal, so that what happens to it spares the backups.',
      },
    });
  }
  return folder;
}
