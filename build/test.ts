/**
 * `npm test`: every check, one after another. A failing step does not stop the others, so that one run
 * shows all that is wrong. Ends with the line "N passed, N failed": each check counts one, and so does
 * each test in each time zone it ran in.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { buildApp } from './build-app';
import { checks } from './checks';
import { main } from './main';
import { inProject } from './paths';
import { plus, readPlaywrightReport, readVitestReport, type Totals } from './reports';
import { runTool, type Finished } from './run';
import { withElectron } from './with-electron';

/** Daylight saving, half an hour off, and a day ahead of both: what dates get wrong shows in one of them. */
const TIME_ZONES = ['UTC', 'America/St_Johns', 'Pacific/Auckland'];

interface StepResult extends Totals {
  /** Shown when the step failed. */
  output: string;
}

let totals: Totals = { passed: 0, failed: 0 };

async function step(name: string, run: () => Promise<StepResult>): Promise<boolean> {
  process.stdout.write(`\n── ${name}\n`);
  const startedAt = performance.now();
  const result = await run().catch((error: unknown): StepResult => ({
    passed: 0,
    failed: 1,
    output: error instanceof Error ? error.message : String(error),
  }));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  totals = plus(totals, result);
  if (result.failed > 0 && result.output !== '') process.stdout.write(`${result.output.trimEnd()}\n`);
  const outcome = result.failed === 0 ? 'ok' : 'FAILED';
  process.stdout.write(
    `   ${outcome}  ${name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s\n`,
  );
  return result.failed === 0;
}

const asOneCheck = ({ code, output }: Finished): StepResult =>
  code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };

/** A runner that failed although no test did (a crash, no tests found) is a failure too. */
const asTests = (report: Totals | null, { code, output }: Finished): StepResult => {
  const counted = report ?? { passed: 0, failed: 0 };
  return { ...counted, failed: code !== 0 && counted.failed === 0 ? 1 : counted.failed, output };
};

function unitTests(timeZone: string): Promise<StepResult> {
  return vitest('vitest.config.ts', `unit-${timeZone.replace('/', '-')}`, { TZ: timeZone });
}

async function vitest(config: string, name: string, env: NodeJS.ProcessEnv = {}): Promise<StepResult> {
  const report = inProject('test-results', `${name}.json`);
  const args = ['run', '--config', inProject('build', config), '--reporter=default', '--reporter=json'];
  const finished = await runTool('vitest', [...args, `--outputFile.json=${report}`], {
    env: { ...env, NO_COLOR: '1' },
  });
  return asTests(readVitestReport(report), finished);
}

async function endToEndTests(): Promise<StepResult> {
  const args = ['test', '--config', inProject('build/playwright.config.ts')];
  let code = 1;
  await withElectron(async (env) => {
    ({ code } = await runTool(['@playwright/test', 'playwright'], args, { env, show: true }));
    return code;
  });
  return asTests(readPlaywrightReport(inProject('test-results/e2e.json')), { code, output: '' });
}

await main(async () => {
  rmSync(inProject('test-results'), { recursive: true, force: true });
  mkdirSync(inProject('test-results'));
  for (const check of checks)
    await step(`${check.name} (${check.about})`, async () => asOneCheck(await check.run()));
  for (const timeZone of TIME_ZONES) await step(`unit tests in ${timeZone}`, () => unitTests(timeZone));
  await step('journal faults', () => vitest('vitest.faults.config.ts', 'journal-faults'));
  const built = await step('build', async () => asOneCheck(await buildApp({ show: false })));
  await step('command line', () => vitest('vitest.cli.config.ts', 'command-line'));
  if (built) await step('end-to-end tests', endToEndTests);
  else process.stdout.write('\n── end-to-end tests\n   not run: there is no build\n');

  process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
  return totals.failed === 0 ? 0 : 1;
});
