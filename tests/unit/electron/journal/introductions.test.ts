import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../../electron/journal/files/failure-error';
import type { Person } from '../../../../shared/model/person';
import { debriefWith, FIRST_PAGE, openTestJournal } from './open-journal-for-test';
import { addPerson } from './temp-journal';

async function journalWith(...names: string[]) {
  const test = await openTestJournal();
  const people: Person[] = [];
  for (const name of names) people.push(await addPerson(test.store, name));
  return { ...test, people };
}

async function refusal(work: unknown) {
  try {
    await work;
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  throw new Error('It was accepted.');
}

const at = '2026-05-01T12:00:00+00:00';

describe('an introduction', () => {
  it('is saved with the people who are new in it, found on both pages, and undone as one', async () => {
    const { calls, store, people } = await journalWith('Ruth');
    const [ruth] = people;
    if (!ruth) throw new Error('Nobody was added.');
    const { id } = await calls['introductions.save']({
      editing: null,
      introduction: { by: ruth.id, a: 'me', b: 'new:1', at, outcome: 'We share a landlord.' },
      newPeople: [{ key: 'new:1', name: 'Tom' }],
    });
    const tom = [...store.tables.all('person')].find(({ name }) => name === 'Tom');
    expect(store.tables.get('introduction', id)).toMatchObject({ by: ruth.id, a: 'me', b: tom?.id });
    expect((await calls['introductions.of']({ id: ruth.id })).ledTo).toMatchObject([{ to: { name: 'Tom' } }]);
    expect(await calls['introductions.of']({ id: tom?.id ?? '' })).toMatchObject({
      introducers: [{ by: { name: 'Ruth' }, lead: { on: '2026-05-01', introductionId: id } }],
    });
    expect(await calls['people.page']({ id: tom?.id ?? '' })).toMatchObject({
      introducers: [{ name: 'Ruth' }],
    });
    const found = await calls['search.query']({ text: 'landlord', ...FIRST_PAGE });
    expect(found.rows).toMatchObject([
      { type: 'introduction', id, title: { text: 'Ruth introduced you to Tom' }, on: '2026-05-01' },
    ]);
    await calls['history.undo']({});
    expect(store.tables.count('introduction')).toBe(0);
    expect(store.tables.count('person')).toBe(1);
  });

  it('needs three different people, of the journal, and a day that has come', async () => {
    const { calls, people } = await journalWith('Ruth', 'Tom');
    const [ruth = '', tom = ''] = people.map(({ id }) => id);
    const save = (introduction: { by: string; a: string; b: string; at?: string }) =>
      refusal(
        calls['introductions.save']({ editing: null, introduction: { at, ...introduction }, newPeople: [] }),
      );
    expect(await save({ by: ruth, a: 'me', b: 'me' })).toMatchObject({ kind: 'invalidInput' });
    expect(await save({ by: ruth, a: ruth, b: tom })).toMatchObject({
      fields: { 'introduction.by': expect.stringContaining('third person') },
    });
    expect(await save({ by: ruth, a: 'me', b: tom, at: '2026-05-05T12:00:00+00:00' })).toMatchObject({
      fields: { 'introduction.at': 'This day has not come yet.' },
    });
    const nobody = '01900000-0000-7000-8000-000000000099';
    expect(await save({ by: nobody, a: 'me', b: tom })).toEqual({ kind: 'notFound', what: 'person' });
  });

  it('is changed and deleted, and undo brings it back', async () => {
    const { calls, store, people } = await journalWith('Ruth', 'Tom');
    const [by = '', b = ''] = people.map(({ id }) => id);
    const introduction = { by, a: 'me', b, at };
    const { id } = await calls['introductions.save']({ editing: null, introduction, newPeople: [] });
    const { rev } = (await calls['introductions.get']({ id })).introduction;
    const changed = { ...introduction, outcome: 'Lunch.' };
    await calls['introductions.save']({ editing: { id, rev }, introduction: changed, newPeople: [] });
    expect(store.tables.get('introduction', id)?.outcome).toBe('Lunch.');
    await calls['introductions.delete']({ id });
    expect(await refusal((async () => calls['introductions.get']({ id }))())).toEqual({
      kind: 'notFound',
      what: 'introduction',
    });
    await calls['history.undo']({});
    expect((await calls['introductions.get']({ id })).introduction.outcome).toBe('Lunch.');
  });
});

describe('thanks', () => {
  it('are noted in the record of the introduction', async () => {
    const { calls, store, people } = await journalWith('Ruth', 'Tom');
    const [by = '', b = ''] = people.map(({ id }) => id);
    const introduction = { by, a: b, b: 'me', at };
    const { id } = await calls['introductions.save']({ editing: null, introduction, newPeople: [] });
    await calls['introductions.mark']({ by, a: 'me', b, thanked: true });
    await calls['introductions.mark']({ by, a: 'me', b, reportedBack: true });
    expect(store.tables.get('introduction', id)).toMatchObject({ thanked: true, reportedBack: true });
    expect(store.tables.count('introduction')).toBe(1);
    await calls['history.undo']({});
    expect(store.tables.get('introduction', id)?.reportedBack).toBeUndefined();
  });

  it('begin a record where an entry or a person’s form is all there is, on its day', async () => {
    const { calls, store, people } = await journalWith('Ruth');
    const by = people[0]?.id ?? '';
    const exchange = {
      direction: 'received',
      kind: 'introduction',
      size: 2,
      aboutPersonId: 'new:1',
    } as const;
    await calls['interactions.save'](
      debriefWith(
        [by],
        { at: '2026-04-30T08:00:00+00:00', exchanges: [exchange] },
        { newPeople: [{ key: 'new:1', name: 'Tom' }] },
      ),
    );
    const tom = [...store.tables.all('person')].find(({ name }) => name === 'Tom');
    // Spoken of, not met.
    expect(tom?.met).toBeUndefined();
    const b = tom?.id ?? '';
    expect((await calls['introductions.of']({ id: b })).introducers).toMatchObject([
      { by: { name: 'Ruth' }, lead: { on: '2026-04-30', introductionId: null, thanked: false } },
    ]);
    await calls['introductions.mark']({ by, a: 'me', b, thanked: true });
    const [record] = store.tables.all('introduction');
    expect(record).toMatchObject({ by, a: 'me', b, thanked: true });
    expect(record?.at.slice(0, 16)).toBe('2026-04-30T12:00');
    const { doors } = (await calls['insights.page']({})).overview;
    expect(doors).toMatchObject({ unthanked: 0, most: [{ by, people: 1 }] });
  });
});

describe('the network', () => {
  it('draws each under whoever led to them, apart from each other, and leaves out whom nobody led to', async () => {
    const { calls, store, people } = await journalWith('Ruth', 'Nobody’s');
    const ruth = people[0]?.id ?? '';
    const tom = (await addPerson(store, 'Tom', { met: { introducedBy: [ruth] } })).id;
    const standing = { kind: 'letGo', since: '2026-01-01' } as const;
    await addPerson(store, 'Uma', { met: { introducedBy: [tom, ruth] }, standing });
    await addPerson(store, 'Vic', { met: { introducedBy: [ruth] } });
    const page = await calls['network.page']({});
    const named = Object.fromEntries(page.people.map((person) => [person.name, person]));
    const at = (name: string) => page.people.findIndex((person) => person.name === name);
    expect(named['Ruth']).toMatchObject({ parent: null, depth: 1, led: 3, below: 3 });
    expect(named['Tom']).toMatchObject({ parent: at('Ruth'), depth: 2, led: 1 });
    const first = named['Uma']?.parent ?? null;
    expect(new Set([first, ...(named['Uma']?.others ?? [])])).toEqual(new Set([at('Ruth'), at('Tom')]));
    expect(page.apart).toBe(1);
    const rows = page.people.map(({ depth, row }) => `${depth} ${row}`);
    expect(new Set(rows).size).toBe(rows.length);
    expect(page.lastRow).toBe(Math.max(...page.people.map(({ row }) => row)));
    expect(page.rootRow).toBeGreaterThanOrEqual(0);
  });

  it('lists whom there is still to thank, but nobody who is left in peace', async () => {
    const { calls, store, people } = await journalWith('Ruth');
    const ruth = people[0]?.id ?? '';
    const standing = { kind: 'letGo', since: '2026-01-01' } as const;
    const gone = (await addPerson(store, 'Gone', { standing })).id;
    const tom = (await addPerson(store, 'Tom', { met: { introducedBy: [ruth, gone] } })).id;
    expect((await calls['network.page']({})).openThanks).toMatchObject({
      total: 1,
      leads: [{ by: { name: 'Ruth' }, to: { name: 'Tom' } }],
    });
    await calls['introductions.mark']({ by: ruth, a: 'me', b: tom, thanked: true, reportedBack: true });
    expect((await calls['network.page']({})).openThanks).toEqual({ total: 0, leads: [] });
  });
});

describe('what an introduction is told by', () => {
  it('keeps up: the overview follows the entry that names somebody who did not take part', async () => {
    const { calls, people } = await journalWith('Ruth', 'Tom');
    const [by = '', b = ''] = people.map(({ id }) => id);
    expect((await calls['insights.page']({})).overview.doors.most).toEqual([]);
    const exchange = { direction: 'received', kind: 'introduction', size: 2, aboutPersonId: b } as const;
    const { id } = await calls['interactions.save'](debriefWith([by], { exchanges: [exchange] }));
    expect((await calls['insights.page']({})).overview.doors.most).toMatchObject([{ by, people: 1 }]);
    await calls['interactions.delete']({ id });
    expect((await calls['insights.page']({})).overview.doors.most).toEqual([]);
  });

  it('when somebody is deleted, the entry stays an introduction, to nobody any more', async () => {
    const { calls, store, people } = await journalWith('Ruth', 'Tom');
    const [by = '', b = ''] = people.map(({ id }) => id);
    const exchange = { direction: 'given', kind: 'introduction', size: 2, aboutPersonId: b } as const;
    const { id } = await calls['interactions.save'](debriefWith([by], { exchanges: [exchange] }));
    expect((await calls['introductions.of']({ id: by })).made).toMatchObject([{ person: { name: 'Tom' } }]);
    await calls['people.delete']({ id: b });
    expect(store.tables.get('interaction', id)?.exchanges).toEqual([
      { direction: 'given', kind: 'introduction', size: 2 },
    ]);
    expect((await calls['introductions.of']({ id: by })).made).toEqual([]);
    await calls['history.undo']({});
    expect((await calls['introductions.of']({ id: by })).made).toHaveLength(1);
  });
});
