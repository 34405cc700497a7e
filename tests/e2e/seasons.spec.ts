import { expect } from '@playwright/test';
import { test } from './fixtures';
import { Keys } from './keys';
import { Palette } from './pages/palette';
import { Shell } from './pages/shell';
import { startSample } from './setup';

test('a change of direction lists the key people at risk: who was told, and who went silent since', async ({
  rapport,
}) => {
  const page = await startSample(rapport);
  const keys = new Keys(page);
  const shell = new Shell(page);
  await new Palette(page).choose(keys, 'Changes of direction', 'Changes of direction');
  await expect(shell.heading('Changes of direction')).toBeVisible();
  await expect(shell.main.getByText(/Silent since .*expected every \d+ days/).first()).toBeVisible();

  await new Palette(page).choose(keys, 'New change of direction', 'New change of direction');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keys.type('Only advice from now on');
  await page.getByRole('textbox', { name: 'Until' }).fill('the day after never');
  await keys.press('Control+Enter');
  await expect(page.getByText(/This day was not understood/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Until' }).fill('');
  await keys.press('Control+Enter');
  const season = page.getByRole('region', { name: 'Only advice from now on' });
  await expect(season).toContainText(/\d+ key people at that time: 0 told, 0 silent since/);
  await season
    .getByRole('button', { name: /^Told: / })
    .first()
    .press('Enter');
  await expect(season).toContainText(/1 told/);
  await keys.press('Control+Z');
  await expect(season).toContainText(/0 told/);
  await season.getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(season).toBeHidden();
  await keys.press('Control+Z');
  await expect(season).toBeVisible();
});
