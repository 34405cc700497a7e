import type { Gift } from '../story';

type StockGift = Required<Pick<Gift, 'kind' | 'size' | 'note'>>;
type Both = Record<'gave' | 'got', readonly StockGift[]>;

/** Everyday help, both ways. */
export const gifts: Both = {
  gave: [
    { kind: 'advice', size: 1, note: 'A second opinion on <subject>' },
    { kind: 'advice', size: 2, note: 'An hour on the numbers behind <subject>' },
    { kind: 'resource', size: 1, note: 'Our checklist for the first ninety days' },
    { kind: 'resource', size: 2, note: 'The comparison table we made last year, unlocked' },
    { kind: 'favour', size: 1, note: 'Read a contract over the weekend' },
    { kind: 'favour', size: 2, note: 'Sat in on a supplier call' },
    { kind: 'encouragement', size: 1, note: 'A kind word before a hard week' },
    { kind: 'invitation', size: 1, note: 'A seat at the Thursday Club as my guest' },
    { kind: 'resource', size: 1, note: 'An article that fits <subject>' },
  ],
  got: [
    { kind: 'advice', size: 1, note: 'What to leave out of a first meeting' },
    { kind: 'advice', size: 2, note: 'How they would price <subject>' },
    { kind: 'resource', size: 1, note: 'A template I have used twice since' },
    { kind: 'resource', size: 2, note: 'Their whole onboarding folder, to borrow from' },
    { kind: 'favour', size: 1, note: 'Lent me a meeting room' },
    { kind: 'favour', size: 2, note: 'Tried out our new import on real data' },
    { kind: 'encouragement', size: 1, note: 'A message on the right morning' },
    { kind: 'invitation', size: 1, note: 'A ticket to their open day' },
    { kind: 'resource', size: 1, note: 'A book, with the pages marked' },
  ],
};

/** What one gives only when one stands behind the other: introductions, referrals, business, confidences. */
export const stakes: Both = {
  gave: [
    { kind: 'introduction', size: 2, note: 'To somebody who has done <subject> before' },
    { kind: 'referral', size: 2, note: 'A client who asked me for exactly this' },
    { kind: 'confidence', size: 2, note: 'The year we nearly closed' },
    { kind: 'business', size: 2, note: 'Hired them for a small job' },
  ],
  got: [
    { kind: 'introduction', size: 2, note: 'To a wholesaler with the usual spreadsheet' },
    { kind: 'referral', size: 3, note: 'A firm of twenty that is ready to move' },
    { kind: 'confidence', size: 2, note: 'Something about <subject> that stays with me' },
    { kind: 'business', size: 2, note: 'A paid day, no haggling' },
  ],
};
