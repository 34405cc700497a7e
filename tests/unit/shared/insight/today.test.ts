import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultNorms } from '../../../../shared/insight/norms';
import { sizesOf } from '../../../../shared/insight/balance';
import { twoWayContacts } from '../../../../shared/insight/contacts';
import { datesAhead } from '../../../../shared/insight/dates-ahead';
import { rhythmOf } from '../../../../shared/insight/rhythm';
import { assessStage } from '../../../../shared/insight/stage';
import { awayUntil, inOrder, type TodayLine, todayLinesOf } from '../../../../shared/insight/today';
import type { PersonSlice } from '../../../../shared/insight/types';
import type { Instant } from '../../../../shared/model/primitives';
import { ANNA, email, instant, interaction, promise, sliceOf } from '../../builders';

const NOW = instant('2026-06-21');

function linesOf(slice: PersonSlice, asOf: Instant = NOW): TodayLine[] {
  const exchanges = slice.interactions.flatMap(({ exchanges: all }) => all ?? []);
  return todayLinesOf(
    slice,
    {
      rhythm: rhythmOf(slice, asOf),
      earned: assessStage(slice, asOf).earned,
      brought: { ...sizesOf(exchanges), contacts: twoWayContacts(slice, asOf).length },
    },
    asOf,
  );
}

const kindsOf = (slice: PersonSlice, asOf?: Instant) => linesOf(slice, asOf).map(({ reason }) => reason.kind);

describe('promises', () => {
  it.each([
    ['2026-06-21', []],
    ['2026-06-20', ['myPromise']],
  ])('mine due on %s: %j', (dueOn, kinds) => {
    expect(kindsOf(sliceOf([promise('2026-06-01', { dueOn })]))).toEqual(kinds);
  });

  it.each([
    ['2026-06-19', []],
    ['2026-06-18', ['theirPromise']],
  ])('theirs, due on %s, is worth a nudge from the third day on: %j', (dueOn, kinds) => {
    expect(kindsOf(sliceOf([promise('2026-06-01', { by: 'them', dueOn })]))).toEqual(kinds);
  });

  it('names the days and the promise', () => {
    const mine = promise('2026-06-01', { dueOn: '2026-06-11' });
    expect(linesOf(sliceOf([mine]))[0]).toMatchObject({
      key: `myPromise:${mine.id}:2026-06-11`,
      reason: { overdueDays: 10 },
      evidence: [{ kind: 'promise', id: mine.id }],
    });
  });

  it('one closed, or without a day, asks for nothing', () => {
    const closed = promise('2026-06-01', { dueOn: '2026-06-02', status: 'kept', closedOn: '2026-06-03' });
    expect(kindsOf(sliceOf([closed, promise('2026-01-01')]))).toEqual([]);
  });
});

describe('replies', () => {
  const theirs = (when: string) => interaction(when, { kind: 'email', initiatedBy: 'them' });

  it.each([
    ['2026-06-21', []],
    ['2026-06-20', ['replyOwed']],
    ['2026-03-24', ['replyOwed']],
    ['2026-03-23', []],
  ])('their message of %s: %j', (when, kinds) => {
    expect(kindsOf(sliceOf([theirs(when)]))).toEqual(kinds);
  });

  it('is not owed once it was answered, or anything came after it', () => {
    const answered = interaction('2026-06-10', { kind: 'email', initiatedBy: 'them', answered: true });
    expect(kindsOf(sliceOf([answered]))).not.toContain('replyOwed');
    expect(kindsOf(sliceOf([theirs('2026-06-10'), email('2026-06-11')]))).not.toContain('replyOwed');
  });

  it('counts a run from the second message without an answer on', () => {
    expect(kindsOf(sliceOf([email('2026-06-01')]))).toEqual([]);
    const two = linesOf(sliceOf([email('2026-05-30'), email('2026-06-01')]));
    expect(two[0]?.reason).toMatchObject({
      kind: 'unansweredRun',
      count: 2,
      since: '2026-05-30',
      sinceDays: 22,
    });
  });
});

describe('getting in touch', () => {
  const seen = interaction('2026-04-21');
  it.each([
    [41, []],
    [40, ['slipping']],
    [15, ['slipping']],
  ])('an inner person with a rhythm of %i days, seen 61 days ago: %j', (rhythmDays, kinds) => {
    expect(kindsOf(sliceOf([seen], { ring: 'inner', rhythmDays }))).toEqual(kinds);
  });

  it('somebody of the wider rings is not asked for, a partner is', () => {
    expect(kindsOf(sliceOf([seen], { ring: 'active', rhythmDays: 35 }))).toEqual([]);
    expect(kindsOf(sliceOf([seen], { partnerSince: '2024-01-01', rhythmDays: 35 }))).toEqual(['slipping']);
  });

  it.each([
    ['2026-06-21', []],
    ['2026-06-20', ['newPerson']],
    ['2026-04-27', ['newPerson']],
    ['2026-04-26', []],
  ])('met once, on %s: %j', (when, kinds) => {
    expect(kindsOf(sliceOf([interaction(when)]))).toEqual(kinds);
  });

  it('a second contact settles it', () => {
    expect(kindsOf(sliceOf([interaction('2026-06-01'), interaction('2026-06-02')]))).toEqual([]);
  });

  it.each(['resting', 'letGo', 'keepDistance', 'deceased'] as const)(
    'leaves those in peace who are %s',
    (kind) => {
      const standing = { kind, since: '2026-01-01' };
      const who = { ring: 'inner' as const, standing, dates: [{ kind: 'birthday' as const, on: '--06-22' }] };
      expect(kindsOf(sliceOf([seen], who))).toEqual([]);
    },
  );
});

describe('dates', () => {
  const days = (on: string, today: string) => datesAhead({ dates: [{ kind: 'birthday', on }] }, today, 14);

  it.each([
    ['--06-21', '2026-06-21', 0],
    ['--07-05', '2026-06-21', 14],
    ['1984-01-02', '2026-12-28', 5],
    ['--02-29', '2026-02-20', 8],
    ['--02-29', '2028-02-20', 9],
  ])('%s on %s is %i days ahead', (on, today, inDays) => {
    expect(days(on, today)).toMatchObject([{ inDays }]);
  });

  it.each([
    ['--07-06', '2026-06-21'],
    ['--06-20', '2026-06-21'],
  ])('%s on %s is not among them', (on, today) => expect(days(on, today)).toEqual([]));

  it('knows how many years it is, where the year is known', () => {
    expect(days('1984-06-25', '2026-06-21')[0]?.years).toBe(42);
    expect(days('--06-25', '2026-06-21')[0]?.years).toBeNull();
  });
});

describe('the order', () => {
  it('goes by kind, the most pressing first, with one dormant tie: the one that was worth most', () => {
    const line = (key: string, reason: object): TodayLine =>
      ({ key, personId: ANNA, reason, evidence: [] }) as unknown as TodayLine;
    const dormant = (key: string, received: number) =>
      line(key, { kind: 'dormant', earned: 'like', brought: { given: 0, received, contacts: 3 } });
    const lines = [
      dormant('poor', 1),
      dormant('rich', 9),
      line('date', { kind: 'date', inDays: 2 }),
      line('late', { kind: 'myPromise', overdueDays: 2 }),
      line('later', { kind: 'myPromise', overdueDays: 9 }),
    ];
    expect(inOrder(lines).map(({ key }) => key)).toEqual(['later', 'late', 'date', 'rich']);
  });

  it('puts off for days, and done for good or for as long as the journal cannot know', () => {
    expect(awayUntil('slipping:x:y', '2026-06-21', 7, defaultNorms.today)).toBe('2026-06-28');
    expect(awayUntil('slipping:x:y', '2026-06-21', 'done', defaultNorms.today)).toBe('2026-07-21');
    expect(awayUntil('date:x:birthday:2026-06-22', '2026-06-21', 'done', defaultNorms.today)).toBe(
      '9999-12-31',
    );
  });
});

it('does not look at what came later, nor at the order of the records', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((d) => `2026-06-${String(d).padStart(2, '0')}`);
  const entry = fc.record({
    day,
    who: fc.constantFrom('me', 'them'),
    kind: fc.constantFrom('email', 'coffee'),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
      const made = entries.map(({ day: on, who, kind }) =>
        interaction(on, { kind: kind as 'email', initiatedBy: who as 'me' }),
      );
      const before = made.filter(({ at }) => at <= NOW);
      const all = linesOf(sliceOf([...made].reverse(), { ring: 'inner' }));
      expect(all).toEqual(linesOf(sliceOf(before, { ring: 'inner' })));
    }),
  );
});
