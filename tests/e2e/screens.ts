import { expect, type Page } from '@playwright/test';
import { IN_SAMPLE } from '../fixtures/in-sample';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { SettingsPage } from './pages/settings-page';
import { Shell } from './pages/shell';

/** A screen as a user reaches it. Every one can be opened from every other. */
export interface Screen {
  name: string;
  open: (page: Page) => Promise<void>;
}

/** Pages of the sample journal. */
export const samplePages: Screen[] = [
  { name: 'today', open: (page) => go(page, 'Control+1', 'Today') },
  { name: 'review', open: openReview },
  { name: 'seasons', open: openSeasons },
  { name: 'questions', open: openQuestions },
  { name: 'network', open: openNetwork },
  { name: 'insights', open: (page) => go(page, 'Control+6', 'Insights') },
  { name: 'journal', open: (page) => go(page, 'Control+2', 'Journal') },
  { name: 'people', open: (page) => go(page, 'Control+3', 'People') },
  { name: 'gatherings', open: (page) => goGatherings(page, 'Gatherings') },
  { name: 'circles', open: (page) => goGatherings(page, 'Circles') },
  { name: 'promises', open: (page) => go(page, 'Control+5', 'Promises') },
  { name: 'settings', open: (page) => go(page, 'Control+,', 'Settings') },
  { name: 'settings-usual', open: openUsual },
  { name: 'search', open: (page) => search(page, 'workshop') },
  { name: 'search-no-match', open: (page) => search(page, 'zzzzzz') },
  { name: 'person', open: (page) => openPerson(page, IN_SAMPLE.best.person) },
  { name: 'person-tables', open: openTables },
  { name: 'meeting', open: openMeeting },
  { name: 'gathering', open: openGathering },
  { name: 'circle', open: openCircle },
  { name: 'person-past', open: openPast },
];

/** Sheets, dialogs and lists over a page of the sample journal. */
export const sampleSheets: Screen[] = [
  { name: 'debrief', open: openDebrief },
  { name: 'debrief-more', open: openDebriefMore },
  { name: 'debrief-refused', open: openRefusedDebrief },
  { name: 'debrief-edit', open: openEdit },
  { name: 'rounds', open: (page) => openByKeys(page, 'Control+Shift+N', 'One-to-one rounds') },
  { name: 'new-person', open: (page) => openByKeys(page, 'Control+Shift+P', 'New person') },
  { name: 'edit-person', open: (page) => personAction(page, 'Edit', 'Edit person') },
  { name: 'let-go', open: openLetGo },
  { name: 'reconnect', open: openReconnect },
  { name: 'standing', open: (page) => personAction(page, 'Where you stand', /^Where you stand/) },
  { name: 'person-menu', open: openPersonMenu },
  { name: 'forget', open: openForget },
  { name: 'history', open: openHistory },
  { name: 'why', open: openWhy },
  { name: 'new-gathering', open: (page) => openByCommand(page, 'New gathering') },
  { name: 'new-circle', open: (page) => openByCommand(page, 'New circle') },
  { name: 'new-question', open: (page) => openByCommand(page, 'New question') },
  { name: 'new-season', open: (page) => openByCommand(page, 'New change of direction') },
  { name: 'new-introduction', open: (page) => openByKeys(page, 'Control+I', 'New introduction') },
  { name: 'log-time', open: (page) => openByKeys(page, 'Control+Shift+T', 'Log time') },
  { name: 'new-promise', open: (page) => openByCommand(page, 'New promise') },
  { name: 'filter', open: openFilter },
  { name: 'palette', open: (page) => openPalette(page, '') },
  { name: 'palette-results', open: (page) => openPalette(page, 'maya') },
  { name: 'palette-no-result', open: (page) => openPalette(page, 'zzzzzz') },
  { name: 'shortcuts', open: (page) => openByKeys(page, 'Control+/', 'Keyboard shortcuts') },
];

/** What an empty journal shows. */
export const emptyPages: Screen[] = [
  { name: 'empty-today', open: (page) => go(page, 'Control+1', 'Today') },
  { name: 'empty-journal', open: (page) => go(page, 'Control+2', 'Journal') },
  { name: 'empty-people', open: (page) => go(page, 'Control+3', 'People') },
  { name: 'empty-gatherings', open: (page) => goGatherings(page, 'Gatherings') },
  { name: 'empty-circles', open: (page) => goGatherings(page, 'Circles') },
  { name: 'empty-meeting', open: openNoMeeting },
  { name: 'empty-promises', open: (page) => go(page, 'Control+5', 'Promises') },
  { name: 'empty-insights', open: (page) => go(page, 'Control+6', 'Insights') },
  { name: 'empty-network', open: openNetwork },
  { name: 'empty-settings', open: (page) => go(page, 'Control+,', 'Settings') },
  { name: 'empty-search', open: (page) => search(page, '') },
];

/** Closes whatever lies over the page. */
export async function closeAll(page: Page): Promise<void> {
  const open = page.locator('[role="dialog"], [role="menu"]').filter({ visible: true });
  await expect(async () => {
    if ((await open.count()) > 0) await page.keyboard.press('Escape');
    expect(await open.count()).toBe(0);
  }).toPass();
}

async function go(
  page: Page,
  keys: string,
  place: 'Today' | 'Journal' | 'Insights' | 'People' | 'Promises' | 'Settings' | 'Gatherings',
) {
  await page.keyboard.press(keys);
  await new Shell(page).expectPlace(place);
}

async function openNetwork(page: Page): Promise<void> {
  await page.keyboard.press('Control+7');
  await expect(new Shell(page).heading('Network')).toBeVisible();
  await expect(page.getByRole('tree').or(page.getByText('No introduction yet'))).toBeVisible();
}

async function openSeasons(page: Page): Promise<void> {
  await new Palette(page).choose(new Keys(page), 'Changes of direction', 'Changes of direction');
  await expect(new Shell(page).heading('Changes of direction')).toBeVisible();
}

async function openQuestions(page: Page): Promise<void> {
  await new Palette(page).choose(new Keys(page), 'Question bank', 'Question bank');
  await expect(new Shell(page).heading('Question bank')).toBeVisible();
  await expect(new Shell(page).main.getByRole('region', { name: 'Needs' })).toBeVisible();
}

async function openUsual(page: Page): Promise<void> {
  await new Palette(page).choose(new Keys(page), 'What counts as usual', 'What counts as usual');
  const { usual } = new SettingsPage(page);
  await usual.getByRole('button', { name: /^Rhythm/ }).click();
  await expect(usual.getByRole('textbox').first()).toBeVisible();
}

async function openNoMeeting(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+M');
  await expect(page.getByText('No meeting is planned')).toBeVisible();
}

async function openReview(page: Page): Promise<void> {
  await new Palette(page).choose(new Keys(page), 'Weekly review', 'Weekly review');
  await expect(new Shell(page).heading('Weekly review')).toBeVisible();
}

async function goGatherings(page: Page, tab: 'Gatherings' | 'Circles'): Promise<void> {
  await go(page, 'Control+4', 'Gatherings');
  await page.getByRole('tab', { name: tab }).click();
  await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible();
}

async function search(page: Page, words: string): Promise<void> {
  await page.evaluate(() => (location.hash = '#/search'));
  await new Shell(page).expectPlace('Search');
  await page.getByRole('searchbox', { name: 'Search everything' }).fill(words);
  if (words !== '') await expect(page.getByRole('status').filter({ hasText: /^\d+ hits?$/ })).toBeVisible();
}

async function openPerson(page: Page, name: string): Promise<void> {
  await new Palette(page).choose(new Keys(page), name, new RegExp(`^${name}`));
  const person = new PersonPage(page);
  await expect(person.name).toContainText(name);
  await expect(person.entries.first()).toBeVisible();
  await expect(person.stagePoints.first()).toBeVisible();
}

async function openTables(page: Page): Promise<void> {
  await openPerson(page, IN_SAMPLE.best.person);
  const { asTable, charts } = new PersonPage(page);
  await asTable.click();
  await expect(charts.getByRole('table').first()).toBeVisible();
}

async function openPast(page: Page): Promise<void> {
  await openPerson(page, IN_SAMPLE.best.person);
  const { lookBack, pastBar, body } = new PersonPage(page);
  await lookBack.focus();
  for (let month = 0; month < 6; month++) await page.keyboard.press('PageDown');
  await expect(pastBar).toBeVisible();
  await expect(body).toHaveAttribute('aria-busy', 'false');
}

async function openMeeting(page: Page): Promise<void> {
  await new Palette(page).choose(new Keys(page), 'brief', 'Brief for the next meeting');
  await expect(page.getByRole('region', { name: IN_SAMPLE.stranger })).toBeVisible();
}

async function openGathering(page: Page): Promise<void> {
  await goGatherings(page, 'Gatherings');
  await page.getByRole('listitem').filter({ hasText: IN_SAMPLE.rounds }).first().click();
  await expect(new Shell(page).heading(IN_SAMPLE.rounds)).toBeVisible();
}

async function openCircle(page: Page): Promise<void> {
  await goGatherings(page, 'Circles');
  await page.getByRole('listitem').filter({ hasText: 'The Thursday Club' }).first().click();
  await expect(new Shell(page).heading('The Thursday Club')).toBeVisible();
}

async function openByKeys(page: Page, keys: string, dialog: string | RegExp): Promise<void> {
  await page.keyboard.press(keys);
  await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
}

async function openByCommand(page: Page, title: string): Promise<void> {
  await new Palette(page).choose(new Keys(page), title, title);
  await expect(page.getByRole('dialog', { name: title })).toBeVisible();
}

async function openPalette(page: Page, typed: string): Promise<void> {
  const palette = new Palette(page);
  await palette.open(new Keys(page));
  await page.keyboard.type(typed);
  await expect(palette.results.first()).toBeVisible();
}

async function openDebrief(page: Page): Promise<void> {
  await go(page, 'Control+2', 'Journal');
  await openByKeys(page, 'Control+N', 'What happened?');
}

async function openDebriefMore(page: Page): Promise<void> {
  await openDebrief(page);
  await page.keyboard.press('Alt+M');
  await expect(new DebriefSheet(page).nextStep).toBeVisible();
}

async function openRefusedDebrief(page: Page): Promise<void> {
  await openDebrief(page);
  await page.keyboard.press('Control+Enter');
  await expect(new DebriefSheet(page).problem.first()).toBeVisible();
}

async function openEdit(page: Page): Promise<void> {
  await openPerson(page, IN_SAMPLE.best.person);
  await new PersonPage(page).entries
    .filter({ hasText: IN_SAMPLE.best.words })
    .getByRole('button')
    .first()
    .click();
  await expect(new DebriefSheet(page).words).toHaveValue(new RegExp(IN_SAMPLE.best.words));
}

async function openPersonMenu(page: Page): Promise<void> {
  await openPerson(page, IN_SAMPLE.best.person);
  await new PersonPage(page).actions.click();
  await expect(page.getByRole('menuitem', { name: /^Delete/ })).toContainText('Undo brings it all back');
}

async function openForget(page: Page): Promise<void> {
  await openPerson(page, 'Maya Okonjo');
  await new Palette(page).choose(new Keys(page), 'Forget this', 'Forget this person…');
  const dialog = page.getByRole('dialog', { name: 'Forget Maya Okonjo' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
}

/** A change is made first, so that there is something to see; the picture after this one does not mind. */
async function openHistory(page: Page): Promise<void> {
  await openPerson(page, 'Maya Okonjo');
  const saved = await page.evaluate(async () => {
    const { people } = window.rapport;
    const found = await people.suggest({ text: 'Maya Okonjo', limit: 1 });
    const read = await people.get({ id: found.ok ? (found.value.people[0]?.id ?? '') : '' });
    if (!read.ok) return read;
    const { id, rev, createdAt: _createdAt, updatedAt: _updatedAt, ...person } = read.value;
    return people.save({ editing: { id, rev }, person: { ...person, inCommon: ['Cold-water swimming'] } });
  });
  expect(saved.ok).toBe(true);
  await new Palette(page).choose(new Keys(page), 'History of', 'History of this person');
  await expect(page.getByRole('list', { name: 'Versions' })).toBeVisible();
}

async function personAction(page: Page, action: string, dialog: string | RegExp): Promise<void> {
  await openPersonMenu(page);
  await page.getByRole('menuitem', { name: action, exact: true }).click();
  await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
}

async function openLetGo(page: Page): Promise<void> {
  await openPerson(page, 'Maya Okonjo');
  await new Palette(page).choose(new Keys(page), 'Let go', 'Let go');
  await expect(page.getByLabel('A kind closing note')).toBeVisible();
}

async function openReconnect(page: Page): Promise<void> {
  await openPerson(page, 'Maya Okonjo');
  await new Palette(page).choose(new Keys(page), 'Draft a word to reconnect', 'Draft a word to reconnect');
  await expect(page.getByRole('textbox', { name: 'The message' })).toHaveValue(/^Dear Maya/);
}

async function openWhy(page: Page): Promise<void> {
  await openPerson(page, IN_SAMPLE.best.person);
  await new PersonPage(page).stage.click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function openFilter(page: Page): Promise<void> {
  await go(page, 'Control+3', 'People');
  await page.getByRole('button', { name: 'Tag', exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
}
