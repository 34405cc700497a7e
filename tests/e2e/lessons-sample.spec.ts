import { expect, type Locator, type Page } from '@playwright/test';
import { IN_SAMPLE } from '../fixtures/in-sample';
import { test } from './fixtures';
import { Keys } from './keys';
import { InsightsPage } from './pages/insights-page';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { Shell } from './pages/shell';
import { SearchPage } from './pages/search-page';
import { startSample } from './setup';

async function openPerson(page: Page, keys: Keys, name: string): Promise<PersonPage> {
  await new Palette(page).choose(keys, name, new RegExp(`^${name}`));
  const person = new PersonPage(page);
  await expect(person.name).toContainText(name);
  return person;
}

const card = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true });

/** Looking back, goes on from entry to entry until the latest one says so. */
async function goOnTo({ entries }: PersonPage, keys: Keys, words: string): Promise<void> {
  for (let count = await entries.count(); count < 20; count++) {
    await expect(entries).toHaveCount(count);
    if ((await entries.first().innerText()).includes(words)) return;
    await keys.press('Shift+ArrowRight');
  }
  throw new Error(`No entry says: ${words}`);
}

async function openBreakfast(page: Page, keys: Keys): Promise<Locator> {
  await keys.press('Control+4');
  await new Shell(page).expectPlace('Gatherings');
  await page.getByRole('listitem').filter({ hasText: IN_SAMPLE.breakfast }).first().click();
  await expect(new Shell(page).heading(IN_SAMPLE.breakfast)).toBeVisible();
  return card(page, 'Who may be there');
}

test('the sample journal shows each lesson by its figures, and whom or what they were counted from', async ({
  rapport,
}) => {
  test.setTimeout(180_000);
  const page = await startSample(rapport);
  const keys = new Keys(page);
  const insights = new InsightsPage(page);
  await insights.goByKeys(keys);
  for (const [row, { finding, behind }] of Object.entries(IN_SAMPLE.lessons)) {
    await test.step(row, async () => {
      const section = insights.section(finding);
      for (const { label, has } of behind) {
        const figure = section.getByRole('button', { name: label });
        const lines = (await insights.openFigure(keys, figure)).getByRole('listitem');
        await insights.showAll(keys);
        // As many as the figure says.
        const counted = /\d+(?= meetings$|$)/.exec(
          (await figure.getAttribute('aria-label')) ?? (await figure.innerText()),
        );
        await expect(lines).toHaveCount(Number(counted?.[0]));
        for (const words of has) await expect(lines.filter({ hasText: words }).first()).toBeVisible();
        await insights.close(keys);
      }
    });
  }
  await test.step('B7, the blind spots', async () => {
    const largest = insights.section(/largest difference between what ended and what lasted/);
    const ended = largest.getByRole('button', { name: /ended or dormant: .*, of \d+$/ }).first();
    const entries = (await insights.openFigure(keys, ended)).getByRole('listitem');
    await expect(entries.first()).toBeVisible();
    await insights.close(keys);
  });
});

test('the sample journal shows the lessons of single people and of rounds', async ({ rapport }) => {
  const page = await startSample(rapport);
  const keys = new Keys(page);
  await test.step('W1', async () => {
    await openPerson(page, keys, IN_SAMPLE.wall);
    const card = page.getByRole('region', { name: 'What may have come between' });
    await expect(card.getByRole('listitem').first()).toContainText('No real connection');
  });
  await test.step('B3', async () => {
    await openPerson(page, keys, IN_SAMPLE.incumbent.person);
    await expect(page.getByRole('region', { name: 'Looking for' })).toContainText(
      `For what you do they have: ${IN_SAMPLE.incumbent.words}`,
    );
  });
  await test.step('S2', async () => {
    const { person, words } = IN_SAMPLE.advert;
    await openPerson(page, keys, person);
    const round = new PersonPage(page).entries.filter({ hasText: words });
    await expect(round).toContainText('10 minutes');
    await expect(round).toContainText('they kept selling');
    await expect(round).toContainText('they: sold at the first meeting');
  });
  await test.step('B9', async () => {
    await keys.press('Control+4');
    await new Shell(page).expectPlace('Gatherings');
    await page.getByRole('listitem').filter({ hasText: IN_SAMPLE.rounds }).first().click();
    const step = page.getByRole('button', { name: /^In touch again within 14 days/ });
    const people = await new InsightsPage(page).openFigure(keys, step);
    await expect(people.getByRole('link', { name: IN_SAMPLE.metAtRounds })).toBeVisible();
  });
});

test('the sample journal shows how ties were opened, let go, missed and restored', async ({ rapport }) => {
  test.setTimeout(180_000);
  const page = await startSample(rapport);
  const keys = new Keys(page);
  const shell = new Shell(page);
  const lines = page.getByRole('list', { name: 'For you' }).getByRole('listitem');
  await test.step('W3', async () => {
    const { person } = IN_SAMPLE.best;
    await openPerson(page, keys, person);
    await expect(card(page, 'Introductions')).toContainText(`Several people told you to meet ${person}`);
    await keys.press('Control+7');
    await expect(page.getByRole('heading', { level: 2, name: /led you to \d+ people/ })).toBeVisible();
  });
  await test.step('W4: let go with a kind note, and quiet; and a dormant tie', async () => {
    const { person, note } = IN_SAMPLE.letGo;
    await openPerson(page, keys, person);
    await expect(page.getByText(/^Let go since/)).toBeVisible();
    await expect(page.getByText(note)).toBeVisible();
    await expect(page.getByRole('region', { name: /without a word$/ })).toBeHidden();
    await keys.press('Control+1');
    await shell.expectPlace('Today');
    await lines.first().focus();
    const seen = await lines.allInnerTexts();
    await keys.press('End');
    const dormant = lines.filter({ hasText: IN_SAMPLE.dormant.title });
    await expect(dormant).toBeFocused();
    await expect(dormant.getByRole('button', { name: /^Reconnect/ })).toBeVisible();
    await expect(dormant.getByRole('button', { name: /^Let go/ })).toBeVisible();
    seen.push(...(await lines.allInnerTexts()));
    expect(seen.join()).toContain(': birthday');
    for (const name of IN_SAMPLE.inPeace) expect(seen.join()).not.toContain(name);
  });
  await test.step('D2', async () => {
    const brief = await openBreakfast(page, keys);
    await expect(brief).toContainText(new RegExp(`Keep a polite distance from .*${IN_SAMPLE.distance}`));
    await openPerson(page, keys, IN_SAMPLE.distance);
    await expect(page.getByText(/^Keep a polite distance since/)).toBeVisible();
    await expect(shell.main).toContainText('left in peace');
  });
  await test.step('D3', async () => {
    await new Palette(page).choose(keys, 'Changes of direction', 'Changes of direction');
    const cutOff = card(page, IN_SAMPLE.season)
      .getByRole('listitem')
      .filter({ hasText: IN_SAMPLE.run.person });
    await expect(cutOff).toContainText(/Silent since .*, expected every \d+ days/);
    await expect(cutOff.getByRole('button', { name: `Told: ${IN_SAMPLE.run.person}` })).toBeVisible();
    const told = page.getByRole('button', { name: `Not told after all: ${IN_SAMPLE.best.person}` });
    await expect(told).toBeVisible();
  });
  await test.step('D4', async () => {
    await openPerson(page, keys, IN_SAMPLE.run.person);
    await expect(card(page, 'Replies')).toContainText('3 messages without a reply, over 8 months.');
    await expect(page.getByText(/^last \d+ days ago: drifting$/)).toBeVisible();
    await card(page, 'Replies').getByRole('button', { name: 'Why: replies' }).press('Enter');
    const why = shell.dialog('Replies');
    await expect(why.getByRole('listitem').filter({ hasText: /no (reply|answer)$/ })).toHaveCount(3);
    await keys.press('Escape');
    await expect(why).toBeHidden();
  });
  await test.step('D5', async () => {
    const { person: name, words } = IN_SAMPLE.restored;
    const person = await openPerson(page, keys, name);
    await person.expectStage('Trust');
    await expect(person.finding).toContainText(/^Trust again since .*, after .* of silence/);
    await expect(person.entries.filter({ hasText: words })).toContainText('put right');
  });
  await test.step('D6: what was held back waited, as its page says of that day, and was said when he asked', async () => {
    const { person: name, held, waiting, asked } = IN_SAMPLE.heldBack;
    const person = await openPerson(page, keys, name);
    const waits = card(page, 'Held back, until they ask');
    await expect(card(page, 'Worth asking')).toBeVisible();
    await expect(waits).toBeHidden();
    await keys.press('Control+Shift+L');
    await expect(person.lookBack).toBeFocused();
    await keys.press('Home');
    await expect(person.pastBar).toBeVisible();
    await expect(person.entries).toHaveCount(1);
    await goOnTo(person, keys, held);
    await expect(waits).toContainText(waiting);
    await goOnTo(person, keys, asked);
    await expect(waits).toBeHidden();
    await keys.press('Escape');
    await expect(person.pastBar).toBeHidden();
  });
  await test.step('D7', async () => {
    await keys.press('Control+1');
    const { title, why } = IN_SAMPLE.slips;
    await lines.first().focus();
    await expect(lines.filter({ hasText: title })).toContainText(why);
    await new Palette(page).choose(keys, 'Weekly review', 'Weekly review');
    await expect(shell.main.getByRole('status').first()).toContainText(/^0 of \d+ key people/);
    await expect(page.getByText('It used to bring:')).toBeVisible();
  });
  await test.step('B5 and B6: nobody asked, and they asked nothing; and a need that was asked for', async () => {
    await openPerson(page, keys, IN_SAMPLE.letGo.person);
    await expect(card(page, 'Worth asking')).toContainText(
      'No need is noted; you asked 1 question about needs',
    );
    const reasons = card(page, 'What may have come between').getByRole('listitem');
    for (const [reason, words] of [
      ['No need was found', 'No need is noted; 1 question about needs was asked.'],
      ['They did not see the value', 'They asked nothing in 3 contacts.'],
    ] as const) {
      await reasons.filter({ hasText: reason }).getByRole('button').press('Enter');
      const why = shell.dialog(reason);
      await expect(why).toContainText(words);
      await keys.press('Escape');
      await expect(why).toBeHidden();
    }
    await openPerson(page, keys, IN_SAMPLE.needs.person);
    await expect(card(page, 'Looking for')).toContainText(IN_SAMPLE.needs.words);
    await expect(card(page, 'Worth asking')).toContainText(/\d needs noted. Worth asking next:/);
  });
});

test('F3: somebody is forgotten out of the sample journal, and is named nowhere any more', async ({
  rapport,
}) => {
  const page = await startSample(rapport);
  const keys = new Keys(page);
  const name = IN_SAMPLE.distance;
  const shell = new Shell(page);
  await expect(await openBreakfast(page, keys)).toContainText(name);
  await openPerson(page, keys, name);
  await new Palette(page).choose(keys, 'Forget this', 'Forget this person…');
  const dialog = shell.dialog(`Forget ${name}`);
  await expect(dialog.getByRole('textbox', { name: `Type ${name} to confirm` })).toBeFocused();
  await keys.type(name);
  await keys.press('Enter');
  await expect(shell.toast('Forgotten.')).toBeVisible();
  await shell.expectPlace('People');
  const brief = await openBreakfast(page, keys);
  await expect(brief.getByRole('listitem').first()).toBeVisible();
  await expect(brief).not.toContainText(name);
  const search = new SearchPage(page);
  await search.openByKeys(keys, name);
  await expect(search.count).toHaveText('0 hits');
});
