import { FailureError } from '../journal/files/failure-error';
import type { SettingsStore } from '../shell/settings';
import { isInside } from '../shell/folders';
import type { AppHandlers } from './answer';
import type { JournalSession } from './journal-session';
import { wholePath } from './journal';
import { answered } from './refusal';

type SettingsCalls = Pick<AppHandlers, Extract<keyof AppHandlers, `settings.${string}`>>;

export interface SettingsCallOptions {
  settings: SettingsStore;
  session: Pick<JournalSession, 'folder' | 'backupFolder' | 'backupsChanged'>;
  /** Marks a folder as a place for copies; throws when it cannot be written to. */
  beginSecondPlace: (folder: string) => Promise<void>;
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
      const { theme, backupFolder, secondBackupFolder, place } = settings.get();
      const { defaultBackupFolder, version, platform } = options;
      const chosen = { theme, backupFolder, secondBackupFolder, place };
      return answered({ ...chosen, defaultBackupFolder, version, platform });
    },
    'settings.set': async ({ theme, backupFolder, secondBackupFolder, place }) => {
      const folders = {
        ...(backupFolder === undefined ? {} : { backupFolder: checkedFirst(backupFolder, options) }),
        ...(secondBackupFolder === undefined
          ? {}
          : { secondBackupFolder: await checkedSecond(secondBackupFolder, options) }),
      };
      if (Object.keys(folders).length > 0) {
        await settings.set(folders, 'now');
        const changed = await session.backupsChanged();
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

type FolderField = 'backupFolder' | 'secondBackupFolder';

function checkedFirst(path: string | null, options: SettingsCallOptions): string | null {
  const folder = path === null ? null : outsideJournal(path, 'backupFolder', options.session.folder);
  const second = options.settings.get().secondBackupFolder;
  if (second !== null) expectApart(folder ?? options.defaultBackupFolder, second, 'backupFolder');
  return folder;
}

async function checkedSecond(path: string | null, options: SettingsCallOptions): Promise<string | null> {
  if (path === null) return null;
  const { session } = options;
  const folder = outsideJournal(path, 'secondBackupFolder', session.folder);
  expectApart(folder, session.backupFolder, 'secondBackupFolder');
  await options.beginSecondPlace(folder);
  return folder;
}

/** The second place is for the day on which the first is gone. */
function expectApart(folder: string, other: string, field: FolderField): void {
  if (!isInside(folder, other) && !isInside(other, folder)) return;
  const problem =
    'The second place must be apart from the first: choose another disk, or a folder that another program syncs.';
  throw new FailureError({ kind: 'invalidInput', fields: { [field]: problem } });
}

function outsideJournal(path: string, field: FolderField, journalFolder: string | null): string {
  const folder = wholePath(path, field);
  if (journalFolder !== null && isInside(folder, journalFolder)) {
    const problem = 'Choose a folder outside the journal, so that what happens to it spares the backups.';
    throw new FailureError({ kind: 'invalidInput', fields: { [field]: problem } });
  }
  return folder;
}
