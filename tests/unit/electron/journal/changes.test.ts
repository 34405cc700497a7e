import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../../electron/journal/files/failure-error';
import type { Failure } from '../../../../shared/errors';
import { debriefWith, FIRST_PAGE, openTestJournal } from './open-journal-for-test';

async function failureOf(work: unknown): Promise<Failure> {
  try {
    await work;
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  throw new Error('It was accepted.');
}

describe('a debrief', () => {
  it('creates new people, the entry and its promises as one step of undo', async () => {
    const { calls, store } = await openTestJournal();
    const saved = await calls['interactions.save'](
      debriefWith(
        ['new:1', 'new:2'],
        {
          notes: 'Met [@Ada](rapport://person/new:1).',
          exchanges: [{ personId: 'new:2', direction: 'given', kind: 'advice', size: 2 }],
        },
        {
          newPeople: [
            { key: 'new:1', name: ' Ada Byrne ' },
            { key: 'new:2', name: 'Bea' },
          ],
          promises: [
            { personId: 'new:1', by: 'me', what: 'send the list', dueOn: '2026-05-08', status: 'open' },
          ],
        },
      ),
    );
    const [adaId = '', beaId] = saved.personIds;
    const entry = store.tables.get('interaction', saved.id);
    expect(store.tables.get('person', adaId)).toMatchObject({
      name: 'Ada Byrne',
      met: { date: '2026-05-04' },
    });
    expect(entry?.notes).toBe(`Met [@Ada](rapport://person/${adaId}).`);
    expect(entry?.exchanges?.[0]?.personId).toBe(beaId);
    expect(store.tables.promisesOf(adaId)).toMatchObject([
      { what: 'send the list', madeOn: '2026-05-04', interactionId: saved.id, status: 'open' },
    ]);
    await calls['history.undo']({});
    expect(
      store.tables.count('person') + store.tables.count('interaction') + store.tables.count('promise'),
    ).toBe(0);
    await calls['history.redo']({});
    expect(store.tables.get('interaction', saved.id)?.notes).toBe(entry?.notes);
  });

  it('stores nothing that was not touched', async () => {
    const { calls, store } = await openTestJournal();
    const { id } = await calls['interactions.save'](
      debriefWith(['new:1'], {}, { newPeople: [{ key: 'new:1', name: 'Ada' }] }),
    );
    expect(Object.keys(store.tables.get('interaction', id) ?? {}).sort()).toEqual(
      ['at', 'createdAt', 'id', 'kind', 'participants', 'rev', 'status', 'updatedAt'].sort(),
    );
  });

  it('edited: emptied fields go, promises left out go, those kept stay the same records', async () => {
    const { calls, store } = await openTestJournal();
    const { id, personIds } = await calls['interactions.save'](
      debriefWith(
        ['new:1'],
        { notes: 'first', place: 'Café' },
        {
          newPeople: [{ key: 'new:1', name: 'Ada' }],
          promises: [
            { personId: 'new:1', by: 'me', what: 'one', status: 'open' },
            { personId: 'new:1', by: 'them', what: 'two', status: 'open' },
          ],
        },
      ),
    );
    const before = await calls['interactions.get']({ id });
    const kept = before.promises.find(({ what }) => what === 'one');
    if (!kept) throw new Error('The promise was not saved.');
    await calls['interactions.save']({
      ...debriefWith(personIds, { notes: 'second' }),
      editing: { id, rev: before.interaction.rev },
      promises: [{ id: kept.id, personId: kept.personId, by: 'me', what: 'one', status: 'kept' }],
    });
    const after = await calls['interactions.get']({ id });
    expect(after.interaction.notes).toBe('second');
    expect(after.interaction).not.toHaveProperty('place');
    expect(after.promises).toMatchObject([{ id: kept.id, status: 'kept', closedOn: '2026-05-04' }]);
    expect(store.tables.count('promise')).toBe(1);
  });

  it('does not overwrite what was changed since it was opened', async () => {
    const { calls } = await openTestJournal();
    const { id, personIds } = await calls['interactions.save'](
      debriefWith(['new:1'], { notes: 'first' }, { newPeople: [{ key: 'new:1', name: 'Ada' }] }),
    );
    const opened = await calls['interactions.get']({ id });
    const editing = { id, rev: opened.interaction.rev };
    await calls['interactions.save']({ ...debriefWith(personIds, { notes: 'elsewhere' }), editing });
    const late = calls['interactions.save']({ ...debriefWith(personIds, { notes: 'late' }), editing });
    expect(await failureOf(late)).toEqual({ kind: 'changedMeanwhile', what: 'entry' });
    expect((await calls['interactions.get']({ id })).interaction.notes).toBe('elsewhere');
  });

  it.each([
    ['held in the future', { at: '2027-01-01T10:00:00+00:00' }, [], 'interaction.at'],
    [
      'answered before it was sent',
      { answeredAt: '2026-05-03T10:00:00+00:00' },
      [],
      'interaction.answeredAt',
    ],
    ['a promise due before it was made', {}, ['2026-05-03'], 'promises.0.dueOn'],
  ])('%s is refused at its field', async (_, fields, dueDates, field) => {
    const { calls, store } = await openTestJournal();
    const promises = dueDates.map((dueOn) => ({
      personId: 'new:1',
      by: 'me' as const,
      what: 'x',
      dueOn,
      status: 'open' as const,
    }));
    const refused = calls['interactions.save'](
      debriefWith(['new:1'], fields, { newPeople: [{ key: 'new:1', name: 'Ada' }], promises }),
    );
    const failure = await failureOf(refused);
    expect(failure.kind === 'invalidInput' && Object.keys(failure.fields)).toEqual([field]);
    expect(store.tables.count('person')).toBe(0);
  });

  it('of an earlier day moves the day on which they were met, and undo moves it back', async () => {
    const { calls, store } = await openTestJournal();
    const { personIds } = await calls['interactions.save'](
      debriefWith(['new:1'], {}, { newPeople: [{ key: 'new:1', name: 'Ada' }] }),
    );
    const met = () => store.tables.get('person', personIds[0] ?? '')?.met?.date;
    await calls['interactions.save'](debriefWith(personIds, { at: '2025-10-01T10:00:00+00:00' }));
    expect(met()).toBe('2025-10-01');
    await calls['history.undo']({});
    expect(met()).toBe('2026-05-04');
    await calls['interactions.save'](
      debriefWith(personIds, { at: '2025-10-01T10:00:00+00:00', status: 'cancelled' }),
    );
    expect(met()).toBe('2026-05-04');
  });

  it('that is only planned does not say when somebody new was met', async () => {
    const { calls, store } = await openTestJournal();
    const { personIds } = await calls['interactions.save'](
      debriefWith(
        ['new:1'],
        { status: 'planned', at: '2026-06-01T10:00:00+00:00' },
        { newPeople: [{ key: 'new:1', name: 'Ada' }] },
      ),
    );
    expect(store.tables.get('person', personIds[0] ?? '')).not.toHaveProperty('met');
  });

  it('with somebody who is not in the journal is refused', async () => {
    const { calls } = await openTestJournal();
    const stranger = '01900000-0000-7000-8000-000000000001';
    expect(await failureOf(calls['interactions.save'](debriefWith([stranger])))).toEqual({
      kind: 'notFound',
      what: 'person',
    });
  });

  it('deleted takes its promises along, and undo brings both back', async () => {
    const { calls, store } = await openTestJournal();
    const { id } = await calls['interactions.save'](
      debriefWith(
        ['new:1'],
        {},
        {
          newPeople: [{ key: 'new:1', name: 'Ada' }],
          promises: [{ personId: 'new:1', by: 'me', what: 'one', status: 'open' }],
        },
      ),
    );
    await calls['interactions.delete']({ id });
    expect(store.tables.count('promise')).toBe(0);
    await calls['history.undo']({});
    expect(store.tables.promisesMadeIn(id)).toHaveLength(1);
  });
});

describe('one-to-one rounds', () => {
  it('are one gathering and several entries, undone as one', async () => {
    const { calls, store } = await openTestJournal();
    const round = (name: string) =>
      debriefWith(['new:1'], { kind: 'oneToOne' }, { newPeople: [{ key: 'new:1', name }] });
    const saved = await calls['interactions.saveRounds']({
      gathering: { fields: { name: 'Rounds', from: '2026-05-04T07:00:00+00:00', format: 'oneToOneRounds' } },
      rounds: [round('Ada'), round('Bea'), round('Cem')],
    });
    expect(saved.ids).toHaveLength(3);
    expect(store.tables.interactionsAt(saved.gatheringId)).toHaveLength(3);
    const gathering = calls['gatherings.get']({ id: saved.gatheringId });
    expect(await gathering).toMatchObject({
      met: 3,
      people: [{ name: 'Ada', firstMet: true }, { name: 'Bea' }, { name: 'Cem' }],
    });
    await calls['history.undo']({});
    expect(
      store.tables.count('person') + store.tables.count('gathering') + store.tables.count('interaction'),
    ).toBe(0);
  });

  it('know somebody new from the round before by key and name', async () => {
    const { calls, store } = await openTestJournal();
    const round = (key: string, name: string) =>
      debriefWith([key], { kind: 'oneToOne' }, { newPeople: [{ key, name }] });
    const { ids } = await calls['interactions.saveRounds']({
      gathering: { fields: { name: 'Rounds', from: '2026-05-04T07:00:00+00:00' } },
      rounds: [
        round('new:1', 'Ada'),
        round('new:2', 'Bea'),
        round('new:1', 'Ada'),
        // Another person of the same name, and one whose key is not theirs alone.
        round('new:3', 'Ada'),
        round('new:1', 'Cem'),
      ],
    });
    const who = ids.map((id) => store.tables.get('interaction', id)?.participants[0]?.personId);
    expect(who[2]).toBe(who[0]);
    expect(new Set(who).size).toBe(4);
    expect(store.tables.count('person')).toBe(4);
  });

  it('say in which round something is wrong', async () => {
    const { calls } = await openTestJournal();
    const good = debriefWith(['new:1'], {}, { newPeople: [{ key: 'new:1', name: 'Ada' }] });
    const bad = debriefWith(
      ['new:1'],
      { at: '2030-01-01T00:00:00Z' },
      { newPeople: [{ key: 'new:1', name: 'Bea' }] },
    );
    const refused = calls['interactions.saveRounds']({
      gathering: { fields: { name: 'Rounds', from: '2026-05-04T07:00:00+00:00' } },
      rounds: [good, bad],
    });
    const failure = await failureOf(refused);
    expect(failure.kind === 'invalidInput' && Object.keys(failure.fields)).toEqual([
      'rounds.1.interaction.at',
    ]);
  });
});

describe('deleting a person', () => {
  it('takes their own entries and promises, leaves shared entries without them, and undoes whole', async () => {
    const { calls, store } = await openTestJournal();
    const shared = await calls['interactions.save'](
      debriefWith(
        ['new:1', 'new:2'],
        { exchanges: [{ personId: 'new:1', direction: 'given', kind: 'advice', size: 1 }] },
        {
          newPeople: [
            { key: 'new:1', name: 'Ada' },
            { key: 'new:2', name: 'Bea' },
          ],
          promises: [{ personId: 'new:1', by: 'me', what: 'one', status: 'open' }],
        },
      ),
    );
    const [ada = '', bea = ''] = shared.personIds;
    const alone = await calls['interactions.save'](debriefWith([ada]));
    expect(await calls['people.deletionEffect']({ id: ada })).toEqual({
      entriesDeleted: 1,
      entriesKept: 1,
      promisesDeleted: 1,
    });
    await calls['people.delete']({ id: ada });
    expect(store.tables.get('interaction', alone.id)).toBeUndefined();
    expect(store.tables.get('interaction', shared.id)).toMatchObject({
      participants: [{ personId: bea }],
      exchanges: [],
    });
    await calls['history.undo']({});
    expect(store.tables.interactionsOf(ada)).toHaveLength(2);
    expect(store.tables.promisesOf(ada)).toHaveLength(1);
  });
});

describe('people, promises, gatherings, circles', () => {
  it('a person is created, edited and keeps what the form did not show', async () => {
    const { calls } = await openTestJournal();
    const { id, rev } = await calls['people.save']({ editing: null, person: { name: 'Ada', role: 'Pilot' } });
    await calls['people.save']({ editing: { id, rev }, person: { name: 'Ada Byrne' } });
    const person = await calls['people.get']({ id });
    expect(person.name).toBe('Ada Byrne');
    expect(person).not.toHaveProperty('role');
    expect(person.createdAt < person.updatedAt).toBe(true);
  });

  it('a promise is closed on a day, opened again, and not closed before it was made', async () => {
    const { calls, store } = await openTestJournal();
    const { id: personId } = await calls['people.save']({ editing: null, person: { name: 'Ada' } });
    const promise = {
      personId,
      by: 'me' as const,
      what: 'send it',
      madeOn: '2026-05-01',
      status: 'open' as const,
    };
    const { id } = await calls['promises.save']({ editing: null, promise });
    await calls['promises.close']({ id, status: 'late', closedOn: '2026-05-03' });
    expect(store.tables.get('promise', id)).toMatchObject({ status: 'late', closedOn: '2026-05-03' });
    await calls['promises.close']({ id, status: 'open' });
    expect(store.tables.get('promise', id)).not.toHaveProperty('closedOn', expect.anything());
    const early = calls['promises.close']({ id, status: 'kept', closedOn: '2026-04-30' });
    expect(await failureOf(early)).toMatchObject({ kind: 'invalidInput' });
  });

  it('a gathering that ends before it starts is refused at its end', async () => {
    const { calls } = await openTestJournal();
    const gathering = { name: 'Club', from: '2026-05-04T10:00:00+02:00', to: '2026-05-04T07:59:00+00:00' };
    const refused = calls['gatherings.save']({ editing: null, gathering });
    expect(await failureOf(refused)).toEqual({
      kind: 'invalidInput',
      fields: { 'gathering.to': 'It ends before it starts.' },
    });
  });

  it('deleting a circle or a gathering leaves people and entries', async () => {
    const { calls, store } = await openTestJournal();
    const { id: circleId } = await calls['circles.save']({ editing: null, circle: { name: 'Club' } });
    const { id: gatheringId } = await calls['gatherings.save']({
      editing: null,
      gathering: { name: 'Breakfast', from: '2026-05-04T07:00:00+00:00', circleId },
    });
    const { id } = await calls['people.save']({
      editing: null,
      person: { name: 'Ada', circleIds: [circleId], met: { gatheringId } },
    });
    await calls['interactions.save'](debriefWith([id], { gatheringId }));
    await calls['circles.delete']({ id: circleId });
    await calls['gatherings.delete']({ id: gatheringId });
    expect(store.tables.get('person', id)).toMatchObject({ circleIds: [], met: {} });
    expect(store.tables.interactionsOf(id)[0]).not.toHaveProperty('gatheringId', gatheringId);
    expect(await calls['people.list']({ sort: 'name', descending: false, ...FIRST_PAGE })).toMatchObject({
      total: 1,
    });
  });
});
