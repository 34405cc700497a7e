import { expect, type Locator } from '@playwright/test';
import { test } from './fixtures';
import { openPerson, start } from './lesson';
import { PersonPage } from './pages/person-page';
import { RoundsSheet } from './pages/rounds-sheet';
import { Shell } from './pages/shell';
import { dayBefore } from './written-before';

/**
 * What networkers learn, on entries of the test's own: too early to say, then the deciding entry is typed, and the finding
 * says what follows from the rules by hand. The lessons about business are in `lessons-business.spec.ts`.
 */

const [ADA, BRUNO, CLEO] = ['Ada Quill', 'Bruno Falk', 'Cleo Marsh'];

const figuresIn = (row: Locator): Locator => row.getByRole('cell');

test('W1: short answers and a closed posture make a wall of what only did not gel', async ({ rapport }) => {
  const { page, keys, sheet, before } = await start(rapport);
  await before.person(ADA, { standing: { kind: 'letGo', since: dayBefore(5) } });
  await before.met(ADA, 10, { ease: 1, place: 'Nero' });
  await openPerson(page, keys, ADA);
  const reasons = page.getByRole('region', { name: 'What may have come between' }).getByRole('listitem');
  await expect(reasons.first()).toContainText('It just did not gel');
  await expect(reasons.filter({ hasText: 'No real connection' })).toHaveCount(0);

  await keys.press('Control+2');
  await sheet.writeDown(keys, {
    who: [ADA],
    kindKey: 'c',
    when: '8 days ago',
    minutes: '25',
    easeKey: '2',
    opennessKey: '1',
    asked: [
      { question: 'What keeps you busy?', answerKey: 's' },
      { question: 'How did you begin?', answerKey: 'n' },
    ],
  });
  await openPerson(page, keys, ADA);
  await expect(reasons.first()).toContainText('No real connection');
  await expect(reasons.first()).toContainText('Much speaks for it');
  await reasons.first().getByRole('button').press('Enter');
  const why = page.getByRole('dialog', { name: 'No real connection' });
  // (1 + 2) / 2 of two meetings; openness and the questions are of the second alone.
  await expect(why).toContainText('Ease averaged 1.5 of 5.');
  await expect(why).toContainText('They were closed: openness averaged 1 of 5.');
  await expect(why).toContainText('2 of 2 questions got a short answer or none.');
  await expect(why.getByRole('listitem')).toHaveText([
    /Coffee, 25 minutes/,
    /Nero/,
    /Coffee, 25 minutes/,
    /Coffee, 25 minutes/,
  ]);
});

test('W2: meetings at their office go worse than on level ground, from the fifth on', async ({ rapport }) => {
  const { keys, sheet, before, insights } = await start(rapport);
  for (const number of [1, 2, 3, 4, 5])
    await before.met(ADA, 60 - number, { ground: 'neutral', ease: 5, place: `café ${number}` });
  for (const number of [1, 2, 3, 4])
    await before.met(BRUNO, 50 - number, {
      ground: 'theirs',
      ease: 2,
      travelMinutes: 25,
      place: `office ${number}`,
    });
  await insights.goByKeys(keys);
  const early = 'Too early to say: two kinds of ground need 5 meetings each';
  await insights.expectFinding(early);
  const theirs = insights.section(early).getByRole('row', { name: /^Their ground/ });
  await expect(figuresIn(theirs).first()).toHaveText('Too early: 4 of 5');

  await sheet.writeDown(keys, {
    who: [BRUNO],
    kindKey: 'm',
    when: '30 days ago',
    minutes: '45',
    groundKey: 't',
    easeKey: '3',
    opennessKey: '4',
  });
  // Ease: (4 x 2 + 3) / 5. Openness was noted once; travel four times.
  const finding = 'Level ground was easiest (5 of 5), their ground least (2.2)';
  await insights.expectFinding(finding);
  const after = insights.section(finding).getByRole('row', { name: /^Their ground/ });
  await expect(figuresIn(after)).toHaveText(['2.2', '4', '25 min', '5']);
  await insights.expectRecords(keys, 'Their ground: 5 meetings', [
    'Meal, 45 minutes',
    'office 4',
    'office 3',
    'office 2',
    'office 1',
  ]);
});

test('D1: each purpose is judged by its own relationships', async ({ rapport }) => {
  const { keys, sheet, before, insights } = await start(rapport);
  await before.met('Dirk Ohm', 30, { ease: 5 });
  await insights.goByKeys(keys);
  await insights.expectFinding('No purposes are noted yet: a person’s form has them');
  await before.person(ADA, { purposes: ['learning'] });
  await before.person(BRUNO, { purposes: ['learning'] });
  await before.person(CLEO, { purposes: ['fun'] });
  for (const name of [ADA, BRUNO, CLEO]) await before.met(name, 30, { ease: 5 });
  await insights.expectFinding('Most of your relationships are for learning: 0 of 2 reached Like');

  // The second day, easy, and something received: Like.
  await sheet.writeDown(keys, {
    who: [ADA],
    kindKey: 'c',
    when: 'yesterday 3pm',
    easeKey: '5',
    gaveKeys: 'f3',
    receivedKeys: 'a1',
  });
  const finding = 'Most of your relationships are for learning: 1 of 2 reached Like';
  await insights.expectFinding(finding);
  const row = (name: string) => insights.section(finding).getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(figuresIn(row('Learning'))).toHaveText(['2', '1', '0', '3', '1']);
  await expect(figuresIn(row('Fun'))).toHaveText(['1', '0', '0', '0', '0']);
  await insights.expectPeople(keys, 'Learning, reached Like: 1', [ADA]);
  await insights.expectPeople(keys, 'Learning: 2', [ADA, BRUNO]);
});

test('F1: who sold at the first meeting is counted, and what was asked for is not selling', async ({
  rapport,
}) => {
  const { keys, sheet, before, insights } = await start(rapport);
  await before.met(BRUNO, 50);
  await insights.goByKeys(keys);
  await insights.expectFinding('No conduct and no pitch has been noted yet');
  await before.met(BRUNO, 45, { pitch: { mine: 'invited', theirs: 'invited' } });
  await before.met(ADA, 40, {
    place: 'the fair',
    pitch: { theirs: 'uninvited' },
    conduct: [{ who: 'them', code: 'soldAtFirstMeeting' }],
  });
  await insights.expectFinding('They sold uninvited once, you 0 times');

  await sheet.writeDown(keys, {
    who: [CLEO],
    kindKey: 'c',
    when: 'yesterday 3pm',
    minutes: '20',
    theirPitchKey: 'u',
    theyWereKey: 's',
  });
  await insights.expectFinding('They sold uninvited twice, you 0 times');
  await insights.expectRecords(keys, 'They: sold at the first meeting: 2', [
    'Coffee, 20 minutes',
    'the fair',
  ]);
  await insights.expectRecords(keys, 'They pitched uninvited: 2', ['Coffee, 20 minutes', 'the fair']);
});

test('S1: they kept selling although the user was ready to buy', async ({ rapport }) => {
  const { keys, sheet, before, insights } = await start(rapport);
  await before.met(ADA, 40, { place: 'their shop', pitch: { theirs: 'invited' } });
  await before.met(ADA, 30, { place: 'the fair', pitch: { theirs: 'invited' } });
  await insights.goByKeys(keys);
  await insights.expectFinding('They sold uninvited 0 times, you 0 times');

  await sheet.writeDown(keys, {
    who: [ADA],
    kindKey: 'm',
    when: 'yesterday 3pm',
    minutes: '50',
    theirPitchKey: 'r',
  });
  await insights.expectFinding('They sold uninvited once, you 0 times');
  await insights.expectRecords(keys, 'They kept selling: 1', ['Meal, 50 minutes']);
  await insights.expectRecords(keys, 'They pitched when invited: 2', ['the fair', 'their shop']);
});

test('S2: of rounds on one screen, the one that was a video advert is told apart and counted', async ({
  rapport,
}) => {
  const { page, keys, sheet, before, insights } = await start(rapport);
  await before.met('Dirk Ohm', 30);
  const rounds = new RoundsSheet(page);
  await keys.press('Control+Shift+N');
  await expect(rounds.gathering).toBeFocused();
  await keys.type('Harbour rounds');
  await keys.press('Enter');
  await keys.tabTo(rounds.when);
  await keys.type('yesterday 8am');
  await keys.tabTo(rounds.minutes);
  await keys.type('10');
  for (const [index, [name, words]] of ROUNDS.entries()) {
    await keys.tabTo(rounds.who(index + 1));
    await keys.type(name);
    await keys.press('Enter');
    await keys.tabTo(rounds.words(index + 1));
    await keys.type(words);
    if (index + 1 < ROUNDS.length) await keys.press('Enter');
  }
  await keys.press('Control+Enter');
  await expect(rounds.sheet).toBeHidden();
  await insights.goByKeys(keys);
  await insights.expectFinding('No conduct and no pitch has been noted yet');

  await openPerson(page, keys, BRUNO);
  const advert = new PersonPage(page).entries.filter({ hasText: 'a video on a tablet' });
  await advert.getByRole('button').first().press('Enter');
  await expect(sheet.words).toHaveValue(/video/);
  // An entry of a gathering shows More from the start.
  await keys.tabTo(sheet.theirPitch, 60);
  await keys.press('r');
  await keys.tabTo(sheet.theyWere);
  await keys.press('s');
  await sheet.saveByKeys(keys);
  await insights.goByKeys(keys);
  await insights.expectFinding('They sold uninvited once, you 0 times');
  const round =
    /One-to-one, 10 minutes at Harbour rounds · they kept selling, they: sold at the first meeting/;
  await insights.expectRecords(keys, 'They: sold at the first meeting: 1', [round]);
  await insights.expectRecords(keys, 'They kept selling: 1', [round]);
});

const ROUNDS = [
  [ADA, 'We laughed about the bell.'],
  [BRUNO, 'Seven of ten minutes were a video on a tablet.'],
  [CLEO, 'Asked good questions.'],
] as const;

test('S3: the fourth meeting, with a first introduction, makes Trust of Like', async ({ rapport }) => {
  const { page, keys, sheet, before, insights } = await start(rapport);
  await insights.goByKeys(keys);
  await expect(page.getByText('Nothing to compare yet')).toBeVisible();
  await before.met(BRUNO, 50);
  const easy = { ease: 5 } as const;
  await before.met(ADA, 100, { ...easy, exchanges: [{ direction: 'received', kind: 'advice', size: 1 }] });
  await before.met(ADA, 80, { ...easy, exchanges: [{ direction: 'given', kind: 'favour', size: 2 }] });
  await before.met(ADA, 60, easy);
  await before.promised(ADA, 'Send the plans', 95, 'kept');
  await insights.expectFinding('0 at Trust, 1 at Like, 1 at Know');
  await openPerson(page, keys, ADA);
  const missing = page.getByRole('region', { name: /^What would move it on|^What holds it at/ });
  await expect(missing).toContainText(/introduction/);
  await insights.goByKeys(keys);

  await sheet.writeDown(keys, { who: [ADA], kindKey: 'c', when: 'yesterday 3pm', gaveKeys: 'i' });
  await insights.expectFinding('1 at Trust, 0 at Like, 1 at Know');
  await insights.expectPeople(keys, 'Trust 1', [ADA]);
  await insights.expectPeople(keys, 'Know 1', [BRUNO]);
  await page.getByRole('button', { name: 'As a table' }).press('Enter');
  const months = page.getByRole('table', { name: 'People at each stage, by month' });
  await expect(months.getByRole('row').nth(1).getByRole('cell')).toHaveText(['1', '0', '1']);
  await new Shell(page).expectPlace('Insights');
});
