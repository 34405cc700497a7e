import { describe, expect, it } from 'vitest';
import { TODAY_LINES } from '../../../../shared/contract/today-lines';
import { BALANCE_SIDES } from '../../../../shared/insight/network/people-tally';
import type { PersonFields } from '../../../../shared/contract/people';
import type { Standing } from '../../../../shared/model/person';
import { addDays } from '../../../../shared/model/time';
import { debriefWith, FIRST_PAGE, openTestJournal } from './open-journal-for-test';

const NAME = 'Ada Montgomery';
type Opened = Awaited<ReturnType<typeof openTestJournal>>;

/** Somebody who would be named everywhere: close, a birthday ahead, a late promise, a silence after a change. */
async function loud({ calls, journal }: Opened): Promise<string> {
  const today = journal.today();
  const day = (ago: number) => addDays(today, -ago);
  const birthday = { kind: 'birthday' as const, on: `--${addDays(today, 3).slice(5)}` };
  const { personIds } = await calls['interactions.save'](
    debriefWith(
      ['new:1'],
      { at: `${day(200)}T08:00:00+00:00` },
      {
        newPeople: [{ key: 'new:1', name: NAME }],
        promises: [{ personId: 'new:1', by: 'me', what: 'Send the plans', dueOn: day(150), status: 'open' }],
      },
    ),
  );
  const [id = ''] = personIds;
  await calls['interactions.save'](debriefWith([id], { at: `${day(190)}T08:00:00+00:00`, ease: 5 }));
  await edit({ calls }, id, { ring: 'close', dates: [birthday] });
  await calls['seasons.save']({
    editing: null,
    season: { name: 'Upmarket', from: day(185), change: 'Larger clients only' },
  });
  return id;
}

async function edit(
  { calls }: Pick<Opened, 'calls'>,
  id: string,
  more: Partial<PersonFields>,
): Promise<void> {
  const person = await calls['people.get']({ id });
  const { id: _id, rev, createdAt: _createdAt, updatedAt: _updatedAt, ...fields } = person;
  await calls['people.save']({ editing: { id, rev }, person: { ...fields, ...more } });
}

/** Where the app names them by itself. */
async function namedIn({ calls }: Opened, id: string): Promise<Record<string, boolean>> {
  const { lines, snoozed } = await calls['today.page']({ lines: TODAY_LINES });
  const review = await calls['review.people']({});
  const seasons = JSON.stringify(await calls['seasons.list']({}));
  const balances = await Promise.all(
    BALANCE_SIDES.map(async (side) => calls['insights.behind']({ figure: { kind: 'balance', side } })),
  );
  const listed = await calls['people.list']({ sort: 'name', descending: false, ...FIRST_PAGE });
  return {
    today: [...lines, ...snoozed].some(({ person }) => person.id === id),
    birthday: lines.some(({ person, reason }) => person.id === id && reason.kind === 'date'),
    review: review.people.some(({ person }) => person.id === id),
    season: seasons.includes(id),
    balance: JSON.stringify(balances).includes(id),
    fading: (await calls['people.page']({ id })).stage.fading,
    people: listed.rows.some((row) => row.id === id),
  };
}

const QUIET = {
  today: false,
  birthday: false,
  review: false,
  season: false,
  balance: false,
  fading: false,
  people: false,
};

describe('quiet everywhere', () => {
  it.each(['letGo', 'keepDistance', 'deceased', 'resting'] as const)(
    'somebody who is %s is named nowhere, keeps the history, and comes back',
    async (kind) => {
      const opened = await openTestJournal();
      const id = await loud(opened);
      const before = await namedIn(opened, id);
      expect(before).toEqual({
        today: true,
        birthday: true,
        review: true,
        season: true,
        balance: true,
        fading: true,
        people: true,
      });
      await edit(opened, id, { standing: { kind, since: opened.journal.today() } });
      // Somebody who rests stands in the list of people: they are only not asked for.
      expect(await namedIn(opened, id)).toEqual({ ...QUIET, people: kind === 'resting' });
      expect((await opened.calls['people.page']({ id })).rhythm.state).toBe('quiet');
      expect((await opened.calls['people.timeline']({ id, show: 'everything', ...FIRST_PAGE })).total).toBe(
        2,
      );
      await opened.calls['history.undo']({});
      expect(await namedIn(opened, id)).toEqual(before);
    },
  );

  it('a rest ends on its day', async () => {
    const opened = await openTestJournal();
    const id = await loud(opened);
    const today = opened.journal.today();
    const rest = (until: string): Standing => ({ kind: 'resting', since: addDays(today, -20), until });
    await edit(opened, id, { standing: rest(addDays(today, 1)) });
    expect((await namedIn(opened, id))['today']).toBe(false);
    await edit(opened, id, { standing: rest(today) });
    expect((await namedIn(opened, id))['today']).toBe(true);
  });
});
