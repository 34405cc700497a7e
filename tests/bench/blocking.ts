import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { RapportApi } from '../../shared/contract/contract';
import { launchApp } from './app';
import { type Figure, ms } from './bench-kit';

/** The longest time for which the main process, and the window, answered to nothing while 100,000 entries load. */
export async function benchBlocking(journalFolder: string, scratch: string): Promise<Figure[]> {
  const app = await launchApp(mkdtempSync(join(scratch, 'home-')));
  const page = await app.firstWindow();
  await page.getByRole('button', { name: /sample/i }).waitFor();
  // eslint-disable-next-line no-eval -- our own constant; a function would carry the bundler's helpers along
  await app.evaluate((_, source) => void (0, eval)(source), WATCH_TURNS);
  await page.evaluate(WATCH_TURNS);
  const loadedMs = await page.evaluate(async (folder) => {
    const start = performance.now();
    const { rapport } = globalThis as unknown as { rapport: RapportApi };
    const answer = await rapport.journal.open({ folder });
    if (!answer.ok) throw new Error(answer.error.message);
    return performance.now() - start;
  }, journalFolder);
  await page.getByRole('region', { name: 'This week' }).waitFor();
  const main = await app.evaluate(longestTurn);
  const renderer = await page.evaluate(longestTurn);
  const backup = await watchedCall(app, page, async () => {
    const { rapport } = globalThis as unknown as { rapport: RapportApi };
    const answer = await rapport.backup.now({});
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value.path;
  });
  await page.evaluate(
    async (folder) => {
      const { rapport } = globalThis as unknown as { rapport: RapportApi };
      await rapport.journal.create({ folder });
    },
    join(mkdtempSync(join(scratch, 'empty-')), 'Rapport'),
  );
  const restore = await watchedCall(
    app,
    page,
    async (path) => {
      const { rapport } = globalThis as unknown as { rapport: RapportApi };
      const answer = await rapport.backup.restore({ path });
      if (!answer.ok) throw new Error(answer.error.message);
      return path;
    },
    backup.value,
  );
  await app.close();
  return [
    figure('largest block of the main thread while 100,000 entries load', main, loadedMs),
    figure('largest block of the window meanwhile, with the first page drawn', renderer, loadedMs),
    figure('largest block of the main thread while 100,000 entries are backed up', backup.main, backup.ms),
    figure('largest block of the main thread while 100,000 entries are restored', restore.main, restore.ms),
  ];
}

/** Makes the page call the journal, and tells for how long the main process answered to nothing meanwhile. */
async function watchedCall(
  app: ElectronApplication,
  page: Page,
  work: (path: string) => Promise<string>,
  path = '',
): Promise<{ value: string; main: number; ms: number }> {
  await app.evaluate(beginWatch);
  const start = performance.now();
  const value = await page.evaluate(work, path);
  return { value, ms: performance.now() - start, main: await app.evaluate(longestTurn) };
}

function figure(name: string, value: number, tookMs: number): Figure {
  const detail = `done in ${ms(tookMs)}, in a thread of its own`;
  return { name, detail, value, unit: 'ms', limit: { kind: 'atMost', value: 50 } };
}

/** For the process that is watched: a timer that is always due notes how late it came. In source, as it runs there. */
const WATCH_TURNS = `
  globalThis.turnWatch = { longest: 0, last: performance.now() };
  (function turn() {
    const now = performance.now();
    turnWatch.longest = Math.max(turnWatch.longest, now - turnWatch.last);
    turnWatch.last = now;
    setTimeout(turn, 0);
  })();
`;

function beginWatch(): void {
  const { turnWatch } = globalThis as unknown as { turnWatch: { longest: number } };
  turnWatch.longest = 0;
}

function longestTurn(): number {
  return (globalThis as unknown as { turnWatch: { longest: number } }).turnWatch.longest;
}
