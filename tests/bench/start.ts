import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { bareElectron, launchApp } from './app';
import { type Figure, median, ms } from './bench-kit';

const ROUNDS = 7;

/** One way to start: how, and what stands in the window once it can be used. */
interface Start {
  launch: () => Promise<ElectronApplication>;
  usable: string;
}

/** From the start of the process to a window in which the sample journal's day stands, against a bare window. */
export async function benchStart(scratch: string): Promise<Figure> {
  const home = mkdtempSync(join(scratch, 'home-'));
  const bare = bareElectron(scratch);
  const bareHome = mkdtempSync(join(scratch, 'home-'));
  await useSample(home);
  const app: Start = { launch: () => launchApp(home), usable: '[aria-label="This week"]' };
  const bareWindow: Start = { launch: () => launchApp(bareHome, bare), usable: 'h1' };
  // What a start left in the caches of Chromium and V8 is there for every later one, as it is for users.
  for (const start of [app, bareWindow]) await startMs(start);
  const apps: number[] = [];
  const bares: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    apps.push(await startMs(app));
    bares.push(await startMs(bareWindow));
  }
  return {
    name: 'start to a usable window against a bare Electron window',
    detail: `median ${ms(median(apps))} against ${ms(median(bares))}, ${ROUNDS} each in turn, with the sample journal`,
    value: median(apps) / median(bares),
    unit: 'times',
    limit: { kind: 'atMost', value: 1.5 },
  };
}

/**
 * Milliseconds from the launch to the frame that shows what makes the window usable. The window itself looks, frame by
 * frame, and reads the clock: Playwright's own waiting looks only after 20, 70, 170, 270, 770 ms. Closing is not counted.
 */
async function startMs({ launch, usable }: Start): Promise<number> {
  const launchedAt = Date.now();
  const app = await launch();
  const page = await app.firstWindow();
  const shown = await page.waitForFunction(
    (selector) => document.querySelector(selector) !== null && Date.now(),
    usable,
    { polling: 'raf' },
  );
  const shownAt = Number(await shown.jsonValue());
  await app.close();
  return shownAt - launchedAt;
}

async function useSample(home: string): Promise<void> {
  const app = await launchApp(home);
  const page = await app.firstWindow();
  await page.getByRole('button', { name: /sample/i }).click();
  await page.getByRole('region', { name: 'This week' }).waitFor();
  await app.close();
}
