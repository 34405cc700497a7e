import type { Gift, PersonStory } from '../story';

type StockGift = Required<Pick<Gift, 'kind' | 'size' | 'note'>>;
type Both = Record<'gave' | 'got', readonly StockGift[]>;

/** What may change hands with this person: friends are not sent ledgers. */
export function giftsFor(
  person: PersonStory,
  direction: 'gave' | 'got',
  atStake: boolean,
): readonly StockGift[] {
  if (atStake) return stakes[direction];
  return atWork(person) ? [...everyday[direction], ...work[direction]] : everyday[direction];
}

export function atWork(person: PersonStory): boolean {
  return person.purposes?.includes('business') ?? true;
}

const everyday: Both = {
  gave: [
    { kind: 'advice', size: 1, note: 'A second opinion on <subject>' },
    { kind: 'advice', size: 1, note: 'What I would leave alone' },
    { kind: 'favour', size: 1, note: 'Carried half of it up the stairs' },
    { kind: 'favour', size: 1, note: 'Drove over with the spare key' },
    { kind: 'encouragement', size: 1, note: 'A kind word before a hard week' },
    { kind: 'encouragement', size: 1, note: 'Praise for <subject>, and I meant it' },
    { kind: 'invitation', size: 1, note: 'Supper with us, no occasion' },
    { kind: 'resource', size: 1, note: 'A cutting that fits <subject>' },
    { kind: 'resource', size: 1, note: 'The book I keep lending' },
  ],
  got: [
    { kind: 'advice', size: 1, note: 'What to leave out of a first meeting' },
    { kind: 'advice', size: 1, note: 'A plain answer to a question I had been turning over' },
    { kind: 'resource', size: 1, note: 'A book, with the pages marked' },
    { kind: 'resource', size: 1, note: 'Two maps and a pencil' },
    { kind: 'favour', size: 1, note: 'Waited with me for the tow truck' },
    { kind: 'favour', size: 1, note: 'Read my draft on the train' },
    { kind: 'encouragement', size: 1, note: 'A message on the right morning' },
    { kind: 'encouragement', size: 1, note: 'Was pleased for me, visibly' },
    { kind: 'invitation', size: 1, note: 'A ticket, the good seats' },
  ],
};

const work: Both = {
  gave: [
    { kind: 'advice', size: 2, note: 'An hour on the numbers' },
    { kind: 'advice', size: 2, note: 'What the auditor will ask first' },
    { kind: 'resource', size: 1, note: 'Our checklist for the first ninety days' },
    { kind: 'resource', size: 2, note: 'The comparison table we made last year, unlocked' },
    { kind: 'resource', size: 1, note: 'Three formulas that replace forty' },
    { kind: 'favour', size: 1, note: 'Read a contract over the weekend' },
    { kind: 'favour', size: 2, note: 'Sat in on a supplier call' },
    { kind: 'invitation', size: 1, note: 'A seat at the Thursday Club as my guest' },
  ],
  got: [
    { kind: 'advice', size: 2, note: 'How to price a thing one cannot see' },
    { kind: 'advice', size: 2, note: 'Which two of our services nobody understands' },
    { kind: 'resource', size: 1, note: 'A template I have used twice since' },
    { kind: 'resource', size: 2, note: 'A whole onboarding folder, to borrow from' },
    { kind: 'favour', size: 1, note: 'Lent me a meeting room' },
    { kind: 'favour', size: 2, note: 'Tried out our new import on real data' },
    { kind: 'favour', size: 1, note: 'Let a nervous client visit and ask' },
    { kind: 'invitation', size: 1, note: 'A place at the open day' },
  ],
};

/** What one gives only when one stands behind the other: introductions, referrals, business, confidences. */
const stakes: Both = {
  gave: [
    { kind: 'introduction', size: 2, note: 'To somebody who has been through the same' },
    { kind: 'referral', size: 2, note: 'A client who asked me for exactly this' },
    { kind: 'confidence', size: 2, note: 'The year we nearly closed' },
    { kind: 'business', size: 2, note: 'A small paid job' },
  ],
  got: [
    { kind: 'introduction', size: 2, note: 'To a wholesaler with the usual spreadsheet' },
    { kind: 'referral', size: 3, note: 'A firm of twenty that is ready to move' },
    { kind: 'confidence', size: 2, note: 'Something about <subject> that stays with me' },
    { kind: 'business', size: 2, note: 'A paid day, no haggling' },
  ],
};
