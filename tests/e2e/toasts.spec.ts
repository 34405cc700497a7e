import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { keptDrafts } from './disk';
import { test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { SettingsPage } from './pages/settings-page';
import { Shell } from './pages/shell';
import { startEmpty } from './setup';

/** Whether a press in the middle of it would reach it: nothing lies over it. */
async function isReachable(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && element.contains(hit);
  });
}

test('a message lies under the page and not on its buttons: not on the draft on offer, nor on what is in sight', async ({
  rapport,
}) => {
  const first = await startEmpty(rapport);
  const sheet = new DebriefSheet(first);
  await first.keyboard.press('Control+N');
  await expect(sheet.who).toBeFocused();
  await first.keyboard.type('Ada Montgomery');
  await first.keyboard.press('Enter');
  await expect.poll(() => keptDrafts(rapport)).toHaveLength(1);

  const page = await rapport.restart();
  const keys = new Keys(page);
  const shell = new Shell(page);
  await expect(shell.draftOffer).toBeVisible();
  await new SettingsPage(page).open(keys);
  await keys.press('Control+Z');
  const message = shell.toast('There is nothing to undo.');
  await expect(message).toBeVisible();
  for (const button of await shell.draftOffer.getByRole('button').all()) {
    await expect.poll(() => isReachable(button)).toBe(true);
  }
  const [pageBox, messageBox] = [await shell.main.boundingBox(), await message.boundingBox()];
  expect((pageBox?.y ?? 0) + (pageBox?.height ?? 0)).toBeLessThan(messageBox?.y ?? 0);

  await test.step('once it has gone the page has its room back', async () => {
    await page.getByRole('button', { name: 'Dismiss' }).press('Enter');
    await expect(message).toBeHidden();
    const height = await page.evaluate(() => window.innerHeight);
    await expect
      .poll(async () => {
        const box = await shell.main.boundingBox();
        return (box?.y ?? 0) + (box?.height ?? 0);
      })
      .toBe(height);
  });
  await test.step('the end of the page can be scrolled out from under the draft on offer', async () => {
    await shell.main.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
    const end = await shell.main.getByText(/^Rapport \d/).boundingBox();
    const offer = await shell.draftOffer.boundingBox();
    expect((end?.y ?? 0) + (end?.height ?? 0)).toBeLessThan(offer?.y ?? 0);
  });
});
