import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type * as Zlib from 'node:zlib';
import { inflateRaw } from 'node:zlib';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listBackups } from '../../../../electron/backup/backups';
import { CATALOG_NAME } from '../../../../electron/backup/catalog';
import { latestBackup } from '../../../../electron/backup/latest-backup';
import { readBackup } from '../../../../electron/backup/read-backup';
import { recoveryBackup } from '../../../../electron/backup/recovery-backup';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { valueOrThrow } from '../../../../electron/journal/journal-store';
import { examineJournal } from '../../../../electron/journal/opening/findings';
import { addPerson, newStore, tempFolder, testOptions } from '../journal/temp-journal';
import { keeperOf } from './keeper-of';
import { plainVault } from './plain-vault';

vi.mock('node:zlib', async (original) => {
  const zlib = await original<typeof Zlib>();
  return { ...zlib, inflateRaw: vi.fn<typeof Zlib.inflateRaw>(zlib.inflateRaw) };
});

/** Where the next thing to be unpacked fails, as zlib, Node and the engine say that there is no memory for it. */
const wants = {
  'zlib itself': () => Object.assign(new Error('Init error'), { code: 'Z_MEM_ERROR', errno: -4 }),
  'a buffer of Node’s': () =>
    Object.assign(new Error('Failed to allocate memory'), { code: 'ERR_MEMORY_ALLOCATION_FAILED' }),
  'an array of the engine’s': () => new RangeError('Array buffer allocation failed'),
};

function fail(error: Error, once = true): void {
  const inflate = vi.mocked(inflateRaw);
  const failing = ((_packed: unknown, _options: unknown, done: (error: Error) => void) =>
    done(error)) as unknown as typeof Zlib.inflateRaw;
  if (once) inflate.mockImplementationOnce(failing);
  else inflate.mockImplementation(failing);
}

let real: typeof Zlib.inflateRaw;
beforeEach(async () => {
  real = (await vi.importActual<typeof Zlib>('node:zlib')).inflateRaw;
  vi.mocked(inflateRaw).mockReset().mockImplementation(real);
});

/** Two backups, the later one a minute after the other. */
async function withTwo() {
  const store = await newStore(join(tempFolder(), 'Rapport'));
  await addPerson(store, 'Ada');
  const folder = join(tempFolder(), 'backups');
  const kept = keeperOf(store, { folder });
  kept.clock.at = new Date('2026-05-04T09:00:00Z');
  const older = await kept.keeper.byHand();
  await addPerson(store, 'Bea');
  kept.clock.at = new Date('2026-05-04T09:01:00Z');
  const newer = await kept.keeper.byHand();
  return { ...kept, store, folder, older, newer };
}

describe('unpacking a backup for which there is no memory', () => {
  it.each(Object.entries(wants))('does not make it a damaged one: %s', async (_, want) => {
    const { keeper, folder, newer, older } = await withTwo();
    fail(want());
    await expect(readBackup(diskFs, newer.path)).rejects.toThrow(want().message);
    expect(await readBackup(diskFs, newer.path)).toMatchObject({ ok: true });
    fail(want());
    expect(await keeper.verifyAll()).toEqual({ checked: 1, damaged: 0, locked: 0, unread: 1 });
    rmSync(join(folder, CATALOG_NAME));
    fail(want());
    const listed = await listBackups(diskFs, folder);
    expect(listed.map(({ check }) => check.kind).sort()).toEqual(['unchecked', 'unread']);
    expect((await listBackups(diskFs, folder)).map(({ path, check }) => [path, check.kind])).toEqual([
      [newer.path, 'unchecked'],
      [older.path, 'unchecked'],
    ]);
  });
});

describe('where the newest backup cannot be read for a moment', () => {
  type Two = Awaited<ReturnType<typeof withTwo>>;
  const offered = async ({ store, plan }: Two, fs: Fs) => {
    valueOrThrow(await store.fold());
    return recoveryBackup(fs, plainVault, plan, await examineJournal(testOptions(store.folder)));
  };
  /** Something happens to whatever is read of the newest one, and of nothing else. */
  const reading = ({ newer }: Two, failing: () => void): Fs => ({
    ...diskFs,
    readFile: async (path) => {
      vi.mocked(inflateRaw).mockImplementation(real);
      if (path === newer.path) failing();
      return diskFs.readFile(path);
    },
  });
  const disk = (): void => {
    throw Object.assign(new Error('EIO'), { code: 'EIO' });
  };
  const memory = () => fail(wants['an array of the engine’s'](), false);

  it.each([
    ['for want of memory', memory],
    ['by the disk', disk],
  ])('an older one is offered beside a damaged journal: %s', async (_, failing) => {
    const two = await withTwo();
    expect(await offered(two, diskFs)).toMatchObject({ kind: 'found', path: two.newer.path });
    expect(await offered(two, reading(two, failing))).toMatchObject({
      kind: 'found',
      path: two.older.path,
      newer: { fileName: two.newer.fileName, why: 'unread' },
    });
  });

  it('the newest is still the latest, and nobody calls it verified', async () => {
    const two = await withTwo();
    const fs: Fs = {
      ...diskFs,
      stat: async (path) => {
        if (path === two.newer.path) disk();
        return diskFs.stat(path);
      },
    };
    const { journalId } = two.store;
    const { path, people } = two.newer;
    expect(await latestBackup(fs, two.folder, journalId)).toMatchObject({ path, people, verifiedAt: null });
    expect(await latestBackup(diskFs, two.folder, journalId)).toMatchObject({
      verifiedAt: expect.any(String),
    });
  });
});
