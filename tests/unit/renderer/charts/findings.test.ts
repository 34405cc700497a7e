import { describe, expect, it } from 'vitest';
import {
  balanceFinding,
  stageFinding,
  stageSummary,
  talkFinding,
} from '../../../../renderer/charts/findings';
import type {
  Balance,
  EvidenceStage,
  Setback,
  StageAssessment,
  StageCause,
  StageHistory,
} from '../../../../shared/insight/types';

const TODAY = '2026-06-21';
const ENTRY: StageCause = { kind: 'interaction', id: 'i' };

function history(...steps: [string, EvidenceStage, StageCause?][]): StageHistory {
  return { evidence: steps.map(([on, stage, cause = ENTRY]) => ({ on, stage, cause })), read: [] };
}

function assessment(evidence: EvidenceStage, over: Partial<StageAssessment> = {}): StageAssessment {
  return {
    evidence,
    earned: evidence,
    read: null,
    readAboveEvidence: false,
    fading: false,
    met: [],
    missing: [],
    setbacks: [],
    lowered: { bySetbacks: 0, bySilence: 0, silentDays: null },
    ...over,
  };
}

const missedOctober: Setback = {
  code: 'promiseLongOverdue',
  on: '2025-10-14',
  closedOn: '2026-01-20',
  closedBy: { kind: 'interaction', id: 'i' },
  evidence: [],
};

describe('the title of the stage chart', () => {
  it('names what was put right on the way back up', () => {
    const line = history(
      ['2025-01-14', 'know'],
      ['2025-05-02', 'like'],
      ['2025-10-14', 'know', { kind: 'promise', id: 'p' }],
      ['2026-01-20', 'like'],
      ['2026-03-03', 'trust'],
    );
    expect(stageFinding(line, assessment('trust', { setbacks: [missedOctober] }), TODAY)).toBe(
      'Trust since March, after the missed promise of October was put right',
    );
  });

  it('says plainly how far a young relationship got', () => {
    expect(stageFinding(history(['2026-06-02', 'know']), assessment('know'), TODAY)).toBe('Know since June');
    expect(stageFinding(history(['2024-06-02', 'know']), assessment('know'), TODAY)).toBe(
      'Know since June 2024',
    );
  });

  it('names the setback that took it down', () => {
    const line = history(['2025-05-02', 'like'], ['2026-04-14', 'know', { kind: 'promise', id: 'p' }]);
    const open = { ...missedOctober, on: '2026-04-14', closedOn: null, closedBy: null };
    expect(stageFinding(line, assessment('know', { setbacks: [open] }), TODAY)).toBe(
      'Down to Know since April, after the missed promise of April',
    );
  });

  it('names a silence, and its whole length once it ended', () => {
    const silence: StageCause = { kind: 'silence', days: 365 };
    const quiet = history(['2024-05-02', 'trust'], ['2026-02-01', 'like', silence]);
    expect(stageFinding(quiet, assessment('like'), TODAY)).toBe(
      'Down to Like since February, after 12 months of silence',
    );
    const back = history(['2024-05-02', 'trust'], ['2026-02-01', 'like', silence], ['2026-04-02', 'trust']);
    expect(stageFinding(back, assessment('trust'), TODAY)).toBe(
      'Trust again since April, after 14 months of silence',
    );
  });

  it('says where the user feels otherwise', () => {
    const read = { stage: 'trust' as const, at: '2026-05-01T09:00:00Z', interactionId: 'i' };
    expect(stageFinding(history(['2026-05-02', 'like']), assessment('like', { read }), TODAY)).toBe(
      'Like since May; you feel Trust',
    );
  });

  it('has words for no contact at all', () => {
    expect(stageFinding(history(), assessment('none'), TODAY)).toBe('No contact both ways yet');
  });
});

describe('the other titles', () => {
  const none = { invited: 0, uninvited: 0, relentless: 0 };
  const balance: Balance = {
    days: 365,
    given: 17,
    received: 10,
    net: 7,
    exchanges: 15,
    exchange: { kind: 'known', lean: 0.26, verdict: 'even', flagged: false },
    mentor: false,
    evidence: [],
    airtime: { kind: 'known', talkShare: 0.47, flag: null, contacts: 12, evidence: [] },
    initiative: { kind: 'known', share: 0.6, flag: null, interactions: 20, evidence: [] },
    agenda: { mine: none, theirs: none, contacts: 12, evidence: [] },
  };

  it('state the finding', () => {
    expect(balanceFinding(balance)).toBe('Even: 17 given, 10 received in a year');
    expect(talkFinding(balance)).toBe('You talk 47% of the time and make 60% of the first moves');
  });

  it('say when it is too early', () => {
    const early: Balance = {
      ...balance,
      exchanges: 1,
      exchange: { kind: 'tooEarly', have: 1, need: 3 },
      airtime: { kind: 'tooEarly', have: 0, need: 1, contacts: 0, evidence: [] },
      initiative: { kind: 'tooEarly', have: 0, need: 1, interactions: 0, evidence: [] },
    };
    expect(balanceFinding(early)).toBe('Too early to say: 1 exchange in a year');
    expect(talkFinding(early)).toBe('Too early to say who talks and who gets in touch');
  });
});

it('tells the whole line to those who do not see it', () => {
  const line = history(['2025-01-14', 'know'], ['2026-05-02', 'like']);
  expect(stageSummary(line, TODAY)).toBe(
    'The evidence: Know from Tue 14 Jan 2025, Like from Sat 2 May. You have not noted your own read yet.',
  );
});
