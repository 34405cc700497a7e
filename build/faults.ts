/** `npm run faults`: everything that is done to journals so that one might be lost, in its long form. Ends with the counts. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { main } from './main';
import { inProject } from './paths';
import { runTool } from './run';

interface Count {
  what: string;
  count: number;
}

await main(async () => {
  const report = inProject('test-results', 'faults.ndjson');
  mkdirSync(inProject('test-results'), { recursive: true });
  rmSync(report, { force: true });
  const args = ['run', '--config', inProject('build/vitest.faults.config.ts'), ...process.argv.slice(2)];
  const env = { RAPPORT_FAULTS: 'long', RAPPORT_FAULTS_REPORT: report };
  const { code } = await runTool('vitest', args, { env, show: true });
  for (const [what, count] of countsIn(report))
    process.stdout.write(`${String(count).padStart(8)}  ${what}\n`);
  process.stdout.write(code === 0 ? 'No journal was lost.\n' : 'Some of it FAILED: see above.\n');
  return code;
});

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
