import { describe, expect, it } from 'vitest';
import { balanceOf } from '../../../../shared/insight/balance';
import type { Exchange, Interaction } from '../../../../shared/model/interaction';
import type { Person } from '../../../../shared/model/person';
import { ANNA, BEN, email, instant, interaction, sliceOf } from '../../builders';

const ASOF = '2026-06-30';

function balance(records: Interaction[], who: Partial<Person> = {}, days?: number) {
  return balanceOf(sliceOf(records, who), instant(ASOF), days);
}

function gave(size: Exchange['size'], fields: Partial<Exchange> = {}): Exchange {
  return { direction: 'given', kind: 'advice', size, ...fields };
}

function got(size: Exchange['size'], fields: Partial<Exchange> = {}): Exchange {
  return { direction: 'received', kind: 'advice', size, ...fields };
}

function ledger(...exchanges: Exchange[]): Interaction[] {
  return [interaction('2026-06-01', { exchanges })];
}

describe('exchange', () => {
  it('sums sizes, and names what it counted', () => {
    const [entry] = ledger(gave(3), got(1), got(2));
    expect(balance([entry!])).toMatchObject({
      days: 365,
      given: 3,
      received: 3,
      net: 0,
      exchanges: 3,
      exchange: { kind: 'known', lean: 0, verdict: 'even', flagged: false },
      evidence: [0, 1, 2].map((index) => ({ kind: 'exchange', id: entry!.id, index })),
    });
  });

  it('is too early to say with fewer than 3', () => {
    expect(balance(ledger(gave(3), gave(3))).exchange).toEqual({ kind: 'tooEarly', have: 2, need: 3 });
    expect(balance([]).exchange).toEqual({ kind: 'tooEarly', have: 0, need: 3 });
  });

  it.each([
    ['a lean of a third', [gave(2), gave(2), got(2)], 'even', false],
    ['a lean of minus a third', [got(2), got(2), gave(2)], 'even', false],
    ['a third of other sizes', [gave(3), gave(3), gave(2), got(3), got(1)], 'even', false],
    ['more than a third', [gave(3), gave(2), got(2)], 'giveMore', true],
    ['less than minus a third', [got(3), got(2), gave(2)], 'receiveMore', true],
    ['all one way', [gave(1), gave(1), gave(1)], 'giveMore', true],
  ] as const)('of %s', (_name, exchanges, verdict, flagged) => {
    expect(balance(ledger(...exchanges)).exchange).toMatchObject({ kind: 'known', verdict, flagged });
  });

  it('with a mentor is shown, never flagged', () => {
    const shown = balance(ledger(got(3), got(3), got(3)), { mentor: true });
    expect(shown).toMatchObject({
      mentor: true,
      exchange: { lean: -1, verdict: 'receiveMore', flagged: false },
    });
  });

  it('leaves out what names another person', () => {
    const shared = ledger(gave(1, { personId: BEN }), gave(2, { personId: ANNA }), got(3));
    expect(balance(shared)).toMatchObject({ given: 2, received: 3, exchanges: 2 });
    expect(balance(shared).evidence).toMatchObject([{ index: 1 }, { index: 2 }]);
  });

  it('counts in messages without an answer, and not in plans', () => {
    expect(balance([email('2026-06-01', { exchanges: [gave(2)] })]).given).toBe(2);
    expect(balance([interaction('2026-06-01', { status: 'planned', exchanges: [gave(2)] })]).given).toBe(0);
  });

  it('looks at the trailing days: a difference of dates below the span', () => {
    const at = (date: string) => balance([interaction(date, { exchanges: [gave(1)] })]).given;
    expect(at('2025-06-30')).toBe(0);
    expect(at('2025-07-01')).toBe(1);
    const week = (date: string) => balance([interaction(date, { exchanges: [gave(1)] })], {}, 7).given;
    expect(week('2026-06-23')).toBe(0);
    expect(week('2026-06-24')).toBe(1);
  });
});

describe('airtime', () => {
  const talks = (...shares: number[]) =>
    shares.map((talkShare, index) => interaction(`2026-06-0${index + 1}`, { talkShare }));

  it('is too early to say with fewer than 3 contacts', () => {
    expect(balance(talks(0.9, 0.9)).airtime).toMatchObject({
      kind: 'tooEarly',
      have: 2,
      need: 3,
      contacts: 2,
    });
  });

  it.each([
    [[0.3, 0.3, 0.3], null],
    [[0.7, 0.7, 0.7], null],
    [[0.1, 0.2, 0.6], null],
    [[0.6, 0.7, 0.8], null],
    [[0.29, 0.3, 0.3], 'talkLittle'],
    [[0.7, 0.71, 0.7], 'talkALot'],
    [[0.5, 0.5, 0.5], null],
  ] as const)('of %j is flagged %s', (shares, flag) => {
    expect(balance(talks(...shares)).airtime).toMatchObject({ kind: 'known', flag });
  });

  it('is weighted by minutes, 30 when unknown', () => {
    const [one, two, three] = talks(0.2, 0.4, 0.9);
    const weighted = balance([{ ...one!, minutes: 60 }, { ...two!, minutes: 10 }, three!]).airtime;
    expect(weighted).toMatchObject({ contacts: 3 });
    expect(weighted.kind === 'known' && weighted.talkShare).toBeCloseTo(
      (0.2 * 60 + 0.4 * 10 + 0.9 * 30) / 100,
      12,
    );
  });

  it('is the plain mean when nothing took any time', () => {
    const none = talks(0.2, 0.4, 0.9).map((one) => ({ ...one, minutes: 0 }));
    const { airtime } = balance(none);
    expect(airtime.kind === 'known' && airtime.talkShare).toBeCloseTo(0.5, 12);
  });

  it('is of spoken two-way contacts that have it, with this person’s own', () => {
    const records = [
      email('2026-06-01', { talkShare: 1, answered: true }),
      interaction('2026-06-02', { talkShare: 1, kind: 'call', answered: false }),
      interaction('2026-06-03'),
      interaction('2026-06-04', { talkShare: 1, participants: [{ personId: ANNA, talkShare: 0.5 }] }),
      interaction('2026-06-05', { participants: [{ personId: ANNA, talkShare: 0.5 }, { personId: BEN }] }),
      interaction('2026-06-06', { talkShare: 0.5 }),
    ];
    expect(balance(records).airtime).toMatchObject({ kind: 'known', talkShare: 0.5, contacts: 3 });
  });
});

describe('initiative', () => {
  const moves = (me: number, both: number, them: number) => [
    ...Array.from({ length: me }, () => interaction('2026-06-01', { initiatedBy: 'me' })),
    ...Array.from({ length: both }, () => interaction('2026-06-02', { initiatedBy: 'both' })),
    ...Array.from({ length: them }, () => interaction('2026-06-03', { initiatedBy: 'them' })),
    interaction('2026-06-04'),
  ];

  it('is too early to say with fewer than 4', () => {
    expect(balance(moves(3, 0, 0)).initiative).toMatchObject({
      kind: 'tooEarly',
      have: 3,
      need: 4,
      interactions: 3,
    });
  });

  it.each([
    [4, 0, 0, 1, 'mostlyMe'],
    [4, 0, 1, 0.8, null],
    [1, 0, 4, 0.2, null],
    [5, 0, 1, 5 / 6, 'mostlyMe'],
    [1, 0, 5, 1 / 6, 'mostlyThem'],
    [3, 2, 0, 0.8, null],
    [0, 2, 3, 0.2, null],
    [0, 4, 0, 0.5, null],
    [0, 0, 4, 0, 'mostlyThem'],
  ] as const)('of %i by me, %i by both and %i by them is %d, flagged %s', (me, both, them, share, flag) => {
    expect(balance(moves(me, both, them)).initiative).toMatchObject({ kind: 'known', share, flag });
  });

  it('counts what was never answered', () => {
    const tries = [1, 2, 3, 4].map((day) => email(`2026-06-0${day}`));
    expect(balance(tries).initiative).toMatchObject({ share: 1, flag: 'mostlyMe', interactions: 4 });
  });
});

describe('agenda', () => {
  it('counts two-way contacts by pitch, mine and theirs', () => {
    const both = interaction('2026-06-01', { pitch: { mine: 'invited', theirs: 'relentless' } });
    const mine = interaction('2026-06-02', { pitch: { mine: 'invited', theirs: 'none' } });
    const records = [
      both,
      mine,
      interaction('2026-06-03', { pitch: { mine: 'none' } }),
      interaction('2026-06-04', { pitch: { mine: 'uninvited', personId: BEN } }),
      email('2026-06-05', { pitch: { mine: 'relentless' } }),
    ];
    expect(balance(records).agenda).toEqual({
      mine: { invited: 2, uninvited: 0, relentless: 0 },
      theirs: { invited: 0, uninvited: 0, relentless: 1 },
      contacts: 4,
      evidence: [both, mine].map(({ id }) => ({ kind: 'interaction', id })),
    });
  });
});
