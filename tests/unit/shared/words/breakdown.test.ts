import { expect, it } from 'vitest';
import { signSentence } from '../../../../shared/words/breakdown';

const sentence = (code: Parameters<typeof signSentence>[0]['code'], figure: number): string =>
  signSentence({ code, figure, of: null, evidence: [] });

it('says one and several in the grammar of each', () => {
  expect([0, 1, 2].map((asked) => sentence('noNeedFound', asked))).toEqual([
    'No need is noted, and no question about needs was asked.',
    'No need is noted; 1 question about needs was asked.',
    'No need is noted; 2 questions about needs were asked.',
  ]);
  expect(sentence('myPromiseBroken', 1)).toBe('1 promise of yours was broken or is long overdue.');
  expect(sentence('myPromiseBroken', 2)).toBe('2 promises of yours were broken or are long overdue.');
  expect(sentence('theirPromiseBroken', 2)).toBe('2 promises of theirs were broken.');
});
