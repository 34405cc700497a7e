import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recoveryBackup } from '../../../../electron/backup/recovery-backup';
import { changeOf } from '../../../../electron/journal/changes/edit';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { valueOrThrow } from '../../../../electron/journal/journal-store';
import { examineJournal } from '../../../../electron/journal/opening/findings';
import { success } from '../../../../shared/result';
import { addPerson, newStore, tempFolder, testOptions } from '../journal/temp-journal';
import { keeperOf } from './keeper-of';
import { plainVault } from './plain-vault';

/** A journal of two people with a backup by hand, a minute later all of them are gone. */
async function lost() {
  const store = await newStore(join(tempFolder(), 'Rapport'));
  for (const name of ['Ada', 'Bea']) await addPerson(store, name);
  const folder = join(tempFolder(), 'backups');
  const kept = keeperOf(store, { folder });
  const at = (minute: number) => (kept.clock.at = new Date(Date.UTC(2026, 4, 4, 9, minute)));
  const clear = async () => {
    const gone = [...store.tables.all('person')].map((person) => changeOf('person', person, undefined));
    valueOrThrow(await store.change('gone', () => success(gone)));
  };
  const offered = async () => {
    valueOrThrow(await store.fold());
    return recoveryBackup(diskFs, plainVault, kept.plan, await examineJournal(testOptions(store.folder)));
  };
  return { ...kept, store, folder, at, clear, offered };
}

describe('the backup beside a damaged journal', () => {
  it('is not what was made of the damaged journal itself before a restore, unless there is no other', async () => {
    const { keeper, at, clear, offered } = await lost();
    at(0);
    await keeper.byHand();
    await clear();
    at(1);
    await keeper.run('restore', (job) => keeper.safety(job));
    expect(await offered()).toMatchObject({
      kind: 'found',
      fileName: expect.not.stringContaining('before a restore'),
      differences: expect.arrayContaining([expect.objectContaining({ type: 'person', added: 2 })]),
      newer: null,
    });
    const other = await lost();
    await other.keeper.run('restore', (job) => other.keeper.safety(job));
    expect(await other.offered()).toMatchObject({
      kind: 'found',
      fileName: expect.stringContaining('before a restore'),
    });
  });

  it('is not said to be missing when it cannot be read for a moment, nor is its folder', async () => {
    const { keeper, store, plan, folder, at } = await lost();
    at(0);
    const { path, fileName } = await keeper.byHand();
    valueOrThrow(await store.fold());
    const offeredBy = async (broken: Partial<Fs>) => {
      const examined = await examineJournal(testOptions(store.folder));
      return recoveryBackup({ ...diskFs, ...broken }, plainVault, plan, examined);
    };
    const eio = Object.assign(new Error('EIO'), { code: 'EIO' });
    const fails = (failing: string) => async (asked: string) => {
      if (asked === failing) throw eio;
      return diskFs.readFile(asked);
    };
    expect(await offeredBy({ readFile: fails(path) })).toMatchObject({
      kind: 'passedOver',
      fileName,
      why: 'unread',
    });
    const readdir = async (): Promise<string[]> => {
      throw eio;
    };
    expect(await offeredBy({ readdir })).toEqual({ kind: 'folderUnread', folder });
    expect(await offeredBy({})).toMatchObject({ kind: 'found', fileName });
  });

  it('names a newer one whose passphrase is not known', async () => {
    const { keeper, plan, at, offered } = await lost();
    at(0);
    await keeper.byHand();
    plan.encryption = { kind: 'on', passphrase: 'tiger lamp river cloud' };
    at(1);
    const { fileName } = await keeper.byHand();
    plan.encryption = { kind: 'on', passphrase: null };
    expect(await offered()).toMatchObject({
      kind: 'found',
      fileName: expect.stringMatching(/\.rapport$/),
      newer: { fileName, why: 'locked' },
    });
  });
});
