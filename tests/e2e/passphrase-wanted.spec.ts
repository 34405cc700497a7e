import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RapportApp } from './app';
import { backupsIn } from './disk';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { SettingsPage } from './pages/settings-page';
import { Shell } from './pages/shell';
import { StartScreen } from './pages/start';
import { startEmpty } from './setup';

/**
 * Without a keychain Rapport does not know the passphrase of its encrypted backups after a start: wherever they are needed
 * it asks for it, and no good backup is passed over or deleted meanwhile.
 */

/** Deriving a key takes a second of work by design, and opening or making a backup may take several. */
const SLOW = { timeout: 60_000 };
const PASSPHRASE = 'tiger lamp river cloud';
const NAME = 'Ottoline Quarrendon';

test('forgetting somebody asks for it first: the backups are written anew, and none is deleted', async ({
  rapport,
}) => {
  test.setTimeout(240_000);
  const { keys, palette } = await startWithEncryptedBackup(rapport);
  await palette.choose(keys, NAME, new RegExp(`^${NAME}`));
  await expect(new PersonPage(rapport.page).name).toContainText(NAME);
  await palette.choose(keys, 'Forget this', 'Forget this person…');
  const dialog = new Shell(rapport.page).dialog(/^Forget/);
  const passphrase = dialog.getByLabel('Passphrase of the backups');
  await expect(dialog).toContainText('1 encrypted backup is deleted, because it cannot be opened', SLOW);
  await expect(passphrase).toBeFocused();
  await keys.type('lion lamp river cloud');
  await keys.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('This is not the passphrase', SLOW);
  await expect(passphrase).toBeFocused();
  await keys.press('Control+A');
  await keys.type(PASSPHRASE);
  await keys.press('Enter');
  await expect(dialog).toContainText('1 backup written anew without them.', SLOW);
  await expect(passphrase).toBeHidden();
  await expect(dialog.getByRole('textbox', { name: `Type ${NAME} to confirm` })).toBeFocused();
  const backups = backupsIn(rapport.backupFolder);
  await keys.type(NAME);
  await keys.press('Enter');
  await expect(new Shell(rapport.page).toast('Forgotten.')).toBeVisible(SLOW);
  expect(backupsIn(rapport.backupFolder)).toEqual(backups);
});

test('a record’s history says why no backup could be looked into, and looks again once it is known', async ({
  rapport,
}) => {
  test.setTimeout(180_000);
  const { keys, palette } = await startWithEncryptedBackup(rapport);
  await palette.choose(keys, NAME, new RegExp(`^${NAME}`));
  await expect(new PersonPage(rapport.page).name).toContainText(NAME);
  await palette.choose(keys, 'History of', 'History of this person');
  const dialog = new Shell(rapport.page).dialog(/^History of/);
  await keys.tabTo(dialog.getByRole('button', { name: 'Look into the backups too' }));
  await keys.press('Enter');
  await expect(dialog).toContainText(
    'No backup could be looked into. 1 backup is encrypted with a passphrase that Rapport does not know just now.',
    SLOW,
  );
  const passphrase = dialog.getByLabel('Passphrase of the backups');
  await expect(passphrase).toBeFocused();
  await keys.type(PASSPHRASE);
  await keys.press('Enter');
  await expect(dialog).toContainText('The backups know no other version.', SLOW);
  await expect(passphrase).toBeHidden();
  await keys.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a damaged journal asks for it before it restores its newest backup, and then says no more that something is missing', async ({
  rapport,
}) => {
  test.setTimeout(180_000);
  await makeEncryptedBackup(rapport);
  await rapport.quit();
  const people = join(rapport.journalFolder, 'people.json');
  writeFileSync(people, readFileSync(people, 'utf8').replace('"name":', '"name"'));
  const page = await rapport.start();
  const keys = new Keys(page);
  const shell = new Shell(page);
  const { recovery } = new StartScreen(page);
  const passphrase = recovery.backup.getByLabel('Passphrase of the backups');
  await expect(recovery.backup).toContainText('.rapport.age is encrypted.', SLOW);
  await keys.tabTo(passphrase);
  await keys.type('lion lamp river cloud');
  await keys.press('Enter');
  await expect(recovery.backup.getByRole('alert')).toContainText('This is not the passphrase', SLOW);
  await keys.press('Control+A');
  await keys.type(PASSPHRASE);
  await keys.press('Enter');
  await expect(recovery.restore).toBeVisible(SLOW);
  await expect(recovery.backup).toBeFocused();
  await keys.tabTo(recovery.restore);
  await keys.press('Enter');
  await shell.expectPlace('Settings');
  await expect(shell.notices).toContainText(
    'people.json was not whole when you opened this journal. You have restored a backup since.',
    SLOW,
  );
  await expect(shell.notices).not.toContainText('is missing');
  await expect(shell.backupState).toContainText('Backup verified', SLOW);
  await keys.press('Control+3');
  await expect(shell.main.getByRole('status')).toHaveText('1 person');
});

test('the passphrase that opened a backup to restore it is taken for automatic backups too', async ({
  rapport,
}) => {
  test.setTimeout(180_000);
  const { keys } = await startWithEncryptedBackup(rapport);
  const settings = new SettingsPage(rapport.page);
  await settings.open(keys);
  await expect(settings.backups).toContainText('Automatic backups wait for your passphrase');
  await keys.tabTo(settings.lookInto.first());
  await keys.press('Enter');
  await expect(settings.itsPassphrase).toBeFocused();
  await keys.type(PASSPHRASE);
  await keys.press('Enter');
  await expect(settings.restore).toContainText('It holds exactly what your journal holds now', SLOW);
  await expect(settings.backups).not.toContainText('wait for your passphrase', SLOW);
});

async function makeEncryptedBackup(rapport: RapportApp): Promise<void> {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const settings = new SettingsPage(page);
  await new DebriefSheet(page).writeDown(keys, { who: [NAME], kindKey: 'c', words: 'Of barometers.' });
  await settings.open(keys);
  await settings.encryptWith(keys, PASSPHRASE);
  await settings.backUpNow(keys, rapport.backupFolder);
}

/** A start after the passphrase was chosen and a backup made: it is not known any more. */
async function startWithEncryptedBackup(rapport: RapportApp): Promise<{ keys: Keys; palette: Palette }> {
  await makeEncryptedBackup(rapport);
  await rapport.quit();
  const page = await rapport.start();
  await new Shell(page).expectPlace('Settings');
  return { keys: new Keys(page), palette: new Palette(page) };
}
