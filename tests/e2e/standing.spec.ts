import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { Shell } from './pages/shell';
import { startEmpty } from './setup';

const NAME = 'Ibrahim Testwright';
const COFFEE = { who: [NAME], kindKey: 'c', easeKey: '5' };

async function open(page: Page, keys: Keys): Promise<PersonPage> {
  await new Palette(page).choose(keys, NAME, new RegExp(`^${NAME}`));
  const person = new PersonPage(page);
  await expect(person.name).toContainText(NAME);
  return person;
}

test('a broken promise lowers the stage; putting it right, with one key, brings it back with the evidence', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  await sheet.writeDown(keys, {
    ...COFFEE,
    when: '90 days ago',
    receivedKeys: 'i',
    promise: { what: 'Send the plans', due: 'in 10 days' },
  });
  await sheet.writeDown(keys, { ...COFFEE, when: '85 days ago' });
  const person = await open(page, keys);
  const ladder = page.getByRole('region', { name: /^What holds it at/ });
  await person.expectStage('Know');
  await expect(ladder).toContainText('not put right yet');
  await expect(person.finding).toContainText(/^Down to Know since/);

  await keys.press('Control+Shift+R');
  await expect(sheet.words).toBeFocused();
  await keys.type('I said that I was sorry, and brought the plans.');
  await sheet.saveByKeys(keys);
  await person.expectStage('Like');
  await expect(ladder).toContainText(/put right in/);
  await expect(person.finding).toContainText(/^Like again since .* was put right/);
  await expect(person.entries.filter({ hasText: 'brought the plans' })).toContainText('put right');
});

test('after a year of silence one open talk restores what was', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  await sheet.writeDown(keys, { ...COFFEE, when: '500 days ago', receivedKeys: 'i' });
  await sheet.writeDown(keys, { ...COFFEE, when: '480 days ago' });
  const person = await open(page, keys);
  await person.expectStage('Know');
  await expect(person.finding).toContainText('of silence');
  const dormant = page.getByRole('region', { name: /without a word$/ });
  await dormant.getByRole('button', { name: 'Reconnect' }).press('Enter');
  const draft = new Shell(page).dialog(/^A word after a while, to Ibrahim/);
  await expect(draft.getByRole('textbox', { name: 'The message' })).toHaveValue(
    /^Dear Ibrahim,\n\nIt is .* since our coffee in .*, and you came to mind today\./,
  );
  await keys.press('Escape');
  await expect(draft).toBeHidden();
  await keys.press('Control+N');
  await expect(sheet.words).toBeFocused();
  await keys.type('An open talk about the long silence.');
  await sheet.saveByKeys(keys);
  await person.expectStage('Like');
  await expect(person.finding).toContainText(/^Like again since .*, after .* of silence/);
  await expect(dormant).toBeHidden();
});

test('letting go: thanked, quiet everywhere, history kept, and taken up again with one key', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  await sheet.writeDown(keys, { ...COFFEE, when: '500 days ago', receivedKeys: 'i' });
  await sheet.writeDown(keys, { ...COFFEE, when: '480 days ago' });
  await keys.press('Control+1');
  const line = page.getByRole('list', { name: 'For you' }).getByRole('listitem').filter({ hasText: NAME });
  await line.focus();
  await keys.press('l');
  const dialog = new Shell(page).dialog(/^Where you stand with/);
  await expect(dialog.getByRole('radio', { name: /^Let go/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Begin with what they gave: introduction' }).press('Enter');
  await expect(dialog.getByLabel('A kind closing note')).toHaveValue(/^Thank you for the introduction/);
  await dialog.getByRole('checkbox', { name: 'Then draft a thank-you to them' }).press('Space');
  await keys.press('Control+Enter');
  await expect(dialog).toBeHidden();
  const thanks = new Shell(page).dialog(`Thanks to ${NAME}`);
  await expect(thanks.getByRole('textbox', { name: 'The message' })).toHaveValue(
    /^Dear Ibrahim,\n\nThank you for the introduction\./,
  );
  await keys.press('Escape');
  await expect(thanks).toBeHidden();
  await expect(line).toBeHidden();

  const person = await open(page, keys);
  await expect(page.getByText('Thank you for the introduction. I wish you well.')).toBeVisible();
  await expect(person.entries).toHaveCount(2);
  await expect(page.getByRole('region', { name: /without a word$/ })).toBeHidden();
  await keys.press('Control+Shift+A');
  await expect(new Shell(page).toast(`${NAME}: active again`)).toBeVisible();
  await expect(page.getByRole('region', { name: /without a word$/ })).toBeVisible();
});

test('a polite distance and a rest are a command away, and quiet', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  await new DebriefSheet(page).writeDown(keys, { ...COFFEE, when: 'yesterday 3pm' });
  await open(page, keys);
  for (const [command, label] of [
    ['Keep a polite distance', 'Keep a polite distance'],
    ['Let it rest for a while', 'Resting'],
  ] as const) {
    await new Palette(page).choose(keys, command, command);
    const dialog = new Shell(page).dialog(/^Where you stand with/);
    await expect(dialog.getByRole('radio', { name: new RegExp(`^${label}`) })).toBeChecked();
    await expect(dialog.getByLabel('Until')).toHaveCount(label === 'Resting' ? 1 : 0);
    await keys.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText(`${label} since`)).toBeVisible();
    await expect(page.getByRole('main')).toContainText('left in peace');
  }
});
