import type { ReadSettings, StoredSettings } from './settings-file';

/** What is used of electron-store. */
export interface SettingsWriter {
  set(values: Partial<StoredSettings>): void;
}

export interface SettingsStore {
  get(): StoredSettings;
  /** `soon`: within half a second, for what changes with every click. Resolves at once then. */
  set(patch: Partial<StoredSettings>, when: 'now' | 'soon'): Promise<void>;
  /** Writes what is still waiting. */
  flush(): Promise<void>;
}

const SOON_MS = 500;

/**
 * The settings in memory, written through electron-store. That may lose the last change in a crash, which is why
 * nothing of the journal and no typed text is among them. Its code is loaded at the first write.
 */
export function createSettings(
  read: ReadSettings,
  openWriter: () => Promise<SettingsWriter>,
  onWriteFailure: (error: unknown) => void,
): SettingsStore {
  let settings = read.settings;
  // What was rescued from a damaged file is in no file until it is written.
  let unwritten: Partial<StoredSettings> = read.problem === null ? {} : read.settings;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writer: Promise<SettingsWriter> | null = null;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const patch = unwritten;
    unwritten = {};
    if (!read.writable || Object.keys(patch).length === 0) return;
    try {
      writer ??= openWriter();
      (await writer).set(patch);
    } catch (error) {
      // The choice holds until the app is closed; it is not worth holding up the user.
      onWriteFailure(error);
    }
  }

  if (read.problem !== null) timer = setTimeout(() => void flush(), SOON_MS);

  return {
    get: () => settings,
    set: async (patch, when) => {
      settings = { ...settings, ...patch };
      unwritten = { ...unwritten, ...patch };
      if (when === 'now') return flush();
      timer ??= setTimeout(() => void flush(), SOON_MS);
    },
    flush,
  };
}

/** electron-store over the settings file; its folder is Electron's folder of user data. */
export async function openSettingsWriter(): Promise<SettingsWriter> {
  const { default: ElectronStore } = await import('electron-store');
  const store = new ElectronStore<Record<string, unknown>>({ name: 'settings', clearInvalidConfig: false });
  return { set: (values) => store.set(values) };
}
