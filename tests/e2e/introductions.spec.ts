import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { Shell } from './pages/shell';
import { startEmpty, startSample } from './setup';

const card = (page: Page) => page.getByRole('region', { name: 'Introductions' });

async function openPerson(page: Page, keys: Keys, name: string): Promise<void> {
  await new Palette(page).choose(keys, name, new RegExp(`^${name}`));
  await expect(new PersonPage(page).name).toContainText(name);
}

/** Coffee with Ruth, who introduced the user to Tom, whom the journal did not know. */
async function ruthIntroducesTom(page: Page): Promise<Keys> {
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  await keys.press('Control+N');
  await sheet.fillIn(keys, { who: ['Ruth Adler'], kindKey: 'c', receivedKeys: 'i' });
  await keys.press('Alt+M');
  const toWhom = sheet.sheet.getByRole('combobox', { name: 'They introduced me to' });
  await keys.tabTo(toWhom);
  await keys.type('Tom Baker');
  await keys.press('Enter');
  await expect(sheet.chosen('Tom Baker')).toBeVisible();
  await sheet.saveByKeys(keys);
  return keys;
}

test('an introduction noted in a debrief waits for thanks on the person’s page, and each mark is undone', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  const keys = await ruthIntroducesTom(page);
  await openPerson(page, keys, 'Tom Baker');
  const line = card(page).getByRole('listitem');
  await expect(card(page)).toContainText('Told you to meet Tom Baker');
  await expect(line).toContainText('not thanked yet');
  const thanked = card(page).getByRole('button', { name: 'Thanked: Ruth Adler' });
  await keys.tabTo(thanked, 80);
  await keys.press('Enter');
  await expect(line).toContainText('thanked, not told yet what came of it');
  await expect(thanked).toBeFocused();
  await keys.tabTo(card(page).getByRole('button', { name: 'Reported back: Ruth Adler' }));
  await keys.press('Enter');
  await expect(line).toContainText('thanked, and told what came of it');
  await keys.press('Control+Z');
  await expect(line).toContainText('not told yet what came of it');
  await keys.press('Control+Z');
  await expect(line).toContainText('not thanked yet');
  await openPerson(page, keys, 'Ruth Adler');
  await expect(card(page)).toContainText('Led you to 1 person');
  await expect(card(page).getByRole('link', { name: 'Tom Baker' })).toBeVisible();
});

test('introductions are written by keyboard, changed, found by their words, deleted and brought back', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  const keys = await ruthIntroducesTom(page);
  const form = page.getByRole('dialog', { name: 'New introduction' });
  const field = (name: string) => form.getByRole('combobox', { name, exact: true });
  await keys.press('Control+I');
  await expect(field('Who introduced you')).toBeFocused();
  await keys.type('Ruth Adler');
  await keys.press('Enter');
  await keys.tabTo(field('To whom'));
  await keys.type('Uma Patel');
  await keys.press('Enter');
  await keys.tabTo(form.getByRole('textbox', { name: 'What came of it' }));
  await keys.type('We share a lighthouse.');
  await keys.press('Control+Enter');
  await expect(form).toBeHidden();
  await openPerson(page, keys, 'Ruth Adler');
  await expect(card(page)).toContainText('Led you to 2 people');

  await new Palette(page).choose(keys, 'lighthouse', /lighthouse/);
  const edit = page.getByRole('dialog', { name: 'Introduction', exact: true });
  const outcome = edit.getByRole('textbox', { name: 'What came of it' });
  await expect(outcome).toHaveValue('We share a lighthouse.');
  await keys.tabTo(edit.getByRole('checkbox', { name: 'Thanked' }));
  await keys.press('Space');
  await keys.press('Control+Enter');
  await expect(edit).toBeHidden();
  await expect(card(page).getByRole('button', { name: 'Thanked: Ruth Adler', pressed: true })).toHaveCount(1);

  const more = card(page).getByRole('button', { name: 'More for the introduction: Uma Patel' });
  await keys.tabTo(more, 80);
  await keys.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect(new Shell(page).toast('Introduction deleted')).toBeVisible();
  await expect(card(page)).toContainText('Led you to 1 person');
  await keys.press('Control+Z');
  await expect(card(page)).toContainText('Led you to 2 people');
});

test('several people told the user to meet somebody: who, and who is thanked', async ({ rapport }) => {
  const page = await startSample(rapport);
  const keys = new Keys(page);
  await openPerson(page, keys, 'Maya Okonjo');
  await expect(card(page)).toContainText('Several people told you to meet Maya Okonjo');
  await expect(card(page)).toContainText('You introduced Maya Okonjo to');
  await expect(card(page)).toContainText('thanked, and told what came of it');
});
