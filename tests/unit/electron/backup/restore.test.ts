import { once } from 'node:events';
import { join } from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { backupHandlers } from '../../../../electron/backup/handlers';
import { changeOf, patched } from '../../../../electron/journal/changes/edit';
import { type JournalStore, valueOrThrow } from '../../../../electron/journal/journal-store';
import type { Person } from '../../../../shared/model/person';
import { created } from '../../../../shared/model/stamp';
import { success } from '../../../../shared/result';
import { addPerson, names, newStore, tempFolder } from '../journal/temp-journal';
import { keeperOf } from './keeper-of';

/** A journal with Ada and others, and a backup of it, after which she was called Ada Lovelace. */
async function backedUp(others = 0) {
  const store = await newStore(join(tempFolder(), 'Rapport'));
  const ada = await addPerson(store, 'Ada');
  valueOrThrow(
    await store.change('others', (_, stamp) =>
      success(
        Array.from({ length: others }, (__, number) =>
          changeOf('person', undefined, created({ name: `Other ${number}` }, stamp, uuidV7()) as Person),
        ),
      ),
    ),
  );
  const folder = join(tempFolder(), 'backups');
  const kept = keeperOf(store, { folder });
  const { path } = await kept.keeper.byHand();
  await rename(store, ada, 'Ada Lovelace');
  return { store, ada, folder, path, calls: backupHandlers(kept.journal, kept.keeper, kept.now), ...kept };
}

async function rename(store: JournalStore, { id }: Person, name: string): Promise<void> {
  valueOrThrow(
    await store.change(name, (tables, stamp) => {
      const before = tables.get('person', id);
      if (!before) throw new Error('She is gone.');
      return success([patched('person', before, { name }, stamp)]);
    }),
  );
}

async function namesOf(store: JournalStore, { id }: Person): Promise<(string | undefined)[]> {
  const lines = await store.historyOf('person', id);
  return lines.flatMap(({ was }) => was.map(({ before }) => (before as Person | undefined)?.name));
}

describe('what is changed while a backup is being restored', () => {
  it('is in the history, and back when the restore is undone', async () => {
    const { store, ada, path, calls } = await backedUp();
    const adopt = store.adoptHistory.bind(store);
    let isFirst = true;
    store.adoptHistory = async (lines) => {
      await adopt(lines);
      if (isFirst) await rename(store, ada, 'Countess of Lovelace');
      isFirst = false;
    };
    await calls['backup.restore']({ path });
    expect(names(store)).toEqual(['Ada']);
    expect(await namesOf(store, ada)).toContain('Countess of Lovelace');
    valueOrThrow(await store.undo());
    expect(names(store)).toEqual(['Countess of Lovelace']);
  });

  it('again and again has it refused: nothing is changed', async () => {
    const { store, ada, path, calls } = await backedUp();
    const adopt = store.adoptHistory.bind(store);
    let number = 0;
    store.adoptHistory = async (lines) => {
      await adopt(lines);
      await rename(store, ada, `Ada ${++number}`);
    };
    await expect(calls['backup.restore']({ path })).rejects.toMatchObject({
      failure: { kind: 'changedMeanwhile', what: 'journal' },
    });
    expect(names(store)).toEqual([`Ada ${number}`]);
  });

  it('and comes after it stays, and so does the restore', async () => {
    const { store, path, calls } = await backedUp(30_000);
    const added = once(store, 'changed').then(() => addPerson(store, 'Zoe'));
    await calls['backup.restore']({ path });
    expect(await added).toMatchObject({ name: 'Zoe' });
    expect(names(store)).toEqual(expect.arrayContaining(['Ada', 'Zoe']));
  });
});

describe('a restore that fails', () => {
  it('says nothing of what the journal should be: automatic backups stay held back', async () => {
    const { store, path, calls, keeper } = await backedUp(30);
    const gone = [...store.tables.all('person')].slice(5);
    valueOrThrow(
      await store.change('gone', () => success(gone.map((person) => changeOf('person', person, undefined)))),
    );
    expect((await keeper.list()).automatic).toMatchObject({ kind: 'held' });
    const change = store.change.bind(store);
    store.change = async () => ({ ok: false, failure: { kind: 'diskFull', path: store.folder } });
    await expect(calls['backup.restore']({ path })).rejects.toMatchObject({ failure: { kind: 'diskFull' } });
    store.change = change;
    expect((await keeper.list()).automatic).toMatchObject({ kind: 'held' });
    await calls['backup.restore']({ path });
    expect((await keeper.list()).automatic).toMatchObject({ kind: 'on' });
  });
});

describe('whom the user had forgotten', () => {
  it('is remembered when a lost journal is begun anew and restored', async () => {
    const lost = await backedUp();
    const maya = { on: '2026-05-04', salt: 'salt', hashes: ['a hash of her name'] };
    lost.store.remember([maya]);
    const { path } = await lost.keeper.byHand();
    const anew = await newStore(join(tempFolder(), 'Rapport'));
    const kept = keeperOf(anew, { folder: join(tempFolder(), 'backups') });
    await backupHandlers(kept.journal, kept.keeper, kept.now)['backup.restore']({ path });
    expect(names(anew)).toEqual(['Ada Lovelace']);
    expect(anew.forgotten).toEqual([maya]);
  });
});
