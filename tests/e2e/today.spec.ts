import { expect, type Page } from '@playwright/test';
import { IN_SAMPLE } from '../fixtures/in-sample';
import { test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { Palette } from './pages/palette';
import { Shell } from './pages/shell';
import { startEmpty, startSample } from './setup';

const lines = (page: Page) => page.getByRole('list', { name: 'For you' }).getByRole('listitem');
const line = (page: Page, text: string | RegExp) => lines(page).filter({ hasText: text });

async function goToday(page: Page): Promise<Keys> {
  const keys = new Keys(page);
  await keys.press('Control+1');
  await new Shell(page).expectPlace('Today');
  return keys;
}

test('what needs the user stands in order, each line with its reason; it is put off, done and taken back by keyboard', async ({
  rapport,
}) => {
  const page = await startSample(rapport);
  const keys = await goToday(page);
  const texts = await lines(page).allInnerTexts();
  const places = IN_SAMPLE.todayInOrder.map((words) => texts.findIndex((text) => words.test(text)));
  expect(places).not.toContain(-1);
  expect([...places].sort((a, b) => a - b)).toEqual(places);

  const { person, title, since } = IN_SAMPLE.run;
  const run = line(page, title);
  await expect(run).toContainText(since);
  await run.focus();
  await keys.press('7');
  await expect(run).toBeHidden();
  await expect(new Shell(page).toast(`${person}: not for the next 7 days`)).toBeVisible();
  await page.getByRole('button', { name: /thing put off/ }).click();
  await page.getByRole('button', { name: `Bring back: ${person}` }).click();
  await expect(run).toBeVisible();

  const promise = line(page, IN_SAMPLE.promise.what);
  // The buttons below the list have scrolled it: only the lines in sight exist.
  await run.focus();
  await keys.press('Home');
  await promise.focus();
  await keys.press('d');
  await expect(promise).toBeHidden();
  await keys.press('Control+Z');
  await expect(promise).toBeVisible();

  await promise.focus();
  await keys.press('Enter');
  await expect(new Shell(page).heading(new RegExp(IN_SAMPLE.promise.person))).toBeVisible();
});

test('a line put off stays away over a restart', async ({ rapport }) => {
  const page = await startSample(rapport);
  await goToday(page);
  const run = line(page, IN_SAMPLE.run.title);
  await run.focus();
  await new Keys(page).press('3');
  await expect(run).toBeHidden();
  const again = await rapport.restart();
  await new Shell(again).expectPlace('Today');
  await expect(lines(again).first()).toBeVisible();
  await expect(line(again, IN_SAMPLE.run.title)).toBeHidden();
});

test('somebody met yesterday is asked for, until there is a second contact', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = await goToday(page);
  await expect(page.getByText('Your day starts with an entry')).toBeVisible();
  await new DebriefSheet(page).writeDown(keys, {
    who: ['Ibrahim Testwright'],
    kindKey: 'c',
    when: 'yesterday 3pm',
    words: 'We talked about barometers.',
  });
  const met = line(page, 'Met Ibrahim Testwright 1 day ago; no second contact yet');
  await expect(met).toContainText('55 days of them are left');
  await met.focus();
  await keys.press('w');
  const sheet = new DebriefSheet(page);
  await expect(sheet.words).toBeFocused();
  await keys.press('Control+Enter');
  await expect(met).toBeHidden();
  await expect(page.getByText('Nothing needs you today')).toBeVisible();
});

test('a promise of mine that is due today is not passed over in what the page says', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = await goToday(page);
  await new DebriefSheet(page).writeDown(keys, {
    who: ['Ibrahim Testwright'],
    promise: { what: 'send the plans', due: 'today' },
  });
  const shell = new Shell(page);
  await expect(page.getByRole('region', { name: 'Coming up' })).toContainText(/today\s*send the plans/);
  await expect(shell.main.getByRole('status').first()).toContainText(
    '1 thing due or planned today. Nothing else needs you',
  );
  await expect(page.getByText('Nothing else needs you today')).toBeVisible();
});

test('the week at a glance counts extra time, which is logged in a few keys and corrected', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  const keys = await goToday(page);
  const week = page.getByRole('region', { name: 'This week' });
  await keys.press('Control+Shift+T');
  await expect(page.getByRole('dialog', { name: 'Log time' })).toBeVisible();
  await keys.type('Forum');
  await keys.press('Tab');
  await keys.type('soon');
  await keys.press('Control+Enter');
  await expect(page.getByText('Say how long it took: 45, or 1:30.')).toBeVisible();
  await page.getByLabel('How long').fill('1h30');
  await keys.press('Control+Enter');
  await expect(week).toContainText('1 h 30');
  await week.getByRole('button', { name: 'Where the time went' }).click();
  await expect(week.getByRole('list', { name: 'Time by channel' })).toContainText('Forum');
  await week.getByRole('list', { name: 'Logged time' }).getByRole('button').click();
  await page.getByLabel('How long').fill('45');
  await keys.press('Control+Enter');
  await expect(week).toContainText('45 min');
  await keys.press('Control+Z');
  await expect(week).toContainText('1 h 30');
});

test('the weekly review goes through the key people by keyboard and remembers who was looked at', async ({
  rapport,
}) => {
  const page = await startSample(rapport);
  const keys = new Keys(page);
  await new Palette(page).choose(keys, 'Weekly review', 'Weekly review');
  const shell = new Shell(page);
  await expect(shell.heading('Weekly review')).toBeVisible();
  const status = shell.main.getByRole('status').first();
  await expect(status).toContainText(/^0 of \d+ key people/);
  const name = page.getByRole('heading', { level: 2 });
  const first = await name.innerText();
  await expect(page.getByText('It used to bring:')).toBeVisible();
  await keys.press('ArrowRight');
  await expect(name).not.toHaveText(first);
  await keys.press('ArrowLeft');
  await expect(name).toHaveText(first);
  await keys.press('d');
  await expect(status).toContainText(/^1 of/);
  await expect(name).not.toHaveText(first);
  await keys.press('Control+Z');
  await expect(status).toContainText(/^0 of/);
});
