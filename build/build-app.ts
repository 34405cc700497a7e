/** `npm run build`, and the same for the scripts that need a built app. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from './paths';
import { runTool, type Finished } from './run';

const OUTPUTS = [
  'out/main/main.cjs',
  'out/main/journal-thread.cjs',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];
const SOURCES = ['shared', 'electron', 'renderer', 'build/electron.vite.config.ts', 'package-lock.json'];

export const viteConfigArgs = ['--config', inProject('build/electron.vite.config.ts')];

/** Builds main, preload and renderer into out/. */
export function buildApp(options: { show: boolean }): Promise<Finished> {
  return runTool('electron-vite', ['build', ...viteConfigArgs, '--logLevel', 'warn'], options);
}

/** Builds when a source is newer than what was built from it. Throws when the build fails. */
export async function ensureBuilt(): Promise<void> {
  if (!needsBuild()) return;
  process.stdout.write('Building the app.\n');
  const { code } = await buildApp({ show: true });
  if (code !== 0) throw new Error('The app could not be built.');
}

function needsBuild(): boolean {
  const outputs = OUTPUTS.map((file) => inProject(file));
  if (!outputs.every((file) => existsSync(file))) return true;
  const oldestOutput = Math.min(...outputs.map((file) => statSync(file).mtimeMs));
  return SOURCES.some((source) => newestChange(inProject(source)) > oldestOutput);
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
