import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { bareElectron, launchApp } from './app';
import { type Figure, interleaved, median, ms } from './bench-kit';

const ROUNDS = 7;

/** From the start of the process to a window in which the sample journal's entries stand, against a bare window. */
export async function benchStart(scratch: string): Promise<Figure> {
  const home = mkdtempSync(join(scratch, 'home-'));
  const bare = bareElectron(scratch);
  const bareHome = mkdtempSync(join(scratch, 'home-'));
  await useSample(home);
  const startApp = async () => {
    const app = await launchApp(home);
    const page = await app.firstWindow();
    await page.getByRole('article').first().waitFor();
    return app;
  };
  const startBare = async () => {
    const app = await launchApp(bareHome, bare);
    const page = await app.firstWindow();
    await page.getByRole('heading').waitFor();
    return app;
  };
  // What a start left in the caches of Chromium and V8 is there for every later one, as it is for users.
  for (const start of [startApp, startBare]) await (await start()).close();
  const [apps = [], bares = []] = await interleavedStarts([startApp, startBare]);
  return {
    name: 'start to a usable window against a bare Electron window',
    detail: `median ${ms(median(apps))} against ${ms(median(bares))}, ${ROUNDS} each in turn, with the sample journal`,
    value: median(apps) / median(bares),
    unit: 'times',
    limit: { kind: 'atMost', value: 1.5 },
  };
}

/** Closing is not part of what is measured. */
async function interleavedStarts(starts: (() => Promise<{ close(): Promise<void> }>)[]): Promise<number[][]> {
  const open: { close(): Promise<void> }[] = [];
  const times = starts.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, start] of starts.entries()) {
      const [[time = Number.NaN] = []] = await interleaved(1, [async () => open.push(await start())]);
      times[index]?.push(time);
      await open.pop()?.close();
    }
  }
  return times;
}

async function useSample(home: string): Promise<void> {
  const app = await launchApp(home);
  const page = await app.firstWindow();
  await page.getByRole('button', { name: /sample/i }).click();
  await page.getByRole('article').first().waitFor();
  await app.close();
}
