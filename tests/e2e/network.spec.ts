import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';
import { Keys } from './keys';
import { PersonPage } from './pages/person-page';
import { Shell } from './pages/shell';
import { startEmpty, startSample } from './setup';

class Network {
  readonly picture;
  /** Whoever is looked at, as a screen reader says it. */
  readonly current;
  readonly find;
  readonly outline;
  readonly thanks;

  constructor(private readonly page: Page) {
    this.picture = page.getByRole('tree', { name: 'Who led you to whom' });
    this.current = this.picture.getByRole('treeitem');
    this.find = page.getByRole('searchbox', { name: 'Find somebody in the picture' });
    this.outline = page.getByRole('list', { name: 'Who led you to whom, as an outline' });
    this.thanks = page.getByRole('region', { name: /^Thanks still open|^Everybody is thanked/ });
  }

  async open(keys: Keys): Promise<void> {
    await keys.press('Control+7');
    await expect(new Shell(this.page).heading('Network')).toBeVisible();
  }

  /** The dots of the picture, to see whether it changed. */
  drawn(): Promise<string> {
    return this.picture.locator('canvas').evaluate(async (canvas: HTMLCanvasElement) => {
      // What was asked for is drawn in the next frame.
      for (let frame = 0; frame < 2; frame++) {
        await new Promise((resolve) => {
          requestAnimationFrame(resolve);
        });
      }
      return canvas.toDataURL();
    });
  }
}

test('the network: who led to whom, gone through, searched and zoomed by keyboard, and the same as an outline', async ({
  rapport,
}) => {
  const page = await startSample(rapport);
  const keys = new Keys(page);
  const network = new Network(page);
  await network.open(keys);
  await expect(page.getByRole('heading', { level: 2, name: /led you to \d+ people/ })).toBeVisible();
  await keys.tabTo(network.picture);
  await expect(network.current).toHaveText(/^You, \d+ branches$/);

  await test.step('arrows go along the branches', async () => {
    await keys.press('ArrowRight');
    const first = (await network.current.textContent()) ?? '';
    expect(first).toMatch(/led you to \d+/);
    await keys.press('ArrowRight');
    await expect(network.current).toContainText(`introduced by ${first.split(',')[0]}`);
    await keys.press('ArrowLeft');
    await expect(network.current).toHaveText(first);
    await keys.press('ArrowDown');
    await expect(network.current).not.toHaveText(first);
    await keys.press('Home');
    await expect(network.current).toHaveText(/^You/);
  });

  await test.step('letters find somebody', async () => {
    await keys.type('maya');
    await expect(network.find).toHaveValue('maya');
    await expect(page.getByText('1 found', { exact: true })).toBeVisible();
    await expect(network.current).toContainText('Maya Okonjo');
    await expect(network.current).toContainText(/introduced by .* and /);
    await keys.press('ArrowDown');
    await expect(network.picture).toBeFocused();
  });

  await test.step('plus and minus zoom, nought shows everything again', async () => {
    const all = await network.drawn();
    await keys.press('+');
    await expect.poll(() => network.drawn()).not.toBe(all);
    await keys.press('0');
    await expect.poll(() => network.drawn()).toBe(all);
  });

  await test.step('Enter opens the person', async () => {
    await keys.press('Enter');
    await expect(new PersonPage(page).name).toContainText('Maya Okonjo');
  });

  await test.step('the outline says the same in words, and opens it too', async () => {
    await network.open(keys);
    const first = network.outline.getByRole('listitem').first();
    await expect(first).toContainText(/led you to \d+/);
    await keys.tabTo(first, 120);
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await expect(new PersonPage(page).name).toBeVisible();
  });
});

test('whom there is still to thank: thanked and told in two presses, and taken back', async ({ rapport }) => {
  const page = await startSample(rapport);
  const keys = new Keys(page);
  const network = new Network(page);
  await network.open(keys);
  const count = async (): Promise<number> =>
    Number(/\d+$/.exec((await network.thanks.getByRole('heading').textContent()) ?? '')?.[0] ?? 0);
  const open = await count();
  expect(open).toBeGreaterThan(0);
  const line = network.thanks.getByRole('listitem').first();
  const words = (await line.getByRole('paragraph').textContent()) ?? '';
  for (const name of [/^Thanked:/, /^Reported back:/]) {
    const button = line.getByRole('button', { name });
    if ((await button.getAttribute('aria-pressed')) === 'true') continue;
    await keys.tabTo(button, 120);
    await keys.press('Enter');
  }
  await expect.poll(count).toBe(open - 1);
  // The keyboard goes on from the line that took its place.
  await expect(line.getByRole('button', { name: /^Thanked:/ })).toBeFocused();
  await keys.press('Control+Z');
  await expect.poll(count).toBe(open);
  await expect(line.getByRole('paragraph')).toContainText(words.split(' led you to')[0] ?? '');
});

test('an empty network teaches; the first introduction draws it', async ({ rapport }) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const network = new Network(page);
  await network.open(keys);
  await expect(page.getByText('No introduction yet')).toBeVisible();
  await keys.press('Control+I');
  const form = page.getByRole('dialog', { name: 'New introduction' });
  const field = (name: string) => form.getByRole('combobox', { name, exact: true });
  await expect(field('Who introduced you')).toBeFocused();
  await keys.type('Ruth Adler');
  await keys.press('Enter');
  await keys.tabTo(field('To whom'));
  await keys.type('Tom Baker');
  await keys.press('Enter');
  await keys.press('Control+Enter');
  await expect(form).toBeHidden();
  await expect(
    page.getByRole('heading', { name: 'Ruth Adler led you to 1 person, 0 of them reached Like' }),
  ).toBeVisible();
  await expect(network.outline.getByRole('listitem')).toHaveCount(2);
  await keys.press('Control+Z');
  await expect(page.getByText('No introduction yet')).toBeVisible();
});
