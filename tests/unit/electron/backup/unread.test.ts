import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOG_NAME } from '../../../../electron/backup/catalog';
import { listBackups } from '../../../../electron/backup/backups';
import { rotate } from '../../../../electron/backup/rotate';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { addPerson, newStore, tempFolder } from '../journal/temp-journal';
import { keeperOf, newSecondPlace } from './keeper-of';

/** A disk that, while that is set, fails to answer about some files, and is fine afterwards. */
function failingDisk() {
  const failing: { code: string | null; of: (path: string) => boolean; at: 'stat' | 'readFile' | 'both' } = {
    code: null,
    of: () => true,
    at: 'both',
  };
  const answer =
    <T>(at: 'stat' | 'readFile', ask: (path: string) => Promise<T>) =>
    (path: string): Promise<T> =>
      failing.code !== null && failing.of(path) && [at, 'both'].includes(failing.at)
        ? Promise.reject(Object.assign(new Error(failing.code), { code: failing.code }))
        : ask(path);
  const fs: Fs = {
    ...diskFs,
    stat: answer('stat', (path) => diskFs.stat(path)),
    readFile: answer('readFile', (path) => diskFs.readFile(path)),
  };
  return { fs, failing };
}

async function withBackups(count: number, plan: Parameters<typeof keeperOf>[1] | null = null) {
  const store = await newStore(join(tempFolder(), 'Rapport'));
  await addPerson(store, 'Ada');
  const folder = join(tempFolder(), 'backups');
  const { fs, failing } = failingDisk();
  const kept = keeperOf(store, plan ?? { folder }, fs);
  const paths: string[] = [];
  for (let day = 1; day <= count; day++) {
    kept.clock.at = new Date(Date.UTC(2026, 4, day, 9));
    paths.push((await kept.keeper.byHand()).path);
  }
  const isOne = (path: string) => (one: string) => one === path;
  const checks = async () => (await listBackups(fs, folder)).map(({ path, check }) => [path, check.kind]);
  return { ...kept, store, folder, fs, failing, paths, isOne, checks };
}

const passing = ['EIO', 'EBUSY', 'EACCES', 'ENOMEM'];

describe('a backup that cannot be read for a moment', () => {
  it.each(passing)(
    'stays in the list with what was known of it, and is no damaged one (%s)',
    async (code) => {
      const { fs, failing, folder, paths, isOne, checks } = await withBackups(2);
      const before = await listBackups(fs, folder);
      const [first = '', second = ''] = paths;
      Object.assign(failing, { code, of: isOne(first) });
      expect(await listBackups(fs, folder)).toEqual(
        before.map((one) => (one.path === first ? { ...one, check: { kind: 'unread' } } : one)),
      );
      failing.code = null;
      expect(await checks()).toEqual([
        [second, 'verified'],
        [first, 'verified'],
      ]);
    },
  );

  it('is in the list also when nothing was known of it, and is looked at again', async () => {
    const { fs, failing, folder, paths, isOne, checks } = await withBackups(1);
    const [path = ''] = paths;
    for (const at of ['stat', 'readFile'] as const) {
      rmSync(join(folder, CATALOG_NAME), { force: true });
      Object.assign(failing, { code: 'EIO', of: isOne(path), at });
      expect(await checks()).toEqual([[path, 'unread']]);
      failing.code = null;
      expect(await listBackups(fs, folder)).toMatchObject([
        { check: { kind: 'unchecked' }, counts: { people: 1 } },
      ]);
    }
  });

  it('is not taken for altered because its date was touched', async () => {
    const { failing, paths, isOne, checks } = await withBackups(1);
    const [path = ''] = paths;
    utimesSync(path, new Date(), new Date());
    Object.assign(failing, { code: 'EBUSY', of: isOne(path), at: 'readFile' });
    expect(await checks()).toEqual([[path, 'unread']]);
    failing.code = null;
    expect(await checks()).toEqual([[path, 'verified']]);
  });

  it.each(passing)('is counted as that when all are verified, and keeps its state (%s)', async (code) => {
    const { keeper, failing, paths, isOne, checks } = await withBackups(2);
    const [first = ''] = paths;
    Object.assign(failing, { code, of: isOne(first), at: 'readFile' });
    expect(await keeper.verifyAll()).toEqual({ checked: 1, damaged: 0, locked: 0, unread: 1 });
    failing.code = null;
    expect((await checks()).map(([, kind]) => kind)).toEqual(['verified', 'verified']);
  });

  it('is counted as that also when it is encrypted, or when memory runs out', async () => {
    const encryption = { kind: 'on', passphrase: 'tiger lamp river cloud' } as const;
    const folder = join(tempFolder(), 'sealed');
    const { keeper, failing, paths, isOne } = await withBackups(1, { folder, encryption });
    Object.assign(failing, {
      code: 'ERR_MEMORY_ALLOCATION_FAILED',
      of: isOne(paths[0] ?? ''),
      at: 'readFile',
    });
    expect(await keeper.verifyAll()).toEqual({ checked: 0, damaged: 0, locked: 0, unread: 1 });
    failing.code = null;
    expect(await keeper.verifyAll()).toEqual({ checked: 1, damaged: 0, locked: 0, unread: 0 });
  });

  it('is not that when it was deleted while the others were read', async () => {
    const { keeper, failing, paths } = await withBackups(2);
    const [first = '', second = ''] = paths;
    failing.code = 'ENOENT';
    failing.of = (path) => {
      if (path === second) rmSync(first, { force: true });
      return false;
    };
    // The latest is read first.
    expect(await keeper.verifyAll()).toEqual({ checked: 1, damaged: 0, locked: 0, unread: 0 });
  });

  it('is not deleted by itself for it, and takes nobody’s place', async () => {
    const { keeper, store, folder, fs, failing, clock, checks } = await withBackups(0);
    const made: string[] = [];
    // Of one day, so that only the last three are kept.
    for (const hour of [8, 9, 10]) {
      clock.at = new Date(Date.UTC(2026, 4, 4, hour));
      await addPerson(store, `At ${hour}`);
      await keeper.automatic('quit');
      made.push(readdirSync(join(folder, 'Automatic')).sort().at(-1) ?? '');
    }
    clock.at = new Date(Date.UTC(2026, 4, 4, 11));
    failing.of = (path) => path.endsWith(made[2] ?? '');
    failing.code = 'EIO';
    await addPerson(store, 'At 11');
    await keeper.automatic('quit');
    expect((await checks()).map(([, kind]) => kind)).toEqual(['verified', 'unread', 'verified', 'verified']);
    failing.code = null;
    await rotate(fs, folder, store.journalId, clock.at);
    expect((await checks()).map(([, kind]) => kind)).toEqual(['verified', 'verified', 'verified']);
  });

  it('keeps no other from its copy in the second place, and is copied once when it can be read', async () => {
    const { store, folder, disk } = await newSecondPlace();
    const { fs, failing } = failingDisk();
    const { keeper } = keeperOf(store, { folder, secondFolder: disk }, fs);
    const alone = keeperOf(store, { folder }).keeper;
    const { path, fileName } = await alone.byHand();
    rmSync(join(folder, CATALOG_NAME));
    Object.assign(failing, { code: 'EIO', of: (one: string) => one === path, at: 'stat' });
    const other = await keeper.byHand();
    const copies = () => readdirSync(disk).filter((name) => name.endsWith('.rapport'));
    expect(copies()).toEqual([other.fileName]);
    expect((await keeper.list()).second).toMatchObject({ state: { kind: 'failed' } });
    failing.code = null;
    await keeper.tick();
    await keeper.tick();
    expect(copies().sort()).toEqual([fileName, other.fileName].sort());
    expect((await keeper.list()).second).toMatchObject({ state: { kind: 'upToDate' } });
  });
});

describe('the memory of a folder of backups that cannot be read for a moment', () => {
  it.each(passing)('is not written over, and nobody is said to be verified meanwhile (%s)', async (code) => {
    const { keeper, clock, folder, failing, paths, isOne, checks } = await withBackups(2);
    const [first = '', second = ''] = paths;
    const bytes = readFileSync(first);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(first, bytes);
    expect(await keeper.verifyAll()).toMatchObject({ damaged: 1 });
    const catalog = join(folder, CATALOG_NAME);
    const before = readFileSync(catalog);
    Object.assign(failing, { code, of: isOne(catalog) });
    expect(await checks()).toEqual([
      [second, 'unchecked'],
      [first, 'unchecked'],
    ]);
    clock.at = new Date(Date.UTC(2026, 4, 3, 9));
    await keeper.byHand();
    expect(readFileSync(catalog)).toEqual(before);
    failing.code = null;
    expect((await checks()).slice(1)).toEqual([
      [second, 'verified'],
      [first, 'damaged'],
    ]);
  });
});
