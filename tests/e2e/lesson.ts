import { expect, type Page } from '@playwright/test';
import type { RapportApp } from './app';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { InsightsPage } from './pages/insights-page';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { startEmpty } from './setup';
import { WrittenBefore } from './written-before';

/** An empty journal, and what the tests of the lessons work with. */
export async function start(rapport: RapportApp) {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  return { page, keys, sheet, before: new WrittenBefore(page), insights: new InsightsPage(page) };
}

/** By keyboard, from anywhere. */
export async function openPerson(page: Page, keys: Keys, name: string): Promise<PersonPage> {
  await new Palette(page).choose(keys, name, new RegExp(`^${name}`));
  const person = new PersonPage(page);
  await expect(person.name).toContainText(name);
  return person;
}
