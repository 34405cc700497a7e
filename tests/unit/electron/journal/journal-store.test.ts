import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeOf, patched } from '../../../../electron/journal/changes/edit';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { JournalStore } from '../../../../electron/journal/journal-store';
import { MAX_UNDO_STEPS } from '../../../../electron/journal/undo-stack';
import type { Person } from '../../../../shared/model/person';
import { created } from '../../../../shared/model/stamp';
import { failed, success } from '../../../../shared/result';
import { addPerson, names, newStore, openStore, tempFolder, testOptions } from './temp-journal';

function journalFolder(): string {
  return join(tempFolder(), 'Rapport');
}

describe('a new journal', () => {
  it('is the folder that the README describes', async () => {
    const folder = journalFolder();
    await newStore(folder);
    expect(readdirSync(folder).sort()).toEqual(
      [
        '.lock',
        'README.txt',
        'changes.ndjson',
        'entries',
        'journal.json',
        'people.json',
        'promises.json',
      ].sort(),
    );
    for (const name of ['journal.json', 'people.json', 'promises.json']) {
      expect(JSON.parse(readFileSync(join(folder, name), 'utf8'))).toMatchObject({
        format: 'rapport',
        formatVersion: 1,
      });
    }
  });

  it('is refused where other files lie', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'letter.txt'), 'mine');
    expect(await JournalStore.create(testOptions(folder))).toEqual(
      failed({ kind: 'folderNotEmpty', path: folder }),
    );
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });

  it('is refused where a file has the name', async () => {
    const path = join(tempFolder(), 'Rapport');
    writeFileSync(path, 'a file');
    expect(await JournalStore.create(testOptions(path))).toEqual(failed({ kind: 'notAFolder', path }));
    expect(readFileSync(path, 'utf8')).toBe('a file');
  });
});

describe('a change', () => {
  it('is on the disk when it is acknowledged, before any volume is written', async () => {
    const folder = journalFolder();
    const store = await newStore(folder);
    await addPerson(store, 'Ada Byrne');
    expect(readFileSync(join(folder, 'changes.ndjson'), 'utf8')).toContain('Ada Byrne');
    expect(readFileSync(join(folder, 'people.json'), 'utf8')).not.toContain('Ada Byrne');
  });

  it('survives without the volumes: the log is replayed', async () => {
    const folder = journalFolder();
    const crashed = await newStore(folder);
    const ada = await addPerson(crashed, 'Ada Byrne', { tags: ['club'] });
    const after = join(tempFolder(), 'after-crash');
    await copyWithoutLock(folder, after);
    const store = await openStore(after);
    expect(store.tables.get('person', ada.id)).toEqual(ada);
    expect(store.notices).toEqual([]);
  });

  it('that is not valid is refused with the field and leaves nothing behind', async () => {
    const folder = journalFolder();
    const store = await newStore(folder);
    const before = readFileSync(join(folder, 'changes.ndjson'), 'utf8');
    const result = await store.change('nobody', (_, stamp) =>
      success([changeOf('person', undefined, created({ name: '  ' }, stamp) as Person)]),
    );
    expect(result).toEqual(failed({ kind: 'invalidInput', fields: { 'person.name': 'The name is empty.' } }));
    expect(readFileSync(join(folder, 'changes.ndjson'), 'utf8')).toBe(before);
    expect(names(store)).toEqual([]);
  });

  it('gets a revision later than every one before it, even when the clock is set back', async () => {
    const folder = journalFolder();
    const store = await newStore(folder);
    const ada = await addPerson(store, 'Ada');
    await store.close();
    const yesterday = { ...testOptions(folder), now: () => new Date(Date.UTC(2020, 0, 1)) };
    const reopened = await JournalStore.open(yesterday);
    if (!reopened.ok) throw new Error(reopened.failure.kind);
    const bea = await addPerson(reopened.value, 'Bea');
    await reopened.value.close();
    expect(bea.rev > ada.rev).toBe(true);
  });

  it('keeps fields that this version does not know', async () => {
    const folder = journalFolder();
    const store = await newStore(folder);
    const ada = await addPerson(store, 'Ada', { starSign: 'Leo' } as Partial<Person>);
    await store.change('Ada', (_, stamp) => success([patched('person', ada, { role: 'Pilot' }, stamp)]));
    await store.close();
    expect((await openStore(folder)).tables.get('person', ada.id)).toMatchObject({
      starSign: 'Leo',
      role: 'Pilot',
    });
  });
});

describe('folding', () => {
  it('moves the log into the volumes and empties it', async () => {
    const folder = journalFolder();
    const store = await newStore(folder);
    await addPerson(store, 'Ada Byrne');
    expect(await store.fold()).toEqual(success(null));
    expect(readFileSync(join(folder, 'changes.ndjson'), 'utf8')).toBe('');
    expect(readFileSync(join(folder, 'people.json'), 'utf8')).toContain('Ada Byrne');
    expect(store.unfoldedBytes).toBe(0);
  });

  it('keeps changes made meanwhile in the log', async () => {
    const folder = journalFolder();
    const store = await newStore(folder);
    await addPerson(store, 'Ada');
    const folding = store.fold();
    await addPerson(store, 'Bea');
    await folding;
    await store.close();
    expect(names(await openStore(folder))).toEqual(['Ada', 'Bea']);
  });

  it('that fails keeps the log and the old volume, and the next one succeeds', async () => {
    const folder = journalFolder();
    let failing = false;
    const fs: Fs = {
      ...diskFs,
      rename: (from, to) =>
        failing
          ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
          : diskFs.rename(from, to),
    };
    const store = await newStore(folder, fs);
    await addPerson(store, 'Ada');
    failing = true;
    expect(await store.fold()).toMatchObject({ ok: false, failure: { kind: 'diskFull' } });
    expect(readFileSync(join(folder, 'changes.ndjson'), 'utf8')).toContain('Ada');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    failing = false;
    expect(await store.fold()).toEqual(success(null));
    await store.close();
    expect(names(await openStore(folder))).toEqual(['Ada']);
  });
});

describe('a refused append', () => {
  it.each([
    ['ENOSPC', 'diskFull'],
    ['EROFS', 'readOnly'],
    ['EIO', 'diskError'],
  ])('%s is told as %s, changes nothing, and does not come back at the next start', async (code, kind) => {
    const folder = journalFolder();
    let failing = false;
    const store = await newStore(
      folder,
      withFailingSync(() => failing, code),
    );
    await addPerson(store, 'Ada');
    failing = true;
    const refused = await store.change('Bea', (_, stamp) =>
      success([changeOf('person', undefined, created({ name: 'Bea' }, stamp) as Person)]),
    );
    expect(refused).toMatchObject({ ok: false, failure: { kind } });
    expect(store.status).toMatchObject({ kind: 'notSaved', failure: { kind } });
    expect(names(store)).toEqual(['Ada']);
    failing = false;
    await addPerson(store, 'Cem');
    expect(store.status.kind).toBe('saved');
    await store.close();
    expect(names(await openStore(folder))).toEqual(['Ada', 'Cem']);
  });
});

describe('undo and redo', () => {
  it('take back and bring back each change, across records', async () => {
    const store = await newStore(journalFolder());
    const ada = await addPerson(store, 'Ada');
    await store.change('Ada', (_, stamp) => success([patched('person', ada, { role: 'Pilot' }, stamp)]));
    expect(await store.undo()).toEqual(success({ label: 'Ada' }));
    expect(store.tables.get('person', ada.id)?.role).toBeUndefined();
    await store.undo();
    expect(names(store)).toEqual([]);
    await store.redo();
    await store.redo();
    expect(store.tables.get('person', ada.id)?.role).toBe('Pilot');
    expect(await store.redo()).toEqual(failed({ kind: 'nothingToRedo' }));
  });

  it('is itself on the disk', async () => {
    const folder = journalFolder();
    const store = await newStore(folder);
    await addPerson(store, 'Ada');
    await store.undo();
    await store.close();
    expect(names(await openStore(folder))).toEqual([]);
  });

  it('forgets what was undone once something else is changed', async () => {
    const store = await newStore(journalFolder());
    await addPerson(store, 'Ada');
    await store.undo();
    await addPerson(store, 'Bea');
    expect(await store.redo()).toEqual(failed({ kind: 'nothingToRedo' }));
  });

  it(`goes back ${MAX_UNDO_STEPS} steps`, async () => {
    const store = await newStore(journalFolder());
    for (let index = 0; index < MAX_UNDO_STEPS + 5; index++) await addPerson(store, `Person ${index}`);
    for (let index = 0; index < MAX_UNDO_STEPS; index++) expect((await store.undo()).ok).toBe(true);
    expect(await store.undo()).toEqual(failed({ kind: 'nothingToUndo' }));
    expect(names(store)).toHaveLength(5);
  });
});

describe('one writer', () => {
  it('refuses a second one on the same folder and leaves the first its lock', async () => {
    const folder = journalFolder();
    const store = await newStore(folder);
    const second = await JournalStore.open(testOptions(folder));
    expect(second).toMatchObject({ ok: false, failure: { kind: 'locked', folder } });
    expect(existsSync(join(folder, '.lock'))).toBe(true);
    expect((await addPerson(store, 'Ada')).name).toBe('Ada');
  });

  it('takes over from a process that no longer runs', async () => {
    const folder = journalFolder();
    await (await newStore(folder)).close();
    const ended = {
      instance: 'x',
      pid: 4_194_000,
      host: hostname(),
      uptimeSeconds: 0,
      since: 'then',
    };
    writeFileSync(join(folder, '.lock'), JSON.stringify(ended));
    expect(names(await openStore(folder))).toEqual([]);
  });

  it('does not take over from another computer', async () => {
    const folder = journalFolder();
    await (await newStore(folder)).close();
    const other = {
      instance: 'x',
      pid: 1,
      host: 'another-computer',
      uptimeSeconds: 0,
      since: '2026-05-04T09:30:00+01:00',
    };
    writeFileSync(join(folder, '.lock'), JSON.stringify(other));
    const opened = await JournalStore.open(testOptions(folder));
    expect(opened).toMatchObject({ ok: false, failure: { kind: 'locked' } });
    expect(JSON.stringify(opened)).toContain('another-computer');
  });
});

async function copyWithoutLock(from: string, to: string): Promise<void> {
  await diskFs.mkdir(join(to, 'entries'));
  for (const name of ['journal.json', 'people.json', 'promises.json', 'changes.ndjson']) {
    copyFileSync(join(from, name), join(to, name));
  }
  for (const name of readdirSync(join(from, 'entries'))) {
    copyFileSync(join(from, 'entries', name), join(to, 'entries', name));
  }
}

/** A disk whose log cannot be synced at times: half of what was to be written is there by then. */
function withFailingSync(isFailing: () => boolean, code: string): Fs {
  return {
    ...diskFs,
    open: async (path, flags) => {
      const handle = await diskFs.open(path, flags);
      return {
        ...handle,
        datasync: () =>
          isFailing() ? Promise.reject(Object.assign(new Error(code), { code })) : handle.datasync(),
      };
    },
  };
}
