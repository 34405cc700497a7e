import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CATALOG_NAME } from '../../../../electron/backup/catalog';
import { beginSecondPlace } from '../../../../electron/backup/second-place';
import { diskFs } from '../../../../electron/journal/files/fs';
import { NAME, open, place } from '../forget/forget-place';
import { addPerson, tempFolder } from '../journal/temp-journal';
import { hangingDisk } from './hanging-disk';
import { keeperOf, newSecondPlace } from './keeper-of';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A second place that answers nothing until it is let go: each question that waits holds a thread. */
async function withHungDrive() {
  const { store, folder, disk } = await newSecondPlace();
  const hung = hangingDisk((_call, path) => path === join(disk, CATALOG_NAME));
  hung.hang();
  return { folder, disk, store, hung, ...keeperOf(store, { folder, secondFolder: disk }, hung.fs) };
}

const backupsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('Rapport'));

describe('a second place on a drive that hangs', () => {
  it('is asked once and not each minute anew, and gets its copies when it answers', async () => {
    const { keeper, folder, disk, hung } = await withHungDrive();
    for (let minute = 0; minute < 6; minute++)
      await hung.passing(Promise.all([keeper.tick(), keeper.list()]));
    expect(hung.hanging).toBe(1);
    hung.letGo();
    await hung.passing(keeper.tick());
    expect(backupsIn(join(folder, 'Automatic'))).toHaveLength(1);
    expect(backupsIn(join(disk, 'Automatic'))).toEqual(backupsIn(join(folder, 'Automatic')));
  });

  it('is not looked at again while a look has not ended', async () => {
    const { keeper, hung } = await withHungDrive();
    await hung.passing(keeper.byHand());
    const first = keeper.tick();
    await keeper.tick();
    await hung.passing(first);
    expect(hung.hanging).toBe(1);
  });

  it('is away for who looks at the settings, who need not wait for it', async () => {
    const { keeper, hung } = await withHungDrive();
    expect((await hung.passing(keeper.list())).second).toMatchObject({ state: { kind: 'away' } });
  });

  it('keeps no backup from being made, neither by hand nor each day', async () => {
    const { keeper, store, clock, folder, hung } = await withHungDrive();
    expect(await hung.passing(keeper.byHand())).toMatchObject({ kind: 'byHand' });
    clock.at = new Date(Date.now() + 3 * 86_400_000);
    await addPerson(store, 'Bea');
    await hung.passing(keeper.tick());
    expect(backupsIn(join(folder, 'Automatic'))).toHaveLength(1);
  });
});

describe('a drive that hangs in the middle of the work', () => {
  const isCopy = (path: string): boolean => basename(path).includes('Rapport ');

  it('is given up as a second place: later backups are made, and copied once it answers', async () => {
    const second = tempFolder();
    await beginSecondPlace(diskFs, second);
    const where = place(second);
    const hung = hangingDisk((call, path) => call === 'sync' && path.startsWith(second) && isCopy(path));
    const { add, backUp, call } = await open(where, hung.fs);
    await add(NAME);
    hung.hang();
    await hung.passing(backUp());
    const { second: told } = (await call('backup.list', {})) as { second: unknown };
    expect(told).toMatchObject({ state: { kind: 'away' } });
    await hung.passing(backUp());
    await hung.passing(backUp());
    expect(backupsIn(where.backups)).toHaveLength(3);
    expect(hung.hanging).toBe(1);
    hung.letGo();
    await hung.passing(backUp());
    expect(backupsIn(second)).toEqual(backupsIn(where.backups));
  });

  it('is told of as the folder of backups, takes no more threads, and the journal goes on', async () => {
    const where = place();
    const hung = hangingDisk((_call, path) => path.startsWith(where.backups));
    const { session, add, close } = await open(where, hung.fs);
    await add(NAME);
    hung.hang();
    const asked = { kind: 'call', id: 7, name: 'backup.now', input: {} } as const;
    const answers = await hung.passing(Promise.all([1, 2, 3, 4, 5].map(() => session.handle(asked))));
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, failure: { kind: 'noAnswer' } });
    expect(await session.handle({ ...asked, name: 'backup.list' })).toMatchObject({
      ok: false,
      failure: { kind: 'noAnswer' },
    });
    // All files share four.
    expect(hung.hanging).toBeLessThanOrEqual(2);
    await add('Anna Lind');
    hung.letGo();
    const again = vi.waitFor(async () => expect(await session.handle(asked)).toMatchObject({ ok: true }));
    await hung.passing(again);
    await close();
  });
});
