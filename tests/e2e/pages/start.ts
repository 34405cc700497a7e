import { expect, type Locator, type Page } from '@playwright/test';

/** The screens before the journal: the first run, and a journal that could not be opened. */
export class StartScreen {
  readonly begin: Locator;
  readonly lookAround: Locator;
  readonly chooseFolder: Locator;
  readonly openOther: Locator;
  readonly tryAgain: Locator;
  readonly openInOtherFolder: Locator;
  readonly newElsewhere: Locator;
  /** What went wrong. */
  readonly problem: Locator;
  readonly refusedTitle: Locator;
  /** The ways on from a journal that could not be opened. */
  readonly whatToDo: Locator;
  readonly restoreBackup: Locator;

  /** Files are damaged: what was found, and the ways on. */
  readonly recovery: { found: Locator; readable: Locator; goOn: Locator; backup: Locator; restore: Locator };

  constructor(private readonly page: Page) {
    const part = (name: string): Locator => page.getByRole('region', { name });
    this.recovery = {
      found: part('What was found'),
      readable: part('What can be read'),
      goOn: page.getByRole('button', { name: 'Go on with what can be read' }),
      backup: part('The newest backup'),
      restore: page.getByRole('button', { name: 'Restore this backup' }),
    };
    const button = (name: string): Locator => page.getByRole('button', { name });
    this.begin = button('Start my journal');
    this.lookAround = button('Look around with a sample journal');
    this.chooseFolder = button('Choose…');
    this.openOther = button('Open a journal I have…');
    this.tryAgain = button('Try again');
    this.openInOtherFolder = button('Open a journal in another folder…');
    this.newElsewhere = button('Start a new journal elsewhere…');
    this.whatToDo = part('What to do');
    this.restoreBackup = button('Restore from a backup…');
    this.problem = page.getByRole('alert');
    this.refusedTitle = page.getByRole('heading', { name: 'Your journal could not be opened' });
  }

  async expectFolder(folder: string): Promise<void> {
    await expect(this.page.getByRole('region', { name: 'Your journal' })).toContainText(folder);
  }
}
