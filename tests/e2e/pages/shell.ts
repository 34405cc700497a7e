import { expect, type Locator, type Page } from '@playwright/test';

type Place = 'Insights' | 'Today' | 'Journal' | 'People' | 'Gatherings' | 'Promises' | 'Settings' | 'Search';

/** What is around every page: the menu at the side, toasts, drafts on offer. */
export class Shell {
  readonly menu: Locator;
  readonly backupState: Locator;
  /** The corner that says whether everything is saved. */
  readonly saveState: Locator;
  readonly sampleBanner: Locator;
  readonly notices: Locator;
  readonly draftOffer: Locator;
  readonly main: Locator;

  constructor(private readonly page: Page) {
    this.menu = page.getByRole('complementary', { name: 'Menu' });
    this.backupState = this.menu.getByRole('link', { name: /backup/i });
    this.saveState = this.menu.getByRole('status');
    this.sampleBanner = page.getByRole('region', { name: 'About the sample' });
    this.notices = page.getByRole('region', { name: 'About your journal’s files' });
    this.draftOffer = page.getByRole('region', { name: 'Drafts' });
    this.main = page.getByRole('main');
  }

  heading(name: string | RegExp): Locator {
    return this.main.getByRole('heading', { level: 1, name });
  }

  async expectPlace(place: Place): Promise<void> {
    await expect(this.heading(place)).toBeVisible();
  }

  /** The passing note at the foot of the window that says so. */
  toast(text: string | RegExp): Locator {
    return this.page.locator('[data-position="bottom-center"]').getByText(text).first();
  }

  /** One page or sheet that took over the window's attention. */
  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name });
  }
}
