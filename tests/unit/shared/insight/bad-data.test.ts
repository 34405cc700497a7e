import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksOf } from '../../../../shared/insight/asks';
import { balanceOf } from '../../../../shared/insight/balance';
import { balanceByMonth } from '../../../../shared/insight/balance-months';
import { breakdownOf } from '../../../../shared/insight/breakdown/breakdown';
import { replyPatienceDays, twoWayContacts, unansweredRun } from '../../../../shared/insight/contacts';
import { datesAhead } from '../../../../shared/insight/dates-ahead';
import { contributionOf } from '../../../../shared/insight/network/contribution';
import { compareGatherings, MetAtGatherings } from '../../../../shared/insight/network/gathering-return';
import { overviewOf } from '../../../../shared/insight/network/overview';
import { defaultNorms } from '../../../../shared/insight/norms';
import { openingsOf } from '../../../../shared/insight/openings';
import { plannedMeetings } from '../../../../shared/insight/planned';
import { rhythmOf } from '../../../../shared/insight/rhythm';
import { atRiskIn } from '../../../../shared/insight/season';
import { assessStage } from '../../../../shared/insight/stage';
import { stageHistory } from '../../../../shared/insight/stage-history';
import { timeByChannel } from '../../../../shared/insight/time-by-channel';
import { todayLinesOf } from '../../../../shared/insight/today';
import type { PersonSlice } from '../../../../shared/insight/types';
import type { Gathering } from '../../../../shared/model/gathering';
import type { Season } from '../../../../shared/model/season';
import { dateOf } from '../../../../shared/model/time';
import { ANNA, instant, interaction, sliceOf, testId } from '../../builders';
import { GONE, messyNow, messySlice } from './messy';

const administration = {
  createdAt: '2026-01-01T09:00:00Z',
  updatedAt: '2026-01-01T09:00:00Z',
  rev: '0-test',
};
/** It ends before it starts, as only a file edited by hand can say. */
const gathering: Gathering = {
  ...administration,
  id: GONE,
  name: 'Backwards',
  from: '2026-05-04T10:00:00Z',
  to: '2026-05-03T10:00:00Z',
};
const season: Season = {
  ...administration,
  id: testId(7),
  name: 'Other work',
  from: '2026-01-01',
  watch: [{ personId: GONE }],
};
const around = { seasons: [season], needQuestions: new Set([GONE]) };

/** Everything that the screens show, from one slice. */
function everything(slice: PersonSlice, asOf: string): Record<string, unknown> {
  const stage = assessStage(slice, asOf);
  const rhythm = rhythmOf(slice, asOf);
  const contribution = contributionOf(slice, [], around, asOf);
  const metAt = new MetAtGatherings();
  metAt.count(contribution, 1);
  const today = dateOf(asOf);
  const known = { rhythm, earned: stage.earned, brought: { given: 0, received: 0, contacts: 0 } };
  return {
    stage,
    rhythm,
    history: stageHistory(slice, asOf),
    balance: balanceOf(slice, asOf),
    months: balanceByMonth(slice, asOf),
    contacts: twoWayContacts(slice, asOf),
    run: unansweredRun(slice, asOf),
    patience: replyPatienceDays(slice, asOf),
    breakdown: breakdownOf(slice, around, asOf),
    asks: asksOf(slice, asOf),
    openings: openingsOf(slice, stage.evidence, [], asOf),
    planned: plannedMeetings(slice, asOf),
    risk: atRiskIn(season, slice, asOf),
    dates: datesAhead(slice.person, today, 14),
    today: todayLinesOf(slice, known, asOf),
    contribution,
    overview: overviewOf([contribution], asOf, defaultNorms),
    returns: compareGatherings([gathering], metAt, asOf, defaultNorms),
    time: timeByChannel(
      { interactions: slice.interactions, gatherings: [gathering], timeLogs: [] },
      today,
      today,
    ),
  };
}

/** Where a figure is no number: `stage.met[0].days: NaN`. */
function brokenFigures(value: unknown, path: string): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (typeof value === 'string') return /NaN|undefined|Invalid/.test(value) ? [`${path}: ${value}`] : [];
  if (value === null || typeof value !== 'object') return [];
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return entries.flatMap(([key, inner]) => brokenFigures(inner, `${path}.${String(key)}`));
}

const RUNS = 60;

describe('whatever the files hold', () => {
  it('every insight answers, and every figure is a number', () => {
    fc.assert(
      fc.property(messySlice, messyNow, (slice, asOf) => {
        expect(brokenFigures(everything(slice, asOf), '')).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it('no insight rests on what is still to come', () => {
    fc.assert(
      fc.property(messySlice, messyNow, (slice, asOf) => {
        const later = new Set(
          slice.interactions.filter(({ at }) => Date.parse(at) > Date.parse(asOf)).map(({ id }) => id),
        );
        const { time: _byDay, ...insights } = everything(slice, asOf);
        const named = JSON.stringify(insights).match(/0190[0-9a-f-]{32}/g) ?? [];
        expect(named.filter((id) => later.has(id))).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it('shares stay between nothing and all', () => {
    fc.assert(
      fc.property(messySlice, messyNow, (slice, asOf) => {
        const { lean, airtime, initiative } = shares(slice, asOf);
        expect(lean === null || Math.abs(lean) <= 1).toBe(true);
        for (const share of [airtime, initiative])
          expect(share === null || (share >= 0 && share <= 1)).toBe(true);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});

function shares(slice: PersonSlice, asOf: string) {
  const { given, received, net, airtime, initiative } = balanceOf(slice, asOf);
  return {
    lean: given + received === 0 ? null : net / (given + received),
    airtime: airtime.kind === 'known' ? airtime.talkShare : null,
    initiative: initiative.kind === 'known' ? initiative.share : null,
  };
}

describe('the smallest and the largest', () => {
  const asOf = instant('2026-06-21');

  it('somebody without any entry stands nowhere, and nothing is asked of the user', () => {
    expect(everything(sliceOf([]), asOf)).toMatchObject({
      stage: { evidence: 'none' },
      rhythm: { state: 'never', gapDays: null },
      today: [],
      run: [],
      contacts: [],
    });
  });

  it('one entry is one contact', () => {
    expect(everything(sliceOf([interaction('2026-06-20')]), asOf)).toMatchObject({
      stage: { evidence: 'know' },
      rhythm: { gapDays: 1 },
    });
  });

  it('one entry of later than now is none yet', () => {
    expect(everything(sliceOf([interaction('2026-06-22')]), asOf)).toMatchObject({
      stage: { evidence: 'none' },
      rhythm: { state: 'never' },
      today: [],
    });
  });

  it('10,000 entries of one day are contacts on one day', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      interaction(`2026-06-20T${String(index % 24).padStart(2, '0')}:00:00Z`, { ease: 5, minutes: 1 }),
    );
    const slice = sliceOf(many);
    expect(twoWayContacts(slice, asOf)).toHaveLength(10_000);
    expect(rhythmOf(slice, asOf)).toMatchObject({ state: 'onRhythm', gapDays: 1 });
    // Twice on one day is not yet contact on two days.
    expect(contributionOf(slice, [], around, asOf)).toMatchObject({
      stage: 'know',
      met: { secondAfterDays: null },
    });
  }, 60_000);

  it('a mistyped year makes no chart of twenty centuries, and one of a far future ends', () => {
    const mistyped = sliceOf([interaction('0206-05-01', { initiatedBy: 'me' })]);
    expect(balanceByMonth(mistyped, asOf).length).toBeLessThanOrEqual(1_200);
    expect(overviewOf([contributionOf(mistyped, [], around, asOf)], asOf, defaultNorms).stages).toHaveLength(
      60,
    );
    const far = '9999-12-31T23:59:59Z';
    const then = overviewOf([contributionOf(mistyped, [], around, far)], far, defaultNorms);
    expect(then.stages.at(-1)?.month).toBe('9999-12');
  });

  it('the edges of the time zones are days of where it happened', () => {
    const kiritimati = interaction('2026-06-21T00:30:00+14:00');
    const baker = interaction('2026-06-20T23:30:00-12:00');
    // Half an hour into Sunday on the one side of the date line is a day before the end of Saturday on the other.
    const { stage, contacts } = everything(sliceOf([kiritimati, baker]), '2026-06-21T23:00:00-12:00') as {
      stage: ReturnType<typeof assessStage>;
      contacts: ReturnType<typeof twoWayContacts>;
    };
    expect(contacts.map(({ on }) => on)).toEqual(['2026-06-21', '2026-06-20']);
    expect(stage.met.map(({ code }) => code)).toContain('twoDates');
  });

  it('a clock that was set back sees what it saw on that day', () => {
    const entries = [
      interaction('2026-05-01'),
      interaction('2026-06-01', { participants: [{ personId: ANNA }] }),
    ];
    expect(everything(sliceOf(entries), instant('2026-05-02'))).toEqual(
      everything(sliceOf(entries.slice(0, 1)), instant('2026-05-02')),
    );
  });
});
