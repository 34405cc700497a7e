import { expect, type Locator, type Page } from '@playwright/test';

/** Settings: the folder, backups, restoring, the theme, what counts as usual. */
export class SettingsPage {
  readonly folder: Locator;
  readonly backups: Locator;
  readonly verified: Locator;
  readonly restore: Locator;
  readonly lookInto: Locator;
  readonly chooseBackup: Locator;
  readonly preview: Locator;
  readonly restoreButton: Locator;
  readonly problem: Locator;
  readonly check: Locator;
  readonly theme: Locator;
  /** What counts as usual. */
  readonly usual: Locator;

  constructor(page: Page) {
    const section = (name: string | RegExp): Locator => page.getByRole('main').getByRole('region', { name });
    this.folder = section(/^(Your|Sample) journal$/);
    this.backups = section('Backups');
    this.verified = this.backups.getByText(/verified/);
    this.restore = section('Restore');
    this.lookInto = this.restore.getByRole('button', { name: /^Look into/ });
    this.chooseBackup = this.restore.getByRole('button', { name: 'Choose a backup file…' });
    this.preview = this.restore.getByRole('table', { name: 'What restoring would change' });
    this.restoreButton = this.restore.getByRole('button', { name: /^(Restore|Yes)/ });
    this.problem = this.restore.getByRole('alert');
    this.check = section('Check my journal');
    this.usual = section('What counts as usual');
    this.theme = page.getByRole('radiogroup', { name: 'Theme' });
  }

  /** The row of the preview for one kind of record: now, in the backup, come back, change back, go. */
  async expectChange(kind: string, figures: readonly string[]): Promise<void> {
    await expect(this.preview.getByRole('row', { name: kind }).getByRole('cell')).toHaveText([...figures]);
  }
}
