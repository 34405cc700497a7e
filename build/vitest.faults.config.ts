import { defineConfig } from 'vitest/config';
import { projectRoot } from './paths';

/** What is done to journals so that one might be lost: apart from the unit tests, because it takes longer. */
export default defineConfig({
  root: projectRoot,
  test: {
    environment: 'node',
    include: ['tests/journal-faults/**/*.test.ts'],
    testTimeout: process.env['RAPPORT_FAULTS'] === 'long' ? 3_600_000 : 120_000,
    restoreMocks: true,
  },
});
