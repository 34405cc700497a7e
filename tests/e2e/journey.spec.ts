import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RapportApp } from './app';
import { liveRecords, readJournal, recordsOf, withoutRevisions } from './disk';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { SearchPage } from './pages/search-page';
import { SettingsPage } from './pages/settings-page';
import { Shell } from './pages/shell';
import { StartScreen } from './pages/start';

const ADA = 'Ada Montgomery-Brown';

test('by keyboard alone: journal, debrief, see the stage rise, restart, search, undo, back up, wipe, restore', async ({
  rapport,
}) => {
  test.setTimeout(120_000);
  await test.step('first run: a journal in the usual folder', () => beginJournal(rapport));
  await test.step('three meetings with the same new person over months', () => debriefThree(rapport.page));
  await test.step('the stage goes from Know to Like, and says why', () => readStage(rapport.page));
  await rapport.restart();
  await test.step('everything is found again', () => findAgain(rapport.page));
  await test.step('search', () => searchByKeys(rapport.page));
  await test.step('undo and redo', () => undoAndRedo(rapport.page, ADA));
  await test.step('back up', () => backUp(rapport.page));
  await rapport.quit();

  const before = withoutRevisions(readJournal(rapport.journalFolder));
  expect(recordsOf(rapport.journalFolder, 'interactions')).toHaveLength(3);
  rmSync(rapport.journalFolder, { recursive: true });

  await rapport.start();
  await test.step('the folder is gone: refused, then a new journal', () => beginAfterLoss(rapport));
  await test.step('restore', () => restore(rapport.page));
  await rapport.quit();
  expect(withoutRevisions(readJournal(rapport.journalFolder))).toEqual(before);
});

test('the sample journal after SIGKILL: the saved change and the draft with its caret are there', async ({
  rapport,
}) => {
  test.setTimeout(120_000);
  const page = await rapport.start();
  const keys = new Keys(page);
  const start = new StartScreen(page);
  await keys.tabTo(start.lookAround);
  await keys.press('Enter');
  await new Shell(page).expectPlace('Today');
  const sample = join(rapport.userData, 'sample-journal');
  const name = 'Ibrahim Testwright';

  await test.step('a meeting is saved; its note says so', async () => {
    const sheet = new DebriefSheet(page);
    await sheet.writeDown(keys, {
      who: [name],
      kindKey: 'c',
      when: 'yesterday 3pm',
      words: 'He collects barometers and asked about ours.',
      easeKey: '4',
      stageKey: 'k',
    });
    await expect(new Shell(page).toast('Written down')).toBeVisible();
  });
  await test.step('another is being typed', async () => {
    const sheet = new DebriefSheet(page);
    await keys.press('Control+N');
    await sheet.fillIn(keys, { who: ['Second Person'], words: 'The barometer fell and' });
    for (let count = 0; count < 4; count++) await keys.press('ArrowLeft');
    await expectKeptDraft(rapport, { words: 'The barometer fell and', caret: 18 });
  });
  await rapport.kill9();
  expect(liveRecords(sample, 'person')).toContainEqual(expect.objectContaining({ name }));

  const again = await rapport.start();
  await test.step('the draft is offered, with the caret where it was', () => continueDraft(again));
  await test.step('what was saved is there', () => findSaved(again, name));
  await test.step('undo and redo', () => undoAndRedo(again, name));
  await test.step('back up', () => backUp(again));
  await rapport.quit();

  const before = withoutRevisions(readJournal(sample));
  expect(recordsOf(sample, 'people').map((person) => person['name'])).toContain(name);
  await test.step('another change, then restore what was before it', () => changeAndRestore(rapport));
  await rapport.quit();
  expect(withoutRevisions(readJournal(sample))).toEqual(before);
});

async function beginJournal(rapport: RapportApp): Promise<void> {
  const page = await rapport.start();
  const start = new StartScreen(page);
  await start.expectFolder(rapport.journalFolder);
  await expect(start.begin).toBeFocused();
  await new Keys(page).press('Enter');
  await new Shell(page).expectPlace('Today');
  await new Keys(page).press('Control+2');
  await new Shell(page).expectPlace('Journal');
  await expect(page.getByText('Nothing written down yet')).toBeVisible();
  expect(readdirSync(rapport.journalFolder)).toEqual(
    expect.arrayContaining(['README.txt', 'journal.json', 'people.json', 'promises.json']),
  );
}

async function debriefThree(page: Page): Promise<void> {
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  const shell = new Shell(page);
  await sheet.writeDown(keys, {
    who: [ADA],
    kindKey: 'c',
    when: '3 months ago',
    minutes: '45',
    words: 'Met at the market hall. She restores clocks.',
    talkKey: '6',
    easeKey: '3',
    stageKey: 'k',
  });
  await expect(shell.main.getByRole('article')).toHaveCount(1);
  await sheet.writeDown(keys, {
    who: [ADA],
    kindKey: 'v',
    when: '6 weeks ago',
    words: 'Talked about her workshop. Gave her the name of a joiner.',
    talkKey: '5',
    easeKey: '4',
    gaveKeys: 'i',
  });
  await expect(shell.main.getByRole('article')).toHaveCount(2);
  await sheet.writeDown(keys, {
    who: [ADA],
    kindKey: 'c',
    when: 'yesterday 3pm',
    words: 'She asked what I am working on, twice, and laughed a lot.',
    talkKey: '4',
    easeKey: '5',
    receivedKeys: 'a',
    stageKey: 'l',
    promise: { what: 'Send the photograph of the tower clock', due: 'friday' },
    nextStep: 'Visit the workshop',
    theyAsked: '2',
  });
  await expect(shell.main.getByRole('article')).toHaveCount(3);
}

async function readStage(page: Page): Promise<void> {
  const keys = new Keys(page);
  await new Palette(page).choose(keys, 'ada mont', new RegExp(`^${ADA}`));
  const person = new PersonPage(page);
  await expect(person.name).toHaveText(ADA);
  await person.expectStage('Like');
  await expect(person.entries).toHaveCount(3);
  await expect(person.owed).toContainText('Send the photograph of the tower clock');

  await expect(person.stagePoints).toHaveCount(3);
  await expect(person.stagePoints.nth(0)).toHaveAccessibleName(/Coffee\. Evidence: Know, your read: Know/);
  await expect(person.stagePoints.nth(1)).toHaveAccessibleName(
    /Video call\. Evidence: Know, your read: Know/,
  );
  await expect(person.stagePoints.nth(2)).toHaveAccessibleName(/Coffee\. Evidence: Like, your read: Like/);
  await expect(person.stagePoints.nth(2)).toHaveAccessibleName(/She asked what I am working on/);

  // A point opens its entry in the timeline; the first of three lies two arrows to the left of the last.
  await keys.tabTo(person.stagePoints.nth(2));
  await keys.press('ArrowLeft');
  await keys.press('ArrowLeft');
  await keys.press('Enter');
  const first = person.entries.filter({ hasText: 'She restores clocks' });
  await expect(first.getByRole('button', { name: /^Coffee/ }).first()).toBeFocused();

  await keys.tabBackTo(person.asTable);
  await keys.press('Enter');
  expect((await person.rows('Changes of stage')).map(([, ...cells]) => cells)).toEqual([
    ['Evidence', 'Know', 'Coffee'],
    ['Your read', 'Know', 'Coffee'],
    ['Evidence', 'Like', 'Coffee'],
    ['Your read', 'Like', 'Coffee'],
  ]);
  const entries = (await person.rows('Entries')).map(([, kind, evidence, read, talk]) => ({
    kind,
    evidence,
    read,
    talk,
  }));
  expect(entries).toEqual([
    { kind: 'Coffee', evidence: 'Like', read: 'Like', talk: '40%' },
    { kind: 'Video call', evidence: 'Know', read: 'Know', talk: '50%' },
    { kind: 'Coffee', evidence: 'Know', read: 'Know', talk: '60%' },
  ]);
}

async function findAgain(page: Page): Promise<void> {
  const person = new PersonPage(page);
  // The place is restored as well: it was this page that was left.
  await expect(person.name).toHaveText(ADA);
  await person.expectStage('Like');
  await expect(person.entries).toHaveCount(3);
  await new Keys(page).press('Control+2');
  const shell = new Shell(page);
  await shell.expectPlace('Journal');
  await expect(shell.main.getByRole('article')).toHaveCount(3);
}

async function searchByKeys(page: Page): Promise<void> {
  const keys = new Keys(page);
  const search = new SearchPage(page);
  await search.openByKeys(keys, 'clock');
  await keys.press('Control+A');
  // All words must match, in any order, accents and case aside; a word may be part of a longer one.
  await keys.type('CLÖCK restor');
  await expect(search.count).toHaveText('1 hit');
  await expect(search.hits.first()).toContainText('She restores clocks');
  await expect(search.marks).toHaveText(['restor', 'clock']);
  await keys.press('Control+A');
  await keys.type('photograph');
  await expect(search.hits.first()).toContainText('Send the photograph of the tower clock');
  await keys.press('Control+A');
  // A typo in a name is forgiven.
  await keys.type('montgomrey');
  await expect(search.hits.first()).toContainText(ADA);
}

async function undoAndRedo(page: Page, name: string): Promise<void> {
  const keys = new Keys(page);
  const person = new PersonPage(page);
  const shell = new Shell(page);
  await new Palette(page).choose(keys, name, new RegExp(`^${name}`));
  await expect(person.name).toHaveText(name);
  await expect(person.entries.first()).toBeVisible();
  await keys.tabTo(person.entries.first().getByRole('button').first(), 120);
  // By now all of them are drawn.
  const count = await person.entries.count();
  await keys.press('Delete');
  await expect(shell.toast(/^Entry of .* deleted$/)).toBeVisible();
  await expect(person.entries).toHaveCount(count - 1);
  await keys.press('Control+Z');
  await expect(person.entries).toHaveCount(count);
  await keys.press('Control+Shift+Z');
  await expect(person.entries).toHaveCount(count - 1);
  await keys.press('Control+Z');
  await expect(person.entries).toHaveCount(count);
}

async function backUp(page: Page): Promise<void> {
  const keys = new Keys(page);
  await keys.press('Control+Shift+B');
  await expect(new Shell(page).backupState).toContainText('Backup verified');
}

async function beginAfterLoss(rapport: RapportApp): Promise<void> {
  const start = new StartScreen(rapport.page);
  const keys = new Keys(rapport.page);
  await expect(start.refusedTitle).toBeVisible();
  await expect(start.problem).toContainText(`The folder ${rapport.journalFolder} cannot be found`);
  await rapport.answerDialogs(rapport.journalFolder);
  await keys.tabTo(start.newElsewhere);
  await keys.press('Enter');
  await expect(rapport.page.getByText('Nothing written down yet')).toBeVisible();
}

async function restore(page: Page): Promise<void> {
  const keys = new Keys(page);
  const settings = new SettingsPage(page);
  await new Palette(page).choose(keys, 'restore', /^Restore from a backup/);
  await keys.tabTo(settings.lookInto.first());
  await keys.press('Enter');
  await settings.expectChange('People', ['0', '1', '1', '–', '–']);
  await settings.expectChange('Entries', ['0', '3', '3', '–', '–']);
  await settings.expectChange('Promises', ['0', '1', '1', '–', '–']);
  await confirmRestore(page);
  await keys.press('Control+2');
  await expect(new Shell(page).main.getByRole('article')).toHaveCount(3);
}

async function confirmRestore(page: Page): Promise<void> {
  const keys = new Keys(page);
  const settings = new SettingsPage(page);
  await keys.tabTo(settings.restoreButton);
  await keys.press('Enter');
  // The one thing that asks before it acts, and says what becomes of the present journal.
  await expect(settings.problem).toContainText('safety backup');
  await expect(settings.restoreButton).toBeFocused();
  await keys.press('Enter');
  await expect(new Shell(page).toast(/^Restored /)).toBeVisible();
}

async function expectKeptDraft(
  rapport: RapportApp,
  expected: { words: string; caret: number },
): Promise<void> {
  const file = join(rapport.userData, 'drafts.json');
  await expect
    .poll(() => {
      const { drafts } = readJson(file) as {
        drafts: { value: { words?: string }; caret: { start: number } }[];
      };
      return drafts.map(({ value, caret }) => ({ words: value.words, caret: caret.start }));
    })
    .toEqual([expected]);
}

async function continueDraft(page: Page): Promise<void> {
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  await expect(new Shell(page).draftOffer).toContainText('Second Person');
  await keys.press('Control+Shift+D');
  await expect(sheet.words).toBeFocused();
  await expect(sheet.words).toHaveValue('The barometer fell and');
  await keys.type(' quickly');
  await expect(sheet.words).toHaveValue('The barometer fell quickly and');
  await sheet.saveByKeys(keys);
}

async function findSaved(page: Page, name: string): Promise<void> {
  const keys = new Keys(page);
  const search = new SearchPage(page);
  await search.openByKeys(keys, 'barometers');
  await expect(search.hits.first()).toContainText(name);
}

async function changeAndRestore(rapport: RapportApp): Promise<void> {
  const page = await rapport.start();
  const keys = new Keys(page);
  const settings = new SettingsPage(page);
  await new DebriefSheet(page).writeDown(keys, { who: ['Third Person'], words: 'To be taken back.' });
  await expect(new Shell(page).toast('Written down')).toBeVisible();
  await new Palette(page).choose(keys, 'restore', /^Restore from a backup/);
  await keys.tabTo(settings.lookInto.first());
  await keys.press('Enter');
  await settings.expectChange('People', ['63', '62', '–', '–', '1']);
  await settings.expectChange('Entries', ['503', '502', '–', '–', '1']);
  await confirmRestore(page);
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { drafts: [] };
}
