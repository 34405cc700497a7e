import type { SettingsStore } from '../shell/settings';
import { areApart, isReallyInside } from '../shell/real-folder';
import type { AppHandlers } from './answer';
import type { JournalSession } from './journal-session';
import { wholePath } from './journal';
import { answered, refusedField } from './refusal';

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
        ...(backupFolder === undefined ? {} : { backupFolder: await checkedFirst(backupFolder, options) }),
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

async function checkedFirst(path: string | null, options: SettingsCallOptions): Promise<string | null> {
  const field = 'backupFolder';
  const folder = path === null ? null : wholePath(path, field);
  // Also the usual one: the journal may have been put there since.
  const used = folder ?? options.defaultBackupFolder;
  await expectOutsideJournal(used, field, options);
  const second = options.settings.get().secondBackupFolder;
  if (second !== null) await expectApart(used, second, field);
  return folder;
}

async function checkedSecond(path: string | null, options: SettingsCallOptions): Promise<string | null> {
  if (path === null) return null;
  const field = 'secondBackupFolder';
  const folder = wholePath(path, field);
  await expectOutsideJournal(folder, field, options);
  await expectApart(folder, options.session.backupFolder, field);
  await options.beginSecondPlace(folder);
  return folder;
}

/** The second place is for the day on which the first is gone. */
async function expectApart(folder: string, other: string, field: FolderField): Promise<void> {
  if (await areApart(folder, other)) return;
  const problem =
    'The second place must be apart from the first: choose another disk, or a folder that another program syncs.';
  throw refusedField(field, problem);
}

/** Neither in the journal nor around it: what happens to one must spare the other. */
async function expectOutsideJournal(
  folder: string,
  field: FolderField,
  { session, settings }: SettingsCallOptions,
): Promise<void> {
  // While the sample is looked at, the user's own journal is another.
  const journals = [session.folder, settings.get().journalFolder].filter((one) => one !== null);
  for (const journal of new Set(journals)) {
    if (await isReallyInside(folder, journal)) {
      const problem = 'Choose a folder outside the journal, so that what happens to it spares the backups.';
      throw refusedField(field, problem);
    }
    if (await isReallyInside(journal, folder)) {
      const problem = `Your journal lies in there (${journal}). Choose a folder beside it, so that what happens to one spares the other.`;
      throw refusedField(field, problem);
    }
  }
}
