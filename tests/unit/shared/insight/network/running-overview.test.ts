import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contribution, contributionOf } from '../../../../../shared/insight/network/contribution';
import {
  DOOR_PARTS,
  PARTS,
  peopleBehind,
  recordsBehind,
} from '../../../../../shared/insight/network/figures';
import { leadsTo } from '../../../../../shared/insight/network/leads';
import { defaultNorms } from '../../../../../shared/insight/norms';
import { type Overview, overviewOf, RunningOverview } from '../../../../../shared/insight/network/overview';
import type { PersonSlice } from '../../../../../shared/insight/types';
import { sampleJournal } from '../../../../../shared/sample/sample';
import { instant } from '../../../builders';
import { plainOverview } from './plain-overview';

const NOW = instant('2026-06-21');
const sample = sampleJournal({ today: '2026-06-21', offset: '+00:00' });
const around = { seasons: sample.seasons, needQuestions: new Set<string>() };

const slices = sample.people.map((person): PersonSlice => ({
  person,
  interactions: sample.interactions.filter(({ participants }) =>
    participants.some(({ personId }) => personId === person.id),
  ),
  promises: sample.promises.filter(({ personId }) => personId === person.id),
  norms: defaultNorms,
}));

/** The person at several times: with the first of their entries only, and with all of them. */
const versions = slices.map((slice) =>
  [0, 1, 3, 8, Infinity].map((many) =>
    contributionOf(
      { ...slice, interactions: slice.interactions.slice(0, many), promises: slice.promises.slice(0, many) },
      leadsTo(
        { person: slice.person, introductions: sample.introductions, spokenOf: sample.interactions },
        NOW,
      ),
      around,
      NOW,
    ),
  ),
);

/** Somebody changes to another version, or leaves the journal. */
const step = fc.record({
  who: fc.nat(slices.length - 1),
  to: fc.option(fc.nat(4), { freq: 4, nil: null }),
});

function run(steps: readonly { who: number; to: number | null }[]) {
  const running = new RunningOverview();
  const current = new Map<number, Contribution>();
  for (const { who, to } of steps) {
    const former = current.get(who);
    if (former) running.count(former, -1);
    current.delete(who);
    const latter = to === null ? undefined : versions[who]?.[to];
    if (!latter) continue;
    running.count(latter, 1);
    current.set(who, latter);
  }
  return { overview: running.overview(NOW, defaultNorms), all: [...current.values()] };
}

describe('the running overview', () => {
  it('is exactly the one counted anew, whatever was changed and taken back before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const { overview, all } = run(steps);
        expect(overview).toEqual(overviewOf([...all].reverse(), NOW, defaultNorms));
      }),
      { numRuns: 60 },
    );
  });

  it('is what plain counting finds', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const { overview, all } = run(steps);
        const plain = plainOverview(all);
        expect(overview.people).toBe(plain.people);
        expectPlain(overview, plain);
      }),
      { numRuns: 40 },
    );
  });

  it('has behind each figure as many people or records as it counts', () => {
    const all = versions.flatMap((ofOne) => ofOne[4] ?? []);
    const overview = overviewOf(all, NOW, defaultNorms);
    for (const stage of ['none', 'know', 'like', 'trust'] as const)
      expect(peopleBehind(all, { kind: 'stage', stage })).toHaveLength(overview.now[stage]);
    for (const side of ['even', 'giveMore', 'receiveMore', 'tooEarly', 'mentors'] as const)
      expect(peopleBehind(all, { kind: 'balance', side })).toHaveLength(overview.balance[side]);
    for (const which of ['met', 'again', 'pending'] as const)
      expect(peopleBehind(all, { kind: 'connect', which })).toHaveLength(overview.connect[which]);
    for (const { reason, people } of overview.breakdown)
      expect(peopleBehind(all, { kind: 'reason', reason })).toHaveLength(people);
    for (const { by, people, ...parts } of overview.doors.most)
      for (const part of DOOR_PARTS)
        expect(peopleBehind(all, { kind: 'door', by, part })).toHaveLength({ ...parts, all: people }[part]);
    for (const { purpose, people, ...parts } of overview.purposes)
      for (const part of PARTS)
        expect(peopleBehind(all, { kind: 'purpose', purpose, part })).toHaveLength(
          { ...parts, all: people }[part],
        );
    expect(peopleBehind(all, { kind: 'likedLately' })).toHaveLength(overview.likedLately);
    for (const { who, code, entries } of overview.conduct)
      expect(recordsBehind(all, { kind: 'conduct', who, code })).toHaveLength(entries);
    for (const { who, level, entries } of overview.pitches)
      expect(recordsBehind(all, { kind: 'pitch', who, level })).toHaveLength(entries);
    for (const { outcome, entries } of overview.planned)
      expect(recordsBehind(all, { kind: 'planned', outcome })).toHaveLength(entries);
    for (const { side, sent } of overview.invitations)
      expect(recordsBehind(all, { kind: 'invitations', side })).toHaveLength(sent);
    for (const { ground, meetings } of overview.grounds)
      expect(recordsBehind(all, { kind: 'ground', ground })).toHaveLength(meetings);
    for (const { stage, asked } of overview.asks)
      expect(recordsBehind(all, { kind: 'asks', stage })).toHaveLength(asked);
    expect(recordsBehind(all, { kind: 'promises', side: 'mine', state: 'kept' })).toHaveLength(
      overview.promises.mine.kept,
    );
    expect(overview.conduct.length * overview.pitches.length * overview.doors.led).toBeGreaterThan(0);
  });
});

function expectPlain(overview: Overview, plain: ReturnType<typeof plainOverview>): void {
  expect(overview).toMatchObject({
    people: plain.people,
    now: plain.now,
    parted: plain.parted,
    likedLately: plain.likedLately,
    balance: { mentors: plain.mentors },
    connect: { met: plain.met, again: plain.again },
    reminders: plain.reminders,
    promises: plain.promises,
    grounds: plain.grounds,
    asks: plain.asks,
  });
  const record = <T>(rows: readonly T[], entry: (row: T) => [string, number]) =>
    Object.fromEntries(rows.map(entry));
  expect(record(overview.breakdown, (row) => [row.reason, row.people])).toEqual(plain.breakdown);
  expect(record(overview.conduct, (row) => [`${row.who} ${row.code}`, row.entries])).toEqual(plain.conduct);
  expect(record(overview.pitches, (row) => [`${row.who} ${row.level}`, row.entries])).toEqual(plain.pitches);
  expect(record(overview.planned, (row) => [row.outcome, row.entries])).toEqual(plain.planned);
  expect(record(overview.invitations, (row) => [row.side, row.sent])).toEqual(plain.sent);
  expect(record(overview.purposes, (row) => [row.purpose, row.people])).toEqual(plain.purposes);
  expect(overview.doors.openers).toBe(Object.keys(plain.doors).length);
  for (const { spot, ended, lasting } of overview.blindSpots) {
    for (const [side, found] of [
      ['ended', ended],
      ['lasting', lasting],
    ] as const) {
      const expected = plain.spots[`${spot} ${side}`];
      expect(found.n).toBe(expected?.n);
      // Each figure is held to a millionth.
      expect(found.mean ?? 0).toBeCloseTo(expected?.mean ?? 0, 5);
    }
  }
}
