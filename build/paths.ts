import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folder that holds package.json. */
export const projectRoot = resolve(import.meta.dirname, '..');

/** Git-ignored; holds what is costly to fetch and safe to delete. */
export const cacheFolder = join(projectRoot, '.cache');

export const inProject = (...parts: string[]): string => join(projectRoot, ...parts);

const require = createRequire(import.meta.url);

/**
 * The script behind a package's command, to be run with `process.execPath`.
 * Not `node_modules/.bin`: those are shell wrappers on Windows.
 */
export function packageBin(packageName: string, command = packageName): string {
  const folder = inProject('node_modules', packageName);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const bin =
    typeof manifest === 'object' && manifest !== null && 'bin' in manifest ? manifest.bin : undefined;
  if (typeof bin === 'string') return join(folder, bin);
  if (typeof bin === 'object' && bin !== null) {
    const path = (bin as Record<string, unknown>)[command];
    if (typeof path === 'string') return join(folder, path);
  }
  throw new Error(`${packageName} has no command ${command}`);
}

/** Folder of an installed package. */
export const packageFolder = (packageName: string): string =>
  dirname(require.resolve(`${packageName}/package.json`));
