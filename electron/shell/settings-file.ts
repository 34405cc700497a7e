import { copyFileSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Settings } from '../../shared/contract/app';
import { errorCode } from '../journal/files/fs';
import { setAside } from './set-aside';

export const WindowPlace = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof WindowPlace>;

export interface StoredSettings extends Settings {
  /** Null before the first run is over. */
  journalFolder: string | null;
  /** The sample journal is being looked at. */
  sample: boolean;
  window: WindowPlace | null;
  encryptBackups: boolean;
  /** The passphrase of backups as the system's keychain encrypted it; null where there is none. */
  keptPassphrase: string | null;
  /** By which the passphrase is known when it is entered again: something locked with it. */
  passphraseProof: string | null;
}

// Declared here and not taken from the contract: the contract's schemas are loaded after the window, settings before.
const fields = {
  theme: z.enum(['system', 'light', 'dark']),
  backupFolder: z.string().nullable(),
  secondBackupFolder: z.string().nullable(),
  encryptBackups: z.boolean(),
  keptPassphrase: z.string().nullable(),
  passphraseProof: z.string().nullable(),
  place: z.object({ route: z.string(), views: z.record(z.string(), z.unknown()) }),
  journalFolder: z.string().nullable(),
  sample: z.boolean(),
  window: WindowPlace.nullable(),
} satisfies { [K in keyof StoredSettings]: z.ZodType<StoredSettings[K]> };

const StoredFile = z.object(fields).partial();

export const defaultSettings: StoredSettings = {
  theme: 'system',
  backupFolder: null,
  secondBackupFolder: null,
  encryptBackups: false,
  keptPassphrase: null,
  passphraseProof: null,
  place: { route: '', views: {} },
  journalFolder: null,
  sample: false,
  window: null,
};

export interface ReadSettings {
  settings: StoredSettings;
  /** What the user should know about the file, when it was not as it should be. */
  problem: string | null;
  /** Whether the file may be written: never over one that could not be read and not be set aside. */
  writable: boolean;
}

/** Reads the settings. A damaged file is set aside under its own name; what can be read of it is used. */
export function readSettings(path: string, now: Date): ReadSettings {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { settings: defaultSettings, problem: null, writable: true };
    return damaged(path, now, defaultSettings);
  }
  const { settings, bad } = settingsIn(text);
  if (bad === 'all') return damaged(path, now, settings);
  return bad.length === 0
    ? { settings, problem: null, writable: true }
    : partlyDamaged(path, now, settings, bad);
}

/** What a settings file says, as far as it can be read. `bad`: the fields that cannot be used, or `all` when it is none. */
export function settingsIn(text: string): { settings: StoredSettings; bad: string[] | 'all' } {
  const raw = parseSettings(text);
  if (!raw) return { settings: { ...defaultSettings, journalFolder: rescueFolder(text) }, bad: 'all' };
  const good: Record<string, unknown> = {};
  const bad: string[] = [];
  for (const [name, schema] of Object.entries(fields)) {
    if (!(name in raw)) continue;
    const parsed = schema.safeParse(raw[name]);
    if (parsed.success) good[name] = parsed.data;
    else bad.push(name);
  }
  return { settings: { ...defaultSettings, ...withoutUndefined(StoredFile.parse(good)) }, bad };
}

function damaged(path: string, now: Date, settings: StoredSettings): ReadSettings {
  const aside = setAside(path, now);
  const problem =
    aside === null
      ? `The settings in ${path} cannot be read or replaced. Rapport uses its defaults and will not remember changes.`
      : `The settings were damaged and start afresh; the damaged file is kept as ${aside}. Your journal was not touched.`;
  return { settings, problem, writable: aside !== null };
}

/** Some fields are not what they should be (edited by hand, perhaps): the others stay, a copy of the file is kept. */
function partlyDamaged(
  path: string,
  now: Date,
  settings: StoredSettings,
  bad: readonly string[],
): ReadSettings {
  const copy = `${path}.damaged-${now.toISOString().slice(0, 19).replaceAll(':', '')}`;
  try {
    copyFileSync(path, copy);
  } catch {
    const problem = `Some settings in ${path} are not valid (${bad.join(', ')}) and are not used.`;
    return { settings, problem, writable: false };
  }
  const problem = `Some settings were not valid (${bad.join(', ')}) and start afresh; the file as it was is kept as ${copy}.`;
  return { settings, problem, writable: true };
}

/** Of a file cut short, the one thing that matters most: where the journal is. */
function rescueFolder(text: string): string | null {
  const quoted = /"journalFolder"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
  if (quoted === undefined) return null;
  const folder = z.string().safeParse(parseJson(quoted));
  return folder.success ? folder.data : null;
}

/** The fields of a settings file as they stand there; null when it is none. */
export function parseSettings(text: string): Record<string, unknown> | null {
  const parsed = z.record(z.string(), z.unknown()).safeParse(parseJson(text));
  return parsed.success ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: undefined is what no schema takes.
    return undefined;
  }
}

function withoutUndefined(partial: z.infer<typeof StoredFile>): Partial<StoredSettings> {
  const defined: Partial<StoredSettings> = {};
  return Object.assign(
    defined,
    Object.fromEntries(Object.entries(partial).filter(([, value]) => value !== undefined)),
  );
}
