import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';
import { Keys } from './keys';
import { InsightsPage } from './pages/insights-page';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { SettingsPage } from './pages/settings-page';
import { startEmpty, startSample } from './setup';

const NAME = 'Ibrahim Testwright';

/** Somebody close of whom nothing is known yet: the ring's norm says how often to be in touch. */
async function addSomebodyClose(page: Page, keys: Keys): Promise<void> {
  await keys.press('Control+Shift+P');
  const form = page.getByRole('dialog', { name: 'New person' });
  await expect(form.getByRole('textbox', { name: 'Name' }).first()).toBeFocused();
  await keys.type(NAME);
  await form.getByRole('combobox', { name: 'Ring' }).click();
  await page.getByRole('option', { name: /^Close/ }).click();
  await keys.press('Control+Enter');
  await expect(new PersonPage(page).name).toContainText(NAME);
}

test('a figure of one’s own: fixed in the settings by keyboard, kept in range, followed by a person’s rhythm and its why, undone', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const palette = new Palette(page);
  const { rhythm } = new PersonPage(page);
  const openPerson = () => palette.choose(keys, NAME, new RegExp(`^${NAME}`));
  await addSomebodyClose(page, keys);
  await expect(rhythm).toHaveAccessibleName('every 30 days Why, rhythm');

  await palette.choose(keys, 'What counts as usual', 'What counts as usual');
  const { usual } = new SettingsPage(page);
  await expect(usual.getByRole('heading', { name: 'What counts as usual' })).toBeFocused();
  const topic = usual.getByRole('button', { name: /^Rhythm/ });
  await keys.tabTo(topic);
  await keys.press('Enter');
  const line = usual.getByRole('listitem').filter({ hasText: 'Your close ring' });
  const field = line.getByRole('textbox');
  await keys.tabTo(field);
  await keys.press('Control+A');
  await keys.type('5');
  await keys.press('Enter');
  await expect(line.getByRole('alert')).toHaveText(
    'Not below 7 days, as “Your inner ring: in touch every” is set.',
  );
  await keys.press('Control+A');
  await keys.type('21');
  await keys.press('Enter');
  await expect(line).toContainText('Fixed by you. The default is 30 days.');
  await expect(line.getByRole('alert')).toBeHidden();
  await expect(field).toBeFocused();
  await expect(topic).toContainText('1 fixed by you');

  await openPerson();
  await expect(rhythm).toHaveAccessibleName('every 21 days Why, rhythm');
  await rhythm.press('Enter');
  const why = page.getByRole('dialog', { name: 'Why every 21 days' });
  await expect(why).toContainText('every 21 days (fixed by you)');
  await keys.press('Escape');
  await expect(why).toBeHidden();
  await keys.press('Control+Z');
  await expect(rhythm).toHaveAccessibleName('every 30 days Why, rhythm');
});

test('what a figure over everybody was counted with stands beside whom it was counted from', async ({
  rapport,
}) => {
  const page = await startSample(rapport);
  const keys = new Keys(page);
  const insights = new InsightsPage(page);
  await page.evaluate(() => window.rapport.norms.fix({ norm: 'comparison.connectWithin', value: 45 }));
  await insights.goByKeys(keys);
  const drawer = await insights.openFigure(
    keys,
    insights
      .section(/met at gatherings|connect/i)
      .getByRole('button')
      .first(),
  );
  await expect(drawer).toContainText(
    'Somebody met connected when you were in touch again within: 45 days (fixed by you).',
  );
  await insights.close(keys);
  await insights.openFigure(
    keys,
    insights
      .section(/give and take is/i)
      .getByRole('button')
      .first(),
  );
  await expect(drawer).toContainText('Rapport’s defaults; the settings show and change them.');
});
