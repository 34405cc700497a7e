import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
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
  await app.close();
  return [
    figure('largest block of the main thread while 100,000 entries load', main, loadedMs),
    figure('largest block of the window meanwhile, with the first page drawn', renderer, loadedMs),
  ];
}

function figure(name: string, value: number, loadedMs: number): Figure {
  const detail = `loaded in ${ms(loadedMs)}, in a thread of its own`;
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

function longestTurn(): number {
  return (globalThis as unknown as { turnWatch: { longest: number } }).turnWatch.longest;
}
