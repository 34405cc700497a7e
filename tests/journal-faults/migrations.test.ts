import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBackup } from '../../electron/backup/read-backup';
import { writeBackup } from '../../electron/backup/write-backup';
import { diskFs } from '../../electron/journal/files/fs';
import { JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import type { Format } from '../../shared/model/migrations';
import { addPerson, tempFolder, testOptions } from '../unit/electron/journal/temp-journal';
import { contentOf, copyGolden, expected, filesIn, GOLDEN, goldenContent, without } from './golden';
import { madeUpFormat, migrated, withMistake } from './made-up-format';

function goldenCopy(what: Parameters<typeof copyGolden>[1] = {}): string {
  const folder = join(tempFolder(), 'Rapport');
  copyGolden(folder, what);
  return folder;
}

const optionsOf = (folder: string, format: Format = madeUpFormat) => ({ ...testOptions(folder), format });
const inWords = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');
const volumes = ['journal.json', 'people.json', 'promises.json', 'entries/2025.json', 'entries/2026.json'];
const journalFiles = [...volumes, 'changes.ndjson', 'history/2026.ndjson'];
const COPY = /\.format-1-\d{4}-\d\d-\d\dT\d{6}$/;

describe('a journal of an earlier format', () => {
  it('is brought to the new one whole: records, the log, the history, and what no version knows', async () => {
    const folder = goldenCopy();
    const store = valueOrThrow(await JournalStore.open({ ...optionsOf(folder), askFirst: true }));
    expect(store.findings).toEqual([{ kind: 'migrated', from: 1, to: 2 }]);
    expect(store.notices[0]?.message).toContain('with .format-1 and the date');
    expect(contentOf(store.tables)).toEqual(migrated(goldenContent));
    expect(store.forgotten).toEqual(expected.forgotten);
    const [former] = await store.historyOf('person', '01900000-0000-7000-8000-000000000004');
    expect(former?.was).toMatchObject([{ before: { notes: 'e\u0301 and \u00e9 (format 2)' } }]);
    for (const name of volumes) {
      const header = JSON.parse(inWords(folder, name)) as object;
      expect(header).toMatchObject({ formatVersion: 2, era: 'second' });
    }
    const people = JSON.parse(inWords(folder, 'people.json')) as object;
    expect(people).toMatchObject({ ...expected.unknownInPeople.header, ...expected.unknownInPeople.lists });
    expect(inWords(folder, 'changes.ndjson')).toBe('');
    await store.close();
  });

  it('is kept as it was, file by file, and the copies are a journal that the former version opens', async () => {
    const folder = goldenCopy();
    const store = valueOrThrow(await JournalStore.open(optionsOf(folder)));
    await addPerson(store, 'Zoë');
    await store.close();
    const golden = filesIn(GOLDEN);
    const copies = [...filesIn(folder)].filter(([name]) => COPY.test(name));
    expect(new Map(copies.map(([name, bytes]) => [name.replace(COPY, ''), bytes]))).toEqual(
      new Map(journalFiles.map((name) => [name, golden.get(name)])),
    );
    for (const [name] of copies) renameSync(join(folder, name), join(folder, name.replace(COPY, '')));
    const former = valueOrThrow(await JournalStore.open({ ...testOptions(folder), askFirst: true }));
    expect(contentOf(former.tables)).toEqual(goldenContent);
    await former.close();
  });

  it('is so once: opened again it is the same, and no further copies are made', async () => {
    const folder = goldenCopy();
    await valueOrThrow(await JournalStore.open(optionsOf(folder))).close();
    const before = filesIn(folder);
    const again = valueOrThrow(await JournalStore.open(optionsOf(folder)));
    expect(again.findings).toEqual([]);
    expect(contentOf(again.tables)).toEqual(migrated(goldenContent));
    await again.close();
    expect(filesIn(folder)).toEqual(before);
  });

  it('is refused by the former version afterwards', async () => {
    const folder = goldenCopy();
    await valueOrThrow(await JournalStore.open(optionsOf(folder))).close();
    const opened = await JournalStore.open(testOptions(folder));
    expect(opened).toMatchObject({ ok: false, failure: { kind: 'newerFormat', found: 2, supported: 1 } });
  });

  it('that is damaged is first asked about, untouched; then what is kept is the damaged file', async () => {
    const folder = goldenCopy({ damaged: 'bit-flipped' });
    const before = filesIn(folder);
    const asked = await JournalStore.open({ ...optionsOf(folder), askFirst: true });
    expect(asked).toMatchObject({ ok: false, failure: { kind: 'needsRecovery' } });
    expect(filesIn(folder)).toEqual(before);
    const store = valueOrThrow(await JournalStore.open({ ...optionsOf(folder), rescue: true }));
    expect(store.findings).toMatchObject([
      { kind: 'fileDamaged', file: 'people.json', rescued: 4, lostLines: 1 },
      { kind: 'migrated', from: 1, to: 2 },
    ]);
    expect(contentOf(store.tables)).toEqual(migrated(without(goldenContent, ['person 3'])));
    await store.close();
    const kept = [...filesIn(folder)].filter(([name]) => name.startsWith('people.json.'));
    expect(kept.map(([, bytes]) => bytes)).toEqual([before.get('people.json'), before.get('people.json')]);
  });

  it('of which one file is put back by hand later: its records are brought along, and that is told', async () => {
    const folder = goldenCopy();
    await valueOrThrow(await JournalStore.open(optionsOf(folder))).close();
    writeFileSync(join(folder, 'people.json'), readFileSync(join(GOLDEN, 'people.json')));
    const store = valueOrThrow(await JournalStore.open(optionsOf(folder)));
    expect(store.findings).toMatchObject([{ kind: 'fileOlder', file: 'people.json' }]);
    // Her last change was in the log, which has been folded since: the older file has her as she was before.
    expect(contentOf(store.tables)['person 1']).toMatchObject({
      name: 'Łucja Święcka-Ångström',
      role: 'Pilot',
    });
    expect(without(contentOf(store.tables), ['person 1'])).toEqual(
      without(migrated(goldenContent), ['person 1']),
    );
    await store.close();
    expect(JSON.parse(inWords(folder, 'people.json'))).toMatchObject({ formatVersion: 2 });
  });
});

describe('a migration with a mistake in it', () => {
  const asIs = (record: object): object => record;
  const failing = (detail: string) => () => {
    throw new Error(detail);
  };
  it.each<[string, Format, object]>([
    [
      'that throws',
      withMistake('people', failing('No such shoe.')),
      { file: 'people.json', detail: 'No such shoe.' },
    ],
    [
      'that makes a record invalid',
      withMistake('timeLogs', (record) => ({ ...record, minutes: -1 })),
      { file: 'entries/2025.json', detail: '1 of its records would not be valid.' },
    ],
    [
      'that makes only a record of the log invalid',
      withMistake('interactions', (record) =>
        'notes' in record && String(record.notes).startsWith('予定') ? {} : record,
      ),
      { file: 'changes.ndjson', detail: 'one of its records (interaction) would not be valid.' },
    ],
    [
      'of which a step is missing',
      { ...withMistake('people', asIs), version: 3 },
      { file: 'journal.json', to: 3, detail: 'There is no migration from format 2 to 3.' },
    ],
  ])('%s: nothing is touched, it is said, and the former version opens it', async (_, format, failure) => {
    const folder = goldenCopy();
    const opened = await JournalStore.open({ ...optionsOf(folder, format), askFirst: true });
    expect(opened).toEqual({ ok: false, failure: { kind: 'migrationFailed', from: 1, to: 2, ...failure } });
    expect(filesIn(folder)).toEqual(filesIn(GOLDEN));
    const former = valueOrThrow(await JournalStore.open(testOptions(folder)));
    expect(contentOf(former.tables)).toEqual(goldenContent);
    await former.close();
  });
});

describe('a backup of an earlier format', () => {
  it('is read in the new one, with its history; and the file stays as it is', async () => {
    const store = valueOrThrow(await JournalStore.open(testOptions(goldenCopy())));
    const folder = tempFolder();
    const options = { fs: diskFs, folder, kind: 'byHand', now: () => new Date() } as const;
    const { path } = valueOrThrow(await writeBackup(store.snapshot(), options));
    await store.close();
    const before = filesIn(folder);
    const read = valueOrThrow(await readBackup(diskFs, path, undefined, madeUpFormat));
    expect(contentOf(read.tables)).toEqual(migrated(goldenContent));
    const former = read.history.flatMap(({ was }) => was.map((item) => item.before));
    expect(former).toContainEqual(expect.objectContaining({ notes: 'e\u0301 and \u00e9 (format 2)' }));
    expect(filesIn(folder)).toEqual(before);
  });
});
