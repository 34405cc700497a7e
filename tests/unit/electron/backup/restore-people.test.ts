import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupHandlers } from '../../../../electron/backup/handlers';
import { tempFolder } from '../journal/temp-journal';
import { debriefWith, openTestJournal } from '../journal/open-journal-for-test';
import { keeperOf } from './keeper-of';

/** Ada and Bea with an entry each and one they share, a promise to Ada; then a backup of all that. */
async function backedUp() {
  const { store, calls } = await openTestJournal();
  const add = async (name: string) => (await calls['people.save']({ editing: null, person: { name } })).id;
  const [ada, bea] = [await add('Ada'), await add('Bea')];
  await calls['interactions.save'](debriefWith([ada], { notes: 'alone with Ada' }));
  await calls['interactions.save'](debriefWith([bea], { notes: 'alone with Bea' }));
  await calls['interactions.save'](
    debriefWith([ada, bea], {
      notes: 'all three',
      exchanges: [{ direction: 'given', kind: 'advice', size: 1, personId: bea }],
    }),
  );
  await calls['promises.save']({
    editing: null,
    promise: { personId: ada, by: 'me', what: 'Send the map', madeOn: '2026-05-04', status: 'open' },
  });
  const kept = keeperOf(store, { folder: join(tempFolder(), 'backups') });
  const backups = backupHandlers(kept.journal, kept.keeper, kept.now);
  const { path } = await backups['backup.now']({});
  const notes = () => [...store.tables.all('interaction')].map((entry) => entry.notes ?? '').sort();
  return { store, calls, backups, path, ada, bea, add, notes };
}

describe('what a preview says of entries', () => {
  it('names each by its day and how it begins, and shows that it goes on', async () => {
    const { calls, backups, path, ada } = await backedUp();
    const long = `Coffee${' and then another'.repeat(6)}`;
    await calls['interactions.save'](debriefWith([ada], { notes: long }));
    const { differences, ofThisJournal } = await backups['backup.preview']({ path });
    expect(ofThisJournal).toBe(true);
    expect(differences.flatMap(({ examples }) => examples)).toEqual([
      {
        what: 'removed',
        title: expect.stringMatching(/^Mon 4 May( 2026)?: Coffee and then another .*[a-z]…$/),
      },
    ]);
  });

  it('says that a backup is of another journal', async () => {
    const { path } = await backedUp();
    const other = await openTestJournal();
    const folder = tempFolder();
    const kept = keeperOf(other.store, { folder });
    const elsewhere = backupHandlers(kept.journal, kept.keeper, kept.now);
    expect((await elsewhere['backup.preview']({ path })).ofThisJournal).toBe(false);
    await copyFile(path, join(folder, 'From elsewhere.rapport'));
    await elsewhere['backup.now']({});
    const { backups } = await elsewhere['backup.list']({});
    expect(backups.filter(({ ofOtherJournal }) => ofOtherJournal)).toMatchObject([
      { fileName: 'From elsewhere.rapport' },
    ]);
    expect(backups).toHaveLength(2);
  });
});

describe('restoring single people', () => {
  it('brings them back with their entries and promises, leaves what is newer, and is one step of undo', async () => {
    const { store, calls, backups, path, ada, add, notes } = await backedUp();
    await calls['people.delete']({ id: ada });
    await add('Newcomer');
    expect(notes()).toEqual(['all three', 'alone with Bea']);
    const people = await backups['backup.people']({ path, text: '', offset: 0, limit: 10 });
    expect(people.rows).toMatchObject([
      { name: 'Ada', entries: 2, promises: 1, state: 'missing' },
      { name: 'Bea', entries: 2, promises: 0, state: 'different' },
    ]);
    const preview = await backups['backup.preview']({ path, people: [ada] });
    expect(preview.differences).toMatchObject([
      { type: 'person', added: 1, removed: 0 },
      { type: 'interaction', added: 1, changed: 1, removed: 0 },
      { type: 'promise', added: 1, removed: 0 },
    ]);
    await backups['backup.restore']({ path, people: [ada] });
    expect(notes()).toEqual(['all three', 'alone with Ada', 'alone with Bea']);
    expect(store.tables.promisesOf(ada)).toHaveLength(1);
    expect([...store.tables.all('person')].map(({ name }) => name).sort()).toEqual([
      'Ada',
      'Bea',
      'Newcomer',
    ]);
    expect((await backups['backup.preview']({ path, people: [ada] })).identical).toBe(true);
    await calls['history.undo']({});
    expect([...store.tables.all('person')].map(({ name }) => name).sort()).toEqual(['Bea', 'Newcomer']);
    expect(notes()).toEqual(['all three', 'alone with Bea']);
  });

  it('does not bring others back who are not in the journal any more', async () => {
    const { store, calls, backups, path, ada, bea } = await backedUp();
    await calls['people.delete']({ id: ada });
    await calls['people.delete']({ id: bea });
    await backups['backup.restore']({ path, people: [ada] });
    expect([...store.tables.all('person')].map(({ name }) => name)).toEqual(['Ada']);
    const named = [...store.tables.all('interaction')].flatMap((entry) => [
      ...entry.participants.map(({ personId }) => personId),
      ...(entry.exchanges ?? []).map(({ personId }) => personId),
    ]);
    expect(named).not.toContain(bea);
    expect(store.tables.interactionsOf(ada)).toHaveLength(2);
  });

  it('finds them by a part of the name, accents and case aside', async () => {
    const { backups, path } = await backedUp();
    const found = await backups['backup.people']({ path, text: 'ÁD', offset: 0, limit: 10 });
    expect(found.rows.map(({ name }) => name)).toEqual(['Ada']);
  });
});
