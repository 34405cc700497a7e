import { join, resolve } from 'node:path';
import { documentsFolder, type Folders, foldersIn, isInside } from '../electron/shell/folders';
import { defaultSettings, settingsIn, type StoredSettings } from '../electron/shell/settings-file';
import { errorCode, type Fs } from '../electron/journal/files/fs';
import type { Options } from './arguments';
import { exitCodes, Stop } from './exit-codes';
import type { World } from './world';

/** The app's name, under which systems keep its data. */
const APP_NAME = 'Rapport';

/** What a command works on. */
export interface Places {
  journal: string;
  backups: string;
  /** In the app the user chose to encrypt backups. */
  encryptBackups: boolean;
  /** Something locked with the passphrase that they chose; null where there is none. */
  passphraseProof: string | null;
}

/** The journal, and where its backups go: as told, otherwise as the app's settings say, otherwise as the app would have it. */
export async function placesFor(options: Pick<Options, 'journal' | 'to'>, world: World): Promise<Places> {
  const { journalFolder, backupFolder, encryptBackups, passphraseProof } = await readSettings(world);
  const typed = (path: string): string => resolve(world.workingFolder, path);
  const chosen = options.journal === null ? journalFolder : typed(options.journal);
  const journal = chosen ?? (await appFolders(world)).defaultJournal;
  const kept = options.to === null ? backupFolder : typed(options.to);
  const backups = kept ?? (await appFolders(world)).defaultBackups;
  return { journal, backups, encryptBackups, passphraseProof };
}

/** Refuses a folder of backups in the journal: a lost journal would take them along. */
export function refuseInside({ journal, backups }: Places): void {
  if (!isInside(backups, journal)) return;
  throw new Stop(
    exitCodes.wrongUsage,
    'wrongUsage',
    `${backups} lies in the journal's folder. Choose another for backups: a lost journal would take them along.`,
  );
}

/** The app's settings as its file has them, damaged or not. Nothing is written. */
async function readSettings({ fs, ...world }: World): Promise<StoredSettings> {
  try {
    const path = foldersIn('', appDataFolder(world)).settingsFile;
    return settingsIn((await fs.readFile(path)).toString('utf8')).settings;
  } catch (error) {
    // Never started here, or not to be read: then everything is where it is by itself.
    if (errorCode(error) !== null) return defaultSettings;
    throw error;
  }
}

async function appFolders(world: World): Promise<Folders> {
  return foldersIn(documentsFolder(await documentsOf(world), world.home), appDataFolder(world));
}

/** Where Electron keeps the app's own data. */
export function appDataFolder({ platform, env, home }: Pick<World, 'platform' | 'env' | 'home'>): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), APP_NAME);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', APP_NAME);
  return join(setTo(env['XDG_CONFIG_HOME']) ?? join(home, '.config'), APP_NAME);
}

/** What Electron calls the user's documents. */
export async function documentsOf(
  world: Pick<World, 'platform' | 'env' | 'home' | 'fs' | 'windowsDocuments'>,
): Promise<string> {
  const { platform, home, fs } = world;
  const usual = join(home, 'Documents');
  if (platform === 'win32') return (await world.windowsDocuments()) ?? usual;
  if (platform === 'darwin') return usual;
  const config = setTo(world.env['XDG_CONFIG_HOME']) ?? join(home, '.config');
  return (await desktopDocuments(fs, join(config, 'user-dirs.dirs'), home)) ?? home;
}

/** `XDG_DOCUMENTS_DIR="$HOME/Dokumente"`, as Linux desktops keep it: under the home folder, or absolute. */
async function desktopDocuments(fs: Fs, path: string, home: string): Promise<string | null> {
  const content = await fs.readFile(path).catch(() => null);
  const line = /^\s*XDG_DOCUMENTS_DIR\s*=\s*"((?:[^"\\]|\\.)*)"/m.exec(content?.toString('utf8') ?? '');
  const value = line?.[1]?.replaceAll(/\\(.)/g, '$1');
  if (value === undefined) return null;
  if (/^\$HOME(\/|$)/.test(value)) return join(home, value.slice('$HOME'.length));
  return value.startsWith('/') ? value : null;
}

function setTo(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
