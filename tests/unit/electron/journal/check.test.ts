import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkHandlers } from '../../../../electron/journal/check/handlers';
import { Journal } from '../../../../electron/journal/journal';
import { type JournalStore, valueOrThrow } from '../../../../electron/journal/journal-store';
import { addPerson, names, newStore, openStore, tempFolder, testOptions } from './temp-journal';

const WRITTEN_AT = new Date('2026-05-04T09:30:00Z');

let folder: string;
let store: JournalStore;

beforeEach(async () => {
  folder = join(tempFolder(), 'Rapport');
  const before = await newStore(folder);
  await addPerson(before, 'Ada');
  valueOrThrow(await before.close());
  utimesSync(join(folder, 'people.json'), WRITTEN_AT, WRITTEN_AT);
  store = await openStore(folder);
  await addPerson(store, 'Bea');
});

/** Bytes that changed by themselves: by length and time it is the same file. */
function rot(name: string, change: (text: string) => string): string {
  const path = join(folder, name);
  const rotten = change(readFileSync(path, 'utf8'));
  writeFileSync(path, rotten);
  utimesSync(path, WRITTEN_AT, WRITTEN_AT);
  return rotten;
}

function check(signal: AbortSignal = new AbortController().signal) {
  const options = testOptions(folder);
  const seen: [number, number][] = [];
  const handlers = checkHandlers(new Journal(store, options.now), {
    options,
    inTurn: (work) => work({ signal, onProgress: (done, total) => seen.push([done, total]) }),
  });
  return { handlers, seen };
}

const copies = (): string[] => readdirSync(folder).filter((name) => name.includes('.damaged-'));

describe('checking the journal that is open', () => {
  it('finds a whole one whole, changes that are only in the log among it, and says how far it is', async () => {
    const { handlers, seen } = check();
    const found = await handlers['check.journal']({});
    expect(found).toMatchObject({ problems: [], notes: [], differing: 0, canMend: false });
    expect(found.files).toContainEqual({ file: 'people.json', state: 'ok', items: 2 });
    expect(found.files).toContainEqual({ file: 'changes.ndjson', state: 'ok', items: 1 });
    const [done, total] = seen.at(-1) ?? [0, 1];
    expect(done).toBe(total);
  });

  it('finds a file damaged, and a line of the log, and writes both anew; what was found is kept', async () => {
    const people = rot('people.json', (text) => text.replace('"name":"Ada"', '\0\0\0\0\0\0:"Ada"'));
    const log = rot('changes.ndjson', (text) => text.replace('Bea', 'Bee'));
    const { handlers } = check();
    const found = await handlers['check.journal']({});
    expect(found).toMatchObject({ differing: 2, canMend: true });
    expect(found.problems).toHaveLength(2);
    expect(copies()).toEqual([]);
    const mended = await handlers['check.mend']({});
    expect(mended).toMatchObject({ problems: [], differing: 0, canMend: false });
    expect(
      copies()
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .sort(),
    ).toEqual([people, log].sort());
    await addPerson(store, 'Cem');
    valueOrThrow(await store.close());
    const again = await openStore(folder);
    expect(names(again)).toEqual(['Ada', 'Bea', 'Cem']);
    expect(again.notices).toEqual([]);
  });

  it('that is given up has changed nothing', async () => {
    const given = new AbortController();
    given.abort();
    await expect(check(given.signal).handlers['check.mend']({})).rejects.toMatchObject({
      failure: { kind: 'cancelled' },
    });
    expect(copies()).toEqual([]);
  });
});
