import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keptDrafts } from './disk';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { Shell } from './pages/shell';
import { startEmpty } from './setup';

test('a form that is left says that it was kept, and goes on from there by a key', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const form = new Shell(page).dialog('New person');
  await keys.press('Control+Shift+P');
  await expect(form.getByRole('textbox', { name: /^Name/ })).toBeFocused();
  await keys.type('Ada Montgomery');
  await keys.press('Escape');
  await expect(form).toBeHidden();
  const message = new Shell(page).toast('Kept as a draft.');
  await expect(message).toBeVisible();
  await keys.press('Control+Shift+D');
  await expect(form.getByRole('textbox', { name: /^Name/ })).toHaveValue('Ada Montgomery');
  await expect(message).toBeHidden();
  await form.getByRole('button', { name: 'Throw away' }).press('Enter');
  await expect(form).toBeHidden();
  await expect.poll(() => keptDrafts(rapport)).toEqual([]);
});

test('a form that cannot be kept is not closed: what was typed stays, with the reason, until it can', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const form = new Shell(page).dialog('New person');
  const file = join(rapport.userData, 'drafts.json');
  await test.step('something lies where drafts are kept', () => {
    rmSync(file, { force: true });
    mkdirSync(join(file, 'in the way'), { recursive: true });
  });
  await keys.press('Control+Shift+P');
  await expect(form.getByRole('textbox', { name: /^Name/ })).toBeFocused();
  await keys.type('Ada Montgomery');
  await expect(form.getByRole('status')).toContainText('Draft not kept');
  await keys.press('Escape');
  await expect(form.getByRole('textbox', { name: /^Name/ })).toHaveValue('Ada Montgomery');
  await expect(form).toBeVisible();
  rmdirSync(join(file, 'in the way'));
  rmdirSync(file);
  await keys.press('Escape');
  await expect(form).toBeHidden();
  expect(keptDrafts(rapport)).toMatchObject([{ title: 'Ada Montgomery' }]);
});
