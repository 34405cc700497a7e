import { expect, type Locator, type Page } from '@playwright/test';
import type { Keys } from '../keys';
import { Shell } from './shell';

/** What all of the journal shows: findings, their figures, and what a figure opens. */
export class InsightsPage {
  /** Whom or what a figure was counted from. */
  readonly drawer: Locator;

  constructor(private readonly page: Page) {
    this.drawer = page.getByRole('dialog');
  }

  async goByKeys(keys: Keys): Promise<void> {
    await keys.press('Control+6');
    await new Shell(this.page).expectPlace('Insights');
  }

  /** The insight that says so. */
  section(finding: string | RegExp): Locator {
    return this.page.getByRole('region', { name: finding });
  }

  async expectFinding(finding: string | RegExp): Promise<void> {
    const exact = typeof finding === 'string';
    await expect(this.page.getByRole('region', { name: finding, exact })).toBeVisible();
  }

  figure(name: string | RegExp): Locator {
    const exact = typeof name === 'string';
    return this.page.getByRole('main').getByRole('button', { name, exact });
  }

  /** Opens a figure by keyboard and answers the drawer. */
  async openFigure(keys: Keys, figure: Locator): Promise<Locator> {
    await figure.focus();
    await keys.press('Enter');
    await expect(this.drawer).toBeVisible();
    return this.drawer;
  }

  async close(keys: Keys): Promise<void> {
    await keys.press('Escape');
    await expect(this.drawer).toBeHidden();
  }

  /** The figure opens these people and nobody else, in any order. */
  async expectPeople(keys: Keys, figure: string | RegExp, names: readonly string[]): Promise<void> {
    const links = (await this.openFigure(keys, this.figure(figure))).getByRole('link');
    await expect.poll(async () => (await links.allInnerTexts()).sort()).toEqual([...names].sort());
    await this.close(keys);
  }

  /** The figure opens entries or promises with these words, the latest first, and no others. */
  async expectRecords(
    keys: Keys,
    figure: string | RegExp,
    words: readonly (string | RegExp)[],
  ): Promise<void> {
    const drawer = await this.openFigure(keys, this.figure(figure));
    await this.showAll(keys);
    await expect(drawer.getByRole('listitem').getByRole('button')).toHaveText(
      words.map((one) => (typeof one === 'string' ? new RegExp(escaped(one)) : one)),
    );
    await this.close(keys);
  }

  /** A drawer shows the first lines of many. */
  async showAll(keys: Keys): Promise<void> {
    await expect(this.drawer.getByRole('listitem').first()).toBeVisible();
    const more = this.drawer.getByRole('button', { name: /^Show (all|the)/ });
    if ((await more.count()) === 0) return;
    await more.focus();
    await keys.press('Enter');
    await expect(more).toBeHidden();
  }
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
