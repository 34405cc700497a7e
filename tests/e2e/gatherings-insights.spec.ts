import { expect } from '@playwright/test';
import { IN_SAMPLE } from '../fixtures/in-sample';
import { test } from './fixtures';
import { Keys } from './keys';
import { Shell } from './pages/shell';
import { startSample } from './setup';

test('gatherings are compared by circle and format, and each says what came of it', async ({ rapport }) => {
  const page = await startSample(rapport);
  const keys = new Keys(page);
  await keys.press('Control+4');
  await new Shell(page).expectPlace('Gatherings');
  await page.getByRole('tab', { name: 'Compared' }).press('Enter');
  const circles = page.getByRole('region', { name: 'By circle' });
  await expect(circles.getByRole('row', { name: /The Thursday Club/ })).toContainText(
    /\d+ of \d+, \d+%|too early/,
  );
  await expect(page.getByRole('region', { name: 'By format' }).getByRole('row').nth(1)).toBeVisible();

  await page.getByRole('tab', { name: 'Gatherings' }).press('Enter');
  await page.getByRole('listitem').filter({ hasText: IN_SAMPLE.rounds }).first().click();
  const met = page.getByRole('button', { name: /^Met there first/ });
  await expect(met).toBeVisible();
  await met.press('Enter');
  const people = page.getByRole('dialog');
  await expect(people.getByRole('link').first()).toBeVisible();
  await keys.press('Escape');
});

test('the brief before a gathering: who may be there, what is owed, and whom to keep a polite distance from', async ({
  rapport,
}) => {
  const page = await startSample(rapport);
  await new Keys(page).press('Control+4');
  await new Shell(page).expectPlace('Gatherings');
  // Those to come stand first.
  await page.getByRole('listitem').filter({ hasText: IN_SAMPLE.breakfast }).first().click();
  const brief = page.getByRole('main');
  await expect(brief.getByRole('heading', { name: 'Who may be there' })).toBeVisible();
  await expect(brief.getByText(/^Keep a polite distance from/)).toBeVisible();
  await expect(brief.getByText(/^(You|They) owe: /).first()).toBeVisible();
  await expect(brief.getByText(/^last /).first()).toBeVisible();
});
