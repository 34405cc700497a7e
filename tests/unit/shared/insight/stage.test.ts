import { describe, expect, it } from 'vitest';
import { assessStage } from '../../../../shared/insight/stage';
import type { EvidenceStage, RequirementOf } from '../../../../shared/insight/types';
import type { Exchange, Interaction } from '../../../../shared/model/interaction';
import type { Person } from '../../../../shared/model/person';
import type { PromiseRecord } from '../../../../shared/model/promise';
import { ANNA, BEN, email, instant, interaction, promise, sliceOf } from '../../builders';

type Entry = Interaction | PromiseRecord;

function assess(records: Entry[], asOf = '2026-06-30', who: Partial<Person> = {}) {
  return assessStage(sliceOf(records, who), instant(asOf));
}

function evidence(records: Entry[], asOf?: string, who?: Partial<Person>): EvidenceStage {
  return assess(records, asOf, who).evidence;
}

function requirement<Code extends RequirementOf['code']>(records: Entry[], code: Code, asOf?: string) {
  const { met, missing } = assess(records, asOf);
  return [...met, ...missing].find((one): one is Extract<RequirementOf, { code: Code }> => one.code === code);
}

function exchange(
  direction: Exchange['direction'],
  kind: Exchange['kind'],
  fields: Partial<Exchange> = {},
): Exchange {
  return { direction, kind, size: 1, ...fields };
}

/** Just enough for Like. */
const like = [
  interaction('2026-01-10', { ease: 4 }),
  interaction('2026-02-10', { ease: 4, questionsTheyAsked: 1 }),
];

/** Just enough for Trust: four contacts over 60 days, give and take with something at stake, one promise kept. */
function trust(): { contacts: Interaction[]; kept: PromiseRecord } {
  return {
    contacts: [
      interaction('2026-01-10', { ease: 4, exchanges: [exchange('given', 'introduction')] }),
      interaction('2026-02-10', { ease: 4, exchanges: [exchange('received', 'advice')] }),
      interaction('2026-02-20', { ease: 4 }),
      interaction('2026-03-11', { ease: 4 }),
    ],
    kept: promise('2026-01-10', { dueOn: '2026-01-20', status: 'kept', closedOn: '2026-01-19' }),
  };
}

describe('Know', () => {
  it('is none without a two-way contact', () => {
    expect(evidence([])).toBe('none');
    expect(evidence([email('2026-05-04')])).toBe('none');
    expect(assess([]).missing.map(({ code }) => code)).toEqual(['contact']);
  });

  it('begins with the first one', () => {
    const meeting = interaction('2026-05-04T09:30:00Z');
    expect(evidence([meeting], '2026-05-04T09:29:59Z')).toBe('none');
    expect(evidence([meeting], '2026-05-04T09:30:00Z')).toBe('know');
    expect(assess([meeting]).met[0]).toEqual({
      stage: 'know',
      met: true,
      code: 'contact',
      contacts: 1,
      evidence: [{ kind: 'interaction', id: meeting.id }],
    });
  });
});

describe('Like', () => {
  it('is reached with everything it asks for', () => {
    expect(evidence(like)).toBe('like');
    expect(assess([interaction('2026-01-10')]).missing.map(({ code }) => code)).toEqual([
      'twoDates',
      'ease',
      'theirSign',
    ]);
  });

  it('asks for contacts on two dates (L1)', () => {
    const [, second] = like;
    const sameDay = [interaction('2026-02-10T09:00:00Z', { ease: 4 }), second!];
    expect(evidence(sameDay)).toBe('know');
    expect(requirement(sameDay, 'twoDates')).toMatchObject({ met: false, dates: 1, needed: 2 });
  });

  it('takes dates where they were: one night in two places is two dates', () => {
    const night = [
      interaction('2026-02-10T23:50:00Z', { ease: 4 }),
      interaction('2026-02-11T00:55:00+01:00', { ease: 4, questionsTheyAsked: 1 }),
    ];
    expect(evidence(night)).toBe('like');
  });

  it.each([
    [[3, 4], 'like', 3.5],
    [[3, 3, 4], 'know', 10 / 3],
    [[1, 3, 4, 4], 'like', 11 / 3],
    [[5, 5, 2, 4, 4], 'know', 10 / 3],
    [[4, undefined, undefined, undefined, undefined], 'like', 4],
    [[3, 4, undefined], 'like', 3.5],
    [[undefined, undefined], 'know', null],
  ] as const)('takes the mean ease of the latest 3 that have one: %j is %s (L2)', (eases, expected, mean) => {
    const contacts = eases.map((ease, index) =>
      interaction(`2026-02-0${index + 1}`, {
        initiatedBy: 'them',
        participants: [{ personId: ANNA, ...(ease === undefined ? {} : { ease }) }],
      }),
    );
    expect(evidence(contacts)).toBe(expected);
    expect(requirement(contacts, 'ease')?.mean).toBe(mean);
  });

  it('takes this person’s own ease before everybody’s', () => {
    const shared = { ease: 5, participants: [{ personId: BEN }, { personId: ANNA, ease: 3 }] };
    const contacts = [
      interaction('2026-02-01', shared),
      interaction('2026-02-02', { ...shared, questionsTheyAsked: 1 }),
    ];
    expect(evidence(contacts)).toBe('know');
    expect(requirement(contacts, 'ease')?.mean).toBe(3);
  });

  it('takes the ease of a written message only once it is answered', () => {
    const [first] = like;
    const message = email('2026-02-10', {
      ease: 4,
      questionsTheyAsked: 1,
      answered: true,
      answeredAt: '2026-02-12T09:00:00Z',
    });
    expect(evidence([first!, message], '2026-02-11')).toBe('know');
    expect(evidence([first!, message], '2026-02-12')).toBe('like');
  });
});

describe('a sign from their side (L3)', () => {
  const two = [interaction('2026-01-10', { ease: 4 }), interaction('2026-01-20', { ease: 4 })];
  const withSign = (fields: Partial<Interaction>) => [
    ...two,
    interaction('2026-01-15', { kind: 'email', ...fields }),
  ];

  it('is missing when nothing came from them', () => {
    expect(evidence(two)).toBe('know');
    expect(assess(two).missing.map(({ code }) => code)).toEqual(['theirSign']);
    expect(evidence(withSign({ initiatedBy: 'me' }))).toBe('know');
    expect(evidence(withSign({ initiatedBy: 'both' }))).toBe('know');
    expect(evidence(withSign({ questionsTheyAsked: 0 }))).toBe('know');
    expect(evidence(withSign({ exchanges: [exchange('given', 'advice')] }))).toBe('know');
    expect(evidence(withSign({ openness: 5 }))).toBe('know');
  });

  it.each([
    ['theyInitiated', { initiatedBy: 'them' }],
    ['theyAsked', { questionsTheyAsked: 1 }],
    ['received', { exchanges: [exchange('received', 'advice')] }],
    ['open', { kind: 'coffee', ease: 4, openness: 4 }],
  ] as const)('can be %s', (sign, fields) => {
    const records = withSign(fields as Partial<Interaction>);
    expect(evidence(records)).toBe('like');
    expect(requirement(records, 'theirSign')).toMatchObject({ met: true, signs: [sign] });
  });

  it('is not what another person gave', () => {
    const fromBen = { exchanges: [exchange('received', 'advice', { personId: BEN })] };
    expect(evidence(withSign(fromBen))).toBe('know');
  });

  it('counts openness only from 4, and in the latest 3 contacts', () => {
    const open = (openness: number) => interaction('2026-01-05', { ease: 4, openness });
    expect(evidence([open(4), ...two])).toBe('like');
    expect(evidence([open(3), ...two])).toBe('know');
    expect(evidence([open(5), ...two, interaction('2026-01-25')])).toBe('know');
  });
});

describe('Trust', () => {
  const { contacts, kept } = trust();

  it('is reached with everything it asks for', () => {
    const found = assess([...contacts, kept]);
    expect(found).toMatchObject({ evidence: 'trust', earned: 'trust', missing: [] });
    expect(found.met.map(({ code }) => code)).toEqual([
      'contact',
      'twoDates',
      'ease',
      'theirSign',
      'contactsOverTime',
      'giveAndTake',
      'promises',
      'stake',
    ]);
  });

  it('asks for four contacts (T1)', () => {
    const three = contacts.filter(({ at }) => !at.startsWith('2026-02-20'));
    expect(evidence([...three, kept])).toBe('like');
    expect(requirement([...three, kept], 'contactsOverTime')).toMatchObject({
      contacts: 3,
      spanDays: 60,
      met: false,
    });
  });

  it('asks for 60 days from the first to the last (T1)', () => {
    const upTo = (last: string) => [...contacts.slice(0, 3), interaction(last, { ease: 4 }), kept];
    expect(evidence(upTo('2026-03-10'))).toBe('like');
    expect(evidence(upTo('2026-03-11'))).toBe('trust');
    expect(requirement(upTo('2026-03-10'), 'contactsOverTime')?.spanDays).toBe(59);
  });

  it('asks for something given and something received (T2)', () => {
    const only = (direction: Exchange['direction']) =>
      contacts.map((one) => ({
        ...one,
        questionsTheyAsked: 1,
        exchanges: one.exchanges?.filter((e) => e.direction === direction),
      }));
    const stake = interaction('2026-02-01', { kind: 'email', exchanges: [exchange('received', 'referral')] });
    expect(evidence([...only('given'), kept])).toBe('like');
    expect(evidence([...only('received'), stake, kept])).toBe('like');
    expect(evidence([...only('given'), stake, kept])).toBe('trust');
  });

  it('asks for either with a mentor (T2)', () => {
    const onlyGiven = contacts.map((one) => ({
      ...one,
      questionsTheyAsked: 1,
      exchanges: one.exchanges?.filter((e) => e.direction === 'given'),
    }));
    expect(evidence([...onlyGiven, kept], '2026-06-30', { mentor: true })).toBe('trust');
    const none = contacts.map((one) => ({ ...one, questionsTheyAsked: 1, exchanges: [] }));
    expect(evidence([...none, kept], '2026-06-30', { mentor: true })).toBe('like');
  });

  it.each([
    ['introduction', 'trust'],
    ['referral', 'trust'],
    ['business', 'trust'],
    ['confidence', 'trust'],
    ['advice', 'like'],
    ['resource', 'like'],
    ['favour', 'like'],
    ['encouragement', 'like'],
    ['invitation', 'like'],
  ] as const)('asks for something at stake: with %s it is %s (T4)', (kind, expected) => {
    const [first, second, ...rest] = contacts;
    const given = [{ ...first!, exchanges: [exchange('given', kind)] }, second!, ...rest];
    const received = [
      { ...first!, exchanges: [exchange('given', 'advice')] },
      { ...second!, exchanges: [exchange('received', kind)] },
      ...rest,
    ];
    expect(evidence([...given, kept])).toBe(expected);
    expect(evidence([...received, kept])).toBe(expected);
  });

  it('does not count an exchange that names another person', () => {
    const [first, ...rest] = contacts;
    const withBen = { ...first!, exchanges: [exchange('given', 'introduction', { personId: BEN })] };
    expect(evidence([withBen, ...rest, kept])).toBe('like');
    const withAnna = { ...first!, exchanges: [exchange('given', 'introduction', { personId: ANNA })] };
    expect(evidence([withAnna, ...rest, kept])).toBe('trust');
  });
});

describe('promises (T3)', () => {
  const { contacts, kept } = trust();

  it('asks for one of mine kept, on time or late', () => {
    expect(evidence(contacts)).toBe('like');
    expect(evidence([...contacts, { ...kept, status: 'late' }])).toBe('trust');
    expect(evidence([...contacts, { ...kept, status: 'released' }])).toBe('like');
    expect(evidence([...contacts, { ...kept, by: 'them' }])).toBe('like');
    expect(evidence([...contacts, { ...kept, personId: BEN }])).toBe('like');
  });

  it('counts it from the day it was closed', () => {
    const later = promise('2026-01-10', { status: 'kept', closedOn: '2026-04-20' });
    expect(evidence([...contacts, later], '2026-04-19')).toBe('like');
    expect(evidence([...contacts, later], '2026-04-20T00:00:00Z')).toBe('trust');
  });

  it('asks that none was broken in the trailing 180 days, even if it was put right', () => {
    const records = [
      ...contacts,
      kept,
      promise('2026-03-01', { status: 'broken', closedOn: '2026-03-15' }),
      interaction('2026-03-20', { repaired: true }),
    ];
    // The 10th of September is 179 days after the 15th of March.
    expect(assess(records, '2026-09-10')).toMatchObject({ evidence: 'like', earned: 'like' });
    expect(evidence(records, '2026-09-11')).toBe('trust');
    expect(requirement(records, 'promises', '2026-09-10')).toMatchObject({
      kept: 1,
      brokenRecently: 1,
      met: false,
    });
  });

  it('asks that none is more than 14 days past due', () => {
    const open = promise('2026-03-01', { dueOn: '2026-03-31' });
    expect(evidence([...contacts, kept, open], '2026-04-14')).toBe('trust');
    expect(assess([...contacts, kept, open], '2026-04-15')).toMatchObject({
      earned: 'like',
      evidence: 'know',
    });
    expect(requirement([...contacts, kept, open], 'promises', '2026-04-15')).toMatchObject({
      longOverdue: 1,
    });
  });

  it('takes no notice of their promises', () => {
    const theirs = [
      promise('2026-03-01', { by: 'them', dueOn: '2026-03-02' }),
      promise('2026-03-01', { by: 'them', status: 'broken', closedOn: '2026-04-01' }),
    ];
    expect(assess([...contacts, kept, ...theirs])).toMatchObject({ evidence: 'trust', setbacks: [] });
  });
});

describe('a promise closed without a day', () => {
  const { contacts } = trust();

  it('counts from its due day', () => {
    const undated = promise('2026-03-01', {
      status: 'kept',
      dueOn: '2026-04-10',
      updatedAt: '2026-06-01T09:00:00Z',
    });
    expect(evidence([...contacts, undated], '2026-04-09')).toBe('like');
    expect(evidence([...contacts, undated], '2026-04-10')).toBe('trust');
  });

  it('counts from its last change when that was earlier or nothing was due', () => {
    const early = promise('2026-03-01', {
      status: 'kept',
      dueOn: '2026-12-31',
      updatedAt: '2026-05-01T09:00:00Z',
    });
    const open = promise('2026-03-01', { status: 'kept', updatedAt: '2026-05-01T09:00:00Z' });
    for (const undated of [early, open]) {
      expect(evidence([...contacts, undated], '2026-04-30')).toBe('like');
      expect(evidence([...contacts, undated], '2026-05-01')).toBe('trust');
    }
  });

  it('never counts from before it was made', () => {
    const odd = promise('2026-05-01', { status: 'kept', closedOn: '2026-04-01' });
    expect(evidence([...contacts, odd], '2026-04-30')).toBe('like');
    expect(evidence([...contacts, odd], '2026-05-01')).toBe('trust');
  });
});

describe('silence', () => {
  const { contacts, kept } = trust();
  const records = [...contacts, kept];

  it.each([
    ['2027-03-10', 364, 'trust', 0],
    ['2027-03-11', 365, 'like', 1],
    ['2029-03-09', 1_094, 'like', 1],
    ['2029-03-10', 1_095, 'know', 2],
    ['2040-01-01', 5_044, 'know', 2],
  ] as const)('by %s has lasted %i days and leaves %s', (asOf, silentDays, expected, bySilence) => {
    expect(assess(records, asOf)).toMatchObject({
      evidence: expected,
      earned: 'trust',
      lowered: { bySetbacks: 0, bySilence, silentDays },
    });
  });

  it('never takes Know away', () => {
    expect(evidence(like, '2040-01-01')).toBe('know');
    expect(assess([interaction('2020-01-01')], '2026-01-01')).toMatchObject({
      evidence: 'know',
      lowered: { bySetbacks: 0, bySilence: 0 },
    });
  });

  it('ends with the next contact, and the evidence counts in full again', () => {
    expect(evidence([...records, interaction('2030-01-01')], '2030-01-01')).toBe('trust');
    expect(evidence([...records, email('2030-01-01')], '2030-01-02')).toBe('know');
  });

  it('adds to setbacks', () => {
    const rude = interaction('2026-03-11T13:00:00Z', { conduct: [{ who: 'them', code: 'rude' }] });
    expect(assess([...records, rude], '2027-03-11')).toMatchObject({
      evidence: 'know',
      earned: 'trust',
      lowered: { bySetbacks: 1, bySilence: 1 },
    });
    expect(assess([...like, rude], '2030-03-11')).toMatchObject({
      evidence: 'know',
      earned: 'like',
      lowered: { bySetbacks: 1, bySilence: 0 },
    });
  });
});

describe('my own read', () => {
  it('is the latest one', () => {
    const early = interaction('2026-01-10', { stageRead: 'trust' });
    const late = interaction('2026-02-10', { stageRead: 'know' });
    const plan = interaction('2026-02-11', { stageRead: 'trust', status: 'planned' });
    expect(assess([late, early, plan]).read).toEqual({ stage: 'know', at: late.at, interactionId: late.id });
    expect(assess([late, early, plan], '2026-02-09').read?.stage).toBe('trust');
    expect(assess([interaction('2026-01-10')]).read).toBeNull();
  });

  it.each([
    ['like', false],
    ['trust', true],
  ] as const)('of %s is above evidence of Like: %s', (stageRead, expected) => {
    expect(assess([...like, email('2026-03-01', { stageRead })]).readAboveEvidence).toBe(expected);
  });

  it('is compared with what setbacks and silence leave', () => {
    const { contacts, kept } = trust();
    const records = [...contacts, kept, email('2026-03-12', { stageRead: 'trust' })];
    expect(assess(records, '2027-03-10').readAboveEvidence).toBe(false);
    expect(assess(records, '2027-03-11').readAboveEvidence).toBe(true);
  });
});

describe('fading', () => {
  it('is a rhythm drifting or dormant', () => {
    const weekly = { rhythmDays: 7 };
    const met = [interaction('2026-01-01')];
    expect(assess(met, '2026-01-15', weekly).fading).toBe(false);
    expect(assess(met, '2026-01-16', weekly).fading).toBe(true);
    expect(assess(met, '2027-06-01', weekly).fading).toBe(true);
    const resting = { ...weekly, standing: { kind: 'resting' as const, since: '2026-01-02' } };
    expect(assess(met, '2026-01-16', resting).fading).toBe(false);
  });
});
