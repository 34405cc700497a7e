import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { CATALOG_NAME } from '../../../../electron/backup/catalog';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { addPerson, newStore, tempFolder } from '../journal/temp-journal';
import { keeperOf, newSecondPlace } from './keeper-of';

/** What Rapport knows of the backups in a folder cannot be read, and stays so. */
function withUnread(of: (path: string) => boolean): Fs {
  return {
    ...diskFs,
    readFile: async (path) => {
      if (of(path)) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
      return diskFs.readFile(path);
    },
  };
}

const backupsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.rapport'));

describe('a memory of backups that cannot be read', () => {
  it('keeps no copy from the second place', async () => {
    const { store, folder, disk } = await newSecondPlace();
    await keeperOf(store, { folder }).keeper.byHand();
    const fs = withUnread((path) => path === join(folder, CATALOG_NAME));
    const { keeper } = keeperOf(store, { folder, secondFolder: disk }, fs);
    await addPerson(store, 'Bea');
    await keeper.byHand();
    expect(backupsIn(disk)).toHaveLength(2);
    expect((await keeper.list()).second?.state.kind).toBe('upToDate');
  });

  it('has no backup made where nothing was changed', async () => {
    const store = await newStore(join(tempFolder(), 'Rapport'));
    await addPerson(store, 'Ada');
    const folder = join(tempFolder(), 'backups');
    const automatic = join(folder, 'Automatic');
    mkdirSync(automatic, { recursive: true });
    writeFileSync(join(automatic, CATALOG_NAME), '{}');
    const { keeper, clock } = keeperOf(
      store,
      { folder },
      withUnread((path) => path.endsWith(CATALOG_NAME)),
    );
    for (let minute = 0; minute < 4; minute++) {
      clock.at = new Date(Date.UTC(2026, 4, 4, 8, minute));
      await keeper.automatic('quit');
    }
    expect(backupsIn(automatic)).toHaveLength(1);
  });

  it('is made anew when every backup is checked', async () => {
    const { store, folder } = await newSecondPlace();
    await keeperOf(store, { folder }).keeper.byHand();
    const catalog = join(folder, CATALOG_NAME);
    writeFileSync(catalog, 'spoilt');
    let isUnread = true;
    const fs = withUnread((path) => isUnread && path === catalog);
    const { keeper } = keeperOf(store, { folder }, fs);
    expect(await keeper.verifyAll()).toMatchObject({ checked: 1, damaged: 0 });
    isUnread = false;
    expect(JSON.parse(readFileSync(catalog, 'utf8'))).toMatchObject({
      backups: [{ check: { kind: 'verified' } }],
    });
  });
});

it('a look at the second place that waits when the journal is closed fails for nobody', async () => {
  const { store, folder, disk } = await newSecondPlace();
  let letGo = (): void => undefined;
  const hangs = new Promise<void>((resolve) => (letGo = resolve));
  let tellAsked = (): void => undefined;
  const isAsked = new Promise<void>((resolve) => (tellAsked = resolve));
  const fs: Fs = {
    ...diskFs,
    readFile: async (path) => {
      if (path === join(disk, CATALOG_NAME)) {
        tellAsked();
        await hangs;
      }
      return diskFs.readFile(path);
    },
  };
  const first = keeperOf(store, { folder });
  await first.keeper.byHand();
  const { keeper, clock } = keeperOf(store, { folder, secondFolder: disk }, fs);
  clock.at = first.now();
  const tick = keeper.tick();
  await isAsked;
  let end = (): void => undefined;
  const long = keeper.run('verify', () => new Promise<void>((resolve) => (end = resolve)));
  await pause(5);
  letGo();
  await pause(50);
  keeper.retire();
  end();
  await long;
  await expect(tick).resolves.toBeUndefined();
});
