import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { inProject } from '../../build/paths';
import type { RapportApp } from './app';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { Palette } from './pages/palette';
import { SettingsPage } from './pages/settings-page';
import { Shell } from './pages/shell';
import { StartScreen } from './pages/start';
import { closeAll, emptyPages, samplePages, sampleSheets, type Screen } from './screens';
import { startEmpty, startSample, writeJournal } from './setup';

/** Every screen in pictures, for people to look at, and without a finding of axe. */

const PICTURES = inProject('test-results', 'pictures');
const SIZES = [
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1440, height: 1000 },
] as const;
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

// A trace holds pictures of its own, of every step: here they would take longer than the test.
test.use({ trace: 'off' });

test.beforeAll(() => mkdirSync(PICTURES, { recursive: true }));

for (const theme of THEMES) {
  const groups: [string, Screen[], (rapport: RapportApp) => Promise<Page>][] = [
    ['pages', samplePages, startSample],
    ['sheets', sampleSheets, startSample],
    ['empty journal', emptyPages, startEmpty],
  ];
  for (const [group, screens, start] of groups) {
    test(`${group}, ${theme}: pictures, and axe finds nothing`, async ({ rapport }) => {
      test.setTimeout(300_000);
      const page = await start(rapport);
      await chooseTheme(page, theme);
      const findings: string[] = [];
      for (const screen of screens) {
        await test.step(screen.name, async () => {
          await screen.open(page);
          await takePictures(page, screen.name, theme);
          findings.push(...(await findingsOf(page, screen.name, theme)));
          await closeAll(page);
        });
      }
      expect(findings).toEqual([]);
    });
  }

  test(`before the journal, drafts on offer and restoring, ${theme}: pictures, and axe finds nothing`, async ({
    rapport,
  }) => {
    test.setTimeout(240_000);
    const findings: string[] = [];
    const look = async (page: Page, name: string): Promise<void> => {
      await takePictures(page, name, theme);
      findings.push(...(await findingsOf(page, name, theme)));
    };
    await test.step('first run, with a folder that does not do', async () => {
      const page = await rapport.start();
      await chooseThemeByMenu(rapport, theme);
      await look(page, 'first-run');
      await rapport.answerDialogs('/nowhere/at/all');
      await new StartScreen(page).openOther.click();
      await expect(new StartScreen(page).problem).toBeVisible();
      await look(page, 'first-run-problem');
    });
    await test.step('a draft on offer, a restore looked at and asked about', async () => {
      const page = await openWithBackup(rapport);
      await look(page, 'draft-offer');
      const settings = new SettingsPage(page);
      await new Palette(page).choose(new Keys(page), 'restore', /^Restore from/);
      // The newest was made when the app was quit, and says what the journal says.
      await settings.lookInto.last().click();
      await expect(settings.preview).toBeVisible();
      await look(page, 'restore-preview');
      await settings.restoreButton.click();
      await expect(settings.problem).toBeVisible();
      await look(page, 'restore-asking');
      await settings.restoreButton.click();
      await expect(new Shell(page).toast(/^Restored/)).toBeVisible();
      await look(page, 'restored');
    });
    await test.step('a damaged journal, with a backup beside it; and one that is refused', async () => {
      await rapport.quit();
      writeFileSync(`${rapport.journalFolder}/people.json`, '');
      const page = await rapport.start();
      await expect(new StartScreen(page).recovery.restore).toBeVisible();
      await look(page, 'recovery');
      await rapport.quit();
      renameSync(rapport.journalFolder, `${rapport.journalFolder} elsewhere`);
      const again = await rapport.start();
      await expect(new StartScreen(again).refusedTitle).toBeVisible();
      await look(again, 'refused');
    });
    expect(findings).toEqual([]);
  });
}

test('at 200 %: axe finds nothing, and nothing needs scrolling sideways', async ({ rapport }) => {
  test.setTimeout(240_000);
  const page = await startSample(rapport);
  await chooseTheme(page, 'light');
  await rapport.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1440, 1000);
    window?.webContents.setZoomFactor(2);
  });
  await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBe(2);
  const findings: string[] = [];
  for (const screen of [...samplePages, ...sampleSheets.filter(({ name }) => LARGE.includes(name))]) {
    await test.step(screen.name, async () => {
      await screen.open(page);
      await painted(page);
      writeFileSync(`${PICTURES}/${screen.name}-light-200.png`, await captureWindow(rapport));
      findings.push(...(await findingsOf(page, screen.name, 'light')));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) findings.push(`${screen.name}: ${over} px wider than the window`);
      await closeAll(page);
    });
  }
  expect(findings).toEqual([]);
});

/** The sheets that have most on them. */
const LARGE = ['debrief-more', 'rounds', 'edit-person', 'new-gathering', 'palette-results', 'why'];

/** One entry, a backup of it, one more entry since, and a draft from before the start. */
async function openWithBackup(rapport: RapportApp): Promise<Page> {
  await rapport.quit();
  await (await writeJournal(rapport.journalFolder)).close();
  const page = await rapport.start();
  await page.keyboard.press('Control+Shift+B');
  await expect(new Shell(page).backupState).toContainText('Backup verified');
  const added = await page.evaluate(() =>
    window.rapport.people.save({ editing: null, person: { name: 'Since' } }),
  );
  expect(added.ok).toBe(true);
  await page.keyboard.press('Control+N');
  await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Who', exact: true })).toBeFocused();
  await page.keyboard.type('Somebody');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  const again = await rapport.restart();
  await expect(new Shell(again).draftOffer).toBeVisible();
  return again;
}

async function chooseTheme(page: Page, theme: Theme): Promise<void> {
  const title = theme === 'light' ? 'Light theme' : 'Dark theme';
  await new Palette(page).choose(new Keys(page), title, title);
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
}

async function chooseThemeByMenu(rapport: RapportApp, theme: Theme): Promise<void> {
  await rapport.electron.evaluate(
    ({ Menu }, id) => {
      Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
    },
    theme === 'light' ? 'themeLight' : 'themeDark',
  );
  await expect(rapport.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
}

/** At each size; it stays at the last. */
async function takePictures(page: Page, name: string, theme: Theme): Promise<void> {
  for (const { width, height } of SIZES) {
    await page.setViewportSize({ width, height });
    await painted(page);
    await page.screenshot({ path: `${PICTURES}/${name}-${theme}-${width}.png` });
  }
}

/** As Electron sees it: Playwright's own pictures know nothing of the zoom and show a quarter of the window. */
async function captureWindow(rapport: RapportApp): Promise<Buffer> {
  const png = await rapport.electron.evaluate(async ({ BrowserWindow }) => {
    const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return picture?.toPNG().toString('base64') ?? '';
  });
  return Buffer.from(png, 'base64');
}

/** What axe finds: on the page, or in what lies over it. */
async function findingsOf(page: Page, name: string, theme: Theme): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // Electron has no second page for axe to finish its report in.
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
  const over = '[role="dialog"], [role="menu"]';
  if (await page.locator(over).filter({ visible: true }).count()) axe.include(over);
  // The dark theme is the same page in other colours.
  if (theme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${name}: ${id}: ${node.target.join(' ')}: ${node.failureSummary ?? node.html}`),
  );
}

/** Two frames after the fonts: what was measured has been drawn. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame++) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
  });
}
