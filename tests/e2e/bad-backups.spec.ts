import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { backupsIn, bytesOf } from './disk';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { SettingsPage } from './pages/settings-page';
import { Shell } from './pages/shell';
import { writeJournal } from './setup';

test('a backup that is cut short, altered, newer or none at all is refused; the journal stays', async ({
  rapport,
}) => {
  await (await writeJournal(rapport.journalFolder)).close();
  const page = await rapport.start();
  const keys = new Keys(page);
  const settings = new SettingsPage(page);
  await keys.press('Control+Shift+B');
  await expect(new Shell(page).backupState).toContainText('Backup verified');
  const [name = ''] = backupsIn(rapport.backupFolder);
  expect(name).toMatch(/^Rapport \d{4}-\d{2}-\d{2} \d{4}\.rapport$/);
  const good = readFileSync(join(rapport.backupFolder, name));
  const before = bytesOf(rapport.journalFolder);
  await keys.press('Control+,');
  await new Shell(page).expectPlace('Settings');

  const look = async (fileName: string, content: Uint8Array | string | null): Promise<void> => {
    const path = join(rapport.home, fileName);
    if (content !== null) writeFileSync(path, content);
    await rapport.answerDialogs(path);
    await settings.chooseBackup.click();
  };
  const altered = Buffer.from(good);
  const middle = Math.floor(good.length / 2);
  altered[middle] = (altered[middle] ?? 0) ^ 0xff;
  const cases = [
    [
      'cut short.rapport',
      good.subarray(0, Math.floor(good.length * 0.7)),
      'This backup is damaged and was not used',
    ],
    ['cut to nothing.rapport', '', 'is not a Rapport backup'],
    ['altered.rapport', altered, 'This backup is damaged and was not used'],
    ['letter.rapport', 'Dear Anna', 'is not a Rapport backup'],
    ['photos.zip', zipSync({ 'summer.jpg': Buffer.from('jpeg') }), 'is not a Rapport backup'],
    ['newer.rapport', withVersion(good, 99), 'written by a newer version of Rapport (format 99'],
    ['gone.rapport', null, 'cannot be found'],
  ] as const;
  for (const [fileName, content, message] of cases) {
    await test.step(fileName, async () => {
      await look(fileName, content);
      await expect(settings.problem).toContainText(`“${fileName}” cannot be used`);
      await expect(settings.problem).toContainText(message);
      await expect(settings.preview).toBeHidden();
    });
  }
  expect(bytesOf(rapport.journalFolder)).toEqual(before);

  await test.step('the good one is still good', async () => {
    await look('copy.rapport', good);
    await expect(settings.problem).toBeHidden();
    await expect(settings.restore).toContainText('It holds exactly what your journal holds now');
  });
});

test('every single altered byte of a backup is noticed or harmless, never restored as something else', async ({
  rapport,
}) => {
  await (await writeJournal(rapport.journalFolder)).close();
  const page = await rapport.start();
  await new Keys(page).press('Control+Shift+B');
  await expect(new Shell(page).backupState).toContainText('Backup verified');
  const [name = ''] = backupsIn(rapport.backupFolder);
  const good = readFileSync(join(rapport.backupFolder, name));
  const path = join(rapport.home, 'altered.rapport');
  const step = Math.max(1, Math.floor(good.length / 60));
  for (let at = 0; at < good.length; at += step) {
    const altered = Buffer.from(good);
    altered[at] = (altered[at] ?? 0) ^ 0x01;
    writeFileSync(path, altered);
    const answer = await page.evaluate((file) => window.rapport.backup.preview({ path: file }), path);
    // Some bytes say nothing of the content (the time a file was packed): then all of it must be as it was.
    if (answer.ok) expect(answer.value.identical, `byte ${at}`).toBe(true);
    else expect(['backupDamaged', 'notABackup', 'newerFormat'], `byte ${at}`).toContain(answer.error.code);
  }
});

test('when backups cannot be written, it is said and nothing is left behind', async ({ rapport }) => {
  await (await writeJournal(rapport.journalFolder)).close();
  // A file stands where the folder of backups would be.
  // The backup at the end cannot be made either, and that is said.
  rapport.expectProblem(/no automatic backup was made/);
  writeFileSync(rapport.backupFolder, 'in the way');
  const page = await rapport.start();
  const before = bytesOf(rapport.journalFolder);
  await new Keys(page).press('Control+,');
  await new Shell(page).expectPlace('Settings');
  const settings = new SettingsPage(page);
  await settings.backups.getByRole('button', { name: /^Back up now/ }).click();
  const problem = settings.backups.getByRole('alert').filter({ hasText: 'No backup was made' });
  await expect(problem).toContainText(rapport.backupFolder);
  expect(readFileSync(rapport.backupFolder, 'utf8')).toBe('in the way');
  expect(bytesOf(rapport.journalFolder)).toEqual(before);
});

/** The same backup as a later version of Rapport would write it. */
function withVersion(backup: Uint8Array, formatVersion: number): Uint8Array {
  const files = unzipSync(backup);
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString('utf8')) as object;
  return zipSync({ ...files, 'manifest.json': Buffer.from(JSON.stringify({ ...manifest, formatVersion })) });
}
