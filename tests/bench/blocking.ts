import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ElectronApplication, Page } from '@playwright/test';
import type { RapportApi } from '../../shared/contract/contract';
import { launchApp } from './app';
import { type Figure, median, ms } from './bench-kit';

/** What a start still does once the window can be used is no part of opening a journal. */
const START_OVER_MS = 2_000;

const ROUNDS = 3;

/** Milliseconds for which the main process, or the window, answered to nothing. */
interface Loaded {
  tookMs: number;
  main: number;
  window: number;
  drawing: number;
}

/** The longest time for which the main process, and the window, answered to nothing while 100,000 entries load. */
export async function benchBlocking(journalFolder: string, scratch: string): Promise<Figure[]> {
  const loads: Loaded[] = [];
  for (let round = 1; round < ROUNDS; round++) {
    const { app, loaded } = await loadInto(mkdtempSync(join(scratch, 'home-')), journalFolder);
    loads.push(loaded);
    await app.close();
  }
  const { app, page, loaded } = await loadInto(mkdtempSync(join(scratch, 'home-')), journalFolder);
  loads.push(loaded);
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
    ofRounds('largest block of the main thread while 100,000 entries load', loads, 'main', 50),
    ofRounds('largest block of the window while 100,000 entries load', loads, 'window', 50),
    ofRounds('largest block of the window after that, while the first page is drawn', loads, 'drawing', 150),
    figure('largest block of the main thread while 100,000 entries are backed up', backup.main, backup.ms),
    figure('largest block of the main thread while 100,000 entries are restored', restore.main, restore.ms),
  ];
}

/** Opens the large journal from the first page of a fresh app, until the day's page stands. */
async function loadInto(
  home: string,
  journalFolder: string,
): Promise<{ app: ElectronApplication; page: Page; loaded: Loaded }> {
  const app = await launchApp(home);
  const page = await app.firstWindow();
  await page.getByRole('button', { name: /sample/i }).waitFor();
  await pause(START_OVER_MS);
  // eslint-disable-next-line no-eval -- our own constant; a function would carry the bundler's helpers along
  await app.evaluate((_, source) => void (0, eval)(source), WATCH_TURNS);
  await page.evaluate(WATCH_TURNS);
  const tookMs = await page.evaluate(async (folder) => {
    const start = performance.now();
    const { rapport } = globalThis as unknown as { rapport: RapportApi };
    const answer = await rapport.journal.open({ folder });
    if (!answer.ok) throw new Error(answer.error.message);
    return performance.now() - start;
  }, journalFolder);
  await page.getByRole('region', { name: 'This week' }).waitFor();
  const loaded = {
    tookMs,
    main: await app.evaluate(longestTurn),
    window: await page.evaluate(longestTurn),
    drawing: await page.evaluate(longestTurnOfDrawing),
  };
  return { app, page, loaded };
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

/** The median of the rounds: what else goes on in a computer holds up one of them now and then. */
function ofRounds(name: string, loads: Loaded[], key: keyof Loaded, limitMs: number): Figure {
  const values = loads.map((loaded) => loaded[key]);
  return {
    name,
    detail: `median of ${loads.length}, at worst ${ms(Math.max(...values))}; loaded in ${ms(median(loads.map(({ tookMs }) => tookMs)))}`,
    value: median(values),
    unit: 'ms',
    limit: { kind: 'atMost', value: limitMs },
  };
}

/**
 * For the process that is watched: a timer that is always due notes how late it came. In source, as it runs there. In the
 * window, what comes once a page stands is noted apart.
 */
const WATCH_TURNS = `
  globalThis.turnWatch = { longest: 0, longestOfDrawing: 0, last: performance.now() };
  (function turn() {
    const now = performance.now();
    const drawing = 'document' in globalThis && document.querySelector('main#page') !== null;
    const kind = drawing ? 'longestOfDrawing' : 'longest';
    turnWatch[kind] = Math.max(turnWatch[kind], now - turnWatch.last);
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

function longestTurnOfDrawing(): number {
  return (globalThis as unknown as { turnWatch: { longestOfDrawing: number } }).turnWatch.longestOfDrawing;
}
