import { expect, type Page } from '@playwright/test';
import { v7 as uuidV7 } from 'uuid';
import { diskFs } from '../../electron/journal/files/fs';
import { JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import { changesOf, largeJournal } from '../fixtures/large-journal';
import type { RapportApp } from './app';
import { Shell } from './pages/shell';
import { StartScreen } from './pages/start';

/** Starts the app and a new, empty journal in the usual folder. */
export async function startEmpty(rapport: RapportApp): Promise<Page> {
  const page = await rapport.start();
  const start = new StartScreen(page);
  await start.expectFolder(rapport.journalFolder);
  await start.begin.click();
  await goToJournal(page);
  await expect(page.getByText('Nothing written down yet')).toBeVisible();
  return page;
}

/** Starts the app and looks around in the sample journal. */
export async function startSample(rapport: RapportApp): Promise<Page> {
  const page = await rapport.start();
  await new StartScreen(page).lookAround.click();
  await goToJournal(page);
  await expect(page.getByRole('article').first()).toBeVisible();
  return page;
}

/** Writes a small journal (8 people, 20 entries of two years) into a folder, without the app. Still open, and locked. */
export async function writeJournal(folder: string): Promise<JournalStore> {
  const options = { fs: diskFs, folder, now: () => new Date(), newId: () => uuidV7() };
  const changes = changesOf(largeJournal(8, 20, 2));
  return valueOrThrow(await JournalStore.create(options, { sample: false, changes }));
}

/** From the page of today, where every journal opens, to all entries. */
async function goToJournal(page: Page): Promise<void> {
  const shell = new Shell(page);
  await shell.expectPlace('Today');
  await page.keyboard.press('Control+2');
  await shell.expectPlace('Journal');
}
