import { describe, expect, it } from 'vitest';
import { repliesOf } from '../../../../shared/insight/replies';
import { email, instant, interaction, sliceOf } from '../../builders';

const NOW = instant('2026-06-21');
const theirs = (on: string) => interaction(on, { kind: 'email', initiatedBy: 'them' });

describe('repliesOf', () => {
  it('counts the run of mine without a reply, and since when', () => {
    const [first, second] = [email('2026-05-01'), email('2026-06-01')];
    expect(repliesOf(sliceOf([second, first]), NOW).unanswered).toEqual({
      count: 2,
      since: '2026-05-01',
      days: 51,
      evidence: [first, second].map(({ id }) => ({ kind: 'interaction', id })),
    });
  });

  it('has none while the last message is younger than the patience', () => {
    expect(repliesOf(sliceOf([email('2026-06-15')]), NOW).unanswered).toBeNull();
    expect(repliesOf(sliceOf([email('2026-06-14')]), NOW).unanswered).toMatchObject({ count: 1 });
  });

  it('owes a reply to their messages since mine, the oldest first', () => {
    const waiting = [theirs('2026-06-02'), theirs('2026-06-10')];
    const slice = sliceOf([theirs('2026-05-01'), email('2026-05-02'), ...waiting]);
    expect(repliesOf(slice, NOW).owed).toMatchObject({
      count: 2,
      since: '2026-06-02',
      days: 19,
      evidence: waiting.map(({ id }) => ({ kind: 'interaction', id })),
    });
  });

  it('owes none that was answered, nor before a talk', () => {
    expect(repliesOf(sliceOf([{ ...theirs('2026-06-02'), answered: true }]), NOW).owed).toBeNull();
    expect(repliesOf(sliceOf([theirs('2026-06-02'), interaction('2026-06-03')]), NOW).owed).toBeNull();
  });

  it('says the usual reply time from five replies on, by the last five, with their messages', () => {
    const answered = (on: string, answeredAt: string) =>
      email(on, { answered: true, answeredAt: instant(answeredAt) });
    const five = [
      answered('2026-01-01', '2026-01-01'),
      answered('2026-02-01', '2026-02-02'),
      answered('2026-03-01', '2026-03-03'),
      answered('2026-04-01', '2026-04-05'),
      answered('2026-05-01', '2026-05-10'),
    ];
    expect(repliesOf(sliceOf(five.slice(1)), NOW)).toMatchObject({
      usual: { kind: 'tooEarly', have: 4, need: 5 },
      patience: { days: 7, own: false },
    });
    const known = repliesOf(sliceOf(five), NOW);
    expect(known.usual).toMatchObject({ kind: 'known', days: 2 });
    expect(known.usual.times.map(({ days }) => days)).toEqual([0, 1, 2, 4, 9]);
    expect(known.patience).toEqual({ days: 18, own: true });
    const six = repliesOf(sliceOf([...five, answered('2026-06-01', '2026-06-04')]), NOW);
    expect(six.usual.times.map(({ days }) => days)).toEqual([1, 2, 4, 9, 3]);
  });

  it('counts nothing that came later', () => {
    const slice = sliceOf([email('2026-05-01', { answered: true, answeredAt: instant('2026-05-20') })]);
    expect(repliesOf(slice, instant('2026-05-19'))).toMatchObject({
      unanswered: { count: 1 },
      usual: { kind: 'tooEarly', have: 0 },
    });
    expect(repliesOf(slice, NOW)).toMatchObject({ unanswered: null, usual: { have: 1 } });
  });
});
