import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { backupsIn } from './disk';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { SearchPage } from './pages/search-page';
import { SettingsPage } from './pages/settings-page';
import { Shell } from './pages/shell';
import { startEmpty } from './setup';

const NAME = 'Ottoline Quarrendon';
const OTHER = 'Anna Lind';
const ADDRESS = 'ottoline@quarrendon.example';
const NOTES = 'collects weathervanes';
const TRACES = [NAME, ADDRESS, NOTES];
/** Deriving a key takes a second of work by design. */
const SLOW = { timeout: 30_000 };
const PASSPHRASE = 'tiger lamp river cloud';

/** Where one of the words stands in any file under a folder, in whatever encoding, zips opened. */
function filesWith(folder: string, words: readonly string[]): string[] {
  const found: string[] = [];
  const look = (path: string, bytes: Buffer): void => {
    for (const encoding of ['utf8', 'utf16le'] as const) {
      const text = bytes.toString(encoding).toLowerCase();
      if (words.some((word) => text.includes(word.toLowerCase()))) found.push(path);
    }
    if (bytes.subarray(0, 2).toString() !== 'PK') return;
    for (const [name, content] of Object.entries(unzipSync(bytes)))
      look(`${path}!${name}`, Buffer.from(content));
  };
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) look(path, readFileSync(path));
  }
  return found;
}

test('somebody is forgotten by keyboard: no file anywhere holds the name, the addresses or the notes any more', async ({
  rapport,
}) => {
  test.setTimeout(180_000);
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const palette = new Palette(page);
  const shell = new Shell(page);
  await test.step('written down alone and with others, searched for, backed up, and drafted', async () => {
    const sheet = new DebriefSheet(page);
    await sheet.writeDown(keys, { who: [NAME], kindKey: 'c', words: `She ${NOTES}.` });
    await sheet.writeDown(keys, { who: [NAME, OTHER], kindKey: 'm', words: `${NAME} laughed with us.` });
    await palette.choose(keys, NAME, new RegExp(`^${NAME}`));
    await expect(new PersonPage(page).name).toContainText(NAME);
    const saved = await page.evaluate(
      async ([name, address, notes]) => {
        const { rapport } = window;
        const found = await rapport.people.suggest({ text: name ?? '', limit: 1 });
        const id = found.ok ? (found.value.people[0]?.id ?? '') : '';
        const read = await rapport.people.get({ id });
        if (!read.ok) return read;
        const { rev, createdAt: _created, updatedAt: _updated, id: _id, ...person } = read.value;
        const channels = [{ kind: 'email' as const, value: address ?? '' }];
        return rapport.people.save({
          editing: { id, rev },
          person: { ...person, notes: notes ?? '', channels },
        });
      },
      [NAME, ADDRESS, NOTES],
    );
    expect(saved.ok).toBe(true);
    await new SearchPage(page).openByKeys(keys, NAME);
    await keys.press('Control+Shift+B');
    await expect(shell.backupState).toContainText('Backup verified');
    await keys.press('Control+N');
    await expect(sheet.who).toBeFocused();
    await keys.type(NAME);
    await keys.press('Enter');
    await expect(sheet.chosen(NAME)).toBeVisible();
    await expect(sheet.draftState).toBeVisible();
    await keys.press('Escape');
    await expect(sheet.sheet).toBeHidden();
    await expect(new Shell(await rapport.restart()).draftOffer).toBeVisible();
  });
  expect(filesWith(rapport.home, TRACES).length).toBeGreaterThan(4);
  await forgetByKeys(rapport.page);
  await test.step('nothing is left, after the app has ended too, and the other entry is there', async () => {
    await rapport.quit();
    expect(filesWith(rapport.home, TRACES)).toEqual([]);
    expect(filesWith(rapport.journalFolder, ['Somebody laughed with us.']).length).toBeGreaterThan(0);
  });
  await test.step('and Rapport asks before they come back', async () => {
    const again = await rapport.start();
    const more = new Keys(again);
    await more.press('Control+Shift+P');
    const form = new Shell(again).dialog('New person');
    await expect(form.getByRole('textbox', { name: 'Name' }).first()).toBeFocused();
    await more.type(NAME);
    await more.press('Control+Enter');
    await expect(form.getByRole('alert')).toContainText('you had somebody forgotten');
    const welcome = form.getByRole('button', { name: 'Yes, take them in anew' });
    await more.tabTo(welcome);
    await more.press('Enter');
    await expect(form.getByRole('status').filter({ hasText: 'Save now' })).toBeVisible();
    await more.press('Control+Enter');
    await expect(new PersonPage(again).name).toContainText(NAME);
  });
});

/** From anywhere: the person's page, the command, the list of what goes, the name. */
async function forgetByKeys(page: Page): Promise<void> {
  const keys = new Keys(page);
  const palette = new Palette(page);
  await palette.choose(keys, NAME, new RegExp(`^${NAME}`));
  await expect(new PersonPage(page).name).toContainText(NAME);
  await palette.choose(keys, 'Forget this', 'Forget this person…');
  const dialog = new Shell(page).dialog(`Forget ${NAME}`);
  const field = dialog.getByRole('textbox', { name: `Type ${NAME} to confirm` });
  await expect(field).toBeFocused();
  await expect(dialog).toContainText('1 entry with nobody else');
  await expect(dialog).toContainText('1 entry with others');
  await expect(dialog).toContainText('1 unsaved draft');
  await expect(dialog).toContainText('written anew without them');
  const forget = dialog.getByRole('button', { name: 'Forget for good' });
  await keys.type('Ottoline');
  await expect(forget).toBeDisabled();
  await keys.type(' Quarrendon');
  await expect(forget).toBeEnabled();
  await keys.press('Enter');
  await expect(new Shell(page).toast('Forgotten.')).toBeVisible();
  await new Shell(page).expectPlace('People');
  await expect(page.getByText(NAME)).toHaveCount(0);
}

test('given up while the backups are made ready, nothing is erased; asked for again, it is', async ({
  rapport,
}) => {
  test.setTimeout(300_000);
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const palette = new Palette(page);
  const settings = new SettingsPage(page);
  await new DebriefSheet(page).writeDown(keys, { who: [NAME], kindKey: 'c', words: `She ${NOTES}.` });
  await settings.open(keys);
  await settings.encryptWith(keys, PASSPHRASE);
  for (let made = 0; made < 2; made++) await settings.backUpNow(keys, rapport.backupFolder);
  await palette.choose(keys, NAME, new RegExp(`^${NAME}`));
  await expect(new PersonPage(page).name).toContainText(NAME);
  await palette.choose(keys, 'Forget this', 'Forget this person…');
  const dialog = new Shell(page).dialog(/^Forget/);
  await expect(dialog).toContainText('Looking through the journal');
  await test.step('closed while it looks, it can be opened again', async () => {
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
    await palette.choose(keys, 'Forget this', 'Forget this person…');
    await expect(dialog.getByRole('textbox')).toBeFocused(SLOW);
  });
  await keys.type(NAME);
  await keys.press('Enter');
  const cancel = dialog.getByRole('button', { name: 'Cancel' });
  await expect(dialog.getByRole('progressbar', { name: 'Getting everything ready' })).toBeVisible();
  await expect(cancel).toBeFocused();
  await keys.press('Enter');
  await expect(dialog).toContainText('Nothing was erased: you cancelled it.');
  await expect(cancel).toBeFocused();
  await expect(dialog).toContainText('written anew without them');
  const backups = backupsIn(rapport.backupFolder);
  expect(backups).toHaveLength(2);
  await keys.tabTo(dialog.getByRole('button', { name: 'Forget for good' }));
  await keys.press('Enter');
  await expect(new Shell(page).toast('Forgotten.')).toBeVisible({ timeout: 120_000 });
  await expect(new Shell(page).main.getByRole('heading', { name: 'People', level: 1 })).toBeFocused();
  expect(backupsIn(rapport.backupFolder)).toEqual(backups);
  await rapport.quit();
  expect(filesWith(rapport.home, TRACES)).toEqual([]);
});
