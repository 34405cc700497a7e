import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { Shell } from './pages/shell';
import { startEmpty, startSample } from './setup';
import { WrittenBefore } from './written-before';

const NAME = 'Ibrahim Testwright';

test('the page as it stood on a past day, by keyboard: figures, what was owed, the timeline; and back', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  await writeThree(page, keys);
  const person = await open(page, keys, NAME);
  await person.expectStage('Like');
  await expect(person.entries).toHaveCount(4);
  await expect(person.owed).toContainText('Nothing is owed');

  await keys.press('Control+Shift+L');
  await expect(person.lookBack).toBeFocused();
  await expect(person.lookBack).toHaveAttribute('aria-valuetext', 'as of today');
  await keys.press('Home');
  await expect(person.pastBar).toBeVisible();
  await expect(person.lookBack).toHaveAttribute('aria-valuetext', /^as of \w{3} \d{1,2} \w{3} \d{4}$/);
  await person.expectStage('Know');
  await expect(person.entries).toHaveCount(1);
  await expect(person.owed).toContainText('Send the plans');
  await test.step('nothing can be changed in the past', async () => {
    await expect(person.actions).toBeHidden();
    await expect(person.owed.getByRole('button')).toHaveCount(0);
    await expect(person.timeline.getByRole('button', { name: /^Actions/ })).toHaveCount(0);
  });

  await test.step('a month, an entry, a day', async () => {
    await keys.press('PageUp');
    await expect(person.entries).toHaveCount(2);
    await keys.press('ArrowLeft');
    await expect(person.entries).toHaveCount(1);
    await keys.press('Shift+ArrowRight');
    await expect(person.entries).toHaveCount(2);
  });
  await test.step('Escape leads back to today', async () => {
    await keys.press('Escape');
    await expect(person.pastBar).toBeHidden();
    await person.expectStage('Like');
    await expect(person.entries).toHaveCount(4);
    await expect(person.actions).toBeVisible();
  });
  await test.step('an entry of the past opens as it is today', async () => {
    await person.lookBack.focus();
    await keys.press('Home');
    await expect(person.entries).toHaveCount(1);
    await person.entries.getByRole('button').first().press('Enter');
    await expect(person.pastBar).toBeHidden();
    await expect(person.entries.last().getByRole('button').first()).toBeFocused();
  });
});

test('every change of stage is found again on its day, and nothing jumps', async ({ rapport }) => {
  const page = await startSample(rapport);
  const keys = new Keys(page);
  const person = await open(page, keys, 'Maya Okonjo');
  const finding = await person.finding.innerText();
  expect(finding).toContain('was put right');
  await keys.press('Control+Shift+L');
  await expect(person.lookBack).toBeFocused();
  const top = async (): Promise<number> => (await person.lookBack.boundingBox())?.y ?? NaN;
  const before = await top();
  const stages: string[] = [];
  await keys.press('Home');
  await expect(person.pastBar).toBeVisible();
  for (const stage of ['Know', 'Like', 'Know', 'Like', 'Trust'])
    stages.push(await advance(person, keys, stage));
  expect(stages[2]).toMatch(/^Down to Know since .*, after the missed promise/);
  expect(stages[3]).toMatch(/^Like again/);
  expect(Math.abs((await top()) - before)).toBeLessThan(2);
  await keys.press('End');
  await expect(person.pastBar).toBeHidden();
  await expect(person.finding).toHaveText(finding);
});

test('with nothing written down yet, the key to look back stays on the page and says so', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  await new WrittenBefore(page).person(NAME);
  await new Palette(page).choose(keys, NAME, new RegExp(`^${NAME}`));
  await expect(page.getByText('Nothing to draw yet')).toBeVisible();
  await keys.press('Control+Shift+L');
  await expect(new Shell(page).toast('There is nothing to look back at yet.')).toBeVisible();
  await expect(new PersonPage(page).name).toContainText(NAME);
});

test('the key pressed while the charts are being read is remembered', async ({ rapport }) => {
  const page = await startSample(rapport);
  const keys = new Keys(page);
  await keys.press('Control+2');
  const somebody = page.getByRole('main').locator('a[href*="/people/"]').first();
  const name = await somebody.innerText();
  await somebody.evaluate(async (link) => {
    (link as HTMLElement).click();
    while (!document.querySelector('[class*="chartsRoom"]')) await new Promise(requestAnimationFrame);
    const key = { key: 'L', code: 'KeyL', ctrlKey: true, shiftKey: true, bubbles: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', key));
  });
  const person = new PersonPage(page);
  await expect(person.lookBack).toBeFocused();
  await expect(person.name).toContainText(name);
});

async function writeThree(page: Page, keys: Keys): Promise<void> {
  const sheet = new DebriefSheet(page);
  const entry = { who: [NAME], kindKey: 'c', easeKey: '4' };
  await sheet.writeDown(keys, {
    ...entry,
    when: '3 months ago',
    words: 'Met at the market hall.',
    promise: { what: 'Send the plans', due: 'in 3 days' },
  });
  await sheet.writeDown(keys, { ...entry, when: '2 months ago', words: 'A walk.', receivedKeys: 'i' });
  await sheet.writeDown(keys, { ...entry, when: 'yesterday 3pm', words: 'We talked about barometers.' });
  await keys.press('Control+5');
  await page.getByRole('button', { name: 'Kept, but late: Send the plans' }).click();
  await expect(page.getByText('Send the plans').first()).toBeHidden();
}

async function open(page: Page, keys: Keys, name: string): Promise<PersonPage> {
  await new Palette(page).choose(keys, name, new RegExp(`^${name}`));
  const person = new PersonPage(page);
  await expect(person.name).toContainText(name);
  await expect(person.lookBack).toBeVisible();
  return person;
}

/** Goes on from entry to entry until the stage is reached; answers what the charts then find. */
async function advance(person: PersonPage, keys: Keys, stage: string): Promise<string> {
  for (let entry = 0; entry < 40; entry++) {
    const words = (await person.lookBack.getAttribute('aria-valuetext')) ?? '';
    await expect(person.pastBar).toContainText(words.replace('as of ', ''));
    await expect(person.body).toHaveAttribute('aria-busy', 'false');
    if ((await person.stage.innerText()).includes(stage)) return person.finding.innerText();
    await keys.press('Shift+ArrowRight');
    await expect(person.lookBack).not.toHaveAttribute('aria-valuetext', words);
  }
  throw new Error(`${stage} was never reached.`);
}
