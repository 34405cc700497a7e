/**
 * `npm run faults`: everything that is done to journals so that one might be lost, in its long form. Ends with the counts.
 * `npm run faults -- flips` does one file of it, `-- app` the kills of the app itself.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { main } from './main';
import { inProject } from './paths';
import { runTool } from './run';
import { withElectron } from './with-electron';

const APP = 'app';
const APP_KILLS = 50;

interface Count {
  what: string;
  count: number;
}

await main(async () => {
  const report = inProject('test-results', 'faults.ndjson');
  mkdirSync(inProject('test-results'), { recursive: true });
  rmSync(report, { force: true });
  const chosen = process.argv.slice(2);
  const files = chosen.filter((name) => name !== APP);
  const isAll = chosen.length === 0;
  const ofStore = isAll || files.length > 0 ? await faultsOfStore(files, report) : 0;
  const ofApp = isAll || chosen.includes(APP) ? await killsOfApp(report) : 0;
  const code = ofStore || ofApp;
  for (const [what, count] of countsIn(report))
    process.stdout.write(`${String(count).padStart(8)}  ${what}\n`);
  process.stdout.write(code === 0 ? 'No journal was lost.\n' : 'Some of it FAILED: see above.\n');
  return code;
});

async function faultsOfStore(files: readonly string[], report: string): Promise<number> {
  const args = ['run', '--config', inProject('build/vitest.faults.config.ts'), ...files];
  const env = { RAPPORT_FAULTS: 'long', RAPPORT_FAULTS_REPORT: report };
  return (await runTool('vitest', args, { env, show: true })).code;
}

/** The real app, in its window. */
async function killsOfApp(report: string): Promise<number> {
  const args = [
    'test',
    '--config',
    inProject('build/playwright.config.ts'),
    inProject('tests/e2e/kills.spec.ts'),
  ];
  return withElectron(async (env) => {
    const more = { ...env, RAPPORT_APP_KILLS: String(APP_KILLS) };
    const { code } = await runTool(['@playwright/test', 'playwright'], args, { env: more, show: true });
    const count: Count = { what: 'SIGKILLs of the app itself', count: APP_KILLS };
    if (code === 0) appendFileSync(report, `${JSON.stringify(count)}\n`);
    return code;
  });
}

function countsIn(report: string): Map<string, number> {
  const counts = new Map<string, number>();
  if (!existsSync(report)) return counts;
  for (const line of readFileSync(report, 'utf8').split('\n').filter(Boolean)) {
    // Our own tests wrote it.
    const { what, count } = JSON.parse(line) as Count;
    counts.set(what, (counts.get(what) ?? 0) + count);
  }
  return counts;
}
