import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeOf, patched } from '../../electron/journal/changes/edit';
import { JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import type { AnyRecord } from '../../shared/model/record';
import { recordTypes } from '../../shared/model/record-types';
import { created } from '../../shared/model/stamp';
import { failed, success } from '../../shared/result';
import { addPerson, keep, names, tempFolder, testOptions } from '../unit/electron/journal/temp-journal';
import { filesIn } from './golden';

/** A journal whose clock says what it is told to. */
async function journalAt(folder: string, clock: { at: string }, isNew = false): Promise<JournalStore> {
  const options = { ...testOptions(folder), now: () => new Date(clock.at) };
  return keep(isNew ? await JournalStore.create(options) : await JournalStore.open(options));
}

const newFolder = () => join(tempFolder(), 'Rapport');

function records(store: JournalStore): AnyRecord[] {
  return recordTypes.flatMap((type): AnyRecord[] => [...store.tables.all(type)]);
}

const latest = (store: JournalStore): string =>
  records(store).reduce((found, { rev }) => (rev > found ? rev : found), '');

async function rename(store: JournalStore, from: string, to: string): Promise<void> {
  const answer = await store.change(`${from} to ${to}`, (tables, stamp) => {
    const found = [...tables.all('person')].find(({ name }) => name === from);
    return found
      ? success([patched('person', found, { name: to }, stamp)])
      : failed({ kind: 'notFound', what: 'person' });
  });
  valueOrThrow(answer);
}

async function deletePerson(store: JournalStore, name: string): Promise<void> {
  const found = [...store.tables.all('person')].find((person) => person.name === name);
  valueOrThrow(await store.change('delete', () => success([changeOf('person', found, undefined)])));
}

async function addEntry(store: JournalStore, at: string): Promise<void> {
  const answer = await store.change('entry', (tables, stamp) => {
    const [person] = tables.all('person');
    const entry = {
      participants: [{ personId: person?.id ?? '' }],
      status: 'held' as const,
      at,
      kind: 'coffee' as const,
    };
    return success([changeOf('interaction', undefined, created(entry, stamp))]);
  });
  valueOrThrow(answer);
}

describe('a clock that is set back', () => {
  it('within a session: revisions go on rising, and undo takes back what was done last', async () => {
    const clock = { at: '2026-05-04T09:00:00Z' };
    const store = await journalAt(newFolder(), clock, true);
    const revs: string[] = [];
    for (const at of [
      '2026-05-04T09:00:01Z',
      '2020-01-01T00:00:00Z',
      '1969-12-31T00:00:00Z',
      '2026-05-04T09:00:01Z',
      '2031-01-01T00:00:00Z',
      '2026-05-05T00:00:00Z',
    ]) {
      clock.at = at;
      revs.push((await addPerson(store, `At ${at}`)).rev);
    }
    expect([...new Set(revs)].sort((a, b) => (a < b ? -1 : 1))).toEqual(revs);
    for (const at of ['2026-05-05T00:00:00Z', '2031-01-01T00:00:00Z', '2026-05-04T09:00:01Z'])
      expect(valueOrThrow(await store.undo())).toEqual({ label: `At ${at}` });
    expect(valueOrThrow(await store.redo())).toEqual({ label: 'At 2026-05-04T09:00:01Z' });
    expect(names(store)).toHaveLength(4);
  });

  it.each([
    ['folded', (store: JournalStore) => store.close()],
    ['only in the log', (store: JournalStore) => store.release()],
  ])(
    'between two sessions: revisions go on rising, also after what had the latest is deleted (%s)',
    async (_, end) => {
      const folder = newFolder();
      const store = await journalAt(folder, { at: '2026-05-04T09:00:00Z' }, true);
      await addPerson(store, 'Ada');
      const { rev } = await addPerson(store, 'Bea');
      await deletePerson(store, 'Bea');
      expect(latest(store) < rev).toBe(true);
      valueOrThrow(await end(store));
      const again = await journalAt(folder, { at: '2020-01-01T00:00:00Z' });
      expect((await addPerson(again, 'Cem')).rev > rev).toBe(true);
      valueOrThrow(await end(again));
      const third = await journalAt(folder, { at: '2019-01-01T00:00:00Z' });
      const before = latest(third);
      expect((await addPerson(third, 'Dora')).rev > before).toBe(true);
      expect(third.findings).toEqual([]);
    },
  );

  it('what was changed last is what is there, whatever the clock said, when the log is replayed', async () => {
    const folder = newFolder();
    const clock = { at: '2026-05-04T09:00:00Z' };
    const store = await journalAt(folder, clock, true);
    await addPerson(store, 'First');
    for (const [at, from, to] of [
      ['2026-05-05T09:00:00Z', 'First', 'Second'],
      ['2020-01-01T00:00:00Z', 'Second', 'Third'],
    ] as const) {
      clock.at = at;
      await rename(store, from, to);
    }
    await store.release();
    expect(names(await journalAt(folder, { at: '2018-01-01T00:00:00Z' }))).toEqual(['Third']);
  });

  it('the history stays in the order of the changes', async () => {
    const folder = newFolder();
    const store = await journalAt(folder, { at: '2026-05-04T09:00:00Z' }, true);
    const { id } = await addPerson(store, 'First');
    await rename(store, 'First', 'Second');
    await store.close();
    const again = await journalAt(folder, { at: '2020-01-01T00:00:00Z' });
    await rename(again, 'Second', 'Third');
    await again.fold();
    await rename(again, 'Third', 'Fourth');
    const lines = await again.historyOf('person', id);
    const was = lines.flatMap((line) =>
      line.was.map(({ before }) => before && 'name' in before && before.name),
    );
    expect(was).toEqual(['First', 'Second', 'Third']);
  });

  it('of an entry that stands in two files the one that was changed last counts, not the one with the later date', async () => {
    const folder = newFolder();
    const store = await journalAt(folder, { at: '2026-05-04T09:00:00Z' }, true);
    await addPerson(store, 'Ada');
    await addEntry(store, '2025-03-01T10:00:00Z');
    await store.close();
    const former = join(tempFolder(), '2025.json');
    copyFileSync(join(folder, 'entries', '2025.json'), former);
    const again = await journalAt(folder, { at: '2020-01-01T00:00:00Z' });
    const [entry] = again.tables.all('interaction');
    if (!entry) throw new Error('The entry is missing.');
    const moved = await again.change('another day', (_, stamp) =>
      success([patched('interaction', entry, { at: '2024-02-29T10:00:00Z' }, stamp)]),
    );
    valueOrThrow(moved);
    await again.close();
    copyFileSync(former, join(folder, 'entries', '2025.json'));
    const third = await journalAt(folder, { at: '2020-01-02T00:00:00Z' });
    expect([...third.tables.all('interaction')].map(({ at }) => at)).toEqual(['2024-02-29T10:00:00Z']);
    expect(third.findings.map(({ kind }) => kind)).toContain('recordsTwice');
  });

  it('a revision that was made up by hand does not pass for the latest', async () => {
    const folder = newFolder();
    const store = await journalAt(folder, { at: '2026-05-04T09:00:00Z' }, true);
    await addPerson(store, 'Ada');
    const { rev } = await addPerson(store, 'Bea');
    await store.close();
    const people = JSON.parse(readFileSync(join(folder, 'people.json'), 'utf8')) as {
      people: { rev: string }[];
    };
    people.people[0] = { ...people.people[0], rev: 'mine' };
    writeFileSync(join(folder, 'people.json'), JSON.stringify(people));
    const again = await journalAt(folder, { at: '2020-01-01T00:00:00Z' });
    expect((await addPerson(again, 'Cem')).rev > rev).toBe(true);
  });

  it('copies of damaged files of the same second do not replace each other', async () => {
    const folder = newFolder();
    const clock = { at: '2026-05-04T09:00:00Z' };
    const store = await journalAt(folder, clock, true);
    await addPerson(store, 'Ada');
    await store.close();
    for (const name of ['Adam', 'Adah']) {
      writeFileSync(
        join(folder, 'people.json'),
        readFileSync(join(folder, 'people.json'), 'utf8').replace(/"Ada."|"Ada"/, `"${name}"`),
      );
      await (await journalAt(folder, clock)).close();
    }
    const copies = readdirSync(folder).filter((name) => name.startsWith('people.json.edited-'));
    expect(copies).toHaveLength(2);
    expect(new Set(copies.map((name) => filesIn(folder).get(name))).size).toBe(2);
  });
});
