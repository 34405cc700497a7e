import type { Page } from '@playwright/test';
import { bytesOf, liveRecords } from './disk';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { SearchPage } from './pages/search-page';
import { Shell } from './pages/shell';
import { startEmpty } from './setup';

/** What is typed that cannot be right: a clear message, what was typed stays, what was stored stays. */

test('a date that makes no sense is said at once, and never saved as something else', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  const before = bytesOf(rapport.journalFolder);
  await keys.press('Control+N');
  await sheet.fillIn(keys, { who: ['Tom'], when: 'the day after never', words: 'Kept.' });
  await expect(sheet.when).toHaveAttribute('aria-invalid', 'true');
  await sheet.when.focus();
  await expect(
    sheet.problem.filter({ hasText: '“the day after” is understood, but not “never”' }),
  ).toBeVisible();
  await keys.press('Control+Enter');
  await expect(sheet.problem.filter({ hasText: 'Nothing was saved yet' })).toBeVisible();
  await expect(sheet.when).toBeFocused();
  await expect(sheet.when).toHaveValue('the day after never');
  await expect(sheet.words).toHaveValue('Kept.');
  for (const nonsense of [
    '31 february 2026',
    '30/02/2026',
    'yesterday 25:99',
    'year 12345',
    '3 months agoo',
  ]) {
    await sheet.when.fill(nonsense);
    await keys.press('Control+Enter');
    await expect(sheet.sheet).toBeVisible();
    await expect(sheet.when).toHaveValue(nonsense);
    await expect(sheet.when).toHaveAttribute('aria-invalid', 'true');
  }
  expect(bytesOf(rapport.journalFolder)).toEqual(before);
  await sheet.when.fill('yesterday 3pm');
  await sheet.saveByKeys(keys);
  expect(liveRecords(rapport.journalFolder, 'interaction')).toHaveLength(1);
});

test('a length, a count and a due day that make no sense stay as they were typed', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  await keys.press('Control+N');
  await sheet.fillIn(keys, {
    who: ['Tom'],
    minutes: 'ages',
    promise: { what: 'Ring', due: 'when pigs fly' },
    theyAsked: 'many',
  });
  await keys.press('Control+Enter');
  await expect(sheet.problem.filter({ hasText: 'Nothing was saved yet' })).toBeVisible();
  await expect(sheet.minutes).toHaveValue('ages');
  await expect(sheet.due).toHaveValue('when pigs fly');
  await expect(sheet.howManyQuestions).toHaveValue('many');
  for (const field of [sheet.minutes, sheet.due, sheet.howManyQuestions]) {
    await expect(field).toHaveAttribute('aria-invalid', 'true');
  }
  expect(liveRecords(rapport.journalFolder, 'interaction')).toEqual([]);
});

test('a gathering that ends before it begins is refused at the field', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  await new Palette(page).choose(keys, 'new gathering', 'New gathering');
  const form = page.getByRole('dialog', { name: 'New gathering' });
  const box = (name: string) => form.getByRole('textbox', { name, exact: true });
  await box('Name').fill('Summer fair');
  await box('Begins').fill('18 June 2026 18:30');
  await box('Ends').fill('18 June 2026 17:00');
  await keys.press('Control+Enter');
  await expect(box('Ends')).toHaveAttribute('aria-invalid', 'true');
  await expect(box('Ends')).toBeFocused();
  await expect(form.getByText('It ends before it starts.')).toBeVisible();
  await expect(box('Name')).toHaveValue('Summer fair');
  expect(liveRecords(rapport.journalFolder, 'gathering')).toEqual([]);
  await box('Ends').fill('18 June 2026 21:00');
  await keys.press('Control+Enter');
  await expect(form).toBeHidden();
  expect(liveRecords(rapport.journalFolder, 'gathering')).toHaveLength(1);
});

test('a name of 10,000 characters is refused where it is typed, and stays there', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const long = 'Long name '.repeat(1_000);
  const sheet = new DebriefSheet(page);
  await test.step('in the debrief', async () => {
    await keys.press('Control+N');
    await expect(sheet.who).toBeFocused();
    await keys.insert(long);
    await expect(sheet.problem).toContainText(/A name has at most 300 characters/);
    await keys.press('Enter');
    await keys.press('Control+Enter');
    await expect(sheet.sheet).toBeVisible();
    await expect(sheet.who).toHaveValue(long);
    await keys.press('Control+A');
    await keys.press('Delete');
    await keys.press('Escape');
    await expect(sheet.sheet).toBeHidden();
  });
  await test.step('in the form of a person', async () => {
    await keys.press('Control+Shift+P');
    const form = page.getByRole('dialog', { name: 'New person' });
    const name = form.getByRole('textbox', { name: 'Name' });
    await expect(name).toBeFocused();
    await keys.insert(long);
    await keys.press('Control+Enter');
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await expect(form).toContainText('at most 300 characters');
    await expect(name).toHaveValue(long);
  });
  expect(liveRecords(rapport.journalFolder, 'person')).toEqual([]);
});

test('emoji and right-to-left text are kept, shown and found', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  const name = 'שלומית 👩‍👩‍👧‍👦 بنت-יוסף';
  const words = 'قابلتها في المقهى ☕️ — she said “תודה” 🇩🇪 twice.';
  await keys.press('Control+N');
  await expect(sheet.who).toBeFocused();
  await keys.insert(name);
  await keys.press('Enter');
  await expect(sheet.chosen(name)).toBeVisible();
  await keys.tabTo(sheet.words);
  await keys.insert(words);
  await sheet.saveByKeys(keys);
  const entry = new Shell(page).main.getByRole('article');
  await expect(entry).toContainText(words);
  await expect(entry.getByRole('link', { name })).toBeVisible();
  expect(liveRecords(rapport.journalFolder, 'interaction')[0]).toMatchObject({ notes: words });
  expect(liveRecords(rapport.journalFolder, 'person')[0]).toMatchObject({ name });
  const search = new SearchPage(page);
  await search.openByKeys(keys, 'المقهى');
  await expect(search.hits.first()).toContainText('المقهى');
  await rapport.restart();
  await new Palette(rapport.page).choose(new Keys(rapport.page), 'שלומית', new RegExp(`^${name}`));
  await expect(new PersonPage(rapport.page).name).toHaveText(name);
});

test('200,000 characters of notes stay quick to type in, are saved and found', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  const words = `${'All of it was worth remembering, word by word. '.repeat(4_255)}The needle is here.`;
  expect(words.length).toBeGreaterThan(200_000);
  await keys.press('Control+N');
  await sheet.fillIn(keys, { who: ['Marathon'] });
  await keys.tabTo(sheet.words);
  await keys.insert(words);
  await keys.type(' And this was typed.');
  await expect(sheet.words).toHaveValue(`${words} And this was typed.`);
  await sheet.saveByKeys(keys);
  expect(liveRecords(rapport.journalFolder, 'interaction')[0]).toMatchObject({
    notes: `${words} And this was typed.`,
  });
  await expect(new Shell(page).main.getByRole('article')).toBeVisible();
  const search = new SearchPage(page);
  await search.openByKeys(keys, 'needle');
  await expect(search.hits.first()).toContainText('The needle is here.');
  await new Palette(page).choose(keys, 'marathon', /^Marathon/);
  await expect(new PersonPage(page).entries).toHaveCount(1);
});

test('notes over the limit are refused and stay on the screen', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  const words = 'word '.repeat(200_001);
  await keys.press('Control+N');
  await sheet.fillIn(keys, { who: ['Marathon'] });
  await keys.tabTo(sheet.words);
  await keys.insert(words);
  await keys.press('Control+Enter');
  await expect(sheet.problem.filter({ hasText: 'at most one million characters' }).first()).toBeVisible();
  expect(await sheet.words.inputValue()).toHaveLength(words.length);
  expect(liveRecords(rapport.journalFolder, 'interaction')).toEqual([]);
});

test('a pasted picture is declined in words, text around it is kept', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  await keys.press('Control+N');
  await sheet.fillIn(keys, { who: ['Tom'], words: 'Before' });
  await pastePicture(page);
  await expect(sheet.problem).toHaveText('Pictures are not kept in entries yet; your text is.');
  await expect(sheet.words).toHaveValue('Before');
  await keys.type(' and after.');
  await expect(sheet.problem).toBeHidden();
  await sheet.saveByKeys(keys);
  expect(liveRecords(rapport.journalFolder, 'interaction')[0]).toMatchObject({ notes: 'Before and after.' });
});

/**
 * As Ctrl+V does with a picture on the clipboard. Not with the clipboard itself: it is one for all programs of the
 * display, those of other tests as well.
 */
async function pastePicture(page: Page): Promise<void> {
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array([137, 80, 78, 71])], 'picture.png', { type: 'image/png' }));
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  });
}
