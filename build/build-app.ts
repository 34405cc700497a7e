/** `npm run build`, and the same for the scripts that need a built app. */
import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildCommandLine } from './command-line';
import { inProject } from './paths';
import { runTool, type Finished } from './run';

// Not build/ as a whole: electron-vite writes there while it reads its configuration.
const SOURCES = [
  'shared',
  'electron',
  'renderer',
  'cli',
  'build/electron.vite.config.ts',
  'build/bundle-alone.ts',
  'build/command-line.ts',
  'package-lock.json',
];

/** Bears the time at which the last whole build began; gone when out/ holds anything else. */
const STAMP = inProject('out/.built');

export const viteConfigArgs = ['--config', inProject('build/electron.vite.config.ts')];

/** Builds main, preload, renderer and the command into out/. */
export async function buildApp(options: { show: boolean }): Promise<Finished> {
  const startedAt = new Date();
  forgetBuild();
  const finished = await runTool(
    'electron-vite',
    ['build', ...viteConfigArgs, '--logLevel', 'warn'],
    options,
  );
  if (finished.code === 0) {
    await buildCommandLine();
    writeFileSync(STAMP, '');
    utimesSync(STAMP, startedAt, startedAt);
  }
  return finished;
}

/** To be called before out/ is filled in another way, as the dev server does. */
export const forgetBuild = (): void => rmSync(STAMP, { force: true });

/** Builds when a source is newer than what was built from it. Throws when the build fails. */
export async function ensureBuilt(): Promise<void> {
  const builtAt = existsSync(STAMP) ? statSync(STAMP).mtimeMs : 0;
  if (SOURCES.every((source) => newestChange(inProject(source)) <= builtAt)) return;
  process.stdout.write('Building the app.\n');
  const { code } = await buildApp({ show: true });
  if (code !== 0) throw new Error('The app could not be built.');
}

/** A folder's own time counts as well: it changes when a file in it is removed. */
function newestChange(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { code } = await buildApp({ show: true });
  process.exitCode = code;
}
