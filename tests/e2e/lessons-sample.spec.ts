import { expect, type Page } from '@playwright/test';
import { IN_SAMPLE } from '../fixtures/in-sample';
import { test } from './fixtures';
import { Keys } from './keys';
import { InsightsPage } from './pages/insights-page';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { Shell } from './pages/shell';
import { startSample } from './setup';

async function openPerson(page: Page, keys: Keys, name: string): Promise<void> {
  await new Palette(page).choose(keys, name, new RegExp(`^${name}`));
  await expect(new PersonPage(page).name).toContainText(name);
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
