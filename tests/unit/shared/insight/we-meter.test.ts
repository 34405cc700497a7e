import { expect, it } from 'vitest';
import { weMeter } from '../../../../shared/insight/we-meter';

it.each([
  ['We met our friends; it was good for us.', { we: 3, me: 0, you: 0 }],
  ['I’m glad that I wrote to you about my work.', { we: 0, me: 3, you: 1 }],
  ['In the US we call it soccer.', { we: 1, me: 0, you: 0 }],
  ['WEEK, wear, minute, youth', { we: 0, me: 0, you: 0 }],
  ['', { we: 0, me: 0, you: 0 }],
])('%j', (text, counts) => expect(weMeter(text)).toMatchObject(counts));

it('gives shares of the three that add up to one, and none where none is said', () => {
  const { shares } = weMeter('We, I, you, your');
  expect(shares).toEqual({ we: 0.25, me: 0.25, you: 0.5 });
  expect(weMeter('Thanks for yesterday.').shares).toBeNull();
});
