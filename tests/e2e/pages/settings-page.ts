import { expect, type Locator, type Page } from '@playwright/test';
import { backupsIn } from '../disk';
import type { Keys } from '../keys';
import { Shell } from './shell';

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
  readonly backUp: Locator;
  /** A backup that is being made. */
  readonly progress: Locator;
  readonly cancel: Locator;
  readonly chooseSecond: Locator;
  readonly encrypt: Locator;
  readonly passphrase: Locator;
  readonly passphraseAgain: Locator;
  readonly strength: Locator;
  /** What the button says once a weak passphrase was refused. */
  readonly useWeak: Locator;
  readonly recoveryNote: Locator;
  /** Asked for before an encrypted backup is looked into. */
  readonly itsPassphrase: Locator;
  /** Everything, or single people. */
  readonly part: Locator;

  constructor(private readonly page: Page) {
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
    this.backUp = this.backups.getByRole('button', { name: /^Back up now/ });
    this.progress = this.backups.getByRole('progressbar', { name: 'Writing and checking' });
    this.cancel = this.backups.getByRole('button', { name: 'Cancel' });
    this.chooseSecond = this.backups.getByRole('button', { name: 'Choose a second place…' });
    this.encrypt = this.backups.getByRole('button', { name: 'Encrypt with a passphrase…' });
    this.passphrase = this.backups.getByLabel('Passphrase', { exact: true });
    this.passphraseAgain = this.backups.getByLabel('The same again');
    this.useWeak = this.backups.getByRole('button', { name: 'Use it although it is weak' });
    this.strength = this.backups.getByRole('status').filter({ hasText: /words|computers/ });
    this.recoveryNote = page.getByRole('dialog', { name: 'Recovery note' });
    this.itsPassphrase = this.restore.getByLabel('Its passphrase');
    this.part = this.restore.getByRole('radiogroup', { name: 'What to restore' });
    this.theme = page.getByRole('radiogroup', { name: 'Theme' });
  }

  async open(keys: Keys): Promise<void> {
    await keys.press('Control+,');
    await new Shell(this.page).expectPlace('Settings');
  }

  /** A backup by hand. Its file is there before its copy in the second place: until then the button waits. */
  async backUpNow(keys: Keys, folder: string): Promise<void> {
    const before = backupsIn(folder).length;
    await keys.press('Control+Shift+B');
    await expect.poll(() => backupsIn(folder).length).toBe(before + 1);
    await expect(this.backUp).toBeEnabled();
    await expect(this.verified.first()).toBeVisible();
  }

  async encryptWith(keys: Keys, passphrase: string): Promise<void> {
    await keys.tabTo(this.encrypt);
    await keys.press('Enter');
    await expect(this.passphrase).toBeFocused();
    await keys.type(passphrase);
    await keys.tabTo(this.passphraseAgain);
    await keys.type(passphrase);
    await keys.press('Enter');
    await expect(this.recoveryNote).toContainText(passphrase);
    await keys.press('Escape');
    await expect(this.recoveryNote).toBeHidden();
  }

  /** Restores what is looked at. The one thing that asks before it acts. */
  async confirmRestore(keys: Keys): Promise<void> {
    await keys.tabTo(this.restoreButton);
    await keys.press('Enter');
    await expect(this.problem).toContainText('goes into a safety backup first, and Undo brings it back');
    await expect(this.restoreButton).toBeFocused();
    await keys.press('Enter');
    await expect(this.restore.getByRole('status')).toContainText('Restored, and compared with the backup');
  }

  /** The row of the preview for one kind of record: now, in the backup, come back, change back, go. */
  async expectChange(kind: string, figures: readonly string[]): Promise<void> {
    await expect(this.preview.getByRole('row', { name: kind }).getByRole('cell')).toHaveText([...figures]);
  }
}
