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

/** How long the work took, and for how many milliseconds the main process, or the window, answered to nothing meanwhile. */
interface Watched {
  tookMs: number;
  main: number;
  /** Of `main`: it was ready to go on, and waited for a core. */
  waited: number;
}

interface Loaded extends Watched {
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
  const backups: Watched[] = [];
  const restores: Watched[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const backup = await watchedCall(app, page, backUp);
    backups.push(backup.watched);
    await page.evaluate(
      async (folder) => {
        const { rapport } = globalThis as unknown as { rapport: RapportApi };
        await rapport.journal.create({ folder });
      },
      join(mkdtempSync(join(scratch, 'empty-')), 'Rapport'),
    );
    restores.push((await watchedCall(app, page, restore, backup.value)).watched);
    // The next round's backup is of what was restored: as large.
  }
  await app.close();
  return [
    ofRounds('largest block of the main thread while 100,000 entries load', loads, 'main', 50),
    ofRounds('largest block of the window while 100,000 entries load', loads, 'window', 50),
    ofRounds('largest block of the window after that, while the first page is drawn', loads, 'drawing', 150),
    ofRounds('largest block of the main thread while 100,000 entries are backed up', backups, 'main', 50),
    ofRounds('largest block of the main thread while 100,000 entries are restored', restores, 'main', 50),
  ];
}

async function backUp(): Promise<string> {
  const { rapport } = globalThis as unknown as { rapport: RapportApi };
  const answer = await rapport.backup.now({});
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.path;
}

async function restore(path: string): Promise<string> {
  const { rapport } = globalThis as unknown as { rapport: RapportApi };
  const answer = await rapport.backup.restore({ path });
  if (!answer.ok) throw new Error(answer.error.message);
  return path;
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
  await app.evaluate((_, source) => void (0, eval)(source), READ_WAITS + WATCH_TURNS);
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
    ...(await app.evaluate(longestTurn)),
    window: (await page.evaluate(longestTurn)).main,
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
): Promise<{ value: string; watched: Watched }> {
  await app.evaluate(beginWatch);
  const start = performance.now();
  const value = await page.evaluate(work, path);
  return { value, watched: { tookMs: performance.now() - start, ...(await app.evaluate(longestTurn)) } };
}

/** The median of the rounds: what else goes on in a computer holds up one of them now and then. */
function ofRounds<K extends string>(
  name: string,
  rounds: readonly (Watched & Record<K, number>)[],
  key: K,
  limitMs: number,
): Figure {
  const values = rounds.map((round) => round[key]);
  const took = `took ${ms(median(rounds.map(({ tookMs }) => tookMs)))}`;
  const waited =
    key === 'main' ? ` (waiting for a core: ${rounds.map((each) => ms(each.waited)).join(', ')})` : '';
  return {
    name,
    detail: `median of ${values.map(ms).join(', ')}${waited}; ${took}`,
    value: median(values),
    unit: 'ms',
    limit: { kind: 'atMost', value: limitMs },
  };
}

/**
 * For the process that is watched: a timer that is always due notes how late it came, and for how much of that the kernel
 * says that the thread waited for a core (`schedstat`, in nanoseconds; nowhere else than on Linux). In source, as it runs
 * there. In the window, what comes once a page stands is noted apart.
 */
const WATCH_TURNS = `
  globalThis.turnWatch = { longest: 0, waited: 0, longestOfDrawing: 0, last: performance.now(), lastWait: 0 };
  (function turn() {
    const now = performance.now();
    const wait = globalThis.waitedMs?.() ?? 0;
    if ('document' in globalThis && document.querySelector('main#page') !== null) {
      turnWatch.longestOfDrawing = Math.max(turnWatch.longestOfDrawing, now - turnWatch.last);
    } else if (now - turnWatch.last > turnWatch.longest) {
      turnWatch.longest = now - turnWatch.last;
      turnWatch.waited = wait - turnWatch.lastWait;
    }
    turnWatch.last = now;
    turnWatch.lastWait = wait;
    setTimeout(turn, 0);
  })();
`;

/** In the main process, before it is watched. */
const READ_WAITS = `
  {
    const { readFileSync } = process.mainModule.require('node:fs');
    globalThis.waitedMs = () => {
      try {
        return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[1]) / 1e6;
      } catch {
        return 0;
      }
    };
  }
`;

interface TurnWatch {
  longest: number;
  waited: number;
}

function beginWatch(): void {
  const { turnWatch } = globalThis as unknown as { turnWatch: TurnWatch };
  turnWatch.longest = 0;
  turnWatch.waited = 0;
}

function longestTurn(): Pick<Watched, 'main' | 'waited'> {
  const { longest, waited } = (globalThis as unknown as { turnWatch: TurnWatch }).turnWatch;
  return { main: longest, waited };
}

function longestTurnOfDrawing(): number {
  return (globalThis as unknown as { turnWatch: { longestOfDrawing: number } }).turnWatch.longestOfDrawing;
}
