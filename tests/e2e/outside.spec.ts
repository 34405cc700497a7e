import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf } from './disk';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { Shell } from './pages/shell';
import { writeJournal } from './setup';

const WORDS = 'Said while the disk was away.';

/** As an editor or a program for syncing does it: another file takes the place of the old one. */
function replace(file: string, change: (text: string) => string): void {
  writeFileSync(`${file}.new`, change(readFileSync(file, 'utf8')));
  renameSync(`${file}.new`, file);
}

test('a file changed by hand while the app is open is taken over, told, and taken back by Undo', async ({
  rapport,
}) => {
  await (await writeJournal(rapport.journalFolder)).close();
  const page = await rapport.start();
  const keys = new Keys(page);
  const { main, notices } = new Shell(page);
  await new Shell(page).expectPlace('Today');
  await keys.press('Control+3');
  const people = join(rapport.journalFolder, 'people.json');
  const name = /"name": ?"([^"]+)"/.exec(readFileSync(people, 'utf8'))?.[1] ?? '';

  replace(people, (text) => text.replace(name, 'Zora by Hand'));
  await expect(notices).toContainText('people.json was changed by something else than Rapport', {
    timeout: 15_000,
  });
  await expect(main).toContainText('Zora by Hand');
  await keys.press('Control+Z');
  await expect(main).not.toContainText('Zora by Hand');
  await keys.press('Control+Shift+Z');
  await expect(main).toContainText('Zora by Hand');
  await rapport.quit();

  const kept = Object.keys(bytesOf(rapport.journalFolder)).filter((file) => file.includes('.edited-'));
  expect(kept).toEqual([expect.stringMatching(/^people\.json\.edited-/)]);
  const again = await rapport.start();
  await expect(new Shell(again).main).toContainText('Zora by Hand');
  await expect(new Shell(again).notices).toBeHidden();
});

test('the journal’s folder goes away while the app is open: that is said, what is typed stays, and is saved when it is back', async ({
  rapport,
}) => {
  await (await writeJournal(rapport.journalFolder)).close();
  const page = await rapport.start();
  const keys = new Keys(page);
  const shell = new Shell(page);
  await shell.expectPlace('Today');
  const away = `${rapport.journalFolder} unplugged`;
  renameSync(rapport.journalFolder, away);
  await expect(shell.saveState).toContainText('Not saved', { timeout: 15_000 });

  const sheet = new DebriefSheet(page);
  await keys.press('Control+N');
  await sheet.fillIn(keys, { who: ['Ottilie Unplugged'], words: WORDS });
  await keys.press('Control+Enter');
  await expect(sheet.problem).toContainText('cannot be found');
  await expect(sheet.words).toHaveValue(WORDS);

  renameSync(away, rapport.journalFolder);
  await sheet.saveByKeys(keys);
  await expect(shell.saveState).toContainText('Saved');
  await rapport.quit();
  const again = await rapport.start();
  await again.keyboard.press('Control+2');
  await expect(new Shell(again).main).toContainText(WORDS);
});
