import { expect } from '@playwright/test';
import { test } from './fixtures';
import { Keys } from './keys';
import { Palette } from './pages/palette';
import { Shell } from './pages/shell';
import { StartScreen } from './pages/start';
import { startEmpty } from './setup';

test('the focus goes to the heading of the page, from the first run and at every start', async ({
  rapport,
}) => {
  const page = await rapport.start();
  await new StartScreen(page).begin.press('Enter');
  await expect(new Shell(page).heading('Today')).toBeFocused();
  const again = await rapport.restart();
  await expect(new Shell(again).heading('Today')).toBeFocused();
});

test('a new circle is in sight once it is saved, wherever it was begun', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  await keys.press('Control+4');
  await new Shell(page).expectPlace('Gatherings');
  await new Palette(page).choose(keys, 'New circle', 'New circle');
  const form = new Shell(page).dialog('New circle');
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keys.type('Harbour club');
  await keys.press('Control+Enter');
  await expect(form).toBeHidden();
  await expect(new Shell(page).heading('Harbour club')).toBeVisible();
});
