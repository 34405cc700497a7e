import { existsSync, readFileSync } from 'node:fs';

export interface Totals {
  passed: number;
  failed: number;
}

export const plus = (a: Totals, b: Totals): Totals => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
});

/** What vitest's JSON reporter counted; null when it wrote no report. */
export function readVitestReport(file: string): Totals | null {
  const report = readJson(file);
  if (report === null) return null;
  const failed = count(report['numFailedTests']);
  // A file that cannot even be loaded has no failed test in it.
  const failedFiles = failed === 0 ? count(report['numFailedTestSuites']) : 0;
  return { passed: count(report['numPassedTests']), failed: failed + failedFiles };
}

/** What Playwright's JSON reporter counted; null when it wrote no report. A test that passed at its second try, on CI, has passed. */
export function readPlaywrightReport(file: string): Totals | null {
  const stats = asRecord(readJson(file)?.['stats']);
  if (stats === null) return null;
  return { passed: count(stats['expected']) + count(stats['flaky']), failed: count(stats['unexpected']) };
}

function readJson(file: string): Record<string, unknown> | null {
  return existsSync(file) ? asRecord(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

const asRecord = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);
