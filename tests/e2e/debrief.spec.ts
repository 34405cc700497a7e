import type { RapportApp } from './app';
import { keptDrafts, liveRecords } from './disk';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { PersonPage } from './pages/person-page';
import { RoundsSheet } from './pages/rounds-sheet';
import { Shell } from './pages/shell';
import { startEmpty } from './setup';

/** UX rule 1. */
const MOST_KEYS = 25;

test('a whole debrief takes at most 25 key presses beside the text', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  await sheet.writeDown(keys, {
    who: ['Nadia Brandt'],
    kindKey: 'c',
    words: 'She told me how her mill survived the flood.',
    talkKey: '4',
    stageKey: 'k',
    promise: { what: 'Send the address of the archive', due: 'friday' },
  });
  expect(keys.pressed).toBeLessThanOrEqual(MOST_KEYS);

  const [person] = liveRecords(rapport.journalFolder, 'person');
  expect(liveRecords(rapport.journalFolder, 'interaction')).toEqual([
    expect.objectContaining({
      participants: [{ personId: person?.id }],
      kind: 'coffee',
      status: 'held',
      notes: 'She told me how her mill survived the flood.',
      talkShare: 0.4,
      stageRead: 'know',
    }),
  ]);
  const [promise] = liveRecords(rapport.journalFolder, 'promise');
  expect(promise).toMatchObject({
    personId: person?.id,
    by: 'me',
    what: 'Send the address of the archive',
    status: 'open',
  });
  expect(new Date(String(promise?.['dueOn'])).getUTCDay(), 'due on a Friday').toBe(5);
});

test('nothing but a person and a date is required, and nothing untouched is stored', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  await test.step('without a person it says so and stays', async () => {
    await keys.press('Control+N');
    await expect(sheet.who).toBeFocused();
    await keys.press('Control+Enter');
    await expect(sheet.problem.filter({ hasText: 'Nothing was saved yet' })).toContainText(
      'Say who it was with',
    );
    await expect(sheet.who).toBeFocused();
  });
  await keys.type('Otto');
  await keys.press('Enter');
  await expect(sheet.chosen('Otto')).toBeVisible();
  // Past every field, touching none.
  await keys.tabTo(sheet.save);
  await keys.press('Enter');
  await expect(sheet.sheet).toBeHidden();

  const [interaction] = liveRecords(rapport.journalFolder, 'interaction');
  const always = ['id', 'createdAt', 'updatedAt', 'rev'];
  expect(Object.keys(interaction ?? {}).sort()).toEqual(
    [...always, 'participants', 'status', 'at', 'kind'].sort(),
  );
  const [person] = liveRecords(rapport.journalFolder, 'person');
  // Of a new person the day is known on which they were met: it was said with the entry.
  expect(Object.keys(person ?? {}).sort()).toEqual([...always, 'name', 'met'].sort());
  expect(person).toHaveProperty('met', { date: String(interaction?.['at']).slice(0, 10) });
  expect(liveRecords(rapport.journalFolder, 'promise')).toEqual([]);
});

test('a name taken with Enter is in the entry, however soon it is saved', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  for (const name of ['Otto', 'Maja', 'Ines']) {
    await keys.press('Control+N');
    await expect(sheet.who).toBeFocused();
    // In one go, faster than the journal can answer who that is.
    await page.evaluate(async (text) => {
      const press = (ctrlKey: boolean) =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey, bubbles: true }),
        );
      document.execCommand('insertText', false, text);
      await Promise.resolve();
      press(false);
      await Promise.resolve();
      press(true);
    }, name);
    await expect(sheet.sheet).toBeHidden();
  }
  expect(liveRecords(rapport.journalFolder, 'person').map(({ name }) => name)).toEqual([
    'Otto',
    'Maja',
    'Ines',
  ]);
  expect(liveRecords(rapport.journalFolder, 'interaction')).toHaveLength(3);
});

test('an entry is edited in the same form; deleting it offers undo for both', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  const shell = new Shell(page);
  await sheet.writeDown(keys, {
    who: ['Priya'],
    when: 'yesterday 9:30',
    words: 'First words.',
    easeKey: '4',
    promise: { what: 'Ring her' },
  });
  const entry = shell.main.getByRole('article');
  await expect(entry).toContainText('First words.');

  await test.step('edit: what was entered is there, what is changed is stored', async () => {
    await entry.getByRole('button').first().click();
    await expect(sheet.words).toHaveValue('First words.');
    await expect(sheet.when).toHaveValue('Yesterday, 09:30');
    await expect(sheet.promised).toHaveValue('Ring her');
    await expect(sheet.ease.getByRole('radio', { checked: true })).toHaveAccessibleName(/^4/);
    await sheet.words.fill('Second words.');
    await sheet.ease.getByRole('radio', { checked: true }).focus();
    await keys.press('Delete');
    await sheet.saveByKeys(keys);
    await expect(entry).toContainText('Second words.');
    const [interaction] = liveRecords(rapport.journalFolder, 'interaction');
    expect(interaction).toMatchObject({ notes: 'Second words.' });
    expect(interaction).not.toHaveProperty('ease');
    expect(liveRecords(rapport.journalFolder, 'promise')).toHaveLength(1);
  });

  await test.step('delete from the form, then the button of the toast', async () => {
    await entry.getByRole('button').first().click();
    await sheet.delete.click();
    await expect(sheet.sheet).toBeHidden();
    await expect(shell.toast('Entry deleted')).toBeVisible();
    await expect(page.getByText('Nothing written down yet')).toBeVisible();
    expect(liveRecords(rapport.journalFolder, 'interaction')).toEqual([]);
    // The note of the save before may still be on its way out.
    await page.getByRole('button', { name: /^Undo/ }).last().click();
    await expect(entry).toContainText('Second words.');
    expect(liveRecords(rapport.journalFolder, 'interaction')).toHaveLength(1);
  });

  await test.step('undo goes on, back to before the edit', async () => {
    await keys.press('Control+Z');
    await expect(entry).toContainText('First words.');
    expect(liveRecords(rapport.journalFolder, 'interaction')).toEqual([expect.objectContaining({ ease: 4 })]);
  });
});

test('what is wrong with a length or a day is said inside the sheet, which never scrolls sideways', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  await page.setViewportSize({ width: 1024, height: 768 });
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  await keys.press('Control+N');
  await sheet.fillIn(keys, {
    who: ['Jonas'],
    minutes: 'some long while that nobody knows',
    promise: { what: 'A thing', due: 'when the moon is blue and so on' },
  });
  await keys.press('Tab');
  const note = sheet.sheet.getByRole('alert');
  for (const field of [sheet.minutes, sheet.due.last()]) {
    await field.focus();
    await expect(note).toHaveCount(1);
    const { right, over } = await sheet.sheet.evaluate((element) => ({
      right: element.getBoundingClientRect().right,
      over: element.scrollWidth - element.clientWidth,
    }));
    expect(over).toBe(0);
    const box = await note.boundingBox();
    expect((box?.x ?? Infinity) + (box?.width ?? 0)).toBeLessThanOrEqual(right);
  }
});

test('what lies ahead is kept as planned, and a range says how long', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  await sheet.writeDown(keys, {
    who: ['Jonas'],
    when: 'tomorrow 10am to 11:30am',
    words: 'Show him the plan.',
  });
  const [interaction] = liveRecords(rapport.journalFolder, 'interaction');
  expect(interaction).toMatchObject({ status: 'planned', minutes: 90 });
  await expect(new Shell(page).main.getByRole('region', { name: 'Coming up' })).toContainText('Jonas');
});

test('a promise found in the words is offered and entered only when pressed', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  await keys.press('Control+N');
  await sheet.fillIn(keys, { who: ['Ines'], words: 'I promised to send her the floor plan by Friday.' });
  const offer = sheet.found.getByRole('button', { name: /I promise: .*floor plan/ });
  await keys.tabTo(offer, 3);
  await expect(sheet.promised).toBeHidden();
  await keys.press('Enter');
  await expect(sheet.promised).toHaveValue(/floor plan/);
  await expect(sheet.due).not.toHaveValue('');
  await sheet.saveByKeys(keys);
  expect(liveRecords(rapport.journalFolder, 'promise')).toHaveLength(1);
});

test('somebody known is found by part of the name, and mentioned with @', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  await sheet.writeDown(keys, { who: ['Søren Ångström'], when: 'yesterday', words: 'Once.' });
  await keys.press('Control+N');
  await expect(sheet.who).toBeFocused();
  await keys.type('angstr');
  await expect(page.getByRole('option', { name: /Søren Ångström/ })).toBeVisible();
  await keys.press('Enter');
  await expect(sheet.chosen('Søren Ångström')).toBeVisible();
  await keys.tabTo(sheet.words);
  await keys.type('Lunch. @Sør');
  await expect(page.getByRole('option', { name: 'Søren Ångström' })).toBeVisible();
  await keys.press('Enter');
  await keys.type('laughed.');
  await sheet.saveByKeys(keys);
  const [person, ...others] = liveRecords(rapport.journalFolder, 'person');
  expect(others).toEqual([]);
  const notes = liveRecords(rapport.journalFolder, 'interaction').map((interaction) => interaction['notes']);
  expect(notes).toContain(`Lunch. [@Søren Ångström](rapport://person/${person?.id}) laughed.`);
  const mention = new Shell(page).main.getByRole('link', { name: '@Søren Ångström' });
  await mention.click();
  await expect(new PersonPage(page).name).toHaveText('Søren Ångström');
});

test('drafts: Esc keeps what was typed, an empty sheet leaves nothing, discarding can be taken back', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  await test.step('an untouched sheet leaves nothing', async () => {
    await keys.press('Control+N');
    await expect(sheet.who).toBeFocused();
    await keys.press('Escape');
    await expect(sheet.sheet).toBeHidden();
    expect(draftTitles(rapport)).toEqual([]);
  });
  await test.step('a touched one is kept by Esc, and Ctrl+Shift+D goes on with it', async () => {
    await keys.press('Control+N');
    await sheet.fillIn(keys, { who: ['Vera'], words: 'Half a sen' });
    await keys.press('Escape');
    await expect(sheet.sheet).toBeHidden();
    expect(draftTitles(rapport)).toEqual(['Vera']);
    await keys.press('Control+Shift+D');
    await expect(sheet.words).toHaveValue('Half a sen');
    await expect(sheet.words).toBeFocused();
    await keys.press('Escape');
    await expect(sheet.sheet).toBeHidden();
  });
  const again = await rapport.restart();
  const offer = new Shell(again).draftOffer;
  await test.step('after a start it is offered, discarded, brought back', async () => {
    await expect(offer).toContainText('You were writing about Vera');
    await offer.getByRole('button', { name: 'Discard' }).click();
    await expect(offer).toContainText('Discarded: Vera');
    await expect.poll(() => draftTitles(rapport)).toEqual([]);
    await offer.getByRole('button', { name: 'Bring it back' }).click();
    await expect(offer).toContainText('You were writing about Vera');
    await expect.poll(() => draftTitles(rapport)).toEqual(['Vera']);
  });
  await test.step('saved, it is gone', async () => {
    await offer.getByRole('button', { name: 'Continue' }).click();
    await expect(new DebriefSheet(again).words).toBeFocused();
    await new DebriefSheet(again).saveByKeys(new Keys(again));
    await expect.poll(() => draftTitles(rapport)).toEqual([]);
    await expect(offer).toBeHidden();
  });
});

test('rounds: one gathering, three short meetings, one screen, one undo', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const rounds = new RoundsSheet(page);
  await keys.press('Control+Shift+N');
  await expect(rounds.gathering).toBeFocused();
  await keys.type('Harbour breakfast');
  await keys.press('Enter');
  await keys.tabTo(rounds.when);
  await keys.type('yesterday 8am');
  await keys.tabTo(rounds.minutes);
  await keys.type('10');
  for (const [index, [name, words]] of ROUNDS.entries()) {
    const round = index + 1;
    await keys.tabTo(rounds.who(round));
    await keys.type(name);
    await keys.press('Enter');
    await keys.tabTo(rounds.words(round));
    await keys.type(words);
    if (round < ROUNDS.length) {
      await keys.press('Enter');
      await expect(rounds.who(round + 1)).toBeFocused();
    }
  }
  await keys.tabTo(rounds.ease(3));
  await keys.press('5');
  await expect(rounds.rounds).toHaveCount(3);
  await keys.press('Control+Enter');
  await expect(rounds.sheet).toBeHidden();
  await expect(new Shell(page).toast('3 rounds written down')).toBeVisible();

  const folder = rapport.journalFolder;
  const [gathering] = liveRecords(folder, 'gathering');
  expect(gathering).toMatchObject({ name: 'Harbour breakfast' });
  const stored = liveRecords(folder, 'interaction').sort((a, b) =>
    String(a['at']) < String(b['at']) ? -1 : 1,
  );
  expect(
    stored.map(({ notes, minutes, gatheringId, ease }) => ({ notes, minutes, gatheringId, ease })),
  ).toEqual(
    ROUNDS.map(([, notes], index) => ({
      notes,
      minutes: 10,
      gatheringId: gathering?.id,
      ease: index === 2 ? 5 : undefined,
    })),
  );
  const names = liveRecords(folder, 'person').map(({ name }) => name);
  expect(new Set(names)).toEqual(new Set(['Ahmed', 'Beate', 'Cyril']));

  await keys.press('Control+Z');
  await expect(page.getByText('Nothing written down yet')).toBeVisible();
  expect(liveRecords(folder, 'interaction')).toEqual([]);
  expect(liveRecords(folder, 'person')).toEqual([]);
});

const ROUNDS = [
  ['Ahmed', 'Sells sails, sold nothing.'],
  ['Beate', 'Asked good questions.'],
  ['Cyril', 'We laughed.'],
] as const;

function draftTitles(rapport: RapportApp): string[] {
  return keptDrafts(rapport).map(({ title }) => title);
}
