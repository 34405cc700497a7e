import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceByMonth } from '../../../../shared/insight/balance-months';
import { balanceOf } from '../../../../shared/insight/balance';
import { unansweredRun } from '../../../../shared/insight/contacts';
import { rhythmOf } from '../../../../shared/insight/rhythm';
import { stageHistory } from '../../../../shared/insight/stage-history';
import { assessStage } from '../../../../shared/insight/stage';
import type { PersonSlice } from '../../../../shared/insight/types';
import { addDays, dateOf, daysBetween, epochMs } from '../../../../shared/model/time';
import { endOf, FIRST_DAY, type Place, places, sliceAt, travellersSlice } from './journals';
import { plainStageAt } from './plain-stage';

const anyPlace = fc.constantFrom<Place[]>(...Object.values(places));
const anyJournal = anyPlace.chain((place) => sliceAt(place).map((slice) => ({ slice, place })));

function everything(slice: PersonSlice, asOf: string) {
  return {
    stage: assessStage(slice, asOf),
    history: stageHistory(slice, asOf),
    balance: balanceOf(slice, asOf),
    months: balanceByMonth(slice, asOf),
    rhythm: rhythmOf(slice, asOf),
    run: unansweredRun(slice, asOf),
  };
}

/** The dates on which something could change, and their neighbours. */
function interestingDates({ interactions, promises }: PersonSlice, last: string): string[] {
  const events = [
    ...interactions.flatMap(({ at, answeredAt }) => [at, answeredAt ?? at].map(dateOf)),
    ...promises.flatMap(({ madeOn, dueOn, closedOn }) => [madeOn, dueOn ?? madeOn, closedOn ?? madeOn]),
  ];
  const days = [0, 14, 15, 60, 180, 365, 1_095].flatMap((after) => [after - 1, after, after + 1]);
  const dates = events.flatMap((date) => days.map((after) => addDays(date, after)));
  return [...new Set(dates)].filter((date) => date <= last).sort();
}

function pointOn<Point extends { on: string }>(line: readonly Point[], date: string): Point | undefined {
  return line.filter(({ on }) => on <= date).at(-1);
}

const LAST_DAY = '2029-12-31';

describe('the stage', () => {
  it('is what the rules say, read plainly', () => {
    fc.assert(
      fc.property(anyJournal, fc.integer({ min: 0, max: 1_500 }), ({ slice, place }, after) => {
        const dates = [
          addDays(FIRST_DAY, after),
          ...slice.interactions.map(({ at }) => dateOf(at)),
          LAST_DAY,
        ];
        for (const date of dates) {
          const asOf = endOf(date, place);
          expect(assessStage(slice, asOf).evidence).toBe(plainStageAt(slice, asOf));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is the same in the history at the end of every day', () => {
    fc.assert(
      fc.property(anyJournal, ({ slice, place }) => {
        const history = stageHistory(slice, endOf(LAST_DAY, place));
        for (const date of interestingDates(slice, LAST_DAY)) {
          const { evidence, read } = assessStage(slice, endOf(date, place));
          expect(pointOn(history.evidence, date)?.stage ?? 'none').toBe(evidence);
          expect(pointOn(history.read, date)?.stage).toBe(read?.stage);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same in the history day by day', () => {
    fc.assert(
      fc.property(sliceAt(places.london), (slice) => {
        const history = stageHistory(slice, endOf(LAST_DAY, places.london));
        for (let date = FIRST_DAY; date < '2022-06-01'; date = addDays(date, 1)) {
          const { evidence } = assessStage(slice, endOf(date, places.london));
          expect(pointOn(history.evidence, date)?.stage ?? 'none').toBe(evidence);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('is where the history ends, at any hour and for a traveller too', () => {
    fc.assert(
      fc.property(travellersSlice(), fc.nat(4_000), anyPlace, (slice, after, place) => {
        const date = addDays(FIRST_DAY, after);
        for (const clock of ['00:00:00', '09:00:00', '23:59:59']) {
          const asOf = `${date}T${clock}${place(date)}`;
          const history = stageHistory(slice, asOf);
          expect(history.evidence.at(-1)?.stage ?? 'none').toBe(assessStage(slice, asOf).evidence);
          expect(history.evidence.every(({ on }) => on <= date)).toBe(true);
        }
      }),
    );
  });

  it('changes at each point of the history, at most once a day', () => {
    fc.assert(
      fc.property(travellersSlice(), (slice) => {
        const { evidence, read } = stageHistory(slice, endOf(LAST_DAY, places.utc));
        for (const line of [evidence, read]) {
          for (const [index, point] of line.entries()) {
            const before = line[index - 1] ?? { on: '2000-01-01', stage: 'none' };
            expect(daysBetween(before.on, point.on)).toBeGreaterThan(0);
            expect(point.stage).not.toBe(before.stage);
          }
        }
      }),
    );
  });

  it('is earned, less what was taken off', () => {
    const rank = ['none', 'know', 'like', 'trust'];
    fc.assert(
      fc.property(anyJournal, fc.nat(3_000), ({ slice, place }, after) => {
        const { earned, evidence, lowered } = assessStage(slice, endOf(addDays(FIRST_DAY, after), place));
        expect(rank.indexOf(earned) - rank.indexOf(evidence)).toBe(lowered.bySetbacks + lowered.bySilence);
      }),
    );
  });
});

describe('every insight', () => {
  it('takes no notice of what is later', () => {
    fc.assert(
      fc.property(anyJournal, fc.nat(1_500), ({ slice, place }, after) => {
        const asOf = endOf(addDays(FIRST_DAY, after), place);
        expect(everything(slice, asOf)).toEqual(everything(withoutTheFuture(slice, asOf), asOf));
      }),
    );
  });

  it('takes no notice of the order of the lists', () => {
    fc.assert(
      fc.property(travellersSlice(), fc.nat(1_500), (slice, after) => {
        const asOf = endOf(addDays(FIRST_DAY, after), places.utc);
        const turned = {
          ...slice,
          interactions: [...slice.interactions].reverse(),
          promises: [...slice.promises].reverse(),
        };
        expect(everything(turned, asOf)).toEqual(everything(slice, asOf));
      }),
    );
  });
});

/** The journal as it was: without later entries, replies, promises and closings. */
function withoutTheFuture(slice: PersonSlice, asOf: string): PersonSlice {
  const { interactions, promises } = slice;
  const [now, today] = [epochMs(asOf), dateOf(asOf)];
  return {
    ...slice,
    interactions: interactions
      .filter(({ at }) => epochMs(at) <= now)
      .map((one) => {
        if (one.answeredAt === undefined || epochMs(one.answeredAt) <= now) return one;
        const { answeredAt: _later, ...rest } = one;
        return { ...rest, answered: false };
      }),
    promises: promises
      .filter(({ madeOn }) => madeOn <= today)
      .map((one) => {
        if (one.closedOn === undefined || one.closedOn <= today) return one;
        const { closedOn: _later, ...rest } = one;
        return { ...rest, status: 'open' as const };
      }),
  };
}
