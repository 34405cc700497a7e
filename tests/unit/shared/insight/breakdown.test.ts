import { describe, expect, it } from 'vitest';
import { type BreakdownReview, breakdownOf } from '../../../../shared/insight/breakdown/breakdown';
import type { Surroundings } from '../../../../shared/insight/breakdown/review';
import { defaultNorms } from '../../../../shared/insight/norms';
import type { PersonSlice } from '../../../../shared/insight/types';
import type { Interaction } from '../../../../shared/model/interaction';
import type { BreakdownReason, Person } from '../../../../shared/model/person';
import type { PromiseRecord } from '../../../../shared/model/promise';
import { sampleJournal } from '../../../../shared/sample/sample';
import { instant, interaction, promise, sliceOf, testId } from '../../builders';

const NOW = instant('2026-06-21');
const NEED = testId(900);
const nothingAround: Surroundings = { seasons: [], needQuestions: new Set([NEED]) };

function review(
  records: readonly (Interaction | PromiseRecord)[],
  who: Partial<Person> = {},
  around: Surroundings = nothingAround,
): BreakdownReview {
  return breakdownOf(sliceOf(records, who), around, NOW);
}

const strengthOf = ({ reasons }: BreakdownReview, reason: BreakdownReason) =>
  reasons.find((one) => one.reason === reason)?.strength;

const season = (from: string) => ({
  id: testId(901),
  createdAt: NOW,
  updatedAt: NOW,
  rev: '0',
  name: 'Another way',
  from,
});

describe('each reason', () => {
  it.each([
    [2, 2, 'some'],
    [2.5, 2, 'weak'],
    [2, 3, 'none'],
  ])('no connection at ease %d and openness %d: %s', (ease, openness, strength) => {
    const meetings = [
      interaction('2026-01-01', { ease: Math.floor(ease), openness }),
      interaction('2026-01-08', { ease: Math.ceil(ease), openness }),
    ];
    expect(strengthOf(review(meetings), 'noConnection')).toBe(strength);
  });

  it('short answers count from two questions on', () => {
    const asking = (...answers: ('minimal' | 'full')[]) =>
      interaction('2026-01-01', { questionsAsked: answers.map((answer) => ({ text: 'How?', answer })) });
    expect(strengthOf(review([asking('minimal')]), 'noConnection')).toBe('none');
    expect(strengthOf(review([asking('minimal', 'minimal')]), 'noConnection')).toBe('weak');
    expect(strengthOf(review([asking('minimal', 'full')]), 'noConnection')).toBe('none');
  });

  it('points once to an entry with two short answers', () => {
    const questionsAsked = [
      { text: 'How?', answer: 'minimal' as const },
      { text: 'Why?', answer: 'none' as const },
    ];
    const meeting = interaction('2026-01-01', { questionsAsked });
    const short = review([meeting])
      .reasons.find(({ reason }) => reason === 'noConnection')
      ?.for.find(({ code }) => code === 'shortAnswers');
    expect(short).toMatchObject({ figure: 2, of: 2, evidence: [{ kind: 'interaction', id: meeting.id }] });
    expect(short?.evidence).toHaveLength(1);
  });

  it.each([
    [2, 1, 'none'],
    [3, 1, 'some'],
    [5, 0, 'strong'],
  ])('%d received and %d given: %s', (received, given, strength) => {
    const exchange = (direction: 'given' | 'received') => ({
      direction,
      kind: 'advice' as const,
      size: 1 as const,
    });
    const exchanges = [
      ...Array.from({ length: received }, () => exchange('received')),
      ...Array.from({ length: given }, () => exchange('given')),
    ];
    const met = [interaction('2026-01-01', { exchanges })];
    expect(strengthOf(review(met), 'oneSidedHelp')).toBe(strength);
    expect(strengthOf(review(met, { mentor: true }), 'oneSidedHelp')).toBe('none');
  });

  it('an incumbent is strong, unless there was business all the same', () => {
    const business = { direction: 'received' as const, kind: 'business' as const, size: 2 as const };
    const who = { incumbents: ['Their cousin'] };
    expect(strengthOf(review([interaction('2026-01-01')], who), 'incumbent')).toBe('strong');
    const bought = [interaction('2026-01-01', { exchanges: [business] })];
    expect(strengthOf(review(bought, who), 'incumbent')).toBe('weak');
  });

  it('an early pitch is strong while it stands between the two, and weak once it is put right', () => {
    const pitch = interaction('2026-01-01', { pitch: { mine: 'uninvited' } });
    expect(strengthOf(review([pitch]), 'tooMuchSelling')).toBe('strong');
    const repaired = interaction('2026-01-09', { repaired: true });
    expect(strengthOf(review([pitch, repaired]), 'tooMuchSelling')).toBe('weak');
  });

  it('an ask above the stage counts, one at it does not', () => {
    const ask = (mine: 'small' | 'referral') => [
      interaction('2026-01-01'),
      interaction('2026-01-08', { ask: { mine } }),
    ];
    expect(strengthOf(review(ask('referral')), 'tooMuchSelling')).toBe('some');
    expect(strengthOf(review(ask('small')), 'tooMuchSelling')).toBe('none');
  });

  it('no need was found while fewer than three questions asked for one', () => {
    const asked = (n: number) => [
      interaction('2026-01-01', { questionsAsked: Array.from({ length: n }, () => ({ questionId: NEED })) }),
      interaction('2026-01-08'),
    ];
    expect(strengthOf(review(asked(2)), 'noNeed')).toBe('some');
    expect(strengthOf(review(asked(3)), 'noNeed')).toBe('none');
    expect(strengthOf(review(asked(0), { needs: ['A new roof'] }), 'noNeed')).toBe('none');
  });

  it.each([
    [2, 'none'],
    [3, 'strong'],
  ])('they asked nothing in %d contacts: %s', (contacts, strength) => {
    const met = Array.from({ length: contacts }, (_, index) =>
      interaction(`2026-01-0${index + 1}`, { questionsTheyAsked: 0 }),
    );
    expect(strengthOf(review(met), 'valueUnseen')).toBe(strength);
  });

  it('a broken promise of mine is strong, a kept one speaks against it', () => {
    const broken = promise('2026-01-01', { status: 'broken', closedOn: '2026-02-01' });
    expect(strengthOf(review([interaction('2026-01-01'), broken]), 'brokenPromise')).toBe('strong');
    const kept = promise('2026-01-01', { status: 'kept', closedOn: '2026-02-01' });
    const { reasons } = review([interaction('2026-01-01'), kept]);
    expect(reasons.find(({ reason }) => reason === 'brokenPromise')).toMatchObject({
      strength: 'none',
      against: [{ code: 'promisesKept', figure: 1 }],
    });
  });

  it.each([
    ['2026-01-04', 'none'],
    ['2026-01-05', 'some'],
    ['2026-01-15', 'some'],
    ['2026-01-16', 'strong'],
  ])('met on 1 January, followed up on %s: %s', (when, strength) => {
    const met = [interaction('2026-01-01'), interaction(when, { kind: 'email', initiatedBy: 'me' })];
    expect(strengthOf(review(met), 'slowFollowUp')).toBe(strength);
  });

  it.each([
    ['2025-10-02', 'none', 'strong'],
    ['2025-10-03', 'strong', 'weak'],
    ['2026-01-02', 'some', 'weak'],
    ['2026-04-01', 'some', 'weak'],
    ['2026-04-02', 'none', 'strong'],
  ])('silence since 1 January, a season from %s: change %s, drift %s', (from, change, drift) => {
    const around = { ...nothingAround, seasons: [season(from)] };
    const found = review([interaction('2026-01-01')], { rhythmDays: 30 }, around);
    expect([strengthOf(found, 'changeOfDirection'), strengthOf(found, 'drift')]).toEqual([change, drift]);
  });

  it('their conduct is a reason, and less of one once it is put right', () => {
    const rude = interaction('2026-01-01', { conduct: [{ who: 'them', code: 'rude' }] });
    expect(strengthOf(review([rude]), 'theirConduct')).toBe('strong');
    const repaired = interaction('2026-01-09', { repaired: true });
    expect(strengthOf(review([rude, repaired]), 'theirConduct')).toBe('weak');
    const mine = interaction('2026-01-01', { conduct: [{ who: 'me', code: 'rude' }] });
    expect(strengthOf(review([mine]), 'theirConduct')).toBe('none');
  });

  it('chemistry is what remains: low ease and nothing else', () => {
    const dull = (more: object) => [
      interaction('2026-01-01', { ease: 2, openness: 4, ...more }),
      interaction('2026-01-03', { ease: 2, openness: 3 }),
    ];
    expect(review(dull({})).reasons[0]).toMatchObject({ reason: 'chemistry', strength: 'strong' });
    const rude = dull({ conduct: [{ who: 'them', code: 'rude' }] });
    expect(strengthOf(review(rude), 'chemistry')).toBe('weak');
  });
});

describe('the sample journal', () => {
  const sample = sampleJournal({ today: '2026-11-24', offset: '+00:00' });
  const around: Surroundings = {
    seasons: sample.seasons,
    needQuestions: new Set(sample.questions.filter(({ purpose }) => purpose === 'need').map(({ id }) => id)),
  };
  const reviewOf = (name: string): BreakdownReview => {
    const person = sample.people.find((one) => one.name === name);
    if (!person) throw new Error(`${name} is not in the sample.`);
    const slice: PersonSlice = {
      person,
      interactions: sample.interactions.filter(({ participants }) =>
        participants.some(({ personId }) => personId === person.id),
      ),
      promises: sample.promises.filter(({ personId }) => personId === person.id),
      norms: defaultNorms,
    };
    return breakdownOf(slice, around, '2026-11-24T23:59:59Z');
  };

  it.each<[string, BreakdownReason]>([
    ['Fiona Strand', 'noConnection'],
    ['Oliver Tansley', 'oneSidedHelp'],
    ['Marek Dvořák', 'incumbent'],
    ['Ewan Thirlwell', 'incumbent'],
    ['Hannah Reinholt', 'tooMuchSelling'],
    ['Damian Crake', 'tooMuchSelling'],
    ['Stefan Kowalczyk', 'brokenPromise'],
    ['Devinder Sandhu', 'slowFollowUp'],
    ['Noam Ben-Ari', 'drift'],
    ['Ottilie Krause', 'drift'],
    ['Lars Østergaard', 'drift'],
    ['Mirela Popescu', 'changeOfDirection'],
    ['Ahmed Fadel', 'changeOfDirection'],
    ['Damian Crake', 'theirConduct'],
    ['Roland Fisk', 'theirConduct'],
    ['Kai Brooker', 'theirConduct'],
    ['Inés Carrasco', 'chemistry'],
  ])('%s: %s is among the first two reasons', (name, reason) => {
    const { reasons } = reviewOf(name);
    expect(reasons.slice(0, 2).map((one) => one.reason)).toContain(reason);
    expect(reasons.find((one) => one.reason === reason)?.strength).not.toBe('none');
  });

  it('of Duncan Carmichael no need was ever found', () => {
    expect(strengthOf(reviewOf('Duncan Carmichael'), 'noNeed')).toBe('some');
  });

  it('names those who parted, and nobody else', () => {
    const partings = Object.fromEntries(
      ['Fiona Strand', 'Noam Ben-Ari', 'Maya Okonjo'].map((name) => [name, reviewOf(name).parting]),
    );
    expect(partings['Maya Okonjo']).toBeNull();
    expect(partings['Noam Ben-Ari']).toBe('faded');
    expect(partings['Fiona Strand']).not.toBeNull();
  });
});
