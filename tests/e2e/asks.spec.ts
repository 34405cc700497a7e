import { expect, type Page } from '@playwright/test';
import { keptDrafts, liveRecords } from './disk';
import { test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { Shell } from './pages/shell';
import { startEmpty, startSample } from './setup';

const NAME = 'Ibrahim Testwright';

async function open(page: Page, name: string): Promise<Keys> {
  const keys = new Keys(page);
  await new Palette(page).choose(keys, name, new RegExp(`^${name}`));
  await expect(new PersonPage(page).name).toContainText(name);
  return keys;
}

async function met(page: Page): Promise<Keys> {
  const keys = new Keys(page);
  await new DebriefSheet(page).writeDown(keys, {
    who: [NAME],
    kindKey: 'c',
    when: 'yesterday 3pm',
    words: 'We talked about barometers.',
  });
  return open(page, NAME);
}

test('an ask beyond the stage gets a gentle word with the user’s own base rate, and can be saved', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  const keys = await met(page);
  await keys.press('Control+N');
  const sheet = page.getByRole('dialog', { name: 'What happened?' });
  await expect(new DebriefSheet(page).who).toBeVisible();
  await keys.press('Alt+M');
  await sheet
    .getByRole('radiogroup', { name: 'I asked for' })
    .getByRole('radio', { name: /business/i })
    .click();
  const word = sheet.getByText(/you stand at Know; this is usually asked from Trust on/);
  await expect(word).toBeVisible();
  await expect(word).toContainText('too early to say (0 of 3)');
  await keys.press('Control+Enter');
  await expect(sheet).toBeHidden();
});

test('needs: what was asked, what is worth asking next, and a need noted in a line', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = await met(page);
  const card = page.getByRole('region', { name: 'Worth asking' });
  await expect(card).toContainText('No need is noted, and you have not asked for one yet.');
  await expect(card.getByRole('listitem')).toHaveCount(4);
  await card.getByLabel('A need they told you').fill('A repairer for old clocks');
  await keys.press('Enter');
  await expect(card).toContainText('1 need noted');
  await expect(page.getByRole('region', { name: 'Looking for' })).toContainText('A repairer for old clocks');
  await new Shell(page)
    .toast('Need noted')
    .locator('xpath=../..')
    .getByRole('button', { name: /^Undo/ })
    .click();
  await expect(card).toContainText('No need is noted');
});

test('feedback held back waits on the person’s page until it was given', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = await met(page);
  const hold = async (field: string, words: string): Promise<void> => {
    await keys.press('Control+N');
    await expect(page.getByRole('dialog', { name: 'What happened?' })).toBeVisible();
    await keys.press('Alt+M');
    await page.locator(`[data-field="${field}"]`).fill(words);
    await keys.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  await hold('feedback.heldBack', 'The talk was too long.');
  const card = page.getByRole('region', { name: 'Held back, until they ask' });
  await expect(card).toContainText('The talk was too long.');
  await hold('feedback.given', 'That it was too long.');
  await expect(card).toBeHidden();
});

test('a follow-up is drafted from what was agreed, measured by we, I and you, and never sent', async ({
  rapport,
}) => {
  const page = await startSample(rapport);
  const keys = await open(page, 'Maya Okonjo');
  await new PersonPage(page).actions.click();
  await page.getByRole('menuitem', { name: 'Draft a follow-up' }).click();
  const dialog = new Shell(page).dialog(/^A follow-up to Maya Okonjo/);
  const text = dialog.getByRole('textbox', { name: 'The message' });
  await expect(text).toHaveValue(/^Dear Maya,/);
  await text.fill('We could meet. I will bring my notes.');
  await expect(dialog.getByRole('status')).toHaveText('We 33% (1), I 67% (2), you 0% (0).');
  await keys.press('Escape');
  await expect(dialog).toBeHidden();
  await new PersonPage(page).actions.click();
  await page.getByRole('menuitem', { name: 'Draft a follow-up' }).click();
  await expect(text).toHaveValue('We could meet. I will bring my notes.');
});

test('the draft of a follow-up outlives a kill, and becomes the entry that says it was sent', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  await met(page);
  const actions = async (at: Page) => {
    await new PersonPage(at).actions.click();
    await at.getByRole('menuitem', { name: 'Draft a follow-up' }).click();
  };
  await actions(page);
  const words = 'Dear Ibrahim, the dial is ready.';
  const field = (at: Page) => at.getByRole('textbox', { name: 'The message' });
  await expect(field(page)).toBeFocused();
  await field(page).fill(words);
  await expect.poll(() => keptDrafts(rapport)).toMatchObject([{ form: 'followUp', value: { words } }]);
  await rapport.kill9();

  const again = await rapport.start();
  const keys = new Keys(again);
  await expect(new Shell(again).draftOffer).toContainText(`A follow-up to ${NAME}`);
  await keys.press('Control+Shift+D');
  await expect(field(again)).toHaveValue(words);
  await expect(field(again)).toBeFocused();
  await again.getByRole('button', { name: 'Write down that I sent it' }).press('Enter');
  const sheet = new DebriefSheet(again);
  await expect(sheet.words).toHaveValue(words);
  await expect(sheet.chosen(NAME)).toBeVisible();
  await sheet.saveByKeys(keys);
  expect(liveRecords(rapport.journalFolder, 'interaction')).toContainEqual(
    expect.objectContaining({ notes: words, kind: 'email', initiatedBy: 'me' }),
  );
  await expect.poll(() => keptDrafts(rapport)).toEqual([]);
});
