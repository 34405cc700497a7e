import { expect, type Locator, type Page } from '@playwright/test';

/** One person's page: figures, charts or their tables, timeline, what is owed. */
export class PersonPage {
  readonly name: Locator;
  readonly stage: Locator;
  readonly charts: Locator;
  readonly finding: Locator;
  readonly asTable: Locator;
  /** The points of the stage chart, each an entry, the oldest first. */
  readonly stagePoints: Locator;
  readonly timeline: Locator;
  readonly entries: Locator;
  readonly owed: Locator;
  readonly actions: Locator;
  /** The slider that shows the page as it stood on a past day. */
  readonly lookBack: Locator;
  readonly pastBar: Locator;
  readonly body: Locator;

  constructor(private readonly page: Page) {
    const main = page.getByRole('main');
    this.name = main.getByRole('heading', { level: 1 });
    this.stage = main.getByRole('button', { name: /Why, stage$/ });
    this.charts = main.getByRole('region', { name: 'Over time' });
    this.finding = this.charts.getByRole('heading', { level: 2 });
    this.asTable = this.charts.getByRole('button', { name: 'Table', exact: true });
    this.stagePoints = this.charts.getByRole('region', { name: 'Stage over time' }).getByRole('button');
    this.timeline = main.getByRole('region', { name: 'Timeline' });
    this.entries = this.timeline.getByRole('article');
    this.owed = main.getByRole('region', { name: 'Owed' });
    this.lookBack = main.getByRole('slider', { name: 'Look back' });
    this.pastBar = main.getByText('As it stood on');
    this.body = main.locator('[aria-busy]').first();
    this.actions = main.getByRole('button', { name: /^Actions for/ });
  }

  async expectStage(stage: 'Know' | 'Like' | 'Trust'): Promise<void> {
    await expect(this.stage).toHaveAccessibleName(`${stage} Why, stage`);
  }

  /** The rows of a table of the charts, each as its cells' texts. */
  rows(caption: string): Promise<string[][]> {
    const rows = this.page.getByRole('region', { name: caption, exact: true }).locator('tbody tr');
    return rows.evaluateAll((found) =>
      found.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
    );
  }
}
