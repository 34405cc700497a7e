import { expect, type Locator, type Page } from '@playwright/test';
import type { Keys } from '../keys';

/** Search or do: opened by Ctrl+K from everywhere. */
export class Palette {
  readonly dialog: Locator;
  readonly field: Locator;
  readonly results: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Search or do' });
    this.field = this.dialog.getByRole('combobox', { name: 'Search or do' });
    this.results = this.dialog.getByRole('option');
  }

  async open(keys: Keys): Promise<void> {
    await keys.press('Control+K');
    await expect(this.field).toBeFocused();
  }

  /** Types and takes the first result, which must be called so. */
  async choose(keys: Keys, typed: string, name: string | RegExp): Promise<void> {
    await this.open(keys);
    await keys.type(typed);
    // The first, and no other, is what Enter takes.
    await expect(this.results.first()).toHaveAccessibleName(name);
    await expect(this.results.first()).toHaveAttribute('aria-selected', 'true');
    await keys.press('Enter');
    await expect(this.dialog).toBeHidden();
  }
}
