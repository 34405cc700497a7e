import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupsIn, bytesOf } from './disk';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { Shell } from './pages/shell';
import { StartScreen } from './pages/start';
import { writeJournal } from './setup';

/** Breaks one person's line in the middle. */
function damagePeople(folder: string): string {
  const file = join(folder, 'people.json');
  const lines = readFileSync(file, 'utf8').split('\n');
  const hit = lines.findIndex((line) => line.includes('"name"'));
  lines[hit] = `${lines[hit]?.slice(0, 40)}\0\0\0`;
  writeFileSync(file, lines.join('\n'));
  return readFileSync(file, 'base64');
}

test('a damaged volume: nothing is changed before the user chooses; what can be read is there, the damaged file is kept', async ({
  rapport,
}) => {
  await (await writeJournal(rapport.journalFolder)).close();
  const damaged = damagePeople(rapport.journalFolder);
  const before = bytesOf(rapport.journalFolder);

  await test.step('looking changes nothing', async () => {
    await rapport.start();
    const { recovery } = new StartScreen(rapport.page);
    await expect(recovery.found).toContainText('people.json is damaged. 7 of its 8 records can be read');
    await expect(recovery.readable).toContainText('7 people, 20 entries');
    await expect(recovery.backup).toContainText('None of this journal is in the backup folder');
    await rapport.quit();
    expect(bytesOf(rapport.journalFolder)).toEqual(before);
  });

  const page = await rapport.start();
  const keys = new Keys(page);
  const { main, notices } = new Shell(page);
  await keys.tabTo(new StartScreen(page).recovery.goOn);
  await keys.press('Enter');
  await expect(notices).toContainText('people.json was damaged. 7 of its 8 records could be read');
  await new Shell(page).expectPlace('Today');
  await keys.press('Control+3');
  await expect(main.getByRole('status')).toHaveText('7 people');
  await rapport.quit();
  const kept = Object.entries(bytesOf(rapport.journalFolder)).filter(([name]) => name.includes('.damaged-'));
  expect(kept).toEqual([[expect.stringMatching(/^people\.json\.damaged-/), damaged]]);

  await test.step('the next start says that automatic backups wait, until there is one by hand', async () => {
    const again = new Shell(await rapport.start());
    await again.expectPlace('People');
    await expect(again.notices).toContainText('a backup made by hand says that all is well');
    await expect(again.notices).not.toContainText('7 of its 8 records could be read');
    await new Keys(rapport.page).press('Control+Shift+B');
    await expect(again.notices).toBeHidden();
  });
});

test('going on with a damaged journal is taken back as a whole, and nothing written since is lost', async ({
  rapport,
}) => {
  await (await writeJournal(rapport.journalFolder)).close();
  const damaged = damagePeople(rapport.journalFolder);
  const page = await rapport.start();
  const keys = new Keys(page);
  const start = new StartScreen(page);
  const shell = new Shell(page);
  await keys.tabTo(start.recovery.goOn);
  await keys.press('Enter');
  await shell.expectPlace('Today');
  await new DebriefSheet(page).writeDown(keys, { who: ['Written Since'], words: 'After going on.' });
  const goBack = shell.notices.getByRole('button', { name: 'Go back to the choice' });
  await keys.tabTo(goBack);
  await keys.press('Enter');

  await expect(start.recovery.found).toContainText('people.json is damaged. 7 of its 8 records can be read');
  expect(bytesOf(rapport.journalFolder)['people.json']).toBe(damaged);
  await test.step('what was written since is in the safety backup, which is the newest good one', async () => {
    await expect(start.recovery.backup.getByRole('row', { name: /^People/ })).toHaveText('People781––');
    await keys.tabTo(start.recovery.restore);
    await keys.press('Enter');
    await shell.expectPlace('Today');
    await keys.press('Control+2');
    await expect(shell.main).toContainText('After going on.');
  });
});

test('the newest good backup stands beside a damaged journal with what it would bring back, and restores it by keyboard', async ({
  rapport,
}) => {
  await (await writeJournal(rapport.journalFolder)).close();
  const page = await rapport.start();
  await new Shell(page).expectPlace('Today');
  await page.keyboard.press('Control+Shift+B');
  await expect(new Shell(page).backupState).toContainText('verified');
  await rapport.quit();
  damagePeople(rapport.journalFolder);

  const again = await rapport.start();
  const keys = new Keys(again);
  const { recovery } = new StartScreen(again);
  await expect(recovery.backup.getByRole('row', { name: /^People/ })).toHaveText('People781––');
  await keys.tabTo(recovery.restore);
  await keys.press('Enter');
  await new Shell(again).expectPlace('Today');
  await keys.press('Control+3');
  await expect(new Shell(again).main.getByRole('status')).toHaveText('8 people');

  await test.step('what could be read comes back with Undo', async () => {
    await keys.press('Control+Z');
    await expect(new Shell(again).main.getByRole('status')).toHaveText('7 people');
    await keys.press('Control+Shift+Z');
    await expect(new Shell(again).main.getByRole('status')).toHaveText('8 people');
  });
});

for (const [what, spoil, why] of [
  ['gone', (path: string) => rmSync(path), 'cannot be found'],
  ['damaged', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 700)), 'is damaged'],
] as const) {
  test(`a backup that is ${what} by the time it is chosen: the journal stands there with what could be read, and why is said`, async ({
    rapport,
  }) => {
    await (await writeJournal(rapport.journalFolder)).close();
    const page = await rapport.start();
    await new Shell(page).expectPlace('Today');
    await page.keyboard.press('Control+Shift+B');
    await expect(new Shell(page).backupState).toContainText('verified');
    await rapport.quit();
    const damaged = damagePeople(rapport.journalFolder);

    const again = await rapport.start();
    const keys = new Keys(again);
    const { recovery } = new StartScreen(again);
    const shell = new Shell(again);
    await expect(recovery.backup.getByRole('row', { name: /^People/ })).toHaveText('People781––');
    const [name = ''] = backupsIn(rapport.backupFolder);
    spoil(join(rapport.backupFolder, name));
    await keys.tabTo(recovery.restore);
    await keys.press('Enter');
    await shell.expectPlace('Today');
    await expect(shell.notices).toContainText('The backup was not restored; this is what could be read');
    await expect(shell.notices).toContainText(why);
    await expect(shell.notices).toContainText('people.json was damaged. 7 of its 8 records could be read');
    await keys.press('Control+3');
    await expect(shell.main.getByRole('status')).toHaveText('7 people');
    expect(backupsIn(rapport.backupFolder).filter((made) => made.includes('before a restore'))).toEqual([]);
    expect(Object.entries(bytesOf(rapport.journalFolder))).toContainEqual([
      expect.stringMatching(/^people\.json\.damaged-/),
      damaged,
    ]);
  });
}

for (const [what, content] of [
  ['emptied', ''],
  ['filled with zeros', '\0'.repeat(4_096)],
  ['of something else', 'Dear Anna,\nthis is a letter.\n'],
  ['missing', null],
] as const) {
  test(`a volume that is ${what} is told, never taken for an empty journal`, async ({ rapport }) => {
    await (await writeJournal(rapport.journalFolder)).close();
    const file = join(rapport.journalFolder, 'people.json');
    if (content === null) rmSync(file);
    else writeFileSync(file, content);
    const before = bytesOf(rapport.journalFolder);
    await rapport.start();
    const { recovery } = new StartScreen(rapport.page);
    await expect(recovery.found).toContainText(
      content === null ? 'people.json is missing.' : 'Nothing in people.json can be read.',
    );
    await expect(recovery.readable).toContainText('0 people, 20 entries');
    await rapport.quit();
    expect(bytesOf(rapport.journalFolder)).toEqual(before);
  });
}
