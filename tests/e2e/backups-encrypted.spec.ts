import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RapportApp } from './app';
import { backupsIn, readJournal, withoutRevisions } from './disk';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { SettingsPage } from './pages/settings-page';
import { Shell } from './pages/shell';
import { startEmpty, writeJournal } from './setup';

/** Deriving a key takes a second of work by design, and opening or making a backup may take several. */
const SLOW = { timeout: 30_000 };

const PASSPHRASE = 'tiger lamp river cloud';

test('encrypted: strength and recovery note by keyboard, at the end too; all of it restored on another computer, and undone', async ({
  rapport,
}) => {
  test.setTimeout(180_000);
  await (await writeJournal(rapport.journalFolder)).close();
  const { keys, settings } = await openSettings(rapport);
  await keys.tabTo(settings.encrypt);
  await keys.press('Enter');
  await expect(settings.passphrase).toBeFocused();
  await keys.type('password1');
  await expect(settings.strength).toContainText('Weak', SLOW);
  await test.step('a weak one is not taken at once', async () => {
    await keys.tabTo(settings.passphraseAgain);
    await keys.type('password1');
    await keys.press('Enter');
    await expect(settings.backups.getByRole('alert')).toContainText('This passphrase is weak', SLOW);
    await expect(settings.useWeak).toBeEnabled();
    await expect(settings.recoveryNote).toBeHidden();
    await keys.press('Control+A');
    await keys.press('Delete');
    await keys.tabBackTo(settings.passphrase);
    await keys.press('Control+A');
  });
  await keys.type(PASSPHRASE);
  await expect(settings.strength).toContainText('Strong', SLOW);
  await keys.tabTo(settings.passphraseAgain);
  await keys.type(PASSPHRASE);
  await keys.press('Enter');
  await expect(settings.recoveryNote).toContainText(PASSPHRASE);
  await expect(settings.recoveryNote).toContainText(rapport.backupFolder);
  await expect(settings.recoveryNote.getByRole('code')).toHaveText('age -d -o backup.zip backup.age');
  await keys.press('Escape');
  await expect(settings.recoveryNote).toBeHidden();
  await settings.backUpNow(keys, rapport.backupFolder);
  const [name = ''] = backupsIn(rapport.backupFolder);
  expect(name).toMatch(/^Rapport \d{4}-\d\d-\d\d \d{4}\.rapport\.age$/);
  expectAge(join(rapport.backupFolder, name));

  await new DebriefSheet(rapport.page).writeDown(keys, { who: ['Somebody newer'], words: 'Too late.' });
  await expect(new Shell(rapport.page).toast('Written down')).toBeVisible();
  await rapport.quit();
  const automatic = join(rapport.backupFolder, 'Automatic');
  const [atTheEnd = ''] = backupsIn(automatic);
  expect(atTheEnd).toMatch(/\.rapport\.age$/);
  expectAge(join(automatic, atTheEnd));

  const written = withoutRevisions(readJournal(rapport.journalFolder));
  const stick = join(rapport.home, 'stick');
  mkdirSync(stick);
  cpSync(join(automatic, atTheEnd), join(stick, 'From the old computer.rapport.age'));
  replaceComputer(rapport);

  await startEmpty(rapport);
  const there = await openSettings(rapport);
  await rapport.answerDialogs(join(stick, 'From the old computer.rapport.age'));
  await there.keys.tabTo(there.settings.chooseBackup);
  await there.keys.press('Enter');
  await answerPassphrase(there, PASSPHRASE);
  await expect(there.settings.restore).toContainText('This is a backup of another journal');
  await there.settings.expectChange('People', ['0', '9', '9', '–', '–']);
  await there.settings.expectChange('Entries', ['0', '21', '21', '–', '–']);
  await there.settings.confirmRestore(there.keys);
  await expect(there.settings.restore.getByRole('status')).toContainText('before a restore.rapport');
  await there.keys.press('Control+3');
  const people = new Shell(rapport.page).main.getByRole('status');
  await expect(people).toHaveText('9 people');
  await there.keys.press('Control+Z');
  await expect(people).not.toHaveText('9 people');
  await there.keys.press('Control+Shift+Z');
  await expect(people).toHaveText('9 people');
  await rapport.quit();
  expect(withoutRevisions(readJournal(rapport.journalFolder))).toEqual(written);
});

test('a wrong passphrase is told from a damaged file, and where the two cannot be told apart that is said', async ({
  rapport,
}) => {
  test.setTimeout(180_000);
  await (await writeJournal(rapport.journalFolder)).close();
  const first = await openSettings(rapport);
  await first.settings.encryptWith(first.keys, PASSPHRASE);
  await first.settings.backUpNow(first.keys, rapport.backupFolder);
  const [name = ''] = backupsIn(rapport.backupFolder);
  const bytes = readFileSync(join(rapport.backupFolder, name));
  const backups = join(rapport.home, 'backups');
  await rapport.quit();
  cpSync(rapport.backupFolder, backups, { recursive: true, preserveTimestamps: true });
  replaceComputer(rapport);

  await startEmpty(rapport);
  const at = await openSettings(rapport);
  const look = async (path: string): Promise<void> => {
    await rapport.answerDialogs(path);
    await at.keys.tabTo(at.settings.chooseBackup);
    await at.keys.press('Enter');
  };
  const giveUp = async (): Promise<void> => {
    await at.keys.tabTo(at.settings.restore.getByRole('button', { name: 'Cancel' }));
    await at.keys.press('Enter');
  };
  await test.step('the file is known to be whole: it is the passphrase', async () => {
    await look(join(backups, name));
    await answerPassphrase(at, 'lion lamp river cloud');
    await expect(at.settings.problem).toContainText('This is not the passphrase of this backup', SLOW);
    await at.keys.tabBackTo(at.settings.itsPassphrase);
    await at.keys.press('Control+A');
    await answerPassphrase(at, PASSPHRASE);
    await expect(at.settings.restoreButton).toBeVisible(SLOW);
    await giveUp();
  });
  await test.step('a file from elsewhere may be either', async () => {
    const path = join(rapport.home, 'copy.rapport.age');
    writeFileSync(path, bytes);
    await look(path);
    await answerPassphrase(at, 'lion lamp river cloud');
    await expect(at.settings.problem).toContainText('the two cannot be told apart', SLOW);
    await giveUp();
  });
  await test.step('the passphrase fits, and the rest is damaged', async () => {
    const path = join(rapport.home, 'altered.rapport.age');
    writeFileSync(path, altered(bytes, bytes.length - 30));
    await look(path);
    await answerPassphrase(at, PASSPHRASE);
    await expect(at.settings.problem).toContainText('This backup is damaged', SLOW);
  });
  await test.step('the first lines are damaged, of a file that was known: no passphrase is blamed', async () => {
    writeFileSync(join(backups, name), altered(bytes, bytes.indexOf('\n', bytes.indexOf('-> scrypt')) + 1));
    await look(join(backups, name));
    await answerPassphrase(at, PASSPHRASE);
    await expect(at.settings.problem).toContainText('This backup is damaged', SLOW);
  });
});

test('a backup that is being made shows how far it is, and given up leaves nothing', async ({ rapport }) => {
  test.setTimeout(120_000);
  await (await writeJournal(rapport.journalFolder)).close();
  const { keys, settings } = await openSettings(rapport);
  // Encrypting takes its time: long enough for two keys.
  await settings.encryptWith(keys, PASSPHRASE);
  await keys.tabBackTo(settings.backUp);
  await keys.press('Enter');
  await expect(settings.progress).toBeVisible();
  await keys.tabTo(settings.cancel);
  await keys.press('Enter');
  await expect(settings.backups).toContainText('No backup was made: you cancelled it.');
  await expect(settings.progress).toBeHidden();
  const left = readdirSync(rapport.backupFolder, { recursive: true, encoding: 'utf8' });
  expect(left.filter((file) => file.includes('Rapport'))).toEqual([]);

  await test.step('the next one is made', async () => {
    await settings.backUpNow(keys, rapport.backupFolder);
  });
});

test('a restore that is given up while its safety backup is made changes nothing', async ({ rapport }) => {
  test.setTimeout(120_000);
  await (await writeJournal(rapport.journalFolder)).close();
  const at = await openSettings(rapport);
  await at.settings.backUpNow(at.keys, rapport.backupFolder);
  // From here on the safety backup is encrypted, which takes its time: long enough for two keys.
  await at.settings.encryptWith(at.keys, PASSPHRASE);
  await new DebriefSheet(rapport.page).writeDown(at.keys, { who: ['Somebody newer'], words: 'Stays.' });
  const before = withoutRevisions(readJournal(rapport.journalFolder));
  const { settings, keys } = await openSettings(rapport);
  await keys.tabTo(settings.lookInto.first());
  await keys.press('Enter');
  await keys.tabTo(settings.restoreButton);
  await keys.press('Enter');
  await expect(settings.restoreButton).toHaveText(/^Yes/);
  await keys.press('Enter');
  await expect(settings.restore.getByRole('button', { name: 'Cancel' })).toHaveCount(1);
  await expect(settings.restore.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await keys.press('Enter');
  await expect(settings.restore).toContainText('Nothing was restored: you cancelled it.');
  await expect(settings.restoreButton).toBeFocused();
  expect(withoutRevisions(readJournal(rapport.journalFolder))).toEqual(before);
  expect(backupsIn(rapport.backupFolder)).toHaveLength(1);
  // The end needs no passphrase, and no time for it.
  await keys.tabBackTo(settings.backups.getByRole('button', { name: 'Stop encrypting' }));
  await keys.press('Enter');
  await expect(settings.backups).toContainText('Backups are not encrypted');
});

test('without a keychain automatic backups wait for the passphrase after a start, and never go on in plain', async ({
  rapport,
}) => {
  test.setTimeout(120_000);
  await (await writeJournal(rapport.journalFolder)).close();
  const first = await openSettings(rapport);
  await first.settings.encryptWith(first.keys, PASSPHRASE);
  await first.settings.backUpNow(first.keys, rapport.backupFolder);
  await rapport.quit();

  const { keys, settings } = await openSettings(rapport);
  await expect(settings.backups).toContainText('Automatic backups wait for your passphrase');
  await new DebriefSheet(rapport.page).writeDown(keys, { who: ['Somebody newer'], words: 'Not yet.' });
  const passphrase = settings.backups.getByLabel('Passphrase of the backups');
  await new Shell(rapport.page).notices.getByRole('button', { name: 'Enter the passphrase' }).press('Enter');
  await expect(passphrase).toBeFocused();
  await keys.type('lion lamp river cloud');
  await keys.press('Enter');
  await expect(settings.backups.getByRole('alert')).toContainText(
    'This is not the passphrase that you chose for your backups',
    SLOW,
  );
  await expect(settings.backups).toContainText('Automatic backups wait for your passphrase');
  await expect(passphrase).toBeFocused();
  await keys.press('Control+A');
  await keys.type(PASSPHRASE);
  await keys.press('Enter');
  await expect(settings.backups).not.toContainText('Automatic backups wait for your passphrase', SLOW);
  await rapport.quit();
  const automatic = backupsIn(join(rapport.backupFolder, 'Automatic'));
  expect(automatic).toHaveLength(1);
  expectAge(join(rapport.backupFolder, 'Automatic', automatic[0] ?? ''));
});

interface AtSettings {
  keys: Keys;
  settings: SettingsPage;
}

/** Settings of the app, which is started unless it runs. */
async function openSettings(rapport: RapportApp): Promise<AtSettings> {
  const page = rapport.isRunning ? rapport.page : await rapport.start();
  const at = { keys: new Keys(page), settings: new SettingsPage(page) };
  await at.settings.open(at.keys);
  return at;
}

/** A new computer: nothing of the old one's settings, keychain and files. */
function replaceComputer(rapport: RapportApp): void {
  for (const path of [rapport.userData, rapport.documents]) renameSync(path, `${path} of the old computer`);
  mkdirSync(rapport.documents);
}

async function answerPassphrase({ keys, settings }: AtSettings, passphrase: string): Promise<void> {
  await expect(settings.itsPassphrase).toBeFocused();
  await keys.type(passphrase);
  await keys.press('Enter');
}

function expectAge(path: string): void {
  expect(readFileSync(path, 'latin1').startsWith('age-encryption.org/v1')).toBe(true);
}

function altered(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
