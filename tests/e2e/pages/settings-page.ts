import { expect, type Locator, type Page } from '@playwright/test';

/** Settings: the folder, backups, restoring, the theme. */
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
  readonly theme: Locator;
  readonly chooseSecond: Locator;
  readonly encrypt: Locator;
  readonly passphrase: Locator;
  readonly passphraseAgain: Locator;
  readonly strength: Locator;
  /** Asked for before an encrypted backup is looked into. */
  readonly itsPassphrase: Locator;
  /** Everything, or single people. */
  readonly part: Locator;

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
    this.chooseSecond = this.backups.getByRole('button', { name: 'Choose a second place…' });
    this.encrypt = this.backups.getByRole('button', { name: 'Encrypt with a passphrase…' });
    this.passphrase = this.backups.getByLabel('Passphrase', { exact: true });
    this.passphraseAgain = this.backups.getByLabel('The same again');
    this.strength = this.backups.getByRole('status').filter({ hasText: /words|computers/ });
    this.itsPassphrase = this.restore.getByLabel('Its passphrase');
    this.part = this.restore.getByRole('radiogroup', { name: 'What to restore' });
    this.theme = page.getByRole('radiogroup', { name: 'Theme' });
  }

  /** The row of the preview for one kind of record: now, in the backup, come back, change back, go. */
  async expectChange(kind: string, figures: readonly string[]): Promise<void> {
    await expect(this.preview.getByRole('row', { name: kind }).getByRole('cell')).toHaveText([...figures]);
  }
}
