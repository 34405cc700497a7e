import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { RapportApp } from './app';
import { backupsIn, bytesOf, liveRecords } from './disk';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { SettingsPage } from './pages/settings-page';
import { Shell } from './pages/shell';
import { StartScreen } from './pages/start';
import { startEmpty, writeJournal } from './setup';

/** Folders that hold no journal, one that cannot be read, or may not be written: a clear message, nothing touched. */

test('first run: a file, a missing and an unfit folder are each said, and the choice stays open', async ({
  rapport,
}) => {
  const page = await rapport.start();
  const start = new StartScreen(page);
  const file = join(rapport.documents, 'letter.txt');
  writeFileSync(file, 'Dear Anna');
  const full = join(rapport.documents, 'Photos');
  mkdirSync(full);
  writeFileSync(join(full, 'summer.jpg'), 'jpeg');

  await test.step('to open: missing, a file, a folder without a journal', async () => {
    for (const [path, message] of [
      [join(rapport.documents, 'Nowhere'), 'cannot be found'],
      [file, 'is a file, not a folder'],
      [full, 'There is no Rapport journal in'],
    ] as const) {
      await rapport.answerDialogs(path);
      await start.openOther.click();
      await expect(start.problem).toContainText(path);
      await expect(start.problem).toContainText(message);
    }
  });
  await test.step('to begin in: a file, a folder with other things', async () => {
    await rapport.answerDialogs(file);
    await start.chooseFolder.click();
    await start.expectFolder(file);
    await start.begin.click();
    await expect(start.problem).toContainText('is a file, not a folder');
    await rapport.answerDialogs(full);
    await start.chooseFolder.click();
    await start.begin.click();
    await expect(start.problem).toContainText('already holds other files');
    expect(readdirSync(full)).toEqual(['summer.jpg']);
    await start.problem.getByRole('button', { name: 'Use a new folder “Rapport” in it' }).click();
  });
  await new Shell(page).expectPlace('Today');
  expect(existsSync(join(full, 'Rapport', 'journal.json'))).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('Dear Anna');
});

test('the journal’s folder is gone: nothing is made in its place, and it is found again when it is back', async ({
  rapport,
}) => {
  await (await writeJournal(rapport.journalFolder)).close();
  await rapport.start();
  await new Shell(rapport.page).expectPlace('Today');
  await rapport.quit();
  const before = bytesOf(rapport.journalFolder);
  const away = join(rapport.home, 'unplugged');
  renameSync(rapport.journalFolder, away);

  await rapport.start();
  const start = new StartScreen(rapport.page);
  await expect(start.problem).toContainText(`The folder ${rapport.journalFolder} cannot be found`);
  expect(existsSync(rapport.journalFolder)).toBe(false);
  await start.tryAgain.click();
  await expect(start.problem).toContainText('cannot be found');
  renameSync(away, rapport.journalFolder);
  await start.tryAgain.click();
  await new Shell(rapport.page).expectPlace('Today');
  await rapport.page.keyboard.press('Control+2');
  await expect(new Shell(rapport.page).main.getByRole('article').first()).toBeVisible();
  await rapport.quit();
  expect(bytesOf(rapport.journalFolder)).toEqual(before);
});

test('the journal’s folder is gone for good: the newest backup is named, and restored by keyboard', async ({
  rapport,
}) => {
  await (await writeJournal(rapport.journalFolder)).close();
  await rapport.start();
  await new Shell(rapport.page).expectPlace('Today');
  await rapport.page.keyboard.press('Control+Shift+B');
  await expect(new Shell(rapport.page).backupState).toContainText('verified');
  await rapport.quit();
  const [backup = ''] = backupsIn(rapport.backupFolder);
  rmSync(rapport.journalFolder, { recursive: true });

  const page = await rapport.start();
  const keys = new Keys(page);
  const start = new StartScreen(page);
  const settings = new SettingsPage(page);
  await expect(start.whatToDo).toContainText(`“${backup}”`);
  await expect(start.whatToDo).toContainText(`a new journal in ${rapport.journalFolder}`);
  await keys.tabTo(start.restoreBackup);
  await keys.press('Enter');
  await new Shell(page).expectPlace('Settings');
  await keys.tabTo(settings.lookInto.first());
  await keys.press('Enter');
  await settings.confirmRestore(keys);
  await keys.press('Control+3');
  await expect(new Shell(page).main.getByRole('status')).toHaveText('8 people');
});

test('a file in the place of the folder is refused, and stays', async ({ rapport }) => {
  await (await writeJournal(rapport.journalFolder)).close();
  await rapport.start();
  await rapport.quit();
  rmSync(rapport.journalFolder, { recursive: true });
  writeFileSync(rapport.journalFolder, 'not a folder');
  await rapport.start();
  await expect(new StartScreen(rapport.page).problem).toContainText('is a file, not a folder');
  expect(readFileSync(rapport.journalFolder, 'utf8')).toBe('not a folder');
});

test('a read-only folder: nothing is begun in it and none is opened from it', async ({ rapport }) => {
  const disk = new SmallDisk(join(rapport.home, 'disk'));
  test.skip(!disk.canBeReadOnly, 'No folder can be made read-only here.');
  const folder = join(disk.path, 'Rapport');
  try {
    await (await writeJournal(folder)).close();
    disk.readOnly(true);
    const before = bytesOf(folder);
    const page = await rapport.start();
    const start = new StartScreen(page);
    await rapport.answerDialogs(folder);
    await start.openOther.click();
    await expect(start.problem).toContainText(`Rapport may not write to ${folder}`);
    await rapport.answerDialogs(join(disk.path, 'Another'));
    await start.chooseFolder.click();
    await start.begin.click();
    await expect(start.problem).toContainText('Rapport may not write to');
    expect(bytesOf(folder)).toEqual(before);
    disk.readOnly(false);
    await rapport.answerDialogs(folder);
    await start.openOther.click();
    await new Shell(page).expectPlace('Today');
    await page.keyboard.press('Control+2');
    await expect(new Shell(page).main.getByRole('article').first()).toBeVisible();
    await rapport.quit();
  } finally {
    disk.remove();
  }
});

test('a full disk: the entry is not saved and says so; the text stays and is saved once there is room', async ({
  rapport,
}) => {
  const disk = new SmallDisk(join(rapport.home, 'disk'));
  test.skip(!disk.canBeFull, 'No small disk can be made here.');
  const folder = join(disk.path, 'Rapport');
  try {
    await (await writeJournal(folder)).close();
    const page = await rapport.start();
    await rapport.answerDialogs(folder);
    await new StartScreen(page).openOther.click();
    await new Shell(page).expectPlace('Today');
    const keys = new Keys(page);
    const sheet = new DebriefSheet(page);
    await keys.press('Control+N');
    await sheet.fillIn(keys, { who: ['Marta'], words: 'Not to be lost.' });
    disk.fill();
    const before = liveRecords(folder, 'interaction');
    await keys.press('Control+Enter');
    await expect(sheet.problem).toContainText('Not saved: the disk is full');
    await expect(sheet.words).toHaveValue('Not to be lost.');
    await expect(new Shell(page).menu.getByRole('status').first()).toContainText('Not saved');
    expect(liveRecords(folder, 'interaction')).toEqual(before);
    disk.empty();
    await sheet.saveByKeys(keys);
    await expect(new Shell(page).menu.getByRole('status').first()).toContainText(/^Saved/);
    expect(liveRecords(folder, 'interaction')).toHaveLength(before.length + 1);
    await rapport.quit();
  } finally {
    disk.remove();
  }
});

test('a journal of a newer version is refused and not written to', async ({ rapport }) => {
  await (await writeJournal(rapport.journalFolder)).close();
  const file = join(rapport.journalFolder, 'journal.json');
  const newer = readFileSync(file, 'utf8').replace(/"formatVersion": \d+/, '"formatVersion": 99');
  writeFileSync(file, newer);
  const before = bytesOf(rapport.journalFolder);
  await rapport.start();
  const { problem, refusedTitle } = new StartScreen(rapport.page);
  await expect(refusedTitle).toBeVisible();
  await expect(problem).toContainText('written by a newer version of Rapport (format 99');
  await rapport.quit();
  expect(bytesOf(rapport.journalFolder)).toEqual(before);
});

test('another program has the journal: refused, and opened once it is free', async ({ rapport }) => {
  // This process is the other program: it holds the folder's lock with the journal's own code.
  const other = await writeJournal(rapport.journalFolder);
  const page = await rapport.start();
  const start = new StartScreen(page);
  await expect(start.problem).toContainText('Another program is using the journal');
  await expect(start.problem).toContainText(`process ${process.pid}`);
  await start.tryAgain.click();
  await expect(start.problem).toContainText('Another program is using the journal');
  await other.close();
  await start.tryAgain.click();
  await new Shell(page).expectPlace('Today');
  await page.keyboard.press('Control+2');
  await expect(new Shell(page).main.getByRole('article').first()).toBeVisible();
  expect(liveRecords(rapport.journalFolder, 'interaction')).toHaveLength(20);
});

test('the lock of a program that was killed does not lock the user out', async ({ rapport }) => {
  await startEmpty(rapport);
  await rapport.kill9();
  expect(existsSync(join(rapport.journalFolder, '.lock'))).toBe(true);
  await rapport.start();
  // Where it opens depends on whether the last place had been kept by the time of the kill.
  await expect(new Shell(rapport.page).saveState).toContainText('Saved');
});

test('a change that was cut short by a crash is dropped and told; all before it is there', async ({
  rapport,
}) => {
  await (await writeJournal(rapport.journalFolder)).close();
  appendFileSync(join(rapport.journalFolder, 'changes.ndjson'), '{"seq":999,"at":"2026-01-01T10:00:00Z","la');
  const page = await rapport.start();
  await expect(new Shell(page).notices).toContainText('Rapport was stopped while it was writing');
  expect(liveRecords(rapport.journalFolder, 'interaction')).toHaveLength(20);
});

test('a damaged settings file costs the settings, not the journal', async ({ rapport }) => {
  await startEmpty(rapport);
  await rapport.quit();
  await damageSettings(rapport, (text) => text.slice(0, text.length / 2));
  await rapport.start();
  await new Shell(rapport.page).expectPlace('Today');
  await expect(new Shell(rapport.page).notices).toContainText('settings were damaged');
  rapport.expectProblem(/settings file was damaged/);
});

async function damageSettings(rapport: RapportApp, change: (text: string) => string): Promise<void> {
  const file = join(rapport.userData, 'settings.json');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/**
 * A disk of its own for one test. As root on Linux a small one in memory, which can be filled and made read-only;
 * otherwise a folder whose permissions are taken away.
 */
class SmallDisk {
  readonly canBeFull: boolean;
  readonly canBeReadOnly: boolean;

  constructor(readonly path: string) {
    mkdirSync(path);
    const root = process.getuid?.() === 0;
    this.canBeFull = root && this.run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path);
    this.canBeReadOnly = this.canBeFull || (!root && process.platform !== 'win32');
  }

  readOnly(on: boolean): void {
    if (this.canBeFull)
      expect(this.run('mount', '-o', on ? 'remount,ro' : 'remount,rw', this.path)).toBe(true);
    else for (const folder of this.folders()) chmodSync(folder, on ? 0o555 : 0o755);
  }

  fill(): void {
    const block = Buffer.alloc(4_096, 1);
    try {
      for (;;) appendFileSync(join(this.path, 'filler'), block);
    } catch {
      // Full: that was the aim.
    }
  }

  empty(): void {
    rmSync(join(this.path, 'filler'));
  }

  remove(): void {
    if (this.canBeFull) expect(this.run('umount', this.path)).toBe(true);
    else this.readOnly(false);
  }

  private folders(): string[] {
    const inside = readdirSync(this.path, { recursive: true, withFileTypes: true });
    return [
      this.path,
      ...inside.filter((one) => one.isDirectory()).map((one) => join(one.parentPath, one.name)),
    ];
  }

  private run(program: string, ...args: string[]): boolean {
    try {
      execFileSync(program, args, { stdio: 'ignore' });
      return true;
    } catch {
      // Not allowed here, or no such program.
      return false;
    }
  }
}
