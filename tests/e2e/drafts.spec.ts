import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keptDrafts } from './disk';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
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

  await test.step('thrown away by mistake it can be had back', async () => {
    await keys.tabTo(page.getByRole('button', { name: 'Bring it back' }));
    await keys.press('Enter');
    await expect(message).toBeVisible();
    expect(keptDrafts(rapport)).toMatchObject([{ title: 'Ada Montgomery' }]);
    await keys.press('Control+Shift+D');
    await expect(form.getByRole('textbox', { name: /^Name/ })).toHaveValue('Ada Montgomery');
  });
});

test('as long as there is a draft the corner says so, and goes on with it; an entry’s is thrown away like any other', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const { menu } = new Shell(page);
  const sheet = new DebriefSheet(page);
  const drafts = menu.getByRole('button', { name: '1 draft' });
  await keys.press('Control+N');
  await expect(sheet.who).toBeFocused();
  await keys.type('Ibrahim Testwright');
  await keys.press('Enter');
  await expect(sheet.chosen('Ibrahim Testwright')).toBeVisible();
  await keys.press('Escape');
  await expect(sheet.sheet).toBeHidden();
  await keys.tabTo(drafts);
  await keys.press('Enter');
  await expect(sheet.chosen('Ibrahim Testwright')).toBeVisible();
  await keys.tabTo(sheet.sheet.getByRole('button', { name: 'Throw away' }), 80);
  await keys.press('Enter');
  await expect(sheet.sheet).toBeHidden();
  await expect(drafts).toBeHidden();
  expect(keptDrafts(rapport)).toEqual([]);
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

test('a name that was only typed is kept when the sheet is closed right after it', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const sheet = new DebriefSheet(page);
  for (const ending of ['Enter', 'nothing'] as const) {
    await keys.press('Control+N');
    await expect(sheet.who).toBeFocused();
    await keys.type('Ibrahim Testwright');
    if (ending === 'Enter') await keys.press('Enter');
    await keys.press('Escape');
    // The first may close the list of names.
    if (await sheet.sheet.isVisible()) await keys.press('Escape');
    await expect(sheet.sheet).toBeHidden();
    await expect.poll(() => keptDrafts(rapport)).toMatchObject([{ title: 'Ibrahim Testwright' }]);
    await keys.press('Control+Shift+D');
    await expect(sheet.chosen('Ibrahim Testwright')).toBeVisible();
    await keys.tabTo(sheet.sheet.getByRole('button', { name: 'Throw away' }), 80);
    await keys.press('Enter');
    await expect(sheet.sheet).toBeHidden();
  }
});
