import type { Locator, Page } from '@playwright/test';

/** One gathering, several short meetings, one screen. */
export class RoundsSheet {
  readonly sheet: Locator;
  readonly gathering: Locator;
  readonly when: Locator;
  readonly minutes: Locator;
  readonly rounds: Locator;
  readonly problem: Locator;

  constructor(page: Page) {
    this.sheet = page.getByRole('dialog', { name: 'One-to-one rounds' });
    this.gathering = this.sheet.getByRole('combobox', { name: 'At which gathering' });
    this.when = this.sheet.getByRole('textbox', { name: 'When it began' });
    this.minutes = this.sheet.getByRole('textbox', { name: 'Minutes a round' });
    this.rounds = this.sheet.getByRole('listitem', { name: /^Round \d+$/ });
    this.problem = this.sheet.getByRole('alert');
  }

  who(round: number): Locator {
    return this.sheet.getByRole('combobox', { name: `Who, round ${round}` });
  }

  words(round: number): Locator {
    return this.sheet.getByRole('textbox', { name: `What happened, round ${round}` });
  }

  ease(round: number): Locator {
    return this.sheet.getByRole('radiogroup', { name: `Easy, fun, round ${round}` });
  }
}
