import { describe, expect, it } from 'vitest';
import { assessStage } from '../../../../shared/insight/stage';
import type { Interaction } from '../../../../shared/model/interaction';
import type { PromiseRecord } from '../../../../shared/model/promise';
import { ANNA, BEN, email, instant, interaction, promise, sliceOf } from '../../builders';

type Entry = Interaction | PromiseRecord;

/** Like, from the 10th of February on. */
const like = [
  interaction('2026-01-10', { ease: 4 }),
  interaction('2026-02-10', { ease: 4, questionsTheyAsked: 1 }),
];

function assess(records: Entry[], asOf: string) {
  return assessStage(sliceOf([...like, ...records]), instant(asOf));
}

function setbacks(records: Entry[], asOf: string) {
  return assess(records, asOf).setbacks;
}

function isOpen(records: Entry[], asOf: string): boolean {
  const { setbacks: found, evidence } = assess(records, asOf);
  const open = found.some(({ closedOn }) => closedOn === null);
  expect(evidence).toBe(open ? 'know' : 'like');
  return open;
}

describe('a broken promise of mine (a)', () => {
  const broken = promise('2026-02-01', { status: 'broken', closedOn: '2026-03-01' });

  it('counts from its closing date', () => {
    expect(isOpen([broken], '2026-02-28')).toBe(false);
    expect(isOpen([broken], '2026-03-01T00:00:00Z')).toBe(true);
    expect(setbacks([broken], '2026-03-01')).toEqual([
      {
        code: 'promiseBroken',
        on: '2026-03-01',
        closedOn: null,
        closedBy: null,
        evidence: [{ kind: 'promise', id: broken.id }],
      },
    ]);
  });

  it('is put right on a later date only', () => {
    const sameDay = interaction('2026-03-01T23:00:00Z', { repaired: true });
    const nextDay = interaction('2026-03-02T00:30:00Z', { repaired: true });
    expect(isOpen([broken, sameDay], '2026-05-01')).toBe(true);
    expect(isOpen([broken, sameDay, nextDay], '2026-03-01T23:59:59Z')).toBe(true);
    expect(isOpen([broken, sameDay, nextDay], '2026-05-01')).toBe(false);
    expect(setbacks([broken, nextDay], '2026-05-01')).toMatchObject([
      { closedOn: '2026-03-02', closedBy: { kind: 'interaction', id: nextDay.id } },
    ]);
  });

  it('is not lived down by easy contacts', () => {
    const easy = [4, 5, 6].map((month) => interaction(`2026-0${month}-01`, { ease: 5 }));
    expect(isOpen([broken, ...easy], '2026-06-30')).toBe(true);
  });
});

describe('a promise of mine long overdue (a)', () => {
  const overdue = promise('2026-02-01', { dueOn: '2026-03-01' });

  it('counts from the 15th day past due', () => {
    expect(isOpen([overdue], '2026-03-15')).toBe(false);
    expect(isOpen([overdue], '2026-03-16')).toBe(true);
    expect(setbacks([overdue], '2026-04-01')).toMatchObject([
      { code: 'promiseLongOverdue', on: '2026-03-16' },
    ]);
  });

  it('never counts without a due date', () => {
    expect(isOpen([promise('2026-01-01')], '2027-02-01')).toBe(false);
  });

  it('counts from the day it was made when it was due long before', () => {
    expect(setbacks([promise('2026-03-20', { dueOn: '2026-03-01' })], '2026-04-01')).toMatchObject([
      { on: '2026-03-20' },
    ]);
  });

  it.each(['kept', 'late', 'released'] as const)('is closed when the promise is %s', (status) => {
    const closed = { ...overdue, status, closedOn: '2026-04-01' };
    expect(isOpen([closed], '2026-03-31')).toBe(true);
    expect(isOpen([closed], '2026-04-01')).toBe(false);
    expect(setbacks([closed], '2026-04-01')).toMatchObject([
      { on: '2026-03-16', closedOn: '2026-04-01', closedBy: { kind: 'promise', id: overdue.id } },
    ]);
  });

  it('never counted when the promise was closed by the 15th day', () => {
    expect(setbacks([{ ...overdue, status: 'late', closedOn: '2026-03-16' }], '2026-04-01')).toEqual([]);
    expect(setbacks([{ ...overdue, status: 'late', closedOn: '2026-03-17' }], '2026-04-01')).toHaveLength(1);
  });

  it('becomes a broken promise when it is closed as broken', () => {
    const broken: PromiseRecord = { ...overdue, status: 'broken', closedOn: '2026-04-01' };
    expect(setbacks([broken], '2026-03-31')).toMatchObject([{ code: 'promiseLongOverdue', closedOn: null }]);
    expect(setbacks([broken], '2026-04-01')).toMatchObject([
      { code: 'promiseBroken', on: '2026-04-01', closedOn: null },
    ]);
  });

  it('needs putting right again when it is broken after all', () => {
    const broken: PromiseRecord = { ...overdue, status: 'broken', closedOn: '2026-04-01' };
    const talk = interaction('2026-03-20', { repaired: true });
    expect(isOpen([broken, talk], '2026-03-31')).toBe(false);
    expect(isOpen([broken, talk], '2026-04-01')).toBe(true);
  });
});

describe('a pitch of mine too early (b)', () => {
  const pitchAt = (
    when: string,
    level: 'invited' | 'uninvited' | 'relentless',
    fields: Partial<Interaction> = {},
  ) => interaction(when, { pitch: { mine: level }, ...fields });

  it.each([
    ['uninvited', true],
    ['relentless', true],
    ['invited', false],
  ] as const)('%s at Know is a setback: %s', (level, expected) => {
    const pitch = pitchAt('2026-02-01', level);
    expect(setbacks([pitch], '2026-03-01').map(({ code, on }) => [code, on])).toEqual(
      expected ? [['pitchTooEarly', '2026-02-01']] : [],
    );
  });

  it('counts at the very first contact', () => {
    expect(setbacks([pitchAt('2026-01-05', 'uninvited')], '2026-01-05')).toHaveLength(1);
  });

  it('counts by what came before it, not by what it brought', () => {
    const [first, second] = like;
    const slice = sliceOf([first!, { ...second!, pitch: { mine: 'uninvited' } }]);
    expect(assessStage(slice, instant('2026-02-10'))).toMatchObject({ earned: 'like', evidence: 'know' });
  });

  it('is none once the evidence stands at Like', () => {
    expect(setbacks([pitchAt('2026-02-11', 'relentless')], '2026-03-01')).toEqual([]);
  });

  it('counts at Like lowered by an open setback', () => {
    const rude = interaction('2026-02-11', { conduct: [{ who: 'them', code: 'rude' }] });
    const pitch = pitchAt('2026-02-12', 'uninvited');
    expect(setbacks([rude, pitch], '2026-03-01').map(({ code }) => code)).toEqual([
      'pitchTooEarly',
      'conduct',
    ]);
    const repaired = interaction('2026-02-11T18:00:00Z', { repaired: true });
    expect(setbacks([rude, repaired, pitch], '2026-03-01').map(({ code }) => code)).toEqual(['conduct']);
  });

  it('counts even where the same talk put right what had lowered Like', () => {
    const rude = interaction('2026-02-11', { conduct: [{ who: 'them', code: 'rude' }] });
    const both = pitchAt('2026-02-12', 'uninvited', { repaired: true });
    expect(setbacks([rude, both], '2026-03-01')).toMatchObject([
      { code: 'pitchTooEarly', closedOn: null },
      { code: 'conduct', closedOn: '2026-02-12' },
    ]);
  });

  it('counts at Like lowered by silence', () => {
    expect(setbacks([pitchAt('2027-02-09', 'uninvited')], '2027-03-01')).toEqual([]);
    expect(setbacks([pitchAt('2027-02-10', 'uninvited')], '2027-03-01')).toHaveLength(1);
  });

  it('is none of theirs, and none to another person', () => {
    expect(setbacks([interaction('2026-02-01', { pitch: { theirs: 'relentless' } })], '2026-03-01')).toEqual(
      [],
    );
    const toBen = interaction('2026-02-01', { pitch: { mine: 'relentless', personId: BEN } });
    const toAnna = interaction('2026-02-01', { pitch: { mine: 'relentless', personId: ANNA } });
    expect(setbacks([toBen], '2026-03-01')).toEqual([]);
    expect(setbacks([toAnna], '2026-03-01')).toHaveLength(1);
  });
});

describe('conduct (c)', () => {
  it.each(['rude', 'noShow', 'spokeIll', 'pushy', 'soldAtFirstMeeting'] as const)(
    '%s counts, by either side',
    (code) => {
      for (const who of ['me', 'them'] as const) {
        const bad = interaction('2026-02-20', { conduct: [{ who, code }] });
        expect(setbacks([bad], '2026-03-01')).toMatchObject([
          { code: 'conduct', who, conduct: code, on: '2026-02-20' },
        ]);
      }
    },
  );

  it.each(['late', 'interrupted', 'distracted', 'oversharing', 'helpful', 'other'] as const)(
    '%s does not',
    (code) => {
      expect(
        setbacks([interaction('2026-02-20', { conduct: [{ who: 'them', code }] })], '2026-03-01'),
      ).toEqual([]);
    },
  );

  it('does not count of another person, or of a plan', () => {
    const conduct = [{ who: 'them' as const, code: 'rude' as const, personId: BEN }];
    expect(setbacks([interaction('2026-02-20', { conduct })], '2026-03-01')).toEqual([]);
    const plan = interaction('2026-02-20', { status: 'noShow', conduct: [{ who: 'them', code: 'noShow' }] });
    expect(setbacks([plan], '2026-03-01')).toEqual([]);
  });
});

describe('what closes a pitch or conduct (b, c)', () => {
  const rude = interaction('2026-02-20T10:00:00Z', { ease: 5, conduct: [{ who: 'me', code: 'rude' }] });
  const contact = (when: string, ease: number) => interaction(when, { ease });

  it('is a later repair, be it on the same day', () => {
    expect(isOpen([rude, interaction('2026-02-20T09:00:00Z', { repaired: true })], '2026-03-01')).toBe(true);
    expect(isOpen([rude, email('2026-02-20T11:00:00Z', { repaired: true })], '2026-03-01')).toBe(false);
    expect(isOpen([{ ...rude, repaired: true }], '2026-03-01')).toBe(true);
  });

  it('is two later contacts of ease 4', () => {
    const first = contact('2026-02-21', 4);
    const second = contact('2026-02-22', 4);
    expect(isOpen([rude, first], '2026-03-01')).toBe(true);
    expect(isOpen([rude, first, second], '2026-02-21T23:00:00Z')).toBe(true);
    expect(isOpen([rude, first, second], '2026-03-01')).toBe(false);
    expect(setbacks([rude, first, second], '2026-03-01')).toMatchObject([
      { closedOn: '2026-02-22', closedBy: { kind: 'interaction', id: second.id } },
    ]);
    expect(isOpen([rude, first, contact('2026-02-22', 3), contact('2026-02-23', 5)], '2026-02-22')).toBe(
      true,
    );
    expect(isOpen([rude, first, contact('2026-02-22', 3), contact('2026-02-23', 5)], '2026-03-01')).toBe(
      false,
    );
  });

  it('is not an easy contact before, or a message without an answer', () => {
    const before = contact('2026-02-19', 5);
    const unanswered = email('2026-02-25', { ease: 5 });
    expect(isOpen([rude, before, unanswered, contact('2026-02-26', 5)], '2026-03-01')).toBe(true);
  });

  it('is not the reply to the very message', () => {
    const pushy = email('2026-02-20', {
      ease: 5,
      conduct: [{ who: 'me', code: 'pushy' }],
      answered: true,
      answeredAt: '2026-02-24T09:00:00Z',
    });
    expect(isOpen([pushy, contact('2026-02-25', 5)], '2026-03-01')).toBe(true);
    expect(isOpen([pushy, contact('2026-02-25', 5), contact('2026-02-26', 5)], '2026-03-01')).toBe(false);
  });

  it('is this person’s own ease', () => {
    const shared = { ease: 5, participants: [{ personId: ANNA, ease: 3 }, { personId: BEN }] };
    const records = [rude, interaction('2026-02-21', shared), interaction('2026-02-22', shared)];
    expect(assessStage(sliceOf([...like, ...records]), instant('2026-03-01')).setbacks).toMatchObject([
      { closedOn: null },
    ]);
  });
});

describe('the list of setbacks', () => {
  it('has the open ones first, newest first', () => {
    const conduct = [{ who: 'them' as const, code: 'rude' as const }];
    const records = [
      interaction('2026-02-11', { conduct }),
      interaction('2026-02-13', { conduct }),
      interaction('2026-02-15', { repaired: true }),
      interaction('2026-02-17', { conduct }),
      promise('2026-02-01', { status: 'broken', closedOn: '2026-02-20' }),
    ];
    const dates = setbacks(records, '2026-03-01').map(({ on, closedOn }) => [on, closedOn !== null]);
    expect(dates).toEqual([
      ['2026-02-20', false],
      ['2026-02-17', false],
      ['2026-02-13', true],
      ['2026-02-11', true],
    ]);
  });
});
