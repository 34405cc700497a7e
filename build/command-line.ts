/** The command `rapport` as one file: `out/cli/rapport.cjs`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { bundleOf } from './bundle-alone';
import { inProject } from './paths';

export const commandFile = inProject('out/cli/rapport.cjs');

/** Builds it, in a second. */
export async function buildCommandLine(): Promise<void> {
  const [file, ...more] = await bundleOf({
    name: 'rapport',
    entry: inProject('cli/main.ts'),
    target: 'node20',
    banner: '#!/usr/bin/env node',
    define: { RAPPORT_VERSION: JSON.stringify(versionOfProject()) },
  });
  if (!file || more.length > 0) throw new Error('The command was not built into one file.');
  mkdirSync(inProject('out/cli'), { recursive: true });
  writeFileSync(commandFile, file.code, { mode: 0o755 });
}

function versionOfProject(): string {
  const manifest = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as { version: string };
  return manifest.version;
}
