/** The checks that read the sources only. `npm run check -- lint types` runs some, without names all. */
import { pathToFileURL } from 'node:url';
import { main } from './main';
import { inProject } from './paths';
import { runTool, type Finished, type RunOptions } from './run';

export interface Check {
  name: string;
  /** What it checks, for a reader of the output. */
  about: string;
  run: (options?: RunOptions) => Promise<Finished>;
}

const ALL_FOLDERS = ['shared', 'electron', 'renderer', 'cli', 'tests', 'build'];

export const checks: readonly Check[] = [
  {
    name: 'format',
    about: 'prettier',
    run: (options) => runTool('prettier', ['--check', '.', '--log-level', 'warn'], options),
  },
  {
    name: 'types',
    about: 'TypeScript, one project per folder',
    run: (options) => runTool(['typescript', 'tsc'], ['-b'], options),
  },
  {
    // After the types: the linter reads what TypeScript wrote of the other folders.
    name: 'lint',
    about: 'oxlint, with types',
    run: (options) => runTool('oxlint', ['--type-aware'], options),
  },
  {
    name: 'imports',
    about: 'who may import whom',
    run: (options) =>
      runTool(
        ['dependency-cruiser', 'depcruise'],
        ['--config', inProject('build/dependency-cruiser.cjs'), ...ALL_FOLDERS],
        options,
      ),
  },
  {
    name: 'unused',
    about: 'files, exports and packages nobody uses',
    run: (options) =>
      runTool(
        'knip',
        ['--config', inProject('build/knip.jsonc'), '--no-progress', '--no-config-hints'],
        options,
      ),
  },
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    const names = process.argv.slice(2);
    const unknown = names.filter((name) => !checks.some((check) => check.name === name));
    if (unknown.length > 0) throw new Error(`No such check: ${unknown.join(', ')}`);
    let failures = 0;
    for (const check of checks.filter(({ name }) => names.length === 0 || names.includes(name))) {
      const { code } = await check.run({ show: true });
      if (code !== 0) failures += 1;
    }
    return failures === 0 ? 0 : 1;
  });
}
