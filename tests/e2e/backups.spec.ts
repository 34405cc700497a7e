import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import type { RapportApp } from './app';
import { backupsIn, recordsOf } from './disk';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { SettingsPage } from './pages/settings-page';
import { Shell } from './pages/shell';
import { startEmpty, writeJournal } from './setup';

test('by itself: one at the end when something changed, said in Settings; outdated ones go, copies kept elsewhere stay', async ({
  rapport,
}) => {
  test.setTimeout(120_000);
  const automatic = join(rapport.backupFolder, 'Automatic');
  await startEmpty(rapport);
  await writeDown(rapport, 'Ada Montgomery');
  await rapport.quit();
  const [first = ''] = backupsIn(automatic);
  expect(first).toMatch(/^Rapport \d{4}-\d\d-\d\d \d{4}\.rapport$/);

  await test.step('Settings says what it holds, and that it was read back', async () => {
    const page = await rapport.start();
    const settings = new SettingsPage(page);
    await settings.open(new Keys(page));
    await expect(settings.backups).toContainText('Rapport makes one by itself when you close it');
    await expect(settings.backups).toContainText(/The last one: .*\d\d:\d\d/);
    const row = settings.restore.getByRole('listitem').filter({ hasText: first });
    await expect(row).toContainText(/automatic.*1 person · 1 entry · verified .*\d\d:\d\d/);
  });
  await test.step('nothing changed: no other one', async () => {
    await rapport.quit();
    expect(backupsIn(automatic)).toEqual([first]);
  });
  await test.step('outdated ones go, copies that the user put elsewhere stay', async () => {
    // As if it had been made on each of twenty days long ago, all in one month.
    const days = Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(2, '0'));
    const bytes = readFileSync(join(automatic, first));
    for (const day of days) {
      const old = redated(bytes, `2020-03-${day}T12:00:00+00:00`);
      for (const folder of [automatic, rapport.backupFolder]) {
        writeFileSync(join(folder, `Rapport 2020-03-${day} 1200.rapport`), old);
      }
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
  await settings.open(keys);
  await rapport.answerDialogs(disk);
  await keys.tabTo(settings.chooseSecond);
  await keys.press('Enter');
  await expect(settings.backups).toContainText(disk);
  await settings.backUpNow(keys, rapport.backupFolder);
  await expect(settings.backups).toContainText('Every backup is there too');
  expect(backupsIn(disk)).toEqual(backupsIn(rapport.backupFolder));

  await test.step('the recovery note names it too', async () => {
    await keys.tabTo(settings.encrypt);
    await keys.press('Enter');
    await keys.type('tiger lamp river cloud');
    await keys.tabTo(settings.passphraseAgain);
    await keys.type('tiger lamp river cloud');
    await keys.press('Enter');
    await expect(settings.recoveryNote).toContainText(disk, { timeout: 30_000 });
    await keys.press('Escape');
    await keys.press('Tab');
    await keys.press('Enter');
    await expect(settings.backups).toContainText('Backups are not encrypted');
  });

  renameSync(disk, `${disk}-unplugged`);
  await settings.backUpNow(keys, rapport.backupFolder);
  await expect(settings.backups).toContainText('It is not there just now');
  await expect(settings.backups.getByRole('alert')).toBeHidden();

  renameSync(`${disk}-unplugged`, disk);
  await settings.backUpNow(keys, rapport.backupFolder);
  await expect(settings.backups).toContainText('Every backup is there too');
  expect(backupsIn(disk)).toEqual(backupsIn(rapport.backupFolder));
  expect(backupsIn(disk)).toHaveLength(3);
});

test('single people come back by keyboard, with their entries, and undo takes that back', async ({
  rapport,
}) => {
  test.setTimeout(120_000);
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const settings = new SettingsPage(page);
  const shell = new Shell(page);
  await writeDown(rapport, 'Ada Montgomery');
  await writeDown(rapport, 'Bea Lindqvist');
  await settings.open(keys);
  await settings.backUpNow(keys, rapport.backupFolder);
  await new Palette(page).choose(keys, 'ada mont', /^Ada Montgomery/);
  await keys.tabTo(new PersonPage(page).actions);
  await keys.press('Enter');
  await page.getByRole('menuitem', { name: /^Delete/ }).press('Enter');
  await expect(shell.toast('Ada Montgomery deleted')).toBeVisible();

  await new Palette(page).choose(keys, 'restore', /^Restore from a backup/);
  await keys.tabTo(settings.lookInto.first());
  await keys.press('Enter');
  await keys.tabTo(settings.part);
  await keys.press('ArrowRight');
  await keys.tabTo(settings.restore.getByRole('checkbox', { name: 'Ada Montgomery' }));
  await keys.press('Space');
  await settings.expectChange('People', ['1', '2', '1', '–', '–']);
  await settings.expectChange('Entries', ['1', '2', '1', '–', '–']);
  await settings.confirmRestore(keys);
  await expect(shell.toast('Restored Ada Montgomery')).toBeVisible();
  expect(backupsIn(rapport.backupFolder)).toContainEqual(
    expect.stringMatching(/^Rapport .* before a restore\.rapport$/),
  );
  await keys.press('Control+2');
  await expect(shell.main.getByRole('article')).toHaveCount(2);
  await keys.press('Control+Z');
  await expect(shell.main.getByRole('article')).toHaveCount(1);
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

/** The same backup as if it had been made at another time: its date is in its manifest. */
function redated(bytes: Buffer, createdAt: string): Uint8Array {
  const files = unzipSync(bytes);
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString('utf8')) as object;
  return zipSync({ ...files, 'manifest.json': Buffer.from(JSON.stringify({ ...manifest, createdAt })) });
}

test('Enter that is held down asks whether to restore, and does not answer it', async ({ rapport }) => {
  await (await writeJournal(rapport.journalFolder)).close();
  const page = await rapport.start();
  const keys = new Keys(page);
  const settings = new SettingsPage(page);
  await settings.open(keys);
  await settings.backUpNow(keys, rapport.backupFolder);
  await new DebriefSheet(page).writeDown(keys, { who: ['Somebody newer'], words: 'Stays.' });
  await keys.tabTo(settings.lookInto.first());
  await keys.press('Enter');
  await keys.tabTo(settings.restoreButton);
  for (let held = 0; held < 5; held++) {
    await page.keyboard.down('Enter');
    await page.waitForTimeout(50);
  }
  await page.keyboard.up('Enter');
  await expect(settings.restoreButton).toHaveText(/^Yes/);
  await keys.press('Control+3');
  await expect(new Shell(page).main.getByRole('status')).toHaveText('9 people');
  expect(backupsIn(rapport.backupFolder)).toHaveLength(1);
});
