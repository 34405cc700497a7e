import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import type { RapportApp } from './app';
import { backupsIn, readJournal, recordsOf, withoutRevisions } from './disk';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { SettingsPage } from './pages/settings-page';
import { Shell } from './pages/shell';
import { startEmpty, writeJournal } from './setup';

const PASSPHRASE = 'tiger lamp river cloud';

test('by itself: one at the end when something changed, outdated ones go, those made by hand stay', async ({
  rapport,
}) => {
  test.setTimeout(120_000);
  const automatic = join(rapport.backupFolder, 'Automatic');
  await startEmpty(rapport);
  await writeDown(rapport, 'Ada Montgomery');
  await rapport.quit();
  const [first = ''] = backupsIn(automatic);
  expect(first).toMatch(/^Rapport \d{4}-\d\d-\d\d \d{4}\.rapport$/);

  await test.step('nothing changed: no other one', async () => {
    await rapport.restart();
    await rapport.quit();
    expect(backupsIn(automatic)).toEqual([first]);
  });
  await test.step('outdated ones go, whatever is made by hand stays', async () => {
    // As if it had been made on each of twenty days long ago, all in one month.
    const days = Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(2, '0'));
    const bytes = readFileSync(join(automatic, first));
    for (const day of days) {
      const old = redated(bytes, `2020-03-${day}T12:00:00+00:00`);
      writeFileSync(join(automatic, `Rapport 2020-03-${day} 1200.rapport`), old);
      writeFileSync(join(rapport.backupFolder, `Rapport 2020-03-${day} 1200.rapport`), bytes);
    }
    await rapport.start();
    await writeDown(rapport, 'Bea Lindqvist');
    await rapport.quit();
    const left = backupsIn(automatic);
    expect(left.length).toBeLessThan(15);
    expect(left).toEqual(expect.arrayContaining(['Rapport 2020-03-20 1200.rapport', first]));
    expect(left).not.toContain('Rapport 2020-03-02 1200.rapport');
    expect(backupsIn(rapport.backupFolder)).toHaveLength(days.length);
  });
});

test('the second place: chosen, filled, away without an error, and caught up', async ({ rapport }) => {
  test.setTimeout(120_000);
  await (await writeJournal(rapport.journalFolder)).close();
  const disk = join(rapport.home, 'disk');
  mkdirSync(disk);
  const page = await rapport.start();
  const keys = new Keys(page);
  const settings = new SettingsPage(page);
  await openSettings(rapport);
  await rapport.answerDialogs(disk);
  await keys.tabTo(settings.chooseSecond);
  await keys.press('Enter');
  await expect(settings.backups).toContainText(disk);
  await backUpNow(rapport);
  await expect(settings.backups).toContainText('Every backup is there too');
  expect(backupsIn(disk)).toEqual(backupsIn(rapport.backupFolder));

  renameSync(disk, `${disk}-unplugged`);
  await backUpNow(rapport);
  await expect(settings.backups).toContainText('It is not there just now');
  await expect(settings.backups.getByRole('alert')).toBeHidden();

  renameSync(`${disk}-unplugged`, disk);
  await backUpNow(rapport);
  await expect(settings.backups).toContainText('Every backup is there too');
  expect(backupsIn(disk)).toEqual(backupsIn(rapport.backupFolder));
  expect(backupsIn(disk)).toHaveLength(3);
});

test('encrypted: set by keyboard, restored with the passphrase, a wrong one told from a damaged file', async ({
  rapport,
}) => {
  test.setTimeout(120_000);
  await (await writeJournal(rapport.journalFolder)).close();
  const before = withoutRevisions(readJournal(rapport.journalFolder));
  const page = await rapport.start();
  const keys = new Keys(page);
  const settings = new SettingsPage(page);
  await openSettings(rapport);
  await keys.tabTo(settings.encrypt);
  await keys.press('Enter');
  await expect(settings.passphrase).toBeFocused();
  await keys.type('password1');
  await expect(settings.strength).toContainText('Weak', { timeout: 20_000 });
  await keys.press('Control+A');
  await keys.type(PASSPHRASE);
  await expect(settings.strength).toContainText('Strong', { timeout: 20_000 });
  await keys.tabTo(settings.passphraseAgain);
  await keys.type(PASSPHRASE);
  await keys.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Recovery note' })).toContainText(PASSPHRASE);
  await keys.press('Escape');
  await backUpNow(rapport);
  const [name = ''] = backupsIn(rapport.backupFolder);
  expect(name).toMatch(/\.rapport\.age$/);
  const bytes = readFileSync(join(rapport.backupFolder, name));
  expect(bytes.toString('latin1').startsWith('age-encryption.org/v1')).toBe(true);

  await writeDown(rapport, 'Somebody newer');
  await rapport.restart();
  await openSettings(rapport);
  const again = new SettingsPage(rapport.page);
  const keysAgain = new Keys(rapport.page);
  await keysAgain.tabTo(again.lookInto.last());
  await keysAgain.press('Enter');
  await expect(again.itsPassphrase).toBeFocused();
  await keysAgain.type('lion lamp river cloud');
  await keysAgain.press('Enter');
  await expect(again.problem).toContainText('This is not the passphrase of this backup', { timeout: 20_000 });
  await keysAgain.tabBackTo(again.itsPassphrase);
  await keysAgain.press('Control+A');
  await keysAgain.type(PASSPHRASE);
  await keysAgain.press('Enter');
  await expect(again.restoreButton).toBeVisible({ timeout: 20_000 });

  await test.step('a damaged one says so, with the right passphrase or not', async () => {
    bytes[bytes.length - 30] = (bytes[bytes.length - 30] ?? 0) ^ 1;
    const path = join(rapport.home, 'altered.rapport.age');
    writeFileSync(path, bytes);
    await keysAgain.tabTo(again.restore.getByRole('button', { name: 'Cancel' }));
    await keysAgain.press('Enter');
    await rapport.answerDialogs(path);
    await keysAgain.tabTo(again.chooseBackup);
    await keysAgain.press('Enter');
    await expect(again.itsPassphrase).toBeFocused();
    await keysAgain.type(PASSPHRASE);
    await keysAgain.press('Enter');
    await expect(again.problem).toContainText('This backup is damaged', { timeout: 20_000 });
  });
  expect(withoutRevisions(readJournal(rapport.journalFolder))).not.toEqual(before);
});

test('single people come back by keyboard, with their entries, and undo takes that back', async ({
  rapport,
}) => {
  test.setTimeout(120_000);
  await startEmpty(rapport);
  await writeDown(rapport, 'Ada Montgomery');
  await writeDown(rapport, 'Bea Lindqvist');
  const page = rapport.page;
  const keys = new Keys(page);
  await backUpNow(rapport);
  await new Palette(page).choose(keys, 'ada mont', /^Ada Montgomery/);
  await keys.tabTo(new PersonPage(page).actions);
  await keys.press('Enter');
  await page.getByRole('menuitem', { name: /^Delete/ }).press('Enter');
  await expect(new Shell(page).toast('Ada Montgomery deleted')).toBeVisible();

  const settings = new SettingsPage(page);
  await new Palette(page).choose(keys, 'restore', /^Restore from a backup/);
  await keys.tabTo(settings.lookInto.first());
  await keys.press('Enter');
  await keys.tabTo(settings.part);
  await keys.press('ArrowRight');
  const ada = settings.restore.getByRole('checkbox', { name: 'Ada Montgomery' });
  await keys.tabTo(ada);
  await keys.press('Space');
  await settings.expectChange('People', ['1', '2', '1', '–', '–']);
  await settings.expectChange('Entries', ['1', '2', '1', '–', '–']);
  await keys.tabTo(settings.restoreButton);
  await keys.press('Enter');
  await expect(settings.restoreButton).toBeFocused();
  await keys.press('Enter');
  await expect(new Shell(page).toast('Restored Ada Montgomery')).toBeVisible();
  await keys.press('Control+2');
  await expect(new Shell(page).main.getByRole('article')).toHaveCount(2);
  await keys.press('Control+Z');
  await expect(new Shell(page).main.getByRole('article')).toHaveCount(1);
  await rapport.quit();
  expect(recordsOf(rapport.journalFolder, 'people').map((person) => person['name'])).toEqual([
    'Bea Lindqvist',
  ]);
});

async function writeDown(rapport: RapportApp, who: string): Promise<void> {
  const page = rapport.page;
  await new DebriefSheet(page).writeDown(new Keys(page), { who: [who], words: `Met ${who} at the market.` });
  await expect(new Shell(page).toast('Written down')).toBeVisible();
}

async function openSettings(rapport: RapportApp): Promise<void> {
  await new Keys(rapport.page).press('Control+,');
  await new Shell(rapport.page).expectPlace('Settings');
}

async function backUpNow(rapport: RapportApp): Promise<void> {
  const page = rapport.page;
  const before = backupsIn(rapport.backupFolder).length;
  await new Keys(page).press('Control+Shift+B');
  await expect.poll(() => backupsIn(rapport.backupFolder).length, { timeout: 20_000 }).toBe(before + 1);
  await expect(new Shell(page).toast(/^Backup made/)).toBeVisible({ timeout: 20_000 });
}

/** The same backup as if it had been made at another time: its date is in its manifest. */
function redated(bytes: Buffer, createdAt: string): Uint8Array {
  const files = unzipSync(bytes);
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString('utf8')) as object;
  return zipSync({ ...files, 'manifest.json': Buffer.from(JSON.stringify({ ...manifest, createdAt })) });
}
