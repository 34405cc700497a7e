import { expect, type Locator, type Page } from '@playwright/test';
import { IN_SAMPLE } from '../fixtures/in-sample';
import { test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { InsightsPage } from './pages/insights-page';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { Shell } from './pages/shell';
import { startEmpty, startSample } from './setup';

async function goInsights(page: Page): Promise<Keys> {
  const keys = new Keys(page);
  await new InsightsPage(page).goByKeys(keys);
  return keys;
}

const section = (page: Page, finding: RegExp): Locator => new InsightsPage(page).section(finding);

const openFigure = (page: Page, keys: Keys, figure: Locator): Promise<Locator> =>
  new InsightsPage(page).openFigure(keys, figure);

test('every insight states its finding, and a figure opens the people or entries behind it by keyboard', async ({
  rapport,
}) => {
  const page = await startSample(rapport);
  const keys = await goInsights(page);
  for (const finding of IN_SAMPLE.findings) await expect(section(page, finding)).toBeVisible();

  const doors = section(page, /opened doors/);
  const people = await openFigure(page, keys, doors.getByRole('button', { name: /led you to/ }).first());
  await expect(people.getByRole('link').first()).toBeVisible();
  await keys.press('Escape');
  await expect(people).toBeHidden();

  const kept = section(page, /You kept/).getByRole('button', { name: /^Yours, broken/ });
  const broken = await openFigure(page, keys, kept);
  await broken.getByRole('listitem').getByRole('button').first().press('Enter');
  await expect(page.getByRole('dialog', { name: 'Promise' })).toBeVisible();
  await keys.press('Escape');

  const ground = section(page, /was easiest/);
  await expect(ground.getByRole('row', { name: /Their ground/ })).toContainText('min');
  await openFigure(page, keys, ground.getByRole('button', { name: /^Their ground/ }));
  await keys.press('Escape');

  await page.getByRole('button', { name: 'As a table' }).press('Enter');
  await expect(page.getByRole('table', { name: 'People at each stage, by month' })).toBeVisible();
});

test('what networking costs for each relationship that reached Like, with the people, the time and the money behind it', async ({
  rapport,
}) => {
  const page = await startSample(rapport);
  const keys = await goInsights(page);
  const cost = section(page, /of networking for each of the \d+ relationships that reached Like within/);
  await expect(cost.getByRole('row', { name: /Time in all/ })).toContainText(/\d+ h/);

  const liked = cost.getByRole('button', { name: /^Relationships that reached Like: \d+/ });
  const people = await openFigure(page, keys, liked);
  await expect(people.getByRole('link').first()).toBeVisible();
  await keys.press('Escape');
  await expect(people).toBeHidden();

  const coffee = await openFigure(page, keys, cost.getByRole('button', { name: /^Coffee: / }));
  await expect(coffee.getByRole('listitem').first()).toContainText('Coffee');
  await keys.press('Escape');
  await expect(coffee).toBeHidden();

  const money = await openFigure(page, keys, cost.getByRole('button', { name: /^Money: / }).first());
  await expect(money.getByText(/: .*(EUR|GBP|USD) \d+/).first()).toBeVisible();
  await keys.press('Escape');
  await expect(money).toBeHidden();
});

test('a week of networking opens the entries, gatherings and logged time that it is made of', async ({
  rapport,
}) => {
  const page = await startSample(rapport);
  const keys = await goInsights(page);
  const weeks = section(page, /a week over the last twelve weeks/);
  const week = weeks.getByRole('button', { name: /^Week from .*: [2-9] records$/ }).first();
  const records = Number(await week.innerText());
  const drawer = await openFigure(page, keys, week);
  const entries = drawer.getByRole('listitem');
  await expect(entries.first()).toBeVisible();
  // What is no entry stands in a line of its own.
  const others = drawer.getByText(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) .*: .*(min|\d h)/);
  expect((await entries.count()) + (await others.count())).toBe(records);
  await entries.first().getByRole('button').press('Enter');
  await expect(page.getByRole('dialog', { name: 'Change this entry' })).toBeVisible();
  await keys.press('Escape');
});

test('with too little it says so, and what is missing; a new entry is counted at once', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  let keys = await goInsights(page);
  await expect(page.getByText('Nothing to compare yet')).toBeVisible();
  await new DebriefSheet(page).writeDown(keys, {
    who: ['Ibrahim Testwright'],
    kindKey: 'c',
    when: 'yesterday 3pm',
    words: 'We talked about barometers.',
  });
  keys = await goInsights(page);
  await expect(section(page, /0 at Trust, 0 at Like, 1 at Know/)).toBeVisible();
  await expect(
    section(page, /Too early to say: a comparison needs 5 relationships on each side; there are 0/),
  ).toBeVisible();
  await expect(section(page, /Too early to say: two kinds of ground need 5 meetings each/)).toBeVisible();
  await expect(section(page, /Too early to say: 3 relationships have to reach Like/)).toBeVisible();
  const know = await openFigure(page, keys, page.getByRole('button', { name: 'Know 1' }));
  await expect(know.getByRole('link', { name: 'Ibrahim Testwright' })).toBeVisible();
});

test('why a connection broke down: reasons ranked with what speaks for and against them, and the user’s verdict', async ({
  rapport,
}) => {
  const page = await startSample(rapport);
  const keys = new Keys(page);
  const shell = new Shell(page);
  await new Palette(page).choose(keys, IN_SAMPLE.wall, new RegExp(`^${IN_SAMPLE.wall}`));
  await expect(new PersonPage(page).name).toContainText(IN_SAMPLE.wall);
  const card = page.getByRole('region', { name: 'What may have come between' });
  const first = card.getByRole('listitem').first();
  await expect(first).toContainText('No real connection');
  const why = await openFigure(page, keys, first.getByRole('button'));
  await expect(why).toContainText(/Ease averaged 1\.\d of 5/);
  await expect(why.getByRole('listitem').first()).toBeVisible();
  await keys.press('Escape');
  await expect(why).toBeHidden();

  await card.getByRole('button', { name: 'What do you say?' }).press('Enter');
  await card.getByRole('checkbox', { name: 'It just did not gel' }).press('Space');
  await card.getByLabel('In your words').fill('Nobody’s fault.');
  await card.getByRole('button', { name: 'Keep' }).press('Enter');
  await expect(shell.toast('Your verdict is kept')).toBeVisible();
  await expect(card).toContainText('You say: It just did not gel');
  await expect(card).toContainText('Nobody’s fault.');
  await goInsights(page);
  await expect(
    section(page, /that cooled or ended/).getByRole('row', { name: /It just did not gel/ }),
  ).toContainText('1');
  await keys.press('Control+Z');
  await expect(shell.toast(`Undone: your verdict on ${IN_SAMPLE.wall}`)).toBeVisible();
});

test('nobody who is well has a review of why it broke down', async ({ rapport }) => {
  const page = await startSample(rapport);
  await new Palette(page).choose(
    new Keys(page),
    IN_SAMPLE.best.person,
    new RegExp(`^${IN_SAMPLE.best.person}`),
  );
  await expect(new PersonPage(page).name).toContainText(IN_SAMPLE.best.person);
  await expect(new PersonPage(page).entries.first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'What may have come between' })).toBeHidden();
});
