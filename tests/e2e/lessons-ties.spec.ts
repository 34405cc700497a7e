import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './fixtures';
import type { Keys } from './keys';
import { openPerson, start } from './lesson';
import { Palette } from './pages/palette';
import { Shell } from './pages/shell';
import { dayBefore } from './written-before';

/** The lessons about keeping a tie, letting it rest and losing it, told as in `lessons.spec.ts`. */

const [ADA, BRUNO, CLEO, DIRK] = ['Ada Quill', 'Bruno Falk', 'Cleo Marsh', 'Dirk Ohm'];

async function goToday(page: Page, keys: Keys): Promise<Locator> {
  await keys.press('Control+1');
  await new Shell(page).expectPlace('Today');
  return page.getByRole('list', { name: 'For you' }).getByRole('listitem');
}

const card = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true });

test('W3: the second who says “you two should meet” makes it several; who opened doors is counted and thanked', async ({
  rapport,
}) => {
  const { page, keys, before, insights } = await start(rapport);
  for (const name of [ADA, BRUNO, DIRK]) await before.met(name, 20);
  await before.introduced(ADA, DIRK, 30);
  await openPerson(page, keys, DIRK);
  await expect(card(page, 'Introductions')).toContainText(`Told you to meet ${DIRK}`);
  await expect(card(page, 'Introductions')).not.toContainText('Several people');
  await insights.goByKeys(keys);
  await insights.expectFinding('1 person opened doors for you, once; once you have not thanked them yet');

  await keys.press('Control+I');
  const form = page.getByRole('dialog', { name: 'New introduction' });
  const field = (name: string) => form.getByRole('combobox', { name, exact: true });
  await expect(field('Who introduced you')).toBeFocused();
  await keys.type(BRUNO);
  await keys.press('Enter');
  await keys.tabTo(field('To whom'));
  await keys.type(DIRK);
  await keys.press('Enter');
  await expect(form.getByRole('button', { name: `Remove ${DIRK}` })).toBeVisible();
  await keys.press('Control+Enter');
  await expect(form).toBeHidden();
  await insights.expectFinding('2 people opened doors for you, twice; twice you have not thanked them yet');
  await insights.expectPeople(keys, `${BRUNO} led you to: 1`, [DIRK]);

  const person = await openPerson(page, keys, DIRK);
  await expect(card(page, 'Introductions')).toContainText(`Several people told you to meet ${DIRK}`);
  await expect(page.getByRole('main')).toContainText(
    /introduced by (Ada Quill and Bruno Falk|Bruno Falk and Ada Quill)/,
  );
  const thanked = card(page, 'Introductions').getByRole('button', { name: `Thanked: ${ADA}` });
  await keys.tabTo(thanked, 80);
  await keys.press('Enter');
  await expect(card(page, 'Introductions')).toContainText('thanked, not told yet what came of it');
  await expect(person.name).toContainText(DIRK);
  await keys.press('Control+7');
  const open = page.getByRole('region', { name: 'Thanks still open: 2' });
  await expect(open.getByRole('listitem').filter({ hasText: BRUNO })).toContainText('not thanked yet');
  await insights.goByKeys(keys);
  await insights.expectFinding('2 people opened doors for you, twice; once you have not thanked them yet');
});

test('D2: whom one keeps a polite distance from is named before the gathering, and asks for nothing', async ({
  rapport,
}) => {
  const { page, keys, before } = await start(rapport);
  const circleId = await before.circle('Harbour club');
  for (const name of [ADA, BRUNO]) {
    await before.person(name, { circleIds: [circleId] });
    await before.met(name, 20);
  }
  await before.gathering('Harbour breakfast', -3, { circleId });
  const goToBrief = async (): Promise<Locator> => {
    await keys.press('Control+4');
    await page.getByRole('listitem').filter({ hasText: 'Harbour breakfast' }).first().press('Enter');
    await expect(new Shell(page).heading('Harbour breakfast')).toBeVisible();
    return page.getByRole('region', { name: 'Who may be there' });
  };
  const brief = await goToBrief();
  await expect(brief.getByRole('listitem')).toHaveCount(2);
  await expect(brief).not.toContainText('polite distance');
  const lines = await goToday(page, keys);
  await expect(lines.filter({ hasText: `Met ${ADA} 20 days ago` })).toBeVisible();

  await openPerson(page, keys, ADA);
  await new Palette(page).choose(keys, 'Keep a polite distance', 'Keep a polite distance');
  const dialog = new Shell(page).dialog(/^Where you stand with/);
  await expect(dialog.getByRole('radio', { name: /^Keep a polite distance/ })).toBeChecked();
  await keys.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await goToBrief();
  await expect(brief).toContainText(`Keep a polite distance from ${ADA}.`);
  await expect(brief.getByRole('listitem')).toHaveCount(1);
  await expect(brief.getByRole('listitem')).toContainText(BRUNO);
  await goToday(page, keys);
  await expect(lines.filter({ hasText: `Met ${BRUNO} 20 days ago` })).toBeVisible();
  await expect(lines.filter({ hasText: ADA })).toHaveCount(0);
});

test('D3: a change of direction names whom it may cost, and who went silent with it', async ({ rapport }) => {
  const { page, keys, before } = await start(rapport);
  const shell = new Shell(page);
  await before.person(ADA, { ring: 'close' });
  // Every 30 days, then silence for 110.
  for (const daysAgo of [200, 170, 140, 110]) await before.met(ADA, daysAgo);
  await before.person(BRUNO, { ring: 'inner' });
  for (const daysAgo of [105, 1]) await before.met(BRUNO, daysAgo);
  // Neither in the inner rings, nor silent for longer than usual; and nobody seen in the year before.
  for (const daysAgo of [190, 105, 20]) await before.met(CLEO, daysAgo);
  await before.person(DIRK, { ring: 'close' });
  await before.met(DIRK, 500);
  await new Palette(page).choose(keys, 'Changes of direction', 'Changes of direction');
  await expect(page.getByText('No change of direction yet')).toBeVisible();

  await new Palette(page).choose(keys, 'New change of direction', 'New change of direction');
  const form = shell.dialog('New change of direction');
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keys.type('Only boats');
  await keys.tabTo(form.getByRole('textbox', { name: 'Since' }));
  // Typed over “today”, which stands there.
  await keys.type(dayBefore(100));
  await keys.press('Control+Enter');
  await expect(form).toBeHidden();
  const season = card(page, 'Only boats');
  await expect(season).toContainText('2 key people at that time: 0 told, 1 silent since.');
  const line = (name: string) => season.getByRole('listitem').filter({ hasText: name });
  await expect(season.getByRole('listitem')).toHaveCount(2);
  await expect(line(ADA)).toContainText('close fifteen, last before it');
  await expect(line(ADA)).toContainText(/Silent since .*: 4 months, expected every 30 days/);
  await expect(line(BRUNO)).toContainText('inner five, last before it');
  await expect(line(BRUNO)).not.toContainText('Silent since');
  await line(ADA)
    .getByRole('button', { name: `Told: ${ADA}` })
    .press('Enter');
  await expect(season).toContainText('1 told, 1 silent since.');

  await openPerson(page, keys, ADA);
  const reasons = card(page, 'What may have come between').getByRole('listitem');
  const reason = reasons.filter({ hasText: 'Your change of direction' });
  await reason.getByRole('button').press('Enter');
  await expect(shell.dialog('Your change of direction')).toContainText(
    'The silence began 10 days before a change of your direction.',
  );
});

test('D4: messages without a reply are counted in a run, and the drift is seen from the pair’s own rhythm', async ({
  rapport,
}) => {
  const { page, keys, sheet, before } = await start(rapport);
  await before.person(ADA, { ring: 'close' });
  // Every 10 days, then silence for 40. The other is silent for as long, and that is nothing unusual.
  for (const daysAgo of [70, 60, 50, 40]) await before.met(ADA, daysAgo);
  await before.person(BRUNO, { ring: 'close' });
  for (const daysAgo of [160, 120, 80, 40]) await before.met(BRUNO, daysAgo);
  const wrote = { kind: 'email', initiatedBy: 'me', answered: false } as const;
  await before.met(ADA, 30, { ...wrote, notes: 'Would you like to come?' });
  const lines = await goToday(page, keys);
  await expect(lines).toHaveText([/^Ada Quill is drifting away: 40 days, usually 10 days/]);
  const person = await openPerson(page, keys, ADA);
  await expect(person.rhythm).toHaveAccessibleName('every 10 days Why, rhythm');
  await expect(page.getByText('last 40 days ago: drifting')).toBeVisible();
  await expect(card(page, 'Replies')).toContainText('1 message without a reply, over 30 days.');

  await keys.press('Control+2');
  const unanswered = { who: [ADA], beganKey: 'i', answeredKey: 'n' };
  await sheet.writeDown(keys, { ...unanswered, kindKey: 'e', when: '20 days ago', words: 'Once more.' });
  await goToday(page, keys);
  await expect(lines).toHaveText([/^Ada Quill: 2 messages without a reply/]);
  await expect(lines).toContainText([', 30 days ago. An answer usually shows within 7 days.']);
  await keys.press('Control+2');
  // A call of seven days ago counts, a message of six may still be answered.
  await sheet.writeDown(keys, { ...unanswered, kindKey: 'cc', when: '7 days ago', words: 'It rang out.' });
  await sheet.writeDown(keys, { ...unanswered, kindKey: 'e', when: '6 days ago', words: 'Still there?' });
  await goToday(page, keys);
  await expect(lines).toHaveText([/^Ada Quill: 3 messages without a reply/]);

  await openPerson(page, keys, ADA);
  await expect(card(page, 'Replies')).toContainText('3 messages without a reply, over 30 days.');
  await card(page, 'Replies').getByRole('button', { name: 'Why: replies' }).press('Enter');
  const why = page.getByRole('dialog', { name: 'Replies' });
  await expect(why.getByRole('listitem')).toContainText([
    'you called, no answer',
    'you wrote, no reply',
    'you wrote, no reply',
  ]);
  await keys.press('Escape');
  await expect(why).toBeHidden();
  await test.step('looking back, at the last meeting nothing had drifted yet', async () => {
    await keys.press('Control+Shift+L');
    await keys.press('Home');
    for (let meeting = 2; meeting <= 4; meeting++) {
      await keys.press('Shift+ArrowRight');
      await expect(person.entries).toHaveCount(meeting);
    }
    await expect(page.getByText('last today: on rhythm')).toBeVisible();
    await expect(card(page, 'Replies')).toBeHidden();
    await keys.press('Escape');
    await expect(person.pastBar).toBeHidden();
  });
  await openPerson(page, keys, BRUNO);
  await expect(page.getByText('last 40 days ago: on rhythm')).toBeVisible();

  await keys.press('Control+2');
  await sheet.writeDown(keys, {
    who: [ADA],
    kindKey: 'e',
    when: 'yesterday 3pm',
    words: 'Forgive the silence.',
    beganKey: 't',
    answeredKey: 'y',
  });
  await goToday(page, keys);
  await expect(page.getByText('Nothing needs you today')).toBeVisible();
  await openPerson(page, keys, ADA);
  await expect(page.getByText('last yesterday: on rhythm')).toBeVisible();
  await expect(card(page, 'Replies')).toBeHidden();
});

test('D6: feedback that nobody asked for is kept, brought up before they meet, and gone once they asked', async ({
  rapport,
}) => {
  const { page, keys, sheet, before } = await start(rapport);
  await before.met(ADA, 30, { feedback: { heldBack: 'The report leaves out the freight.' } });
  await openPerson(page, keys, ADA);
  const waits = card(page, 'Held back, until they ask');
  await expect(waits.getByRole('listitem')).toHaveCount(1);
  await expect(waits).toContainText('The report leaves out the freight.');

  await keys.press('Control+2');
  await sheet.writeDown(keys, {
    who: [ADA],
    kindKey: 'c',
    when: '20 days ago',
    feedback: { heldBack: 'The talk was too long.' },
  });
  await keys.press('Control+2');
  await sheet.writeDown(keys, { who: [ADA], kindKey: 'm', when: 'tomorrow 10am' });
  await openPerson(page, keys, ADA);
  await expect(waits.getByRole('listitem')).toHaveCount(2);
  await keys.press('Control+Shift+M');
  const brief = page.getByRole('main').getByRole('region', { name: ADA });
  await expect(brief).toContainText('Held back, until they ask');
  await expect(brief).toContainText('The report leaves out the freight.');
  await expect(brief).toContainText('The talk was too long.');

  await keys.press('Control+2');
  await sheet.writeDown(keys, {
    who: [ADA],
    kindKey: 'c',
    when: 'yesterday 3pm',
    words: 'She asked at last.',
    feedback: { askedFor: 'Whether anything was odd.', given: 'The freight, and the length.' },
  });
  const person = await openPerson(page, keys, ADA);
  await expect(person.entries.filter({ hasText: 'She asked at last.' })).toBeVisible();
  await expect(waits).toBeHidden();
  await keys.press('Control+Shift+M');
  await expect(brief).toContainText('She asked at last.');
  await expect(brief).not.toContainText('Held back');
});

test('D7: who is put into the inner five is missed at once; Today and the weekly review say what the tie brought', async ({
  rapport,
}) => {
  const { page, keys, sheet, before } = await start(rapport);
  await before.person(ADA, { ring: 'close' });
  await before.met(ADA, 50, { exchanges: [{ direction: 'received', kind: 'advice', size: 3 }] });
  await before.met(ADA, 46, { exchanges: [{ direction: 'given', kind: 'favour', size: 1 }] });
  for (const daysAgo of [300, 200]) await before.met(BRUNO, daysAgo);
  const lines = await goToday(page, keys);
  // More than one and a half times 30 days.
  const ada = /^Ada Quill is slipping: 46 days, expected every 30 days/;
  await expect(lines).toHaveText([ada]);
  await expect(lines).toContainText([
    'One of your close ones. 2 contacts so far; you gave 1 and received 3.',
  ]);

  await openPerson(page, keys, BRUNO);
  await page.getByRole('button', { name: `Actions for ${BRUNO}` }).press('Enter');
  await page.getByRole('menuitem', { name: 'Edit', exact: true }).press('Enter');
  const form = new Shell(page).dialog('Edit person');
  await keys.tabTo(form.getByRole('combobox', { name: 'Ring' }), 60);
  await keys.press('ArrowDown');
  await page.getByRole('option', { name: 'Inner 5' }).click();
  await keys.press('Control+Enter');
  await expect(form).toBeHidden();
  await goToday(page, keys);
  await expect(lines).toHaveText([
    /^Bruno Falk is drifting away: 7 months, expected every 7 days.*One of your inner five. 2 contacts so far./s,
    ada,
  ]);
  await new Palette(page).choose(keys, 'Weekly review', 'Weekly review');
  const status = page.getByRole('main').getByRole('status').first();
  await expect(status).toContainText(/^0 of 2 key people/);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(BRUNO);
  await keys.press('ArrowRight');
  await expect(card(page, ADA)).toContainText('It used to bring: 1 given, 3 received.');
  await keys.press('d');
  await expect(status).toContainText(/^1 of 2 key people/);

  await keys.press('Control+2');
  await sheet.writeDown(keys, { who: [BRUNO], kindKey: 'c' });
  await goToday(page, keys);
  await expect(lines).toHaveText([ada]);
  await new Palette(page).choose(keys, 'Weekly review', 'Weekly review');
  await expect(card(page, BRUNO)).toContainText('In touch today, expected every 7 days.');
});
