import { describe, expect, it } from 'vitest';
import type { InteractionFields } from '../../../../shared/contract/interactions';
import { debriefWith, openTestJournal } from './open-journal-for-test';

type TestJournal = Awaited<ReturnType<typeof openTestJournal>>;

/** The test clock stands at 4 May 2026, 09:30 in UTC. */
const LATER = '2026-05-06T10:00:00+00:00';

async function withAda(planned: Partial<InteractionFields> = {}) {
  const journal = await openTestJournal();
  const { calls } = journal;
  const { personIds } = await calls['interactions.save'](
    debriefWith(
      ['new:1'],
      {
        at: '2026-04-01T10:00:00+00:00',
        notes: 'She restores **clocks**.',
        nextStep: 'Visit the workshop',
        feedback: { heldBack: 'The talk was too long.' },
      },
      {
        newPeople: [{ key: 'new:1', name: 'Ada' }],
        promises: [{ personId: 'new:1', by: 'me', what: 'Send the photograph', status: 'open' }],
      },
    ),
  );
  const ada = personIds[0] ?? '';
  const cancelled = { status: 'cancelled', calledOffBy: 'them', remindersSent: 2 } as const;
  await calls['interactions.save'](debriefWith([ada], { at: '2026-04-10T10:00:00+00:00', ...cancelled }));
  const { id } = await calls['interactions.save'](
    debriefWith([ada], { status: 'planned', at: LATER, ...planned }),
  );
  return { ...journal, ada, id };
}

async function briefOf({ calls }: TestJournal, id: string | null) {
  return (await calls['meetings.brief']({ id })).brief;
}

describe('the brief before a meeting', () => {
  it('says what was last said, agreed, owed, held back, and who called off before', async () => {
    const journal = await withAda();
    const brief = await briefOf(journal, journal.id);
    expect(brief?.people).toMatchObject([
      {
        name: 'Ada',
        last: { on: '2026-04-01', words: 'She restores clocks.' },
        nextStep: 'Visit the workshop',
        owed: [{ by: 'me', what: 'Send the photograph' }],
        heldBack: [{ words: 'The talk was too long.' }],
        calledOff: [{ outcome: 'cancelledByThem', on: '2026-04-10', reminders: 2 }],
        meetings: 2,
        stage: { evidence: 'know' },
      },
    ]);
  });

  it('without an id is that of the next meeting planned, and of none where there is none', async () => {
    const empty = await openTestJournal();
    expect(await briefOf(empty, null)).toBeNull();
    const journal = await withAda();
    const earlier = debriefWith([journal.ada], { status: 'planned', at: '2026-05-04T18:00:00+00:00' });
    const { id } = await journal.calls['interactions.save'](earlier);
    expect((await briefOf(journal, null))?.entry.interaction.id).toBe(id);
    await journal.calls['meetings.settle']({ id, as: { kind: 'noShow' } });
    expect((await briefOf(journal, null))?.entry.interaction.id).toBe(journal.id);
  });

  it('at a gathering names whom to keep a polite distance from', async () => {
    const journal = await withAda();
    const { calls } = journal;
    const circle = await calls['circles.save']({ editing: null, circle: { name: 'Club' } });
    const gathering = await calls['gatherings.save']({
      editing: null,
      gathering: { name: 'Breakfast', from: LATER, circleId: circle.id },
    });
    await calls['people.save']({
      editing: null,
      person: {
        name: 'Damian',
        circleIds: [circle.id],
        standing: { kind: 'keepDistance', since: '2026-01-01' },
      },
    });
    const { id } = await calls['interactions.save'](
      debriefWith([journal.ada], {
        status: 'planned',
        at: LATER,
        kind: 'gathering',
        gatheringId: gathering.id,
      }),
    );
    expect((await briefOf(journal, id))?.apart).toMatchObject([{ name: 'Damian' }]);
    expect((await briefOf(journal, journal.id))?.apart).toEqual([]);
  });

  it('of a meeting that is gone says so', async () => {
    const journal = await openTestJournal();
    await expect(async () => briefOf(journal, '0197f000-0000-7000-8000-000000000000')).rejects.toMatchObject({
      failure: { kind: 'notFound', what: 'meeting' },
    });
  });
});

describe('what became of a planned meeting', () => {
  it.each([
    [
      { kind: 'cancelled', by: 'them' },
      { status: 'cancelled', calledOffBy: 'them' },
    ],
    [
      { kind: 'cancelled', by: 'me' },
      { status: 'cancelled', calledOffBy: 'me' },
    ],
    [{ kind: 'noShow' }, { status: 'noShow' }],
  ] as const)('%o is kept, once, and undone in one step', async (as, kept) => {
    const { calls, id, store } = await withAda();
    await calls['meetings.settle']({ id, as });
    expect(store.tables.get('interaction', id)).toMatchObject(kept);
    await expect(calls['meetings.settle']({ id, as })).rejects.toMatchObject({
      failure: { kind: 'changedMeanwhile' },
    });
    await calls['history.undo']({});
    expect(store.tables.get('interaction', id)?.status).toBe('planned');
  });

  it('reminders are counted one by one', async () => {
    const { calls, id, store } = await withAda();
    expect(await calls['meetings.remind']({ id })).toEqual({ remindersSent: 1 });
    expect(await calls['meetings.remind']({ id })).toEqual({ remindersSent: 2 });
    await calls['history.undo']({});
    expect(store.tables.get('interaction', id)?.remindersSent).toBe(1);
  });

  it('is asked for on Today once its time has come, and no more once it was said', async () => {
    const { calls, id } = await withAda({ at: '2026-05-03T10:00:00+00:00' });
    const page = async () => calls['today.page']({ lines: 10 });
    expect((await page()).unsettled).toMatchObject([{ id, people: [{ name: 'Ada' }] }]);
    expect((await page()).comingUp).toEqual([]);
    await calls['meetings.settle']({ id, as: { kind: 'cancelled', by: 'me' } });
    expect((await page()).unsettled).toEqual([]);
  });
});
