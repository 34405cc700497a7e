import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeOf } from '../../../../../electron/journal/changes/edit';
import { JournalStore, valueOrThrow } from '../../../../../electron/journal/journal-store';
import type { Interaction } from '../../../../../shared/model/interaction';
import { created } from '../../../../../shared/model/stamp';
import { failed, success } from '../../../../../shared/result';
import { addPerson, names, newStore, openStore, tempFolder, testOptions } from '../temp-journal';

/** A closed journal with three people and one entry in each of two years. */
async function closedJournal(): Promise<string> {
  const folder = join(tempFolder(), 'Rapport');
  const store = await newStore(folder);
  const ada = await addPerson(store, 'Ada');
  await addPerson(store, 'Bea');
  await addPerson(store, 'Cem');
  for (const at of ['2025-12-31T23:30:00-05:00', '2026-03-01T10:00:00+00:00']) {
    valueOrThrow(
      await store.change('entry', (_, stamp) => {
        const entry = {
          participants: [{ personId: ada.id }],
          status: 'held',
          at,
          kind: 'coffee',
          notes: `met ${at}`,
        };
        return success([changeOf('interaction', undefined, created(entry, stamp) as Interaction)]);
      }),
    );
  }
  valueOrThrow(await store.close());
  return folder;
}

function edit(folder: string, name: string, change: (text: string) => string): string {
  const path = join(folder, name);
  const text = change(readFileSync(path, 'utf8'));
  writeFileSync(path, text);
  return text;
}

async function refusal(folder: string) {
  const opened = await JournalStore.open(testOptions(folder));
  if (opened.ok) throw new Error('It was opened.');
  return opened.failure;
}

describe('opening', () => {
  it('files entries by the year of their own date', async () => {
    const folder = await closedJournal();
    expect(readdirSync(join(folder, 'entries')).sort()).toEqual(['2025.json', '2026.json']);
    expect((await openStore(folder)).tables.count('interaction')).toBe(2);
  });

  it('files an entry whose year was mistyped, however early, and finds it again', async () => {
    const folder = await closedJournal();
    edit(folder, 'entries/2026.json', (text) => text.replace('"at":"2026-03-01', '"at":"0026-03-01'));
    valueOrThrow(await (await openStore(folder)).close());
    const again = await openStore(folder);
    expect([...again.tables.all('interaction')].map(({ at }) => at.slice(0, 4)).sort()).toEqual([
      '0026',
      '2025',
    ]);
    expect(readdirSync(join(folder, 'entries'))).toContain('0026.json');
  });

  it('replaying the same log twice changes nothing', async () => {
    const folder = join(tempFolder(), 'Rapport');
    const store = await newStore(folder);
    await addPerson(store, 'Ada');
    const log = readFileSync(join(folder, 'changes.ndjson'));
    await store.close();
    writeFileSync(join(folder, 'changes.ndjson'), log);
    const again = await openStore(folder);
    expect(names(again)).toEqual(['Ada']);
    await addPerson(again, 'Bea');
    await again.close();
    expect(names(await openStore(folder))).toEqual(['Ada', 'Bea']);
  });

  it('drops a torn last line, says so, and appends after the last whole one', async () => {
    const folder = join(tempFolder(), 'Rapport');
    const store = await newStore(folder);
    await addPerson(store, 'Ada');
    const whole = readFileSync(join(folder, 'changes.ndjson'), 'utf8');
    await store.close();
    writeFileSync(join(folder, 'changes.ndjson'), `${whole}${whole.slice(0, whole.length - 30)}`);
    const reopened = await openStore(folder);
    expect(reopened.notices.map(({ kind }) => kind)).toEqual(['tornLogLine']);
    await addPerson(reopened, 'Bea');
    await reopened.close();
    expect(names(await openStore(folder))).toEqual(['Ada', 'Bea']);
  });

  it('reads on after a damaged line in the middle, keeps the log aside and says which line', async () => {
    const folder = join(tempFolder(), 'Rapport');
    const store = await newStore(folder);
    for (const name of ['Ada', 'Bea', 'Cem']) await addPerson(store, name);
    const people = readFileSync(join(folder, 'people.json'));
    const head = readFileSync(join(folder, 'journal.json'));
    const log = readFileSync(join(folder, 'changes.ndjson'), 'utf8');
    await store.close();
    writeFileSync(join(folder, 'people.json'), people);
    writeFileSync(join(folder, 'journal.json'), head);
    const lines = log.split('\n');
    lines[1] = lines[1]?.replace('Bea', 'Eve') ?? '';
    writeFileSync(join(folder, 'changes.ndjson'), lines.join('\n'));
    const reopened = await openStore(folder);
    expect(names(reopened)).toEqual(['Ada', 'Cem']);
    expect(reopened.notices).toMatchObject([{ kind: 'skippedLogLines' }]);
    expect(readdirSync(folder).some((name) => name.startsWith('changes.ndjson.damaged-'))).toBe(true);
  });
});

describe('a file changed by hand', () => {
  it('is welcome when it is valid', async () => {
    const folder = await closedJournal();
    edit(folder, 'people.json', (text) => text.replace('"Bea"', '"Beatrix"'));
    const store = await openStore(folder);
    expect(names(store)).toEqual(['Ada', 'Beatrix', 'Cem']);
    expect(store.notices).toMatchObject([{ kind: 'editedByHand' }]);
  });

  it('may be laid out in any way', async () => {
    const folder = await closedJournal();
    edit(folder, 'people.json', (text) => JSON.stringify(JSON.parse(text), null, 4));
    expect(names(await openStore(folder))).toEqual(['Ada', 'Bea', 'Cem']);
  });

  it('with a record that is not valid is set aside whole; all else is taken', async () => {
    const folder = await closedJournal();
    const edited = edit(folder, 'people.json', (text) => text.replace('"name":"Bea"', '"name":""'));
    const store = await openStore(folder);
    expect(names(store)).toEqual(['Ada', 'Cem']);
    expect(store.notices).toMatchObject([{ kind: 'recordsSkipped' }]);
    const aside = readdirSync(folder).find((name) => name.startsWith('people.json.damaged-'));
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe(edited);
  });
});

describe('damage', () => {
  it('what can be read is rescued, the file is set aside, and the user is told', async () => {
    const folder = await closedJournal();
    const damaged = edit(folder, 'people.json', (text) => text.slice(0, text.indexOf('"Cem"')));
    const store = await openStore(folder);
    expect(names(store)).toEqual(['Ada', 'Bea']);
    expect(store.notices).toMatchObject([{ kind: 'fileSetAside' }]);
    await store.close();
    const aside = readdirSync(folder).find((name) => name.startsWith('people.json.damaged-'));
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe(damaged);
  });

  it.each([
    ['a file of zeros', (text: string) => '\0'.repeat(text.length)],
    ['an empty file', () => ''],
    ['another kind of file', () => 'hello'],
    ['JSON of something else', () => '{"a": 1}'],
  ])('%s never becomes an empty journal', async (_, damage) => {
    const folder = await closedJournal();
    const damaged = edit(folder, 'people.json', damage);
    expect(await refusal(folder)).toMatchObject({ kind: 'damaged', file: 'people.json' });
    expect(readFileSync(join(folder, 'people.json'), 'utf8')).toBe(damaged);
    expect(readdirSync(folder)).not.toContain('.lock');
  });

  it('a missing file is no empty file', async () => {
    const folder = await closedJournal();
    rmSync(join(folder, 'people.json'));
    expect(await refusal(folder)).toMatchObject({ kind: 'damaged', file: 'people.json' });
    expect(readdirSync(folder)).not.toContain('people.json');
  });

  it('nor is a missing year', async () => {
    const folder = await closedJournal();
    rmSync(join(folder, 'entries/2025.json'));
    expect(await refusal(folder)).toMatchObject({ kind: 'damaged', file: 'entries/2025.json' });
  });

  it('a missing journal.json beside other volumes is damage, not an empty folder', async () => {
    const folder = await closedJournal();
    rmSync(join(folder, 'journal.json'));
    expect(await refusal(folder)).toMatchObject({ kind: 'damaged', file: 'journal.json' });
  });
});

describe('what is refused', () => {
  it.runIf(process.platform === 'linux')('a place where nothing can be made, at once', async () => {
    const folder = '/proc/rapport/journal';
    expect(await JournalStore.create(testOptions(folder))).toMatchObject({
      ok: false,
      failure: { kind: 'folderMissing' },
    });
  });

  it('a journal of a newer version, untouched', async () => {
    const folder = await closedJournal();
    const newer = edit(folder, 'people.json', (text) =>
      text.replace('"formatVersion": 1', '"formatVersion": 7'),
    );
    expect(await refusal(folder)).toEqual({
      kind: 'newerFormat',
      file: 'people.json',
      found: 7,
      supported: 1,
    });
    expect(readFileSync(join(folder, 'people.json'), 'utf8')).toBe(newer);
  });

  it('a folder that is not there, a file, and a folder without a journal, each in its own words', async () => {
    const folder = tempFolder();
    expect(await refusal(join(folder, 'gone'))).toMatchObject({ kind: 'folderMissing' });
    writeFileSync(join(folder, 'file'), '');
    expect(await refusal(join(folder, 'file'))).toMatchObject({ kind: 'notAFolder' });
    mkdirSync(join(folder, 'empty'));
    expect(await refusal(join(folder, 'empty'))).toEqual(
      failed({ kind: 'notAJournal', path: join(folder, 'empty') }).failure,
    );
  });
});

describe('a log beside files that another Rapport wrote unseen', () => {
  /** Closed, with three people; what was done here since is in the log alone, and elsewhere there are more changes. */
  async function withBoth(here: (store: JournalStore) => Promise<void>): Promise<string> {
    const folder = await closedJournal();
    const elsewhere = join(tempFolder(), 'Rapport');
    cpSync(folder, elsewhere, { recursive: true });
    const store = await openStore(folder);
    await here(store);
    const other = await openStore(elsewhere);
    for (const name of ['Dora', 'Emil', 'Finn', 'Gina', 'Hugo']) await addPerson(other, name);
    valueOrThrow(await other.close());
    // The crash, and the sync program.
    const after = join(tempFolder(), 'Rapport');
    cpSync(folder, after, { recursive: true });
    rmSync(join(after, '.lock'));
    for (const name of ['people.json', 'journal.json']) cpSync(join(elsewhere, name), join(after, name));
    return after;
  }

  const ofName = (store: JournalStore, name: string) => {
    const person = [...store.tables.all('person')].find((each) => each.name === name);
    if (!person) throw new Error(`${name} is not there.`);
    return person;
  };

  const changed = async (store: JournalStore, name: string, to: { name: string } | undefined) => {
    const person = ofName(store, name);
    valueOrThrow(
      await store.change(name, () => success([changeOf('person', person, to && { ...person, ...to })])),
    );
  };

  it('counts with what it changed, whatever their numbers say', async () => {
    const folder = await withBoth(async (store) => {
      await changed(store, 'Ada', { name: 'Ada Lovelace' });
      await changed(store, 'Bea', undefined);
    });
    const store = await openStore(folder);
    expect(names(store)).toEqual(['Ada Lovelace', 'Cem', 'Dora', 'Emil', 'Finn', 'Gina', 'Hugo']);
    expect(store.findings).toEqual([]);
    valueOrThrow(await store.close());
    expect(names(await openStore(folder))).toEqual(names(store));
  });

  it('is kept, and told, when it has somebody whom they lack: they may have been deleted there', async () => {
    const folder = await withBoth(async (store) => {
      await addPerson(store, 'Ida');
      await addPerson(store, 'Jan');
      await changed(store, 'Jan', undefined);
    });
    const log = readFileSync(join(folder, 'changes.ndjson'));
    expect(await JournalStore.open({ ...testOptions(folder), askFirst: true })).toMatchObject({
      failure: { kind: 'needsRecovery' },
    });
    const store = await openStore(folder);
    expect(names(store)).toEqual(['Ada', 'Bea', 'Cem', 'Dora', 'Emil', 'Finn', 'Gina', 'Hugo']);
    expect(store.findings).toMatchObject([{ kind: 'logUnfiled', records: 1 }]);
    const [finding] = store.findings;
    if (finding?.kind !== 'logUnfiled' || finding.keptAs === null) throw new Error('The log is not kept.');
    expect(readFileSync(finding.keptAs)).toEqual(log);
    expect(store.notices[0]?.message).toContain('One record is in the change log and not in');
    valueOrThrow(await store.close());
    expect((await openStore(folder)).findings).toEqual([]);
  });
});
