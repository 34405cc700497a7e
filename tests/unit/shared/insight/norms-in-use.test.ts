import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceOf } from '../../../../shared/insight/balance';
import { breakdownOf } from '../../../../shared/insight/breakdown/breakdown';
import { replyPatienceDays } from '../../../../shared/insight/contacts';
import { contributionOf } from '../../../../shared/insight/network/contribution';
import { overviewOf } from '../../../../shared/insight/network/overview';
import { limitsOf, refusalOf, valueIn } from '../../../../shared/insight/norm-limits';
import { defaultNorms, type NormName, normsByName, normsWith } from '../../../../shared/insight/norms';
import { fixedValues, normsInUse, originOf } from '../../../../shared/insight/norms-in-use';
import { rhythmOf } from '../../../../shared/insight/rhythm';
import { assessStage } from '../../../../shared/insight/stage';
import type { PersonSlice } from '../../../../shared/insight/types';
import type { OwnNorm } from '../../../../shared/model/own-norm';
import { addDays } from '../../../../shared/model/time';
import { email, instant, interaction, nextId, sliceOf } from '../../builders';
import { FIRST_DAY, travellersSlice } from './journals';

const NOW = instant('2026-06-21');
const names = [...normsByName.keys()];

function fixed(norm: string, value: number, updatedAt = '2026-01-01T09:00:00Z'): OwnNorm {
  return { id: nextId(), createdAt: updatedAt, updatedAt, rev: '0-test', norm, value };
}

function judgedBy(slice: PersonSlice, changes: Partial<Record<NormName, number>>): PersonSlice {
  return { ...slice, norms: normsWith(new Map(Object.entries(changes) as [NormName, number][])) };
}

describe('every default', () => {
  it('has a source, stands within its own limits, and in order with its neighbours', () => {
    for (const [name, { value, source }] of normsByName) {
      expect(source).not.toBe('');
      expect(refusalOf(name, value, defaultNorms)).toBeNull();
      expect(valueIn(defaultNorms, name)).toBe(value);
    }
  });

  it('fixed at its own value changes no figure', () => {
    const all = fixedValues(names.map((name) => fixed(name, normsByName.get(name)?.value ?? NaN)));
    expect(all.size).toBe(names.length);
    const { norms } = normsInUse(all, new Map());
    const around = { seasons: [], needQuestions: new Set<string>() };
    const figures = (slice: PersonSlice, asOf: string) => ({
      stage: assessStage(slice, asOf),
      balance: balanceOf(slice, asOf),
      rhythm: rhythmOf(slice, asOf),
      patience: replyPatienceDays(slice, asOf),
      breakdown: breakdownOf(slice, around, asOf),
      overview: overviewOf([contributionOf(slice, [], around, asOf)], asOf, slice.norms),
    });
    fc.assert(
      fc.property(travellersSlice(), fc.nat(1_500), (slice, after) => {
        const asOf = instant(addDays(FIRST_DAY, after));
        expect(figures({ ...slice, norms }, asOf)).toEqual(figures(slice, asOf));
      }),
    );
  });
});

describe('a norm that was fixed', () => {
  const meetings = ['2026-01-01', '2026-02-20'].map((day) =>
    interaction(day, { ease: 4, initiatedBy: 'them' }),
  );

  it('decides the stage: Like asks for as many dates as it says', () => {
    const slice = sliceOf(meetings);
    expect(assessStage(slice, NOW).evidence).toBe('like');
    expect(assessStage(judgedBy(slice, { 'stage.likeDates': 3 }), NOW).evidence).toBe('know');
  });

  it('decides the silence that takes a stage off', () => {
    const slice = sliceOf(meetings);
    expect(assessStage(judgedBy(slice, { 'stage.silence': 122 }), NOW).lowered.bySilence).toBe(0);
    expect(assessStage(judgedBy(slice, { 'stage.silence': 121 }), NOW).lowered.bySilence).toBe(1);
  });

  it('decides the flags of balance', () => {
    const talks = ['2026-05-01', '2026-05-02', '2026-05-03'].map((day) =>
      interaction(day, { talkShare: 0.6 }),
    );
    const flagWith = (talkALot: number) => {
      const { airtime } = balanceOf(judgedBy(sliceOf(talks), { 'balance.talkALot': talkALot }), NOW);
      return airtime.kind === 'known' ? airtime.flag : 'too early';
    };
    expect(flagWith(0.6)).toBeNull();
    expect(flagWith(0.59)).toBe('talkALot');
  });

  it('decides patience and rhythm of somebody of whom too little is known', () => {
    const slice = sliceOf([email('2026-06-01')]);
    expect(replyPatienceDays(judgedBy(slice, { 'reply.patience': 11 }), NOW)).toBe(11);
    expect(rhythmOf(judgedBy(slice, { 'rhythm.otherwise': 45 }), NOW).expectedDays).toBe(45);
  });
});

describe('limits', () => {
  it.each<[NormName, number, boolean]>([
    ['stage.trustSpan', 0, false],
    ['stage.trustSpan', 1, true],
    ['stage.trustSpan', 3_650, true],
    ['stage.trustSpan', 3_651, false],
    ['stage.trustSpan', 60.5, false],
    ['stage.likeEase', 0.9, false],
    ['stage.likeEase', 5, true],
    ['stage.likeEase', 5.1, false],
    ['comparison.connectReference', 1, true],
    ['comparison.connectReference', 1.01, false],
    ['comparison.connectReference', -0.01, false],
    ['reply.ownPatienceFactor', 20, true],
    ['reply.ownPatienceFactor', 0.5, false],
    ['reply.patience', NaN, false],
  ])('%s at %d: allowed %s', (name, value, allowed) => {
    expect(refusalOf(name, value, defaultNorms) === null).toBe(allowed);
  });

  it('keep two that belong together in order, and may meet', () => {
    expect(refusalOf('balance.talkLittle', 0.7, defaultNorms)).toBeNull();
    expect(refusalOf('balance.talkLittle', 0.71, defaultNorms)).toEqual({
      kind: 'above',
      neighbour: 'balance.talkALot',
      bound: 0.7,
    });
    expect(refusalOf('stage.longSilence', 364, defaultNorms)).toMatchObject({ kind: 'below', bound: 365 });
    expect(limitsOf('stage.longSilence').max).toBe(3_650);
  });
});

describe('what is in use', () => {
  it('is the fixed value, then the own history, then the default', () => {
    const history = new Map<NormName, { kind: 'known'; value: number; people: number }>([
      ['reply.patience', { kind: 'known', value: 4, people: 9 }],
      ['rhythm.otherwise', { kind: 'known', value: 40, people: 9 }],
    ]);
    const inUse = normsInUse(new Map([['reply.patience', 10]]), history);
    expect([inUse.norms.reply.patience, originOf(inUse, 'reply.patience')]).toEqual([10, 'fixed']);
    expect([inUse.norms.rhythm.otherwise, originOf(inUse, 'rhythm.otherwise')]).toEqual([40, 'ownHistory']);
    expect([inUse.norms.rhythm.newFor, originOf(inUse, 'rhythm.newFor')]).toEqual([56, 'default']);
  });

  it('passes over what a file edited by hand should not say', () => {
    const values = fixedValues([
      fixed('no.such', 3),
      fixed('stage.trustSpan', -4),
      fixed('balance.talkLittle', 0.9),
      fixed('balance.talkALot', 0.5),
      fixed('reply.patience', 5, '2026-02-01T09:00:00Z'),
      fixed('reply.patience', 9, '2026-03-01T09:00:00Z'),
      fixed('reply.patience', 6, '2026-01-01T09:00:00Z'),
    ]);
    expect([...values]).toEqual([['reply.patience', 9]]);
  });

  it('takes two that were moved one after the other, whichever changed last', () => {
    const values = fixedValues([
      fixed('stage.silence', 1_500, '2026-02-01T09:00:00Z'),
      fixed('stage.longSilence', 1_800, '2026-03-01T09:00:00Z'),
    ]);
    expect(values.size).toBe(2);
  });

  it('is in order whatever was fixed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...names), fc.double({ min: -1, max: 400, noNaN: true }))),
        (all) => {
          const norms = normsWith(fixedValues(all.map(([name, value]) => fixed(name, value))));
          for (const name of names) expect(refusalOf(name, valueIn(norms, name), norms)).toBeNull();
        },
      ),
    );
  });
});
