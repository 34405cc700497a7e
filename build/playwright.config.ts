import { defineConfig } from '@playwright/test';
import { inProject } from './paths';

export default defineConfig({
  testDir: inProject('tests/e2e'),
  testMatch: '**/*.spec.ts',
  outputDir: inProject('test-results/e2e'),
  workers: 2,
  fullyParallel: true,
  // A retry would hide a race. CI machines get none either: a flaky test is a bug of the app or the test.
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 45_000,
  expect: { timeout: 7_500 },
  reporter: [['list'], ['json', { outputFile: inProject('test-results/e2e.json') }]],
  use: { trace: 'retain-on-failure', actionTimeout: 10_000 },
});
