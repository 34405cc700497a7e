import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { Palette } from './pages/palette';
import { Shell } from './pages/shell';
import { startEmpty, startSample } from './setup';

const OWN = 'Which of your barometers would you never sell?';

async function openBank(page: Page): Promise<Keys> {
  const keys = new Keys(page);
  await new Palette(page).choose(keys, 'Question bank', 'Question bank');
  await expect(new Shell(page).heading('Question bank')).toBeVisible();
  return keys;
}

const line = (page: Page, text: string) =>
  new Shell(page).main.getByRole('listitem').filter({ hasText: text });

/** By keys alone: the menu of a question, then the item. */
async function choose(page: Page, keys: Keys, text: string, item: string): Promise<void> {
  const more = page.getByRole('button', { name: `More for “${text}”` });
  await more.focus();
  await keys.press('Enter');
  const choice = page.getByRole('menuitem', { name: item, exact: true });
  await expect(choice).toBeVisible();
  await choice.focus();
  await keys.press('Enter');
}

test('a question of one’s own is written, asked in the debrief, counted, edited, deleted and brought back', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  const keys = await openBank(page);
  await new Palette(page).choose(keys, 'New question', 'New question');
  const text = page.getByRole('textbox', { name: 'The question' });
  await expect(text).toBeFocused();
  await keys.type('What brought you here today?');
  await keys.press('Control+Enter');
  await expect(page.getByText('It is in the bank already.')).toBeVisible();
  await text.fill(OWN);
  await page.getByRole('combobox', { name: 'What it is good for' }).selectOption('Needs');
  await keys.press('Control+Enter');
  await expect(line(page, OWN)).toContainText('Not asked yet');

  const sheet = new DebriefSheet(page);
  await keys.press('Control+N');
  await sheet.fillIn(keys, { who: ['Ibrahim Testwright'], kindKey: 'c', when: 'yesterday 3pm' });
  await keys.press('Alt+M');
  const ask = sheet.sheet.getByLabel('I asked', { exact: true });
  await expect(sheet.sheet.locator('datalist option').first()).toHaveText(OWN);
  await ask.fill(OWN);
  await keys.press('Enter');
  await sheet.sheet
    .getByRole('radiogroup', { name: `Answer to ${OWN}` })
    .getByRole('radio', { name: 'a full answer' })
    .press('f');
  await sheet.saveByKeys(keys);

  await expect(line(page, OWN)).toContainText('Asked once; too early to say: 1 of 3 answers noted');
  await line(page, OWN).getByRole('button', { name: 'in full from 1 person' }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('link', { name: 'Ibrahim Testwright' })).toBeVisible();
  await keys.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await choose(page, keys, OWN, 'Delete');
  await expect(line(page, OWN)).toBeHidden();
  await keys.press('Control+Z');
  await expect(line(page, OWN)).toContainText('Asked once');
});

test('a question of the bank is put away, is offered no more, and is brought back', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = await openBank(page);
  const text = 'What brought you here today?';
  await choose(page, keys, text, 'Put away');
  await expect(line(page, text)).toBeHidden();
  await keys.press('Control+N');
  const sheet = new DebriefSheet(page);
  await expect(sheet.who).toBeVisible();
  await keys.press('Alt+M');
  await expect(sheet.sheet.locator('datalist option').first()).toBeAttached();
  await expect(sheet.sheet.locator(`datalist option[value="${text}"]`)).toHaveCount(0);
  await sheet.sheet.getByRole('button', { name: 'Question bank' }).press('Enter');
  await expect(sheet.sheet).toBeHidden();
  await page.getByRole('radio', { name: /^Put away/ }).press('Space');
  await choose(page, keys, text, 'Bring back');
  await expect(new Shell(page).main.getByText('Nothing is put away')).toBeVisible();
});

test('in the sample each purpose says how its questions fared, and a figure opens its entries', async ({
  rapport,
}) => {
  const page = await startSample(rapport);
  const keys = await openBank(page);
  const needs = page.getByRole('region', { name: 'Needs' });
  const asked = needs.getByRole('button', { name: /^Asked \d+ times, \d+% answered in full$/ }).first();
  await asked.press('Enter');
  const drawer = page.getByRole('dialog', { name: /^Needs: asked/ });
  await expect(drawer.getByRole('listitem').first()).toBeVisible();
  await keys.press('Escape');
  await expect(drawer).toBeHidden();
});
