import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeOf } from '../../electron/journal/changes/edit';
import { JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import type { Migration } from '../../shared/model/migrations';
import { success } from '../../shared/result';
import {
  addPerson,
  keep,
  names,
  newStore,
  tempFolder,
  testOptions,
} from '../unit/electron/journal/temp-journal';
import { filesIn } from './golden';

type Sizes = readonly [before: number, after: number][];

const MISTAKES: Sizes = [
  // More than half of many are gone.
  [40, 19],
  [41, 20],
  [30, 10],
  // All of them, however few they were.
  [2, 0],
  [1, 0],
];

const FINE: Sizes = [
  [40, 20],
  // Of few records many are deleted by hand.
  [30, 11],
  [20, 1],
  [2, 1],
];

async function journalOf(count: number): Promise<JournalStore> {
  const store = await newStore(join(tempFolder(), 'Rapport'));
  for (let number = 1; number <= count; number++) await addPerson(store, `Person ${number}`);
  valueOrThrow(await store.fold());
  return store;
}

/** Leaves the first people in the file, as somebody with an editor would. */
async function closedAndEdited(before: number, after: number): Promise<string> {
  const store = await journalOf(before);
  await store.close();
  const path = join(store.folder, 'people.json');
  const content = JSON.parse(readFileSync(path, 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...content, people: peopleIn(store.folder).slice(0, after) }));
  return store.folder;
}

const failureOf = (before: number, after: number) => ({
  ok: false,
  failure: { kind: 'journalShrank', what: 'people.json', before, after },
});

describe.each(MISTAKES)('from %i records to %i', (before, after) => {
  it('is refused when no change says so, and not written', async () => {
    const store = await journalOf(before);
    const written = readFileSync(join(store.folder, 'people.json'), 'utf8');
    await loseAllBut(store, after);
    expect(await store.fold()).toEqual(failureOf(before, after));
    expect(readFileSync(join(store.folder, 'people.json'), 'utf8')).toBe(written);
  });

  it('is refused in a file that was changed by hand, or asked about, and nothing touched', async () => {
    const folder = await closedAndEdited(before, after);
    const found = filesIn(folder);
    expect(await JournalStore.open(testOptions(folder))).toEqual(failureOf(before, after));
    const asked = await JournalStore.open({ ...testOptions(folder), askFirst: true });
    expect(asked).toEqual({ ok: false, failure: { kind: 'needsRecovery', folder } });
    expect(filesIn(folder)).toEqual(found);
  });

  it('is taken over when the user chose so, and the file is kept', async () => {
    const folder = await closedAndEdited(before, after);
    const found = filesIn(folder).get('people.json');
    const chosen = keep(await JournalStore.open({ ...testOptions(folder), rescue: true }));
    expect(chosen.findings).toMatchObject([{ kind: 'fileShrank', records: after, expected: before }]);
    expect(chosen.notices[0]?.message).toContain(`it has ${after} records, and had ${before}.`);
    const aside = [...filesIn(folder)].filter(([name]) => name.startsWith('people.json.damaged-'));
    expect(aside.map(([, bytes]) => bytes)).toEqual([found]);
  });
});

describe.each(FINE)('from %i records to %i', (before, after) => {
  it('is written', async () => {
    const store = await journalOf(before);
    await loseAllBut(store, after);
    expect(await store.fold()).toEqual(success(null));
    expect(peopleIn(store.folder)).toHaveLength(after);
  });

  it('is taken over from a file that was changed by hand, and told', async () => {
    const folder = await closedAndEdited(before, after);
    const store = keep(await JournalStore.open({ ...testOptions(folder), askFirst: true }));
    expect(store.notices).toMatchObject([{ kind: 'editedByHand' }]);
    expect(names(store)).toHaveLength(after);
  });
});

describe('a journal that the user empties', () => {
  it('is written: each change says so, and undoing one brings all back', async () => {
    const store = await journalOf(40);
    const gone = [...store.tables.all('person')].map((person) => changeOf('person', person, undefined));
    valueOrThrow(await store.change('clearing', () => success(gone)));
    expect(await store.fold()).toEqual(success(null));
    valueOrThrow(await store.undo());
    valueOrThrow(await store.close());
    const again = keep(await JournalStore.open({ ...testOptions(store.folder), askFirst: true }));
    expect(again.findings).toEqual([]);
    expect(names(again)).toHaveLength(40);
  });
});

describe('a migration that leaves hardly anything', () => {
  it('is refused, and nothing is touched', async () => {
    const store = await journalOf(40);
    await store.close();
    const before = filesIn(store.folder);
    const migrate: Migration['migrate'] = ({ header, lists }) => ({
      header,
      lists: 'people' in lists ? { ...lists, people: [] } : lists,
    });
    const format = { version: 2, migrations: [{ from: 1, migrate }] };
    const opened = await JournalStore.open({ ...testOptions(store.folder), format });
    expect(opened).toMatchObject({
      failure: { kind: 'migrationFailed', detail: 'of its 40 records 0 would be left.' },
    });
    expect(filesIn(store.folder)).toEqual(before);
  });
});

function peopleIn(folder: string): object[] {
  return (JSON.parse(readFileSync(join(folder, 'people.json'), 'utf8')) as { people: object[] }).people;
}

/** What a mistake of our own would do: records that are gone from memory without a change. */
async function loseAllBut(store: JournalStore, count: number): Promise<void> {
  for (const { id } of [...store.tables.all('person')].slice(count)) store.tables.remove('person', id);
  // So that the file is to be written, without a person more or less.
  const person = await addPerson(store, 'Passing by');
  valueOrThrow(await store.change('delete', () => success([changeOf('person', person, undefined)])));
}
