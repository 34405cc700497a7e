import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './fixtures';
import { openPerson, start } from './lesson';
import { Palette } from './pages/palette';
import { Shell } from './pages/shell';
import { dayBefore } from './written-before';

/** The lessons about what they need, and about the meetings and hours it takes, told as in `lessons.spec.ts`. */

const [ADA, BRUNO, CLEO] = ['Ada Quill', 'Bruno Falk', 'Cleo Marsh'];
const HARDEST = 'What is the hardest part of your month?';
const LOOKING_FOR = 'Whom or what are you looking for at the moment?';
const TRIED = 'What have you tried already, and what came of it?';

const card = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true });

/** What speaks for and against one reason why it broke down. */
async function openReason(page: Page, reason: string): Promise<Locator> {
  const line = card(page, 'What may have come between').getByRole('listitem').filter({ hasText: reason });
  await line.getByRole('button').press('Enter');
  const why = page.getByRole('dialog', { name: reason });
  await expect(why).toBeVisible();
  return why;
}

test('F2: a second meeting that they call off, reminders and invitations that nothing followed are counted', async ({
  rapport,
}) => {
  const { page, keys, sheet, before, insights } = await start(rapport);
  const shell = new Shell(page);
  await before.met(BRUNO, 50, { exchanges: [{ direction: 'given', kind: 'invitation', size: 1 }] });
  await before.met(BRUNO, 40);
  await before.met(ADA, 30, { status: 'cancelled', calledOffBy: 'them', remindersSent: 3 });
  await before.met(ADA, 2, { status: 'planned' });
  await insights.goByKeys(keys);
  await insights.expectFinding(
    '1 meeting did not take place: 1 called off by them, 0 by you, 0 without a word',
  );

  await keys.press('Control+1');
  await shell.expectPlace('Today');
  await card(page, 'What became of these?')
    .getByRole('link', { name: new RegExp(ADA) })
    .press('Enter');
  await expect(shell.heading(`Coffee with ${ADA}`)).toBeFocused();
  const brief = page.getByRole('main').getByRole('region', { name: ADA });
  await expect(brief).toContainText('1 of 1 meeting did not take place');
  await expect(brief).toContainText('Called off by them, 3 reminders sent');
  await keys.press('r');
  await expect(shell.main.getByText('1 reminder sent. One is a kindness')).toBeVisible();
  await keys.press('t');
  await expect(shell.main.getByText('Cancelled, by them.')).toBeVisible();
  await keys.press('Control+2');
  // An invitation of 10 days ago, and nothing since.
  await sheet.writeDown(keys, { who: [CLEO], kindKey: 'm', when: '10 days ago', gaveKeys: 'v' });

  await insights.goByKeys(keys);
  const finding = '2 meetings did not take place: 2 called off by them, 0 by you, 0 without a word';
  await insights.expectFinding(finding);
  const row = (name: string) => insights.section(finding).getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('Took place').getByRole('cell')).toHaveText(['3']);
  await expect(row('Reminders sent').getByRole('cell')).toHaveText(['4']);
  await expect(row('Invitations of yours').getByRole('cell')).toHaveText(['1 of 2']);
  await insights.expectRecords(keys, 'Called off by them: 2', [/^/, /^/]);
  await insights.expectRecords(keys, 'Invitations of yours, and a meeting followed', ['Meal', 'Coffee']);
});

test('B5: whom nobody asked has no need; what was asked is told apart from what is worth asking', async ({
  rapport,
}) => {
  const { page, keys, sheet, before } = await start(rapport);
  await before.person(ADA, { standing: { kind: 'letGo', since: dayBefore(5) } });
  for (const daysAgo of [30, 20]) await before.met(ADA, daysAgo);
  await openPerson(page, keys, ADA);
  const worth = card(page, 'Worth asking');
  await expect(worth).toContainText('No need is noted, and you have not asked for one yet.');
  await expect(worth.getByRole('listitem').first()).toHaveText(HARDEST);
  const none = await openReason(page, 'No need was found');
  await expect(none).toContainText('No need is noted, and no question about needs was asked.');
  await keys.press('Escape');
  await expect(none).toBeHidden();

  await keys.press('Control+2');
  const coffee = { who: [ADA], kindKey: 'c' };
  await sheet.writeDown(keys, {
    ...coffee,
    when: '8 days ago',
    asked: [
      { question: HARDEST, answerKey: 's' },
      { question: LOOKING_FOR, answerKey: 'f' },
    ],
  });
  await openPerson(page, keys, ADA);
  await expect(worth).toContainText(
    'No need is noted; you asked 2 questions about needs, 1 answered in full.',
  );
  await expect(worth).toContainText(`${HARDEST} asked before, not yet answered in full`);
  await expect(worth).not.toContainText(LOOKING_FOR);
  const few = await openReason(page, 'No need was found');
  await expect(few).toContainText('No need is noted; 2 questions about needs were asked.');
  await keys.press('Escape');
  await expect(few).toBeHidden();

  // With the third question it is no longer that nobody asked.
  await keys.press('Control+2');
  await sheet.writeDown(keys, {
    ...coffee,
    when: '7 days ago',
    asked: [{ question: TRIED, answerKey: 's' }],
  });
  await openPerson(page, keys, ADA);
  await expect(worth).toContainText('you asked 3 questions about needs, 1 answered in full.');
  await expect(card(page, 'What may have come between')).not.toContainText('No need was found');
  await new Palette(page).choose(keys, 'Question bank', 'Question bank');
  await expect(card(page, 'Needs')).toContainText('Asked 3 times, 33% answered in full');
});

test('B6: who asked nothing in three meetings, or looks for clients alone, did not see the value', async ({
  rapport,
}) => {
  const { page, keys, sheet, before } = await start(rapport);
  await before.person(ADA, { standing: { kind: 'letGo', since: dayBefore(5) } });
  for (const daysAgo of [30, 20]) await before.met(ADA, daysAgo, { questionsTheyAsked: 0 });
  await openPerson(page, keys, ADA);
  const reasons = card(page, 'What may have come between');
  const reason = reasons.getByRole('listitem').filter({ hasText: 'They did not see the value' });
  await expect(reasons).toBeVisible();
  await expect(reason).toHaveCount(0);

  await keys.press('Control+2');
  const coffee = { who: [ADA], kindKey: 'c' };
  await sheet.writeDown(keys, { ...coffee, when: '10 days ago', theyAsked: '0' });
  await openPerson(page, keys, ADA);
  await expect(reasons.getByRole('listitem').first()).toContainText('They did not see the value');
  await expect(reason).toContainText('Much speaks for it');
  const nothing = await openReason(page, 'They did not see the value');
  await expect(nothing).toContainText('They asked nothing in 3 contacts.');
  await expect(nothing.getByRole('listitem')).toHaveCount(3);
  await keys.press('Escape');
  await expect(nothing).toBeHidden();

  await keys.press('Control+2');
  await sheet.writeDown(keys, { ...coffee, when: '8 days ago', theyAsked: '2' });
  await openPerson(page, keys, ADA);
  await expect(reasons).toBeVisible();
  await expect(reason).toHaveCount(0);
  const worth = card(page, 'Worth asking');
  await keys.tabTo(worth.getByLabel('A need they told you'), 120);
  await keys.type('More customers in Hull');
  await keys.press('Enter');
  await expect(card(page, 'Looking for')).toContainText('More customers in Hull');
  await expect(worth).toContainText('1 need noted. Worth asking next:');
  // A need is known: what they value is worth asking now.
  await expect(worth.getByRole('listitem').first()).toHaveText('How do you choose the people you work with?');
  await expect(reason).toContainText('Little speaks for it, and something against it');
  const clients = await openReason(page, 'They did not see the value');
  await expect(clients).toContainText('What they look for is clients, and nothing else.');
  await expect(clients).toContainText('They asked something in 1 of 4 contacts.');
});

test('S4: what each relationship that reached Like has cost, from the third on, in hours and in money', async ({
  rapport,
}) => {
  const { page, keys, sheet, before, insights } = await start(rapport);
  const hour = { minutes: 60, ease: 5 } as const;
  const advice = { direction: 'received', kind: 'advice', size: 1 } as const;
  for (const name of [ADA, BRUNO, CLEO]) await before.met(name, 100, hour);
  for (const name of [ADA, BRUNO]) await before.met(name, 90, { ...hour, exchanges: [advice] });
  await before.gathering('Harbour fair', 80, { minutes: 120, cost: { amount: 90, currency: 'EUR' } });
  await insights.goByKeys(keys);
  await insights.expectFinding(
    'Too early to say: 3 relationships have to reach Like within twelve months; there are 2',
  );

  await sheet.writeDown(keys, {
    who: [CLEO],
    kindKey: 'm',
    when: 'yesterday 3pm',
    minutes: '30',
    easeKey: '5',
    receivedKeys: 'a1',
  });
  // 5 x 60 + 120 + 30 minutes and 90 euros, by 3.
  const each = 'of networking for each of the 3 relationships that reached Like within twelve months';
  await insights.expectFinding(`2 h 30 and EUR 30 ${each}`);
  await keys.press('Control+Shift+T');
  const form = page.getByRole('dialog', { name: 'Log time' });
  await expect(form).toBeVisible();
  await keys.type('Forum');
  await keys.tabTo(form.getByLabel('How long'));
  await keys.type('1:30');
  await keys.press('Control+Enter');
  await expect(form).toBeHidden();
  await insights.expectFinding(`3 h and EUR 30 ${each}`);
  const row = (name: string) =>
    insights.section(`3 h and EUR 30 ${each}`).getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('Time in all').getByRole('cell')).toHaveText(['9 h', '3 h']);
  await expect(row('Forum').getByRole('cell')).toHaveText(['1 h 30', '30 min']);
  await expect(row('Coffee').getByRole('cell')).toHaveText(['5 h', '1 h 40']);
  await insights.expectPeople(keys, 'Relationships that reached Like: 3', [ADA, BRUNO, CLEO]);
  await insights.expectRecords(keys, 'Meal: 30 min in twelve months', ['Meal, 30 minutes']);
  await insights.openFigure(keys, insights.figure('Money: EUR 90 in twelve months'));
  await expect(insights.drawer).toContainText('Harbour fair');
});
