import { expect } from '@playwright/test';
import { IN_SAMPLE } from '../fixtures/in-sample';
import { liveRecords } from './disk';
import { test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { Shell } from './pages/shell';
import { startEmpty, startSample } from './setup';

test('a brief before a planned meeting: from Coming up by keyboard, copied, its reminders counted', async ({
  rapport,
}) => {
  const page = await startSample(rapport);
  const keys = new Keys(page);
  const shell = new Shell(page);
  await keys.press('Control+1');
  await shell.expectPlace('Today');
  const ahead = page.getByRole('region', { name: 'Coming up' });
  await ahead.getByRole('link', { name: IN_SAMPLE.stranger }).press('Enter');
  await expect(shell.heading(new RegExp(`with ${IN_SAMPLE.stranger}`))).toBeFocused();
  const brief = page.getByRole('region', { name: IN_SAMPLE.stranger });
  await expect(brief).toContainText('Nothing written down yet');
  await expect(brief).toContainText(/Introduced by .* and /);
  await expect(brief).toContainText('Worth asking');
  await expect(shell.main).toContainText('be quiet');
  await keys.press('y');
  await expect(shell.toast('The brief is copied, as text.')).toBeVisible();
  await keys.press('r');
  await expect(shell.main.getByText('1 reminder sent. One is a kindness')).toBeVisible();
  await keys.press('Control+Z');
  await expect(shell.main.getByText('1 reminder sent. One is a kindness')).toBeHidden();
});

test('after the meeting one key says what became of it: called off, missed, or held and written down', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const shell = new Shell(page);
  const sheet = new DebriefSheet(page);
  await sheet.writeDown(keys, {
    who: ['Ibrahim Testwright'],
    kindKey: 'c',
    when: 'yesterday 3pm',
    words: 'We talked about barometers.',
    promise: { what: 'Send the drawing of the dial' },
    nextStep: 'Look at the workshop together',
  });
  await keys.press('Control+N');
  await sheet.fillIn(keys, { who: ['Ibrahim Testwright'], kindKey: 'c', when: 'tomorrow 10am' });
  await sheet.saveByKeys(keys);

  await test.step('from the journal, the person’s page and the palette', async () => {
    await shell.main.getByRole('link', { name: /^Brief: Coffee/ }).press('Enter');
    await expect(shell.heading('Coffee with Ibrahim Testwright')).toBeVisible();
    await new Palette(page).choose(keys, 'ibrahim', /^Ibrahim Testwright/);
    await expect(new PersonPage(page).name).toHaveText('Ibrahim Testwright');
    const next = page.getByRole('region', { name: 'Next meeting' });
    await next.getByRole('link', { name: 'Brief' }).press('Enter');
    await expect(shell.heading('Coffee with Ibrahim Testwright')).toBeVisible();
    await keys.press('Control+2');
    await shell.expectPlace('Journal');
    await new Palette(page).choose(keys, 'brief', 'Brief for the next meeting');
    await expect(shell.heading('Coffee with Ibrahim Testwright')).toBeFocused();
  });
  const brief = page.getByRole('region', { name: 'Ibrahim Testwright' });
  await expect(brief).toContainText('We talked about barometers.');
  await expect(brief).toContainText('Look at the workshop together');
  await expect(brief).toContainText('Send the drawing of the dial');
  await expect(brief).toContainText('Stands at Know');

  const planned = () =>
    liveRecords(rapport.journalFolder, 'interaction').find((entry) => entry['notes'] === undefined);
  await keys.press('t');
  await expect.poll(() => planned()).toMatchObject({ status: 'cancelled', calledOffBy: 'them' });
  await keys.press('Control+Z');
  await expect(page.getByRole('group', { name: 'What became of it' })).toBeVisible();
  await shell.heading(/^Coffee/).focus();
  await keys.press('n');
  await expect.poll(() => planned()?.['status']).toBe('noShow');
  await keys.press('Control+Z');
  await expect(page.getByRole('group', { name: 'What became of it' })).toBeVisible();

  await keys.press('h');
  await expect(sheet.words).toBeFocused();
  await keys.type('The barometer works.');
  await sheet.saveByKeys(keys);
  expect(liveRecords(rapport.journalFolder, 'interaction')).toContainEqual(
    expect.objectContaining({ notes: 'The barometer works.', status: 'held' }),
  );
});
