import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { v7 as uuidV7 } from 'uuid';
import { diskFs } from '../../electron/journal/files/fs';
import { readJournal } from '../../electron/journal/opening/read-journal';
import { expect, test } from './fixtures';
import { Shell } from './pages/shell';
import { startEmpty } from './setup';

/** `npm run faults` kills it more often. */
const KILLS = Number(process.env['RAPPORT_APP_KILLS'] ?? 3);

test(`the app, killed ${KILLS} times while it writes meetings down, keeps each that it confirmed, and none by half`, async ({
  rapport,
}) => {
  test.setTimeout(60_000 + KILLS * 30_000);
  await startEmpty(rapport);
  const confirmed = new Set<string>();
  for (let kill = 0; kill < KILLS; kill++) {
    const page = rapport.isRunning ? rapport.page : await rapport.start();
    await expect(new Shell(page).heading(/^(Today|Journal)$/)).toBeVisible();
    await writeUntilKilled(page, kill, confirmed, () => rapport.kill9());
    await expectWhole(rapport.journalFolder, confirmed);
  }
  expect(confirmed.size).toBeGreaterThanOrEqual(KILLS * 3);
  await rapport.start();
  await rapport.quit();
  await expectWhole(rapport.journalFolder, confirmed);
});

/** Writes down one meeting after the other, each with a new person and a promise, as quickly as the app confirms them. */
async function writeUntilKilled(
  page: Page,
  round: number,
  confirmed: Set<string>,
  kill: () => Promise<void>,
): Promise<void> {
  let enough: () => void = () => undefined;
  const some = new Promise<void>((resolve) => (enough = resolve));
  const least = confirmed.size + 3 + (round % 5) * 7;
  page.on('console', (message) => {
    const name = /^CONFIRMED (.*)$/.exec(message.text())?.[1];
    if (name === undefined) return;
    confirmed.add(name);
    if (confirmed.size >= least) enough();
  });
  const writing = page.evaluate(async (roundNumber) => {
    for (let at = 0; ; at++) {
      const name = `Person ${roundNumber}-${at}`;
      const answer = await window.rapport.interactions.save({
        editing: null,
        newPeople: [{ key: 'new:1', name }],
        interaction: {
          kind: 'coffee',
          status: 'held',
          at: '2026-05-04T09:30:00+00:00',
          participants: [{ personId: 'new:1' }],
          notes: name,
        },
        promises: [{ personId: 'new:1', by: 'me', what: name, status: 'open' }],
      });
      if (!answer.ok) throw new Error(answer.error.message);
      console.log(`CONFIRMED ${name}`);
    }
  }, round);
  const ended = writing.catch(() => undefined);
  await Promise.race([some, writing]);
  await pause(Math.random() * 30);
  await kill();
  await ended;
}

/** Read as it lies on the disk. What was under way may be there, but whole. */
async function expectWhole(folder: string, confirmed: ReadonlySet<string>): Promise<void> {
  const { tables, findings } = await readJournal({
    fs: diskFs,
    folder,
    now: () => new Date(),
    newId: () => uuidV7(),
  });
  expect(findings.filter(({ kind }) => kind !== 'tornLogLine')).toEqual([]);
  const people = [...tables.all('person')].map(({ name }) => name).sort();
  const entries = [...tables.all('interaction')].map(({ notes }) => notes ?? '').sort();
  const promises = [...tables.all('promise')].map(({ what }) => what).sort();
  expect(entries).toEqual(people);
  expect(promises).toEqual(people);
  const there = new Set(people);
  expect([...confirmed].filter((name) => !there.has(name))).toEqual([]);
}
