import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endOfDay } from '../../../../electron/journal/journal';
import { openSample } from '../../../../electron/journal/opening/new-journal';
import { assessStage } from '../../../../shared/insight/stage';
import { stageHistory } from '../../../../shared/insight/stage-history';
import { addDays, dateOf } from '../../../../shared/model/time';
import { FIRST_PAGE, withHandlers } from './open-journal-for-test';
import { keep, tempFolder, testOptions } from './temp-journal';

async function sample() {
  return withHandlers(keep(await openSample(testOptions(join(tempFolder(), 'sample')))));
}

describe('the page of a past day', () => {
  it('has the stage, the promises and the timeline of that day, and nothing later', async () => {
    const { calls, journal } = await sample();
    let closedSince = 0;
    for (const { id } of journal.tables.all('person')) {
      const slice = journal.insights.slice(id);
      if (!slice) throw new Error('A person is not there.');
      for (const days of [5, 45, 200]) {
        const on = addDays(journal.today(), -days);
        const page = await calls['people.page']({ id, on });
        expect(page.stage).toEqual(assessStage(slice, endOfDay(on)));
        const open = slice.promises.filter(
          ({ madeOn, status, closedOn }) => madeOn <= on && (status === 'open' || (closedOn ?? '') > on),
        );
        expect(page.owed.map(({ promise }) => promise.id).sort()).toEqual(open.map((one) => one.id).sort());
        expect(page.owed.every(({ promise }) => promise.status === 'open')).toBe(true);
        closedSince += open.filter(({ status }) => status !== 'open').length;

        const { rows } = await calls['people.timeline']({ id, on, show: 'everything', ...FIRST_PAGE });
        expect(rows.every((item) => item.on <= on)).toBe(true);
        for (const item of rows) {
          if (item.kind !== 'entry') continue;
          const { answeredAt } = item.entry.interaction;
          expect(answeredAt === undefined || dateOf(answeredAt) <= on).toBe(true);
        }
        const charts = await calls['people.charts']({ id, on });
        expect(charts.today).toBe(on);
        expect(charts.history).toEqual(stageHistory(slice, endOfDay(on)));
        expect(charts.entries.every((entry) => entry.on <= on)).toBe(true);
      }
    }
    // Else the promises above would show nothing.
    expect(closedSince).toBeGreaterThan(0);
  });

  it('is today’s from today on', async () => {
    const { calls, journal } = await sample();
    const [person] = journal.tables.all('person');
    const id = person?.id ?? '';
    const today = await calls['people.page']({ id });
    for (const on of [journal.today(), addDays(journal.today(), 40)])
      expect(await calls['people.page']({ id, on })).toEqual(today);
  });

  it('has a verdict only from the day on which it was given', async () => {
    const { calls, journal } = await sample();
    const [person] = journal.tables.all('person');
    const id = person?.id ?? '';
    await calls['insights.verdict']({ id, verdict: { reasons: ['chemistry'] } });
    const before = addDays(journal.today(), -1);
    expect((await calls['insights.breakdown']({ id })).verdict).not.toBeNull();
    expect((await calls['insights.breakdown']({ id, on: before })).verdict).toBeNull();
  });
});

describe('endOfDay', () => {
  it.each(['2026-02-28', '2024-02-29', '0099-12-31', '2026-10-25'])('of %s is on that day', (day) => {
    expect(endOfDay(day)).toMatch(new RegExp(`^${day}T23:59:`));
  });
});
