import { describe, expect, it } from 'vitest';
import {
  holdsTitle,
  loweredSentence,
  missingTitle,
  readAboveEvidence,
  readComparison,
  requirementSentence,
  setbackSentence,
} from '../../../../shared/words/insight';
import type { RequirementOf, StageAssessment } from '../../../../shared/insight/types';

const TODAY = '2026-06-21';

function assessment(over: Partial<StageAssessment>): StageAssessment {
  return {
    evidence: 'like',
    earned: 'like',
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

function read(stage: 'know' | 'like' | 'trust') {
  return { stage, at: '2026-05-01T09:00:00+01:00', interactionId: 'i1' };
}

describe('requirements, met, in the user’s own figures', () => {
  const met = (r: object) =>
    requirementSentence({ met: true, evidence: [], stage: 'trust', ...r } as unknown as RequirementOf);

  it.each([
    [{ code: 'contact', contacts: 1 }, 'In touch both ways, once'],
    [{ code: 'twoDates', dates: 3, needed: 2 }, 'In touch on 3 different days'],
    [{ code: 'ease', mean: 4.6, of: 3, needed: 3.5 }, 'Easy: 4.6 of 5 over the last three'],
    [{ code: 'ease', mean: 4, of: 1, needed: 3.5 }, 'Easy: 4 of 5 the last time'],
    [{ code: 'theirSign', signs: ['theyInitiated', 'open'] }, 'They got in touch and opened up'],
    [
      { code: 'contactsOverTime', contacts: 21, neededContacts: 4, spanDays: 520, neededDays: 60 },
      '21 two-way contacts over 17 months',
    ],
    [{ code: 'giveAndTake', given: 17, received: 10, mentor: false }, 'Given and received, both ways'],
    [
      { code: 'giveAndTake', given: 0, received: 4, mentor: true },
      'Received; with a mentor one way is enough',
    ],
    [{ code: 'promises', kept: 1, brokenRecently: 0, longOverdue: 0 }, 'You kept a promise to them'],
    [{ code: 'promises', kept: 6, brokenRecently: 0, longOverdue: 0 }, 'You kept 6 promises to them'],
  ])('%o', (requirement, sentence) => expect(met(requirement)).toBe(sentence));
});

describe('requirements, missing, say what it takes', () => {
  const missing = (r: object) =>
    requirementSentence({ met: false, evidence: [], stage: 'trust', ...r } as unknown as RequirementOf);

  it.each([
    [{ code: 'twoDates', dates: 1, needed: 2 }, 'A second contact, on another day'],
    [{ code: 'ease', mean: null, of: 0, needed: 3.5 }, 'How easy it was: not noted yet'],
    [{ code: 'ease', mean: 3, of: 2, needed: 3.5 }, 'Easier company: 3 of 5 over the last two, it takes 3.5'],
    [
      { code: 'contactsOverTime', contacts: 2, neededContacts: 4, spanDays: 12, neededDays: 60 },
      'Time: 2 two-way contacts over 12 days, it takes 4 over 60 days',
    ],
    [
      { code: 'contactsOverTime', contacts: 2, neededContacts: 4, spanDays: 90, neededDays: 60 },
      'More contact: 2 of 4 two-way contacts so far',
    ],
    [
      { code: 'contactsOverTime', contacts: 9, neededContacts: 4, spanDays: 1, neededDays: 60 },
      'Time: 1 day from first to last contact, it takes 60',
    ],
    [
      { code: 'giveAndTake', given: 2, received: 0, mentor: false },
      'Something received: so far you only gave',
    ],
    [{ code: 'giveAndTake', given: 0, received: 0, mentor: false }, 'Something given and something received'],
    [
      { code: 'promises', kept: 0, brokenRecently: 1, longOverdue: 0 },
      'A promise of yours that you kept and half a year without a broken promise (1 of yours was)',
    ],
    [
      { code: 'promises', kept: 3, brokenRecently: 0, longOverdue: 2 },
      '2 overdue promises of yours kept or released',
    ],
  ])('%o', (requirement, sentence) => expect(missing(requirement)).toBe(sentence));
});

describe('your read beside the evidence', () => {
  it('says whether they agree', () => {
    expect(readComparison(assessment({}))).toBe('your read: not noted yet');
    expect(readComparison(assessment({ read: read('like') }))).toBe('your read agrees');
    expect(readComparison(assessment({ read: read('trust') }))).toBe('your read: Trust');
  });

  it('is kind where the read is above the evidence, and silent otherwise', () => {
    expect(readAboveEvidence(assessment({ read: read('like') }))).toBeNull();
    const kind = readAboveEvidence(assessment({ read: read('trust'), readAboveEvidence: true }));
    expect(kind).toMatch(
      /^You feel Trust; what you wrote down show Like so far|^You feel Trust; .*Like so far/,
    );
    expect(kind).toContain('Both can be true');
  });
});

describe('titles and what lowers a stage', () => {
  it('names the stage it holds, and the next one', () => {
    const stage = assessment({
      missing: [{ stage: 'trust', met: false, code: 'stake', count: 0, evidence: [] }],
    });
    expect(holdsTitle(stage)).toBe('What holds it at Like');
    expect(missingTitle(stage)).toBe('What Trust still needs');
    expect(missingTitle(assessment({ evidence: 'trust' }))).toBeNull();
    expect(holdsTitle(assessment({ evidence: 'none' }))).toBe('How it begins');
  });

  it('says what lowers it, with the length of the silence', () => {
    expect(loweredSentence(assessment({}))).toBeNull();
    const lowered = { bySetbacks: 1, bySilence: 1, silentDays: 400 };
    expect(loweredSentence(assessment({ evidence: 'know', earned: 'trust', lowered }))).toBe(
      'Trust was earned; something open between you and 13 months of silence lowers it. It comes back.',
    );
  });
});

describe('setbacks', () => {
  const base = { closedOn: null, closedBy: null, evidence: [] };

  it('says what happened and when, without judging the person', () => {
    expect(setbackSentence({ ...base, code: 'promiseLongOverdue', on: '2026-04-02' }, TODAY)).toBe(
      'A promise of yours went overdue in April: not put right yet',
    );
    expect(
      setbackSentence({ ...base, code: 'conduct', who: 'them', conduct: 'noShow', on: '2024-10-02' }, TODAY),
    ).toBe('They did not turn up in October 2024: not put right yet');
  });

  it('says how it ended', () => {
    expect(
      setbackSentence({ ...base, code: 'promiseBroken', on: '2025-10-12', closedOn: '2026-01-20' }, TODAY),
    ).toBe('A promise of yours was broken in October, put right in January');
  });
});
