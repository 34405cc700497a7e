import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeOf, patched } from '../../../../electron/journal/changes/edit';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { JournalStore, valueOrThrow } from '../../../../electron/journal/journal-store';
import type { Person } from '../../../../shared/model/person';
import { success } from '../../../../shared/result';
import { addPerson, keep, names, newStore, openStore, tempFolder, testOptions } from './temp-journal';

let folder: string;
let store: JournalStore;
let ada: Person;

beforeEach(async () => {
  folder = join(tempFolder(), 'Rapport');
  store = await newStore(folder);
  ada = await addPerson(store, 'Ada');
  await addPerson(store, 'Bea');
  valueOrThrow(await store.fold());
});

const fileOf = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(fileOf(name), 'utf8');
const told = (): string[] => store.notices.map(({ message }) => message);
const copies = (mark: string): string[] => readdirSync(folder).filter((name) => name.includes(mark));

/** As an editor saves: another file under the same name. */
function edit(name: string, change: (text: string) => string): void {
  writeFileSync(fileOf('other.tmp'), change(read(name)));
  renameSync(fileOf('other.tmp'), fileOf(name));
}

function tryToRename(name: string, of: JournalStore = store) {
  return of.change('Rename', (tables, stamp) => {
    const before = tables.get('person', ada.id);
    if (!before) throw new Error('She is gone.');
    return success([patched('person', before, { name }, stamp)]);
  });
}

async function rename(name: string, of: JournalStore = store): Promise<void> {
  valueOrThrow(await tryToRename(name, of));
}

async function reopened(): Promise<JournalStore> {
  valueOrThrow(await store.close());
  return openStore(folder);
}

describe('a file edited by hand while the journal is open', () => {
  it('is taken over as one change that undo takes back, and kept as it was found', async () => {
    edit('people.json', (text) => text.replace('"Ada"', '"Ada Lovelace"'));
    valueOrThrow(await store.lookOutside());
    expect(names(store)).toEqual(['Ada Lovelace', 'Bea']);
    expect(told()).toEqual([
      expect.stringMatching(/people\.json was changed .* \(1 record\) was taken over/),
    ]);
    expect(read(copies('.edited-')[0] ?? '')).toContain('Ada Lovelace');
    await store.undo();
    expect(names(store)).toEqual(['Ada', 'Bea']);
    await store.redo();
    const again = await reopened();
    expect(names(again)).toEqual(['Ada Lovelace', 'Bea']);
    expect(again.notices).toEqual([]);
  });

  it('is looked at before anything is written over it', async () => {
    await addPerson(store, 'Cem');
    edit('people.json', (text) => text.replace('"Ada"', '"Ada Lovelace"'));
    valueOrThrow(await store.fold());
    expect(names(store)).toEqual(['Ada Lovelace', 'Bea', 'Cem']);
    expect(names(await reopened())).toEqual(['Ada Lovelace', 'Bea', 'Cem']);
  });

  it('may be written into in place, with records added and taken out', async () => {
    const lines = read('people.json').split('\n');
    const line = lines.find((each) => each.includes('"Bea"')) ?? '';
    const added = line
      .replace('"Bea"', '"Dora"')
      .replace(/"id":"[^"]*"/, `"id":"${testOptions('').newId()}"`);
    writeFileSync(fileOf('people.json'), lines.map((each) => (each === line ? added : each)).join('\n'));
    valueOrThrow(await store.lookOutside());
    expect(names(store)).toEqual(['Ada', 'Dora']);
    await store.undo();
    expect(names(store)).toEqual(['Ada', 'Bea']);
  });

  it('does not win over what was written here since, and the file as it was found is kept', async () => {
    await rename('Ada here');
    edit('people.json', (text) => text.replace('"Ada"', '"Ada there"').replace('"Bea"', '"Bea there"'));
    valueOrThrow(await store.lookOutside());
    expect(names(store)).toEqual(['Ada here', 'Bea there']);
    expect(told()[0]).toContain('1 record was changed here as well: what you wrote here counts.');
    expect(read(copies('.edited-')[0] ?? '')).toContain('Ada there');
    expect(names(await reopened())).toEqual(['Ada here', 'Bea there']);
  });

  it('keeps fields that this version does not know', async () => {
    edit('people.json', (text) => text.replace('"Ada"', '"Ada","shoeSize":38'));
    valueOrThrow(await store.lookOutside());
    valueOrThrow(await store.fold());
    expect(read('people.json')).toContain('"shoeSize":38');
  });

  it('with a record that cannot be understood loses nothing', async () => {
    edit('people.json', (text) => text.replace('"name":"Ada"', '"name":17'));
    valueOrThrow(await store.lookOutside());
    expect(names(await reopened())).toEqual(['Ada', 'Bea']);
    expect(read(copies('.edited-')[0] ?? '')).toContain('"name":17');
  });

  it('that is as it was is told to nobody', async () => {
    edit('people.json', (text) => text);
    const found = statSync(fileOf('people.json'));
    valueOrThrow(await store.lookOutside());
    // Nor is it written again: a program for syncing would have to carry it elsewhere each time.
    expect(statSync(fileOf('people.json'))).toMatchObject({ ino: found.ino, mtimeMs: found.mtimeMs });
    expect(told()).toEqual([]);
    expect(copies('.edited-')).toEqual([]);
  });
});

describe('a file that something else replaced', () => {
  it.each([
    ['half of it', (text: string) => text.slice(0, text.length / 3), 'it is not a whole file.'],
    ['nothing', () => '', 'it is not a whole file.'],
    ['zeros', (text: string) => '\0'.repeat(text.length), 'it is not a whole file.'],
    [
      'another journal’s',
      (text: string) => text.replace(/"journalId": ?"[^"]*"/, '"journalId":"other"'),
      'it comes from another journal',
    ],
  ])('by %s is not taken over: it is kept aside and written anew', async (_, change, words) => {
    edit('people.json', change);
    const found = read('people.json');
    // It could still be being written: only what stays as it is is taken for damaged.
    for (let look = 0; look < 5; look++) valueOrThrow(await store.lookOutside());
    expect(told()[0]).toContain(words);
    expect([...copies('.damaged-'), ...copies('.edited-')].map(read)).toEqual([found]);
    const again = await reopened();
    expect(names(again)).toEqual(['Ada', 'Bea']);
    expect(again.notices).toEqual([]);
  });

  it('slowly, in its place, is looked at when it is whole', async () => {
    const text = read('people.json').replace('"Ada"', '"Ada Lovelace"');
    const file = openSync(fileOf('people.json'), 'w');
    writeSync(file, text.slice(0, 200));
    valueOrThrow(await store.lookOutside());
    await addPerson(store, 'Cem');
    writeSync(file, text.slice(200, 400));
    expect(await store.fold()).toMatchObject({ ok: false, failure: { kind: 'changedOutside' } });
    writeSync(file, text.slice(400));
    closeSync(file);
    valueOrThrow(await store.lookOutside());
    expect(names(store)).toEqual(['Ada Lovelace', 'Bea', 'Cem']);
    expect(copies('.damaged-')).toEqual([]);
    expect(names(await reopened())).toEqual(['Ada Lovelace', 'Bea', 'Cem']);
  });

  it('and damaged just now is written anew when the user says so, and kept', async () => {
    edit('people.json', (text) => text.slice(0, 200));
    valueOrThrow(await store.writeAnew(['people.json']));
    expect(copies('.damaged-').map(read)).toHaveLength(1);
    expect(names(await reopened())).toEqual(['Ada', 'Bea']);
  });

  it('and left damaged when the journal is closed is kept aside and written anew', async () => {
    edit('people.json', (text) => text.slice(0, 200));
    const again = await reopened();
    expect(names(again)).toEqual(['Ada', 'Bea']);
    expect(again.notices).toEqual([]);
    expect(copies('.damaged-')).toHaveLength(1);
  });

  it('while it is being written anew is not written over', async () => {
    await addPerson(store, 'Cem');
    valueOrThrow(await store.close());
    const path = fileOf('people.json');
    let isTheirTurn = true;
    const fs: Fs = {
      ...diskFs,
      open: async (name, flags) => {
        const handle = await diskFs.open(name, flags);
        if (!name.includes('.people.json.')) return handle;
        return {
          ...handle,
          sync: async () => {
            if (isTheirTurn) edit('people.json', (text) => text.replace('"Ada"', '"Ada Lovelace"'));
            isTheirTurn = false;
            await handle.sync();
          },
        };
      },
    };
    const slow = await openStore(folder, fs);
    await addPerson(slow, 'Dora');
    valueOrThrow(await slow.fold());
    expect(isTheirTurn).toBe(false);
    expect(names(slow)).toEqual(['Ada Lovelace', 'Bea', 'Cem', 'Dora']);
    expect(readFileSync(path, 'utf8')).toContain('Ada Lovelace');
  });

  it('by an older one of its own is not taken over', async () => {
    const older = read('people.json');
    await rename('Ada Lovelace');
    valueOrThrow(await store.fold());
    edit('people.json', () => older);
    valueOrThrow(await store.lookOutside());
    expect(told()[0]).toContain('it is an older one.');
    expect(names(await reopened())).toEqual(['Ada Lovelace', 'Bea']);
  });

  it('by one with most of its records gone is not taken over, with fewer gone it is', async () => {
    for (let each = 0; each < 40; each++) await addPerson(store, `Person ${each}`);
    valueOrThrow(await store.fold());
    const without = (count: number) => (text: string) => {
      const lines = text.split('\n');
      const people = lines.filter((line) => line.includes('"name":"Person'));
      return lines.filter((line) => !people.slice(0, count).includes(line)).join('\n');
    };
    const whole = read('people.json');
    edit('people.json', without(22));
    valueOrThrow(await store.lookOutside());
    expect(told()[0]).toContain('more than half of its records were gone');
    expect(store.tables.count('person')).toBe(42);
    valueOrThrow(await store.fold());
    edit('people.json', () => without(20)(whole));
    valueOrThrow(await store.lookOutside());
    expect(store.tables.count('person')).toBe(22);
    await store.undo();
    expect(store.tables.count('person')).toBe(42);
  });

  it('by one of a newer version is left alone, and nothing is written until it is gone', async () => {
    const own = read('people.json');
    edit('people.json', (text) => text.replace(/"formatVersion": ?\d+/, '"formatVersion":99'));
    const newer = read('people.json');
    expect(await store.lookOutside()).toMatchObject({ ok: false, failure: { kind: 'newerFormat' } });
    const refused = await tryToRename('X');
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'newerFormat' } });
    await store.fold();
    expect(read('people.json')).toBe(newer);
    edit('people.json', () => own);
    await rename('Ada Lovelace');
    expect(names(await reopened())).toEqual(['Ada Lovelace', 'Bea']);
  });
});

describe('a file that something else took away', () => {
  it('is written anew at once, so that a crash loses nothing, and that is told', async () => {
    unlinkSync(fileOf('people.json'));
    valueOrThrow(await store.lookOutside());
    expect(told()[0]).toContain('people.json was deleted or moved away');
    expect(read('people.json')).toContain('"Ada"');
    const again = await reopened();
    expect(names(again)).toEqual(['Ada', 'Bea']);
    expect(again.notices).toEqual([]);
  });

  it.each([
    ['deleted', () => unlinkSync(fileOf('changes.ndjson'))],
    ['emptied', () => writeFileSync(fileOf('changes.ndjson'), '')],
    ['replaced by another', () => edit('changes.ndjson', () => 'something else\n')],
    ['added to', () => writeFileSync(fileOf('changes.ndjson'), 'more\n', { flag: 'a' })],
  ])(
    'the log, %s: what is acknowledged afterwards is there at the next start, and before too',
    async (_, harm) => {
      await addPerson(store, 'Cem');
      harm();
      await addPerson(store, 'Dora');
      expect(told()[0]).toContain('The change log was changed');
      // As after a crash: nothing is folded any more.
      const twin = join(tempFolder(), 'Rapport');
      cpSync(folder, twin, { recursive: true });
      rmSync(join(twin, '.lock'));
      const opened = keep(await JournalStore.open(testOptions(twin)));
      expect(names(opened)).toEqual(['Ada', 'Bea', 'Cem', 'Dora']);
      expect(opened.notices).toEqual([]);
    },
  );

  it('the whole folder: changes are refused with the reason, and go on when it is back', async () => {
    const away = `${folder} away`;
    renameSync(folder, away);
    const refused = await tryToRename('X');
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'folderAway', path: folder } });
    expect(store.status).toMatchObject({ kind: 'notSaved' });
    expect(existsSync(folder)).toBe(false);
    renameSync(away, folder);
    await rename('Ada Lovelace');
    expect(store.status.kind).toBe('saved');
    expect(names(await reopened())).toEqual(['Ada Lovelace', 'Bea']);
  });

  it('a disk of which the empty mount point stays: nothing is written there', async () => {
    const away = `${folder} away`;
    renameSync(folder, away);
    mkdirSync(folder);
    expect(await store.lookOutside()).toMatchObject({ ok: false, failure: { kind: 'folderAway' } });
    await store.fold();
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
    renameSync(away, folder);
    valueOrThrow(await store.lookOutside());
    expect(store.status.kind).toBe('saved');
    expect(told()).toEqual([]);
  });

  it('the lock: it is made anew, so that nobody else opens the journal', async () => {
    unlinkSync(fileOf('.lock'));
    valueOrThrow(await store.lookOutside());
    expect(await JournalStore.open(testOptions(folder))).toMatchObject({
      ok: false,
      failure: { kind: 'locked' },
    });
  });
});

describe('another program', () => {
  it('that has taken the folder keeps this one from writing until it is gone', async () => {
    const another = { ...JSON.parse(read('.lock')), instance: 'another', pid: process.ppid };
    writeFileSync(fileOf('.lock'), JSON.stringify({ ...another, startTicks: undefined }));
    const refused = await tryToRename('X');
    // The log is still in its place: the change is whole. From the next look on nothing is written.
    expect(refused.ok).toBe(true);
    expect(await store.lookOutside()).toMatchObject({ ok: false, failure: { kind: 'locked' } });
    expect(await tryToRename('Y')).toMatchObject({ ok: false, failure: { kind: 'locked' } });
    unlinkSync(fileOf('.lock'));
    await rename('Ada Lovelace');
    expect(names(await reopened())).toEqual(['Ada Lovelace', 'Bea']);
  });

  it('that leaves a conflict copy has it told once', async () => {
    writeFileSync(fileOf('people (conflicted copy 2026-05-04).json'), '{}');
    valueOrThrow(await store.lookOutside());
    valueOrThrow(await store.lookOutside());
    expect(store.notices.map(({ kind }) => kind)).toEqual(['conflictCopy']);
  });

  it('a Rapport elsewhere, whose folder was synced over this one: each record is the later of the two', async () => {
    const elsewhere = join(tempFolder(), 'Rapport');
    cpSync(folder, elsewhere, { recursive: true });
    rmSync(join(elsewhere, '.lock'));
    const options = { ...testOptions(elsewhere), now: () => new Date(Date.UTC(2027, 0, 1)) };
    const other = keep(await JournalStore.open(options));
    await addPerson(other, 'Cem');
    await rename('Ada there', other);
    valueOrThrow(await other.close());
    await addPerson(store, 'Dora');
    for (const name of ['people.json', 'journal.json', 'changes.ndjson'])
      cpSync(join(elsewhere, name), fileOf(name));
    await addPerson(store, 'Emil');
    expect(names(store)).toEqual(['Ada there', 'Bea', 'Cem', 'Dora', 'Emil']);
    expect(names(await reopened())).toEqual(['Ada there', 'Bea', 'Cem', 'Dora', 'Emil']);
  });

  it('a Rapport elsewhere brings nobody back who was deleted here, unless they were changed there since', async () => {
    const dora = await addPerson(store, 'Dora');
    const emil = await addPerson(store, 'Emil');
    valueOrThrow(await store.fold());
    const elsewhere = join(tempFolder(), 'Rapport');
    cpSync(folder, elsewhere, { recursive: true });
    rmSync(join(elsewhere, '.lock'));
    for (const { id } of [dora, emil]) {
      const gone = store.change('gone', (tables) =>
        success([changeOf('person', tables.get('person', id), undefined)]),
      );
      valueOrThrow(await gone);
    }
    valueOrThrow(await store.fold());
    const options = { ...testOptions(elsewhere), now: () => new Date(Date.UTC(2027, 0, 1)) };
    const other = keep(await JournalStore.open(options));
    await addPerson(other, 'Finn');
    valueOrThrow(
      await other.change('renamed', (tables, stamp) => {
        const there = tables.get('person', emil.id);
        if (!there) throw new Error('Emil is not there.');
        return success([patched('person', there, { name: 'Emil there' }, stamp)]);
      }),
    );
    valueOrThrow(await other.close());
    cpSync(join(elsewhere, 'people.json'), fileOf('people.json'));
    valueOrThrow(await store.lookOutside());
    expect(names(store)).toEqual(['Ada', 'Bea', 'Emil there', 'Finn']);
    expect(names(await reopened())).toEqual(['Ada', 'Bea', 'Emil there', 'Finn']);
  });

  it('that touches the log brings nobody back who was deleted or undone, in this log or before it', async () => {
    const add = async (name: string) => (await addPerson(store, name)).id;
    const remove = async (id: string) =>
      valueOrThrow(
        await store.change('gone', (tables) =>
          success([changeOf('person', tables.get('person', id), undefined)]),
        ),
      );
    const dora = await add('Dora');
    const former = read('changes.ndjson');
    await add('Emil');
    await store.undo();
    await remove(await add('Finn'));
    edit('changes.ndjson', (text) => `${text}garbage\n`);
    valueOrThrow(await store.lookOutside());
    expect(names(store)).toEqual(['Ada', 'Bea', 'Dora']);
    expect(told()[0]).not.toContain('taken over');
    await remove(dora);
    valueOrThrow(await store.fold());
    edit('changes.ndjson', () => former);
    valueOrThrow(await store.lookOutside());
    expect(names(store)).toEqual(['Ada', 'Bea']);
    expect(names(await reopened())).toEqual(['Ada', 'Bea']);
  });

  it('a Rapport elsewhere, of which only the log was synced', async () => {
    const elsewhere = join(tempFolder(), 'Rapport');
    cpSync(folder, elsewhere, { recursive: true });
    rmSync(join(elsewhere, '.lock'));
    const other = keep(
      await JournalStore.open({ ...testOptions(elsewhere), now: () => new Date(Date.UTC(2027, 0, 1)) }),
    );
    await addPerson(other, 'Cem');
    cpSync(join(elsewhere, 'changes.ndjson'), fileOf('changes.ndjson'));
    await addPerson(store, 'Dora');
    expect(names(store)).toEqual(['Ada', 'Bea', 'Cem', 'Dora']);
    expect(names(await reopened())).toEqual(['Ada', 'Bea', 'Cem', 'Dora']);
  });
});

describe('a look', () => {
  it('that cannot read the history has lost nothing of another Rapport’s log', async () => {
    let isBroken = false;
    const fs: Fs = {
      ...diskFs,
      readFile: (path) =>
        isBroken && path.includes('history')
          ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }))
          : diskFs.readFile(path),
    };
    valueOrThrow(await store.close());
    store = keep(await JournalStore.open({ ...testOptions(folder), fs }));
    await rename('Ada Lovelace');
    valueOrThrow(await store.fold());
    const elsewhere = join(tempFolder(), 'Rapport');
    cpSync(folder, elsewhere, { recursive: true });
    rmSync(join(elsewhere, '.lock'));
    await addPerson(keep(await JournalStore.open(testOptions(elsewhere))), 'Cem');
    cpSync(join(elsewhere, 'changes.ndjson'), fileOf('changes.ndjson'));
    isBroken = true;
    expect(await store.lookOutside()).toMatchObject({ ok: false, failure: { kind: 'diskError' } });
    isBroken = false;
    valueOrThrow(await store.lookOutside());
    expect(names(store)).toEqual(['Ada Lovelace', 'Bea', 'Cem']);
    expect(names(await reopened())).toEqual(['Ada Lovelace', 'Bea', 'Cem']);
  });

  it('that fails at one file has lost nothing of another', async () => {
    const own = read('promises.json');
    edit('people.json', (text) => text.replace('"Ada"', '"Ada Lovelace"'));
    edit('promises.json', (text) => text.replace(/"formatVersion": ?\d+/, '"formatVersion":99'));
    expect(await store.lookOutside()).toMatchObject({ ok: false, failure: { kind: 'newerFormat' } });
    edit('promises.json', () => own);
    valueOrThrow(await store.lookOutside());
    expect(names(store)).toEqual(['Ada Lovelace', 'Bea']);
    expect(names(await reopened())).toEqual(['Ada Lovelace', 'Bea']);
  });

  it('takes no change for another program’s that was refused here and could not be taken off the log again', async () => {
    let [isArmed, isBroken] = [false, false];
    const fail = (): void => {
      if (isBroken) throw Object.assign(new Error('EIO'), { code: 'EIO' });
    };
    const fs: Fs = {
      ...diskFs,
      open: async (path, flags) => {
        fail();
        const handle = await diskFs.open(path, flags);
        return {
          ...handle,
          datasync: async () => {
            if (isArmed) isBroken = true;
            fail();
            await handle.datasync();
          },
        };
      },
    };
    const flaky = await newStore(join(tempFolder(), 'Rapport'), fs);
    await addPerson(flaky, 'Ada');
    isArmed = true;
    await expect(addPerson(flaky, 'Refused')).rejects.toMatchObject({ failure: { kind: 'diskError' } });
    [isArmed, isBroken] = [false, false];
    valueOrThrow(await flaky.lookOutside());
    expect(names(flaky)).toEqual(['Ada']);
    expect(flaky.notices).toEqual([]);
    await addPerson(flaky, 'Bea');
    valueOrThrow(await flaky.close());
    expect(names(await openStore(flaky.folder))).toEqual(['Ada', 'Bea']);
  });
});
