import { describe, expect, it } from 'vitest';
import {
  outreaches,
  replyPatienceDays,
  twoWayContacts,
  unansweredRun,
} from '../../../../shared/insight/contacts';
import type { Interaction } from '../../../../shared/model/interaction';
import { InteractionKind } from '../../../../shared/model/interaction';
import { BEN, email, instant, interaction, sliceOf, testId } from '../../builders';

function contactDates(records: Interaction[], asOf = '2026-06-30'): string[] {
  return twoWayContacts(sliceOf(records), instant(asOf)).map(({ on }) => on);
}

function run(records: Interaction[], asOf: string): string[] {
  return unansweredRun(sliceOf(records), instant(asOf)).map(({ at }) => at.slice(0, 10));
}

describe('two-way contacts', () => {
  const written = ['email', 'message', 'letter', 'social'];

  it.each(InteractionKind.options)('takes %s as spoken or written', (kind) => {
    const expected = written.includes(kind) ? [] : ['2026-05-04'];
    expect(contactDates([interaction('2026-05-04', { kind })])).toEqual(expected);
  });

  it('leaves out a call attempt', () => {
    expect(contactDates([interaction('2026-05-04', { kind: 'call', answered: false })])).toEqual([]);
    expect(contactDates([interaction('2026-05-04', { kind: 'call', answered: true })])).toEqual([
      '2026-05-04',
    ]);
  });

  it('takes a written one on the date of its reply', () => {
    const answered = email('2026-05-04', { answered: true, answeredAt: '2026-05-06T08:00:00Z' });
    expect(contactDates([answered], '2026-05-06T07:59:59Z')).toEqual([]);
    expect(contactDates([answered], '2026-05-06T08:00:00Z')).toEqual(['2026-05-06']);
  });

  it('takes a reply without a time as having come at once', () => {
    expect(contactDates([email('2026-05-04', { answered: true })])).toEqual(['2026-05-04']);
  });

  it('takes a reply from before the message as having come at once', () => {
    const odd = email('2026-05-04', { answered: true, answeredAt: '2026-05-01T08:00:00Z' });
    expect(contactDates([odd])).toEqual(['2026-05-04']);
  });

  it('takes a call attempt that was answered later on the date of the answer', () => {
    const attempt = interaction('2026-05-04', {
      kind: 'call',
      answered: true,
      answeredAt: '2026-05-07T10:00:00Z',
    });
    expect(contactDates([attempt], '2026-05-05')).toEqual([]);
    expect(contactDates([attempt], '2026-05-08')).toEqual(['2026-05-07']);
  });

  it('takes no notice of a reply time where people met', () => {
    expect(contactDates([interaction('2026-05-04', { answeredAt: '2026-05-07T10:00:00Z' })])).toEqual([
      '2026-05-04',
    ]);
  });

  it.each(['planned', 'cancelled', 'noShow'] as const)('leaves out what was %s', (status) => {
    expect(contactDates([interaction('2026-05-04', { status })])).toEqual([]);
  });

  it('leaves out what was without this person', () => {
    expect(contactDates([interaction('2026-05-04', { participants: [{ personId: BEN }] })])).toEqual([]);
  });

  it('counts to the second, whatever the offsets', () => {
    const meeting = interaction('2026-05-04T09:00:00+02:00');
    expect(contactDates([meeting], '2026-05-04T08:59:59+02:00')).toEqual([]);
    expect(contactDates([meeting], '2026-05-04T07:00:00Z')).toEqual(['2026-05-04']);
    expect(contactDates([meeting], '2026-05-03T21:00:00-10:00')).toEqual(['2026-05-04']);
  });

  it('takes the date where it happened, in summer and in winter', () => {
    const evening = interaction('2026-06-30T00:15:00+01:00');
    const dayline = interaction('2026-06-29T08:00:00+12:00');
    expect(contactDates([evening, dayline], '2026-07-01')).toEqual(['2026-06-29', '2026-06-30']);
  });

  it('orders by instant, then by id, whatever the order of the list', () => {
    const late = interaction('2026-05-04T10:00:00+02:00', { id: testId(11) });
    const early = interaction('2026-05-04T09:00:00+02:00', { id: testId(30) });
    const same = interaction('2026-05-04T08:00:00Z', { id: testId(10) });
    const ids = (list: Interaction[]) =>
      twoWayContacts(sliceOf(list), instant('2026-06-01')).map((contact) => contact.interaction.id);
    expect(ids([late, early, same])).toEqual([early.id, same.id, late.id]);
    expect(ids([same, late, early])).toEqual([early.id, same.id, late.id]);
  });
});

describe('outreaches', () => {
  it('are written messages and calls of mine', () => {
    const records = [
      email('2026-05-01'),
      interaction('2026-05-02', { kind: 'call', initiatedBy: 'me', answered: false }),
      interaction('2026-05-03', { kind: 'coffee', initiatedBy: 'me' }),
      email('2026-05-04', { initiatedBy: 'them' }),
      email('2026-05-05', { initiatedBy: 'both' }),
      email('2026-05-06', { status: 'planned' }),
    ];
    const found = outreaches(sliceOf(records), instant('2026-06-01'));
    expect(found.map(({ kind, at }) => [kind, at.slice(0, 10)])).toEqual([
      ['email', '2026-05-01'],
      ['call', '2026-05-02'],
    ]);
  });

  it('are unanswered from 7 days on', () => {
    expect(run([email('2026-05-04T23:00:00Z')], '2026-05-10')).toEqual([]);
    expect(run([email('2026-05-04T23:00:00Z')], '2026-05-11T00:00:00Z')).toEqual(['2026-05-04']);
  });

  it('are not unanswered after a reply, and are until then', () => {
    const message = email('2026-05-04', { answered: true, answeredAt: '2026-05-20T09:00:00Z' });
    expect(run([message], '2026-05-19')).toEqual(['2026-05-04']);
    expect(outreaches(sliceOf([message]), instant('2026-05-19'))[0]?.replyAt).toBeNull();
    expect(run([message], '2026-05-21')).toEqual([]);
    expect(outreaches(sliceOf([message]), instant('2026-05-21'))[0]?.replyAt).toBe('2026-05-20T09:00:00Z');
  });
});

describe('the patience with one person', () => {
  const replyAfter = (date: string, answeredAt: string) => email(date, { answered: true, answeredAt });
  const four = [
    replyAfter('2026-01-01', '2026-01-02T09:00:00Z'),
    replyAfter('2026-01-05', '2026-01-06T09:00:00Z'),
    replyAfter('2026-01-09', '2026-01-15T09:00:00Z'),
    replyAfter('2026-01-20', '2026-01-21T09:00:00Z'),
  ];
  const patience = (records: Interaction[], asOf = '2026-06-01') =>
    replyPatienceDays(sliceOf(records), instant(asOf));

  it('is 7 days until they have answered 5 times', () => {
    expect(patience(four)).toBe(7);
    expect(patience([...four, email('2026-02-01')])).toBe(7);
  });

  it('is then twice the slowest of the last 5 replies', () => {
    const five = [...four, replyAfter('2026-02-01', '2026-02-03T09:00:00Z')];
    expect(patience(five)).toBe(12);
    expect(patience(five, '2026-02-02')).toBe(7);
  });

  it('forgets what is slower but longer ago', () => {
    const later = [2, 3, 4, 5, 6].map((month) =>
      replyAfter(`2026-0${month}-01`, `2026-0${month}-03T09:00:00Z`),
    );
    expect(patience([...four, ...later], '2026-07-01')).toBe(4);
  });

  it('is at least 3 days', () => {
    const quick = [1, 2, 3, 4, 5].map((day) => replyAfter(`2026-01-0${day}`, `2026-01-0${day}T18:00:00Z`));
    expect(patience(quick)).toBe(3);
    expect(run([...quick, email('2026-05-04')], '2026-05-06')).toEqual([]);
    expect(run([...quick, email('2026-05-04')], '2026-05-07')).toEqual(['2026-05-04']);
  });

  it('does not learn from calls they took at once', () => {
    const calls = [1, 2, 3, 4, 5].map((day) =>
      interaction(`2026-01-0${day}`, { kind: 'call', initiatedBy: 'me', answered: true }),
    );
    expect(patience(calls)).toBe(7);
  });
});

describe('the run of unanswered', () => {
  const tries = [email('2026-05-01'), email('2026-05-10'), email('2026-05-20')];

  it('counts what nothing came after', () => {
    expect(run(tries, '2026-05-26')).toEqual(['2026-05-01', '2026-05-10']);
    expect(run(tries, '2026-06-01')).toEqual(['2026-05-01', '2026-05-10', '2026-05-20']);
  });

  it('starts anew after a two-way contact', () => {
    expect(run([...tries, interaction('2026-05-15')], '2026-06-01')).toEqual(['2026-05-20']);
  });

  it('starts anew after a reply to an earlier message', () => {
    const late = email('2026-04-20', { answered: true, answeredAt: '2026-05-12T12:00:00Z' });
    expect(run([...tries, late], '2026-06-01')).toEqual(['2026-05-20']);
  });

  it('starts anew after they made a move, even one without an answer', () => {
    expect(run([...tries, email('2026-05-15', { initiatedBy: 'them' })], '2026-06-01')).toEqual([
      '2026-05-20',
    ]);
  });

  it('goes on after a call attempt of mine', () => {
    const attempt = interaction('2026-05-15', { kind: 'call', initiatedBy: 'me', answered: false });
    expect(run([...tries, attempt], '2026-06-01')).toHaveLength(4);
  });
});
