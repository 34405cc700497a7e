import { defineConfig } from 'vitest/config';
import { projectRoot } from './paths';

/** The built command, on folders of the real disk. */
export default defineConfig({
  root: projectRoot,
  test: {
    environment: 'node',
    include: ['tests/cli/**/*.test.ts'],
    // The command as the sources have it now, once for all tests.
    globalSetup: ['build/command-line-for-tests.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
  },
});
