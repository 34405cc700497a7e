import { dirname } from 'node:path';
import { writeDurably } from '../journal/files/durable-file';
import { errorCode, type Fs } from '../journal/files/fs';
import { parseSettings, type ReadSettings, type StoredSettings } from './settings-file';

/** Writes some settings; all else in the file stays as it is. Throws Node's error. */
export type SettingsWriter = (values: Partial<StoredSettings>) => Promise<void>;

export interface SettingsStore {
  get(): StoredSettings;
  /** `soon`: within half a second, for what changes with every click. Resolves at once then. */
  set(patch: Partial<StoredSettings>, when: 'now' | 'soon'): Promise<void>;
  /** Writes what is still waiting. */
  flush(): Promise<void>;
}

const SOON_MS = 500;

/** The settings in memory, written when they change. Nothing of the journal and no typed text is among them. */
export function createSettings(
  read: ReadSettings,
  write: SettingsWriter,
  onWriteFailure: (error: unknown) => void,
): SettingsStore {
  let settings = read.settings;
  // What was rescued from a damaged file is in no file until it is written.
  let unwritten: Partial<StoredSettings> = read.problem === null ? {} : read.settings;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const patch = unwritten;
    unwritten = {};
    if (!read.writable || Object.keys(patch).length === 0) return;
    try {
      await write(patch);
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

/** Replaces the settings file durably, one write after the other. */
export function settingsWriter(fs: Fs, path: string): SettingsWriter {
  let last: Promise<void> = Promise.resolve();

  async function replace(values: Partial<StoredSettings>): Promise<void> {
    await fs.mkdir(dirname(path));
    // What a newer version keeps there is not lost by having used this one for a while.
    const file = { ...(await readFileObject(fs, path)), ...values };
    await writeDurably(fs, path, [Buffer.from(`${JSON.stringify(file, null, 2)}\n`)]);
  }

  return (values) => {
    const written = last.then(() => replace(values));
    last = written.catch(() => undefined);
    return written;
  };
}

async function readFileObject(fs: Fs, path: string): Promise<Record<string, unknown>> {
  try {
    return parseSettings((await fs.readFile(path)).toString('utf8')) ?? {};
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return {};
    throw error;
  }
}
