import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as soon } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CATALOG_NAME } from '../../../../electron/backup/catalog';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { addPerson } from '../journal/temp-journal';
import { keeperOf, newSecondPlace } from './keeper-of';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A second place that answers nothing until it is let go: each question that waits holds a thread. */
async function withHungDrive() {
  const { store, folder, disk } = await newSecondPlace();
  let letGo = (): void => undefined;
  const hangs = new Promise<void>((resolve) => (letGo = resolve));
  const waiting = { now: 0 };
  const fs: Fs = {
    ...diskFs,
    readFile: async (path) => {
      if (path !== join(disk, CATALOG_NAME)) return diskFs.readFile(path);
      waiting.now += 1;
      await hangs;
      waiting.now -= 1;
      return diskFs.readFile(path);
    },
  };
  return { folder, disk, store, waiting, letGo, ...keeperOf(store, { folder, secondFolder: disk }, fs) };
}

/** Lets time go by until that is through, with the disk at its own pace. */
async function passing<T>(work: Promise<T>): Promise<T> {
  const state = { isThrough: false };
  void work.finally(() => (state.isThrough = true));
  while (!state.isThrough) {
    await soon();
    await vi.advanceTimersByTimeAsync(100);
  }
  return work;
}

const backupsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('Rapport'));

describe('a second place on a drive that hangs', () => {
  it('is asked once and not each minute anew, and gets its copies when it answers', async () => {
    const { keeper, folder, disk, waiting, letGo } = await withHungDrive();
    for (let minute = 0; minute < 6; minute++) await passing(Promise.all([keeper.tick(), keeper.list()]));
    expect(waiting.now).toBe(1);
    letGo();
    // No time goes by: the disk's own pace decides no longer who is first, its answer or the limit.
    await keeper.tick();
    expect(backupsIn(join(folder, 'Automatic'))).toHaveLength(1);
    expect(backupsIn(join(disk, 'Automatic'))).toEqual(backupsIn(join(folder, 'Automatic')));
  });

  it('is not looked at again while a look has not ended', async () => {
    const { keeper, waiting } = await withHungDrive();
    await passing(keeper.byHand());
    const first = keeper.tick();
    await keeper.tick();
    await passing(first);
    expect(waiting.now).toBe(1);
  });

  it('is away for who looks at the settings, who need not wait for it', async () => {
    const { keeper } = await withHungDrive();
    expect((await passing(keeper.list())).second).toMatchObject({ state: { kind: 'away' } });
  });

  it('keeps no backup from being made, neither by hand nor each day', async () => {
    const { keeper, store, clock, folder } = await withHungDrive();
    expect(await passing(keeper.byHand())).toMatchObject({ kind: 'byHand' });
    clock.at = new Date(Date.now() + 3 * 86_400_000);
    await addPerson(store, 'Bea');
    await passing(keeper.tick());
    expect(backupsIn(join(folder, 'Automatic'))).toHaveLength(1);
  });
});
