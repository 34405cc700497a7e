import { defineConfig } from 'vitest/config';
import { projectRoot } from './paths';

export default defineConfig({
  root: projectRoot,
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    // The time zone is set from outside (TZ), so that each worker starts in it.
    testTimeout: 20_000,
    restoreMocks: true,
  },
});
