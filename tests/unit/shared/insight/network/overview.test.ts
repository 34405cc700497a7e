import { describe, expect, it } from 'vitest';
import type { Surroundings } from '../../../../../shared/insight/breakdown/review';
import { type Contribution, contributionOf } from '../../../../../shared/insight/network/contribution';
import {
  compareGatherings,
  funnelOf,
  MetAtGatherings,
} from '../../../../../shared/insight/network/gathering-return';
import { defaultNorms } from '../../../../../shared/insight/norms';
import { type Lead, leadsTo } from '../../../../../shared/insight/network/leads';
import { overviewOf } from '../../../../../shared/insight/network/overview';
import type { Gathering } from '../../../../../shared/model/gathering';
import type { Interaction } from '../../../../../shared/model/interaction';
import type { Person } from '../../../../../shared/model/person';
import { sampleJournal } from '../../../../../shared/sample/sample';
import { ANNA, email, instant, interaction, nextId, promise, sliceOf, testId } from '../../../builders';

const NOW = instant('2026-06-21');
const around: Surroundings = { seasons: [], needQuestions: new Set() };

function contribution(records: Parameters<typeof sliceOf>[0], who: Partial<Person> = {}): Contribution {
  return contributionOf(sliceOf(records, who), [], around, NOW);
}

/** The same person's contribution under other ids. */
function times(n: number, one: Contribution): Contribution[] {
  return Array.from({ length: n }, (_, index) => ({ ...one, personId: testId(100 + index) }));
}

describe('blind spots', () => {
  const ended = contribution([interaction('2024-01-01', { minutes: 20 })]);
  const lasting = contribution([
    interaction('2026-05-01', { minutes: 60, ease: 5, initiatedBy: 'them' }),
    interaction('2026-06-01', { minutes: 60, ease: 5 }),
  ]);

  it('know who ended and who lasts', () => expect([ended.side, lasting.side]).toEqual(['ended', 'lasting']));

  it.each([
    [4, 5, 'tooEarly'],
    [5, 4, 'tooEarly'],
    [5, 5, 'known'],
  ])('%d ended and %d lasting: %s', (a, b, kind) => {
    const { blindSpots } = overviewOf([...times(a, ended), ...times(b, lasting)], NOW, defaultNorms);
    expect(blindSpots.find(({ spot }) => spot === 'minutes')?.effect.kind).toBe(kind);
  });

  it('put the largest difference first, with each side’s mean and number', () => {
    const longer = contribution([interaction('2024-01-01', { minutes: 30 })]);
    const all = [
      ...times(5, ended),
      ...times(1, longer).map((one) => ({ ...one, personId: testId(300) })),
      ...times(5, lasting),
    ];
    const first = overviewOf(all, NOW, defaultNorms).blindSpots[0];
    expect(first).toMatchObject({ spot: 'minutes', ended: { n: 6 }, lasting: { n: 5, mean: 60 } });
    expect(first?.ended.mean).toBeCloseTo(130 / 6);
  });
});

describe('connect rate', () => {
  const at = testId(700);
  const met = (...later: string[]) =>
    contribution([
      interaction('2026-01-01', { kind: 'gathering', gatheringId: at }),
      ...later.map((when) => email(when, { answered: true, answeredAt: instant(when) })),
    ]);

  it.each([
    ['2026-03-02', true],
    ['2026-03-03', false],
  ])('met on 1 January, again on %s: %s', (again, connected) => {
    expect(met(again).connected?.again).toBe(connected);
  });

  it('leaves out those of whom it is too early to say', () => {
    const late = contribution([interaction('2026-04-22', { kind: 'gathering', gatheringId: at })]);
    expect(late.connected?.again).toBeNull();
    const settled = contribution([interaction('2026-04-21', { kind: 'gathering', gatheringId: at })]);
    expect(settled.connected?.again).toBe(false);
  });

  it('is about those first met at one: not about old acquaintances whose first entry was', () => {
    const entry = interaction('2026-01-01', { kind: 'gathering', gatheringId: at });
    expect(contribution([entry], { met: { date: '2025-12-31' } })).toMatchObject({
      connected: null,
      met: { gatheringId: null },
    });
    expect(contribution([entry], { met: { date: '2026-01-01' } })).toMatchObject({
      connected: { again: false },
      met: { gatheringId: at },
    });
  });

  it('is said of five people and more', () => {
    expect(overviewOf(times(4, met('2026-02-01')), NOW, defaultNorms).connect).toMatchObject({
      kind: 'tooEarly',
      have: 4,
      need: 5,
    });
    const mixed = [
      ...times(3, met('2026-02-01')),
      ...times(2, met()).map((one, k) => ({ ...one, personId: testId(400 + k) })),
    ];
    expect(overviewOf(mixed, NOW, defaultNorms).connect).toMatchObject({ kind: 'known', share: 0.6 });
  });

  it('makes a funnel of each gathering, its circle and its format', () => {
    const gathering: Gathering = {
      id: at,
      createdAt: NOW,
      updatedAt: NOW,
      rev: '0',
      name: 'Breakfast',
      from: instant('2026-01-01'),
      circleId: testId(701),
      format: 'meetup',
      minutes: 90,
      cost: { amount: 20, currency: 'EUR' },
    };
    const other = { ...gathering, id: nextId(), cost: { amount: 5, currency: 'GBP' } };
    const people = [
      met('2026-01-15'),
      { ...met('2026-01-16'), personId: testId(2) },
      { ...met(), personId: testId(3) },
    ];
    const metAt = new MetAtGatherings();
    for (const one of people) metAt.count(one, 1);
    const { byCircle, byFormat } = compareGatherings([gathering, other], metAt, NOW, defaultNorms);
    expect(funnelOf(gathering, metAt, NOW, defaultNorms)).toMatchObject({
      met: [ANNA, testId(2), testId(3)],
      within14: [ANNA],
      within60: [ANNA, testId(2)],
      pending: [],
    });
    expect(byCircle.get(testId(701))).toMatchObject({
      gatherings: 2,
      minutes: 180,
      cost: [
        { currency: 'EUR', amount: 20 },
        { currency: 'GBP', amount: 5 },
      ],
    });
    expect(byFormat.get('meetup')?.met).toBe(3);
  });
});

describe('what is shown only from enough on', () => {
  it.each([
    [4, 'tooEarly'],
    [5, 'known'],
  ])('%d meetings on one ground: %s', (n, kind) => {
    const meetings = Array.from({ length: n }, (_, day) =>
      interaction(`2026-01-0${day + 1}`, { ground: 'theirs', ease: 3, openness: 4 }),
    );
    const { grounds } = overviewOf([contribution(meetings)], NOW, defaultNorms);
    expect(grounds.find(({ ground }) => ground === 'theirs')).toMatchObject({
      meetings: n,
      reading: { kind },
    });
  });

  it.each([
    [2, 'tooEarly'],
    [3, 'known'],
  ])('reliability of %d closed promises: %s', (n, kind) => {
    const kept = Array.from({ length: n }, () =>
      promise('2026-01-01', { status: 'kept', closedOn: '2026-01-02' }),
    );
    expect(overviewOf([contribution(kept)], NOW, defaultNorms).promises.mine.reliability.kind).toBe(kind);
  });
});

it('counts a meeting of several once', () => {
  const both = interaction('2026-01-01', {
    participants: [{ personId: ANNA }, { personId: testId(2) }],
    conduct: [{ who: 'them', code: 'late' }],
  });
  const anna = contribution([both]);
  const ben = contributionOf(sliceOf([both], { id: testId(2) }), [], around, NOW);
  expect(overviewOf([anna, ben], NOW, defaultNorms).conduct).toMatchObject([
    { code: 'late', entries: 1, people: 2 },
  ]);
});

it('counts for whom each opener is still to be thanked, and what came of it', () => {
  const lead = (by: number, thanked: boolean): Lead => ({
    by: testId(by),
    to: ANNA,
    on: null,
    thanked,
    reportedBack: false,
    introductionId: null,
    evidence: [],
  });
  const anna = { ...contribution([]), leads: [lead(7, true), lead(8, false)], best: 'like' as const };
  const ben = { ...contribution([]), personId: testId(2), leads: [lead(8, true)], best: 'trust' as const };
  expect(overviewOf([anna, ben], NOW, defaultNorms).doors).toEqual({
    openers: 2,
    led: 3,
    unthanked: 1,
    most: [
      { by: testId(8), people: 2, liked: 2, trusted: 1, unthanked: 1 },
      { by: testId(7), people: 1, liked: 1, trusted: 0, unthanked: 0 },
    ],
  });
});

describe('over the sample journal', () => {
  const sample = sampleJournal({ today: '2026-06-21', offset: '+00:00' });
  const all = (entries: readonly Interaction[], asOf: string) =>
    sample.people.map((person) =>
      contributionOf(
        {
          person,
          interactions: entries.filter(({ participants }) =>
            participants.some(({ personId }) => personId === person.id),
          ),
          promises: sample.promises.filter(({ personId }) => personId === person.id),
          norms: defaultNorms,
        },
        leadsTo({ person, introductions: sample.introductions, spokenOf: entries }, asOf),
        { seasons: sample.seasons, needQuestions: new Set() },
        asOf,
      ),
    );

  it('the order of people and records changes nothing', () => {
    const overview = overviewOf(all(sample.interactions, NOW), NOW, defaultNorms);
    expect(overviewOf(all([...sample.interactions].reverse(), NOW).reverse(), NOW, defaultNorms)).toEqual(
      overview,
    );
  });

  it('what came later than asOf changes nothing', () => {
    const asOf = instant('2026-01-15');
    const before = sample.interactions.filter(({ at }) => Date.parse(at) <= Date.parse(asOf));
    expect(overviewOf(all(before, asOf), asOf, defaultNorms)).toEqual(
      overviewOf(all(sample.interactions, asOf), asOf, defaultNorms),
    );
  });
});
