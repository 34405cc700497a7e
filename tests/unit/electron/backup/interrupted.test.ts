import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBackups } from '../../../../electron/backup/backups';
import { backupHandlers } from '../../../../electron/backup/handlers';
import { readBackup } from '../../../../electron/backup/read-backup';
import { diskFs, type Fs, type FsHandle } from '../../../../electron/journal/files/fs';
import type { JournalStore } from '../../../../electron/journal/journal-store';
import { addPerson, names, newStore, openStore, tempFolder } from '../journal/temp-journal';
import { keeperOf } from './keeper-of';

/** The disk until its call number `at`, counted over all that alter something; then it is gone for good. */
function failingFs(at: number): { fs: Fs; calls: () => number } {
  let calls = 0;
  const counted = <A extends unknown[], R>(work: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      calls += 1;
      if (calls >= at) throw Object.assign(new Error('The disk is gone.'), { code: 'EIO' });
      return work(...args);
    };
  };
  const handleOf = (handle: FsHandle): FsHandle => ({
    write: counted((bytes, position) => handle.write(bytes, position)),
    datasync: counted(() => handle.datasync()),
    sync: counted(() => handle.sync()),
    truncate: counted((length) => handle.truncate(length)),
    size: () => handle.size(),
    close: () => handle.close(),
  });
  const open = counted((path: string, flags: 'wx' | 'a' | 'r+') => diskFs.open(path, flags));
  const fs: Fs = {
    ...diskFs,
    open: async (path, flags) => handleOf(await open(path, flags)),
    rename: counted((from, to) => diskFs.rename(from, to)),
    unlink: counted((path) => diskFs.unlink(path)),
    mkdir: counted((path) => diskFs.mkdir(path)),
    copyFile: counted((from, to) => diskFs.copyFile(from, to)),
    syncFolder: counted((path) => diskFs.syncFolder(path)),
  };
  return { fs, calls: () => calls };
}

async function journalOf(people: readonly string[]): Promise<JournalStore> {
  const store = await newStore(join(tempFolder(), 'Rapport'));
  for (const name of people) await addPerson(store, name);
  return store;
}

/** Every file that looks like a backup can be read whole. */
async function expectOnlyWholeBackups(folder: string): Promise<number> {
  const backups = await listBackups(diskFs, folder);
  for (const { path } of backups) expect((await readBackup(diskFs, path)).ok).toBe(true);
  return backups.length;
}

const MORE_CALLS_THAN_ANY = 200;

describe('interrupted at any call that alters the disk', () => {
  it('a backup is whole or not there, and those of before stay', async () => {
    const store = await journalOf(['Ada', 'Bea']);
    const folder = join(tempFolder(), 'backups');
    await keeperOf(store, { folder }).keeper.byHand();
    let made = 1;
    let at = 1;
    for (; at < MORE_CALLS_THAN_ANY; at++) {
      const { fs, calls } = failingFs(at);
      const { keeper } = keeperOf(store, { folder }, fs);
      const outcome = await keeper.byHand().then(
        () => true,
        () => false,
      );
      store.removeAllListeners();
      const found = await expectOnlyWholeBackups(folder);
      // What is left unsaid after the rename is only its being told: the file is whole, and more is not worse.
      expect(found).toBeGreaterThanOrEqual(outcome ? made + 1 : made);
      made = found;
      if (outcome && calls() < at) break;
    }
    expect(at).toBeGreaterThan(8);
    expect(at).toBeLessThan(MORE_CALLS_THAN_ANY);
  }, 60_000);

  it('a restore has changed all or nothing, after a start too, and nothing without its safety backup', async () => {
    const source = await journalOf(['Ada', 'Bea', 'Cleo']);
    const { path } = await keeperOf(source, { folder: join(tempFolder(), 'backups') }).keeper.byHand();
    const outcomes = new Set<string>();
    let at = 1;
    for (; at < MORE_CALLS_THAN_ANY; at++) {
      const own = await journalOf(['Zoe']);
      const journalFolder = own.folder;
      await own.close();
      const disk = { fs: diskFs };
      const failing: Fs = new Proxy(diskFs, {
        get: (_target, name: keyof Fs) => disk.fs[name],
      });
      const store = await openStore(journalFolder, failing);
      const folder = join(tempFolder(), 'backups');
      const kept = keeperOf(store, { folder }, failing);
      const { fs, calls } = failingFs(at);
      disk.fs = fs;
      const done = await Promise.resolve(
        backupHandlers(kept.journal, kept.keeper, kept.now)['backup.restore']({ path }),
      ).then(
        () => true,
        () => false,
      );
      const used = calls();
      disk.fs = diskFs;
      const inMemory = names(store).join();
      outcomes.add(inMemory);
      expect(['Zoe', 'Ada,Bea,Cleo']).toContain(inMemory);
      // Whenever something has changed, the safety backup is there.
      expect(await expectOnlyWholeBackups(folder)).toBeGreaterThanOrEqual(inMemory === 'Zoe' ? 0 : 1);
      await store.close();
      expect(names(await openStore(journalFolder)).join()).toBe(inMemory);
      if (done && used < at) break;
    }
    expect([...outcomes].sort()).toEqual(['Ada,Bea,Cleo', 'Zoe']);
    expect(at).toBeLessThan(MORE_CALLS_THAN_ANY);
  }, 120_000);

  it('cancelled while it runs, a restore changes nothing and leaves no file', async () => {
    const source = await journalOf(['Ada', 'Bea']);
    const { path } = await keeperOf(source, { folder: join(tempFolder(), 'backups') }).keeper.byHand();
    const store = await journalOf(['Zoe']);
    const folder = join(tempFolder(), 'backups');
    const kept = keeperOf(store, { folder });
    const calls = backupHandlers(kept.journal, kept.keeper, kept.now);
    const snapshot = store.snapshot.bind(store);
    store.snapshot = () => {
      void calls['backup.cancel']({});
      return snapshot();
    };
    await expect(calls['backup.restore']({ path })).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
    expect(names(store)).toEqual(['Zoe']);
    expect(readdirSync(folder)).toEqual([]);
  });
});
