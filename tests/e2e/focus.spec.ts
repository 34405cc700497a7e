import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import type { RapportApp } from './app';
import { backupsIn } from './disk';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { SettingsPage } from './pages/settings-page';
import { Shell } from './pages/shell';
import { StartScreen } from './pages/start';
import { startEmpty, startSample, writeJournal } from './setup';

/** Presses a button that asks for a folder or a file, gives up, and sees that the keyboard is where it was. */
async function giveUp(rapport: RapportApp, keys: Keys, button: Locator): Promise<void> {
  await rapport.keepDialogsOpen();
  await keys.tabTo(button);
  await keys.press('Enter');
  await expect(button).toBeDisabled();
  await rapport.giveUpDialog();
  await expect(button).toBeEnabled();
  await expect(button).toBeFocused();
}

test('a dialog that is given up leaves the keyboard on the button that opened it', async ({ rapport }) => {
  test.setTimeout(120_000);
  const first = await rapport.start();
  await giveUp(rapport, new Keys(first), new StartScreen(first).chooseFolder);
  await new StartScreen(first).begin.press('Enter');
  const page = rapport.page;
  const keys = new Keys(page);
  const settings = new SettingsPage(page);
  await new Shell(page).expectPlace('Today');
  await settings.open(keys);
  const named = (part: Locator, name: string) => part.getByRole('button', { name });
  await giveUp(rapport, keys, named(settings.folder, 'Move it to another folder…'));
  await test.step('the folder in which the journal is already is told from one that holds other files', async () => {
    await rapport.answerDialogs(rapport.journalFolder);
    await keys.press('Enter');
    await expect(settings.folder.getByRole('alert')).toHaveText(
      'The journal was not movedYour journal is in this folder already.',
    );
    await expect(named(settings.folder, 'Move it to another folder…')).toBeFocused();
  });
  await giveUp(rapport, keys, named(settings.folder, 'Open another journal…'));
  await giveUp(rapport, keys, named(settings.folder, 'Start another journal…'));
  await giveUp(rapport, keys, named(settings.backups, 'Choose another…'));
  await giveUp(rapport, keys, settings.chooseSecond);
  await giveUp(rapport, keys, settings.chooseBackup);
});

test('a job of the settings gives the keyboard back: to its button, or to what took its place', async ({
  rapport,
}) => {
  test.setTimeout(120_000);
  await (await writeJournal(rapport.journalFolder)).close();
  const disk = join(rapport.home, 'disk');
  mkdirSync(disk);
  const page = await rapport.start();
  const keys = new Keys(page);
  const settings = new SettingsPage(page);
  await settings.open(keys);

  await test.step('a second place is chosen, and done without', async () => {
    await rapport.answerDialogs(disk);
    await keys.tabTo(settings.chooseSecond);
    await keys.press('Enter');
    await expect(settings.backups).toContainText(disk);
    await expect(
      settings.backups.getByRole('button', { name: 'Choose another second place…' }),
    ).toBeFocused();
    await keys.press('Tab');
    await keys.press('Enter');
    await expect(settings.chooseSecond).toBeFocused();
  });

  await test.step('encryption: given up, words drawn, the note put away, and stopped', async () => {
    await keys.tabTo(settings.encrypt);
    await keys.press('Enter');
    await keys.tabTo(settings.backups.getByRole('button', { name: 'Draw six words' }));
    await keys.press('Enter');
    await expect(settings.passphrase).not.toHaveValue('');
    await expect(settings.backups.getByRole('button', { name: 'Draw six words' })).toBeFocused();
    await keys.press('Tab');
    await keys.press('Enter');
    await expect(settings.encrypt).toBeFocused();
    await settings.encryptWith(keys, 'tiger lamp river cloud');
    await expect(settings.backups.getByRole('button', { name: 'Choose another passphrase…' })).toBeFocused();
    await keys.press('Tab');
    await keys.press('Enter');
    await expect(settings.backups).toContainText('Backups are not encrypted');
    await expect(settings.encrypt).toBeFocused();
  });

  await test.step('the journal is checked', async () => {
    const check = settings.check.getByRole('button', { name: 'Check now' });
    await keys.tabTo(check);
    await keys.press('Enter');
    await expect(settings.check.getByRole('status')).toContainText('All is well');
    await expect(check).toBeFocused();
  });

  await test.step('backups: looked into and left, and one that is refused, which is named', async () => {
    await settings.backUpNow(keys, rapport.backupFolder);
    const [name = ''] = backupsIn(rapport.backupFolder);
    const row = settings.restore.getByRole('button', { name: `Look into ${name}` });
    await keys.tabTo(row);
    await keys.press('Enter');
    await keys.tabTo(settings.restore.getByRole('button', { name: /^(Cancel|Close)$/ }));
    await keys.press('Enter');
    await expect(row).toBeFocused();
    writeFileSync(join(rapport.backupFolder, name), 'no backup');
    await keys.press('Enter');
    await expect(settings.problem).toContainText(`“${name}” cannot be used`);
    await expect(row).toBeFocused();
    const all = settings.restore.getByRole('button', { name: 'Check them all' });
    await keys.tabTo(all);
    await keys.press('Enter');
    await expect(new Shell(page).toast('1 backup read from end to end: 1 damaged.')).toBeVisible();
    await expect(all).toBeFocused();
  });
});

test('a sample that is left leaves the keyboard on the page', async ({ rapport }) => {
  const page = await startSample(rapport);
  const keys = new Keys(page);
  const shell = new Shell(page);
  await keys.press('Control+1');
  await shell.expectPlace('Today');
  await shell.sampleBanner.getByRole('button', { name: 'Leave the sample' }).focus();
  await keys.press('Enter');
  await expect(shell.sampleBanner).toBeHidden();
  await expect(page.locator('body')).not.toBeFocused();
});

test('of many notices the latest two are shown, the others by a key', async ({ rapport }) => {
  await startEmpty(rapport);
  await rapport.quit();
  const names = ['a', 'b', 'c', 'd', 'e'].map((letter) => `people.sync-conflict-${letter}.json`);
  for (const name of names) writeFileSync(join(rapport.journalFolder, name), '{}');
  const again = await rapport.start();
  const keys = new Keys(again);
  const { notices, main } = new Shell(again);
  await expect(notices).toContainText(names[0] ?? '');
  await expect(notices.getByRole('paragraph')).toHaveCount(2);
  await keys.tabTo(notices.getByRole('button', { name: 'and 3 more' }), 60);
  await keys.press('Enter');
  await expect(notices.getByRole('paragraph')).toHaveCount(5);
  await keys.tabTo(notices.getByRole('button', { name: 'Dismiss' }));
  await keys.press('Enter');
  await expect(notices).toBeHidden();
  await expect(main).toBeFocused();
});
