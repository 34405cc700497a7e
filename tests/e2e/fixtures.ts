import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type TestInfo } from '@playwright/test';
import { RapportApp } from './app';

export { expect } from '@playwright/test';

interface Fixtures {
  /** The app on a computer of its own: home folder, settings and journal of this test alone. Not started yet. */
  rapport: RapportApp;
}

/**
 * Every test gets a new home folder and ends the programs it started. It fails, whatever else it found, when the page
 * threw or logged an error, when the log of the main process holds one, when anything asked for another address than the
 * app's own, and when a process stays behind.
 */
export const test = base.extend<Fixtures>({
  rapport: async ({}, use, info) => {
    // The real path: on macOS the folder for temporary files is a link.
    const home = mkdtempSync(join(realpathSync(tmpdir()), 'rapport-e2e-'));
    const rapport = new RapportApp(home);
    try {
      await use(rapport);
      await attachScreen(rapport, info);
      await rapport.quit();
      rapport.expectNoProblems();
    } finally {
      await rapport.endAll();
      rmSync(home, { recursive: true, force: true });
    }
  },
});

async function attachScreen(rapport: RapportApp, info: TestInfo): Promise<void> {
  if (info.status === info.expectedStatus || !rapport.isRunning) return;
  const path = info.outputPath('screen.png');
  const taken = await rapport.page.screenshot({ path, timeout: 5_000 }).catch(() => null);
  if (taken !== null) await info.attach('screen', { path });
}
