import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, commands } from '../../shared/commands';
import { launchOptions } from '../../build/launch-options';
import type { RapportApp } from './app';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { Palette } from './pages/palette';
import { Shell } from './pages/shell';
import { startEmpty, startSample } from './setup';

test('a second start shows the first one’s window and ends', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  await rapport.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await isShown(rapport)).toBe(false);
  expect(await startAgain(rapport)).toBe(0);
  await expect.poll(() => isShown(rapport)).toBe(true);
  const windows = await rapport.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
  );
  expect(windows).toBe(1);
  await new Shell(page).expectPlace('Journal');
});

test('after a restart the page, its filters, its scroll and the window are where they were', async ({
  rapport,
}) => {
  const page = await startSample(rapport);
  const bounds = { x: 60, y: 40, width: 1010, height: 720 };
  await rapport.electron.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
  }, bounds);
  const keys = new Keys(page);
  await keys.press('Control+3');
  const search = page.getByRole('searchbox', { name: 'Find people' });
  await search.fill('an');
  const { main } = new Shell(page);
  // The list goes to its top when the filter takes effect, a moment after it was typed.
  await expect(async () => {
    await main.evaluate((element) => element.scrollTo({ top: 300 }));
    const kept = readFileSync(join(rapport.userData, 'settings.json'), 'utf8');
    expect(kept).toMatch(/"top":\s*300/);
  }).toPass();
  const found = await main.getByRole('status').innerText();
  expect(found).toMatch(/^\d+ people match$/);

  const again = await rapport.restart();
  await new Shell(again).expectPlace('People');
  await expect(again.getByRole('searchbox', { name: 'Find people' })).toHaveValue('an');
  await expect(new Shell(again).main.getByRole('status')).toHaveText(found);
  await expect.poll(() => new Shell(again).main.evaluate((main) => main.scrollTop)).toBe(300);
  const placed = await rapport.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(placed).toEqual(bounds);
});

test('a key that is pressed before anything is drawn waits until it can be answered', async ({ rapport }) => {
  await startSample(rapport);
  await rapport.quit();
  for (let start = 0; start < 3; start++) {
    const page = await rapport.start(async (early) => {
      await early.waitForFunction(() => document.readyState === 'complete');
      await early.keyboard.press('Control+K');
    });
    await expect(new Palette(page).field).toBeFocused();
    await rapport.quit();
  }
});

test('the palette takes the focus, finds people and entries, and Esc gives the focus back', async ({
  rapport,
}) => {
  const page = await startSample(rapport);
  const keys = new Keys(page);
  const palette = new Palette(page);
  const write = page.getByRole('main').getByRole('button', { name: /^Write it down/ });
  await write.focus();
  const focusedAfterMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const pressed = performance.now();
        document.addEventListener('focusin', () => resolve(performance.now() - pressed), { once: true });
        const press = { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true };
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', press));
      }),
  );
  // UX rule 2 says 100 ms; a busy test machine is no measure, so it is noted and only the focus is asserted.
  test
    .info()
    .annotations.push({ type: 'palette focused after', description: `${Math.round(focusedAfterMs)} ms` });
  await expect(palette.field).toBeFocused();
  await keys.type('okonjo');
  await expect(palette.results.first()).toHaveAccessibleName(/^Maya Okonjo/);
  await keys.press('Escape');
  await expect(palette.dialog).toBeHidden();
  await expect(write).toBeFocused();
});

test('every command is in the palette, in the menu and, when it has keys, in the shortcut sheet', async ({
  rapport,
}) => {
  const page = await startSample(rapport);
  const keys = new Keys(page);
  const palette = new Palette(page);
  const all: readonly Command[] = commands;

  await test.step('palette', async () => {
    await palette.open(keys);
    const offered = await palette.results.evaluateAll((found) =>
      found.map((one) => one.getAttribute('aria-label') ?? ''),
    );
    const titles = all.filter(({ id }) => id !== 'palette').map(({ title }) => title);
    expect(offered.sort()).toEqual(titles.sort());
    await keys.press('Escape');
  });
  await test.step('menu', async () => {
    const items = await rapport.electron.evaluate(
      ({ Menu }, ids) => {
        const menu = Menu.getApplicationMenu();
        return ids.map((id) => {
          const item = menu?.getMenuItemById(id);
          return { id, label: item?.label, keys: item?.accelerator, usable: item?.visible && item.enabled };
        });
      },
      all.map(({ id }) => id),
    );
    expect(items).toEqual(
      all.map(({ id, title, keys: own }) => ({
        id,
        label: title,
        keys: own?.replace('Mod', 'CommandOrControl') ?? null,
        usable: true,
      })),
    );
  });
  await test.step('shortcut sheet', async () => {
    await keys.press('Control+/');
    const sheet = new Shell(page).dialog('Keyboard shortcuts');
    await expect(sheet).toBeVisible();
    const withKeys = all.filter(({ keys: own }) => own !== undefined).map(({ title }) => title);
    const shown = await sheet.getByRole('term').allTextContents();
    expect(shown.sort()).toEqual(withKeys.sort());
  });
});

test('a command of the menu does what its key does', async ({ rapport }) => {
  const page = await startSample(rapport);
  for (const [id, place] of [
    ['goPeople', 'People'],
    ['goGatherings', 'Gatherings'],
    ['goPromises', 'Promises'],
    ['goSettings', 'Settings'],
    ['goJournal', 'Journal'],
  ] as const) {
    await rapport.electron.evaluate(({ Menu }, item) => {
      Menu.getApplicationMenu()?.getMenuItemById(item)?.click();
    }, id);
    await new Shell(page).expectPlace(place);
  }
  await rapport.electron.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('leaveSample')?.click();
  });
  await expect(page.getByRole('button', { name: 'Start my journal' })).toBeVisible();
});

test('without a journal the menu offers only what needs none', async ({ rapport }) => {
  await rapport.start();
  const usable = await rapport.electron.evaluate(
    ({ Menu }, ids) => {
      const menu = Menu.getApplicationMenu();
      return ids.filter((id) => menu?.getMenuItemById(id)?.enabled);
    },
    commands.map(({ id }) => id as string),
  );
  expect(usable.sort()).toEqual(['shortcuts', 'showBackups', 'themeDark', 'themeLight', 'themeSystem']);
});

/** The exit code of another start with the same user data. */
async function startAgain(rapport: RapportApp): Promise<number | null> {
  const { executablePath, args } = launchOptions();
  const second = spawn(executablePath, [...args, ...rapport.ownArguments()], {
    env: rapport.environment(),
    stdio: 'ignore',
  });
  await once(second, 'exit');
  return second.exitCode;
}

function isShown(rapport: RapportApp): Promise<boolean> {
  return rapport.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false,
  );
}
