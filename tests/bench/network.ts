import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { v7 as uuidV7 } from 'uuid';
import { diskFs } from '../../electron/journal/files/fs';
import { JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import type { RapportApi } from '../../shared/contract/contract';
import { changesOf, largeJournal } from '../fixtures/large-journal';
import { launchApp } from './app';
import { type Figure, median, ms, percentile } from './bench-kit';

const PEOPLE = 2_000;
const MOVES = 120;
/** So many keys lead from the user to the last column. */
const ROUND = 30;
const REPEAT_MS = 1_000 / 30;
const PREPARED_MS = 6_000;

/** The picture of who led to whom, of 2,000 people: opened, and gone through by keyboard, in the real window. */
export async function benchNetwork(scratch: string): Promise<Figure[]> {
  const folder = await introducedJournal(mkdtempSync(join(scratch, 'network-')));
  const app = await launchApp(mkdtempSync(join(scratch, 'home-')));
  const page = await app.firstWindow();
  await page.getByRole('button', { name: /sample/i }).waitFor();
  await page.evaluate(async (path) => {
    const { rapport } = globalThis as unknown as { rapport: RapportApi };
    const answer = await rapport.journal.open({ folder: path });
    if (!answer.ok) throw new Error(answer.error.message);
  }, folder);
  await page.getByRole('region', { name: 'This week' }).waitFor();
  // What is prepared after a journal is opened is the figures of everybody: the benchmark of the insights measures it.
  await pause(PREPARED_MS);
  const opened = await openPicture(page);
  const frames = await walk(page);
  await app.close();
  return [
    {
      name: `the picture of who led to whom, ${PEOPLE} people, opened`,
      detail: 'from the key to the drawn tree',
      value: opened,
      unit: 'ms',
      limit: { kind: 'atMost', value: 500 },
    },
    {
      name: 'a frame of it while going through it by keyboard, 95th percentile',
      detail: `median ${ms(median(frames))}, ${MOVES} keys, 30 a second, drawn without a graphics card`,
      value: percentile(frames, 95),
      unit: 'ms',
      limit: { kind: 'atMost', value: 50 },
    },
  ];
}

/** Everybody but the first ten was introduced by somebody who was there before. */
async function introducedJournal(scratch: string): Promise<string> {
  const folder = join(scratch, 'journal');
  const large = largeJournal(PEOPLE, PEOPLE * 5);
  const people = large.people.map((person, index) => {
    const by = large.people[Math.floor((index * 7) / 11)];
    return index < 10 || !by || by.id === person.id ? person : { ...person, met: { introducedBy: [by.id] } };
  });
  const options = { fs: diskFs, folder, now: () => new Date(), newId: () => uuidV7() };
  const made = await JournalStore.create(options, {
    sample: false,
    changes: changesOf({ ...large, people }),
  });
  await valueOrThrow(made).close();
  return folder;
}

async function openPicture(page: Page): Promise<number> {
  const start = performance.now();
  await page.keyboard.press('Control+7');
  await page.getByRole('tree').waitFor();
  return performance.now() - start;
}

/**
 * The times between frames while an arrow key is held down, at the rate at which keyboards repeat it: along the branches,
 * and every now and then back to the beginning.
 */
async function walk(page: Page): Promise<number[]> {
  await page.getByRole('tree').focus();
  await page.evaluate(WATCH_FRAMES);
  for (let move = 0; move < MOVES; move++) {
    const key = move % ROUND === ROUND - 1 ? 'Home' : move % 4 === 0 ? 'ArrowRight' : 'ArrowDown';
    await Promise.all([page.keyboard.press(key), pause(REPEAT_MS)]);
  }
  return page.evaluate(
    () => (globalThis as unknown as { frameWatch: { frames: number[] } }).frameWatch.frames,
  );
}

/** In source, as it runs there: a function would carry the bundler's helpers along. */
const WATCH_FRAMES = `
  globalThis.frameWatch = { frames: [], last: performance.now() };
  requestAnimationFrame(function frame() {
    const now = performance.now();
    frameWatch.frames.push(now - frameWatch.last);
    frameWatch.last = now;
    requestAnimationFrame(frame);
  });
`;
