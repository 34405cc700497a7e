import { describe, expect, it } from 'vitest';
import {
  airtimeFigure,
  airtimeReason,
  balanceFigure,
  balanceReason,
  initiativeFigure,
  rhythmFigure,
  rhythmMeaning,
  rhythmReason,
} from '../../../../shared/words/figures';
import { normsWith } from '../../../../shared/insight/norms';
import type { Usual } from '../../../../shared/insight/norms-in-use';
import type { Balance, Rhythm } from '../../../../shared/insight/types';

const TODAY = '2026-06-21';
const USUAL: Usual = { norms: normsWith(new Map()), origins: {} };

function rhythm(over: Partial<Rhythm>): Rhythm {
  return {
    state: 'due',
    expectedDays: 24,
    source: { kind: 'median', gaps: [20, 24, 31] },
    lastContact: { on: '2026-05-21', interactionId: 'i1' },
    gapDays: 31,
    ...over,
  };
}

function balance(over: Partial<Balance>): Balance {
  const none = { invited: 0, uninvited: 0, relentless: 0 };
  return {
    days: 365,
    given: 17,
    received: 10,
    net: 7,
    exchanges: 15,
    exchange: { kind: 'known', lean: 7 / 27, verdict: 'even', flagged: false },
    mentor: false,
    evidence: [],
    airtime: { kind: 'known', talkShare: 0.47, flag: null, contacts: 12, evidence: [] },
    initiative: { kind: 'tooEarly', have: 2, need: 4, interactions: 2, evidence: [] },
    agenda: { mine: none, theirs: none, contacts: 12, evidence: [] },
    ...over,
  };
}

describe('rhythm', () => {
  it('shows the usual days and the gap', () => {
    expect(rhythmFigure(rhythm({}))).toEqual({ headline: 'every 24 days', detail: 'last 31 days ago: due' });
    expect(rhythmFigure(rhythm({ state: 'onRhythm', gapDays: 1 })).detail).toBe('last yesterday: on rhythm');
    expect(rhythmFigure(rhythm({ state: 'onRhythm', gapDays: 0 })).detail).toBe('last today: on rhythm');
  });

  it('nags about nobody who was left in peace', () => {
    expect(rhythmFigure(rhythm({ state: 'quiet' }))).toEqual({
      headline: 'left in peace',
      detail: 'last 31 days ago',
    });
  });

  it('has words for nobody met yet', () => {
    expect(rhythmFigure(rhythm({ state: 'never', gapDays: null, lastContact: null })).detail).toBe(
      'no contact yet',
    );
  });

  it('says where the days come from', () => {
    expect(rhythmReason(rhythm({}), USUAL, TODAY)).toContain(
      'the middle of your last 3 gaps (20, 24 and 31 days)',
    );
    expect(
      rhythmReason(rhythm({ source: { kind: 'ring', ring: 'close' }, expectedDays: 30 }), USUAL, TODAY),
    ).toContain('close 15: every 30 days (Rapport’s default)');
    expect(rhythmReason(rhythm({ source: { kind: 'ownSetting' }, expectedDays: 1 }), USUAL, TODAY)).toBe(
      'You set it: every day.',
    );
  });

  it('says what the state means in the pair’s own days', () => {
    expect(rhythmMeaning(rhythm({}), USUAL)).toBe(
      '31 days since you were last in touch: past 24, so it is due.',
    );
    expect(rhythmMeaning(rhythm({ state: 'slipping', gapDays: 46 }), USUAL)).toBe(
      '46 days since you were last in touch: more than one and a half times the usual 24.',
    );
  });
});

describe('balance', () => {
  it('shows the verdict and the sums', () => {
    expect(balanceFigure(balance({}))).toEqual({ headline: 'even', detail: '17 given, 10 received' });
  });

  it('says too early rather than guess', () => {
    const early = balance({
      exchanges: 0,
      given: 0,
      received: 0,
      exchange: { kind: 'tooEarly', have: 0, need: 3 },
    });
    expect(balanceFigure(early)).toEqual({
      headline: 'too early to say',
      detail: 'nothing noted in the last year',
    });
    expect(balanceReason(early, USUAL)).toContain('It takes 3 to say anything.');
  });

  it('does not flag a mentor', () => {
    expect(balanceReason(balance({ mentor: true }), USUAL)).toContain('shown, never flagged');
  });

  it('shows talk and first moves with their counts', () => {
    expect(airtimeFigure(balance({}).airtime)).toEqual({ headline: 'you talk 47%', detail: 'over 12 talks' });
    expect(initiativeFigure(balance({}).initiative).detail).toBe('2 of 4 first moves noted');
    const loud = balance({
      airtime: { kind: 'known', talkShare: 0.8, flag: 'talkALot', contacts: 5, evidence: [] },
    });
    expect(airtimeReason(loud.airtime, USUAL)).toMatch(/^You have the floor most of the time/);
  });
});

describe('norms of one’s own', () => {
  const usual: Usual = {
    norms: normsWith(
      new Map([
        ['balance.talkLittle', 0.4],
        ['rhythm.ring.close', 21],
        ['rhythm.newFor', 30],
        ['rhythm.dueUpTo', 1.25],
        ['rhythm.otherwise', 41],
      ]),
    ),
    origins: {
      'balance.talkLittle': 'fixed',
      'rhythm.ring.close': 'fixed',
      'rhythm.newFor': 'fixed',
      'rhythm.dueUpTo': 'fixed',
      'rhythm.otherwise': 'ownHistory',
    },
  };

  it('are what the sentences say, with where they come from', () => {
    const source = (over: Rhythm['source'], expectedDays: number) =>
      rhythmReason(rhythm({ source: over, expectedDays }), usual, TODAY);
    expect(source({ kind: 'ring', ring: 'close' }, 21)).toContain('every 21 days (fixed by you)');
    expect(source({ kind: 'default' }, 41)).toContain('every 41 days (your own history)');
    expect(source({ kind: 'newPerson', metOn: '2026-06-01' }, 14)).toContain(
      'every 14 days (Rapport’s default) in the first 30 days',
    );
    expect(rhythmMeaning(rhythm({ state: 'slipping', gapDays: 46 }), usual)).toContain(
      '1.25 times the usual',
    );
    expect(airtimeReason(balance({}).airtime, usual)).toContain('Between 40% and 70% (fixed by you)');
  });
});
