import { defineConfig } from '@playwright/test';
import { inProject } from './paths';

export default defineConfig({
  testDir: inProject('tests/e2e'),
  testMatch: '**/*.spec.ts',
  outputDir: inProject('test-results/e2e'),
  workers: 2,
  fullyParallel: true,
  // At the desk a retry would hide a race: a flaky test is a bug of the app or of the test. A slow CI machine gets one,
  // and the list says which test needed it.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: inProject('test-results/e2e.json') }]],
  use: { trace: 'retain-on-failure', actionTimeout: 20_000 },
});
