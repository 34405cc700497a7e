import { expect, type Locator, type Page } from '@playwright/test';
import type { Keys } from '../keys';

/** Search over everything. */
export class SearchPage {
  readonly field: Locator;
  readonly count: Locator;
  readonly hits: Locator;
  /** The words of the hits that answer the search. */
  readonly marks: Locator;

  constructor(private readonly page: Page) {
    const main = page.getByRole('main');
    this.field = main.getByRole('searchbox', { name: 'Search everything' });
    this.count = main.getByRole('status').filter({ hasText: /hits?$/ });
    const list = main.getByRole('list', { name: 'Hits' });
    this.hits = list.getByRole('listitem');
    this.marks = list.locator('mark');
  }

  /** From the journal by keys: its own search first, then the same words over everything. */
  async openByKeys(keys: Keys, words: string): Promise<void> {
    const inJournal = this.page.getByRole('searchbox', { name: 'Search the entries' });
    await keys.press('Control+2');
    await expect(inJournal).toBeVisible();
    await keys.press('Control+F');
    await expect(inJournal).toBeFocused();
    await keys.type(words);
    const wider = this.page.getByRole('button', { name: 'Search people, promises and gatherings too' });
    await keys.tabTo(wider);
    await keys.press('Enter');
    await expect(this.field).toBeFocused();
    await expect(this.field).toHaveValue(words);
  }
}
