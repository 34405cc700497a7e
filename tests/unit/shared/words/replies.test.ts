import { describe, expect, it } from 'vitest';
import { owedWords, patienceWords, unansweredWords, usualReplyWords } from '../../../../shared/words/replies';

const waiting = { since: '2026-05-01', evidence: [] };
const ref = { kind: 'interaction' as const, id: '1' };

describe('replies in words', () => {
  it('says who waits, and for how long', () => {
    expect(owedWords({ ...waiting, count: 1, days: 0 })).toBe('You owe a reply: a message waits, of today.');
    expect(owedWords({ ...waiting, count: 2, days: 12 })).toBe(
      'You owe a reply: 2 messages wait, for 12 days.',
    );
    expect(unansweredWords({ ...waiting, count: 3, days: 40 })).toBe(
      '3 messages without a reply, over 40 days.',
    );
  });

  it('says the usual time, or which replies there are so far', () => {
    expect(usualReplyWords({ kind: 'known', days: 1, times: [{ days: 1, ref }] })).toBe(
      'They usually answer the next day.',
    );
    expect(
      usualReplyWords({
        kind: 'tooEarly',
        have: 2,
        need: 5,
        times: [
          { days: 0, ref },
          { days: 3, ref },
        ],
      }),
    ).toBe('2 replies so far (the same day and after 3 days): too early to say what is usual.');
    expect(usualReplyWords({ kind: 'tooEarly', have: 0, need: 5, times: [] })).toBe(
      'No reply of theirs is noted yet.',
    );
  });

  it('says from when on a message counts as unanswered', () => {
    expect(patienceWords({ days: 18, own: true })).toContain('after 18 days: twice the slowest');
    expect(patienceWords({ days: 7, own: false })).toContain('after 7 days: about nine in ten');
  });
});
