import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beginSecondPlace } from '../../../../electron/backup/second-place';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { toldIn } from '../../../../shared/forget/told';
import { success } from '../../../../shared/result';
import { tempFolder } from '../journal/temp-journal';
import { leftOf, lockedBackups, NAME, open, place, type Place } from './forget-place';

/** Does something while it is made ready: when a backup is read and parts lie there already. */
function meanwhile(where: Place, action: () => void, times = 1): { fs: Fs; arm: () => void } {
  let left = 0;
  const fs: Fs = {
    ...diskFs,
    readFile: async (path) => {
      const isBackup = path.startsWith(where.backups) && path.endsWith('.rapport');
      if (left > 0 && isBackup && readdirSync(where.journal).some((name) => name.endsWith('.part'))) {
        left -= 1;
        action();
      }
      return diskFs.readFile(path);
    },
  };
  return { fs, arm: () => (left = times) };
}

describe('while somebody is being forgotten', () => {
  it('a file that was edited by hand is taken in, and nothing of them stays in it', async () => {
    const where = place();
    const people = join(where.journal, 'people.json');
    const { fs, arm } = meanwhile(where, () => {
      writeFileSync(`${people}.new`, readFileSync(people, 'utf8').replace('"Anna Lind"', '"Anna Lind-Berg"'));
      renameSync(`${people}.new`, people);
    });
    const { call, add, forget, backUp, close } = await open(where, fs);
    const maya = await add(NAME);
    const anna = await add('Anna Lind');
    await backUp();
    arm();
    expect(await forget(maya)).toMatchObject({ ok: true });
    expect(await call('people.get', { id: anna })).toMatchObject({ name: 'Anna Lind-Berg' });
    await close();
    expect(leftOf(where, [NAME])).toEqual([]);
  });

  it('a backup that another program makes is written anew too', async () => {
    const where = place();
    const { fs, arm } = meanwhile(where, () => {
      const [backup = ''] = readdirSync(where.backups).filter((name) => name.endsWith('.rapport'));
      copyFileSync(join(where.backups, backup), join(where.backups, 'Rapport 2026-01-01 0900.rapport'));
    });
    const { add, forget, backUp, close } = await open(where, fs);
    const maya = await add(NAME);
    await add('Anna Lind');
    await backUp();
    arm();
    expect(await forget(maya)).toMatchObject({ ok: true });
    await close();
    expect(leftOf(where, ['Anna Lind']).length).toBeGreaterThan(2);
    expect(leftOf(where, [NAME])).toEqual([]);
  });

  it('nothing is changed when something else does not stop making backups', async () => {
    const where = place();
    let made = 0;
    const { fs, arm } = meanwhile(
      where,
      () => {
        const [backup = ''] = readdirSync(where.backups).filter((name) => name.endsWith('.rapport'));
        copyFileSync(join(where.backups, backup), join(where.backups, `Rapport ${++made}.rapport`));
      },
      Number.POSITIVE_INFINITY,
    );
    const { call, add, forget, backUp } = await open(where, fs);
    const maya = await add(NAME);
    await backUp();
    arm();
    expect(await forget(maya)).toMatchObject({ ok: false, failure: { kind: 'changedMeanwhile' } });
    expect(await call('people.get', { id: maya })).toMatchObject({ name: NAME });
    expect(readdirSync(where.journal).filter((name) => name.startsWith('.forgetting'))).toEqual([]);
    expect(await add('Anna Lind')).toBeDefined();
  });
});

describe('a backup that was promised to be written anew', () => {
  it('is not deleted because its passphrase is not known any more', async () => {
    const where = place();
    const { session, call, add, preview, forget, backUp } = await open(where, diskFs, 'a good passphrase');
    const maya = await add(NAME);
    const { path, fileName } = await backUp();
    expect((await preview(maya)).backups).toEqual([{ fileName, fate: 'rewritten' }]);
    const before = readFileSync(path);
    const backups = { folder: where.backups, secondFolder: null } as const;
    await session.handle({
      kind: 'backups',
      id: 5,
      backups: { ...backups, encryption: { kind: 'on', passphrase: null } },
    });
    const person = { id: maya, name: NAME, deleted: [], unreachable: [] };
    expect(await session.handle({ kind: 'forget', id: 3, person })).toEqual({
      ok: false,
      failure: { kind: 'changedMeanwhile', what: 'list of backups' },
    });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(await call('people.get', { id: maya })).toMatchObject({ name: NAME });
    expect(readdirSync(where.journal).filter((name) => name.startsWith('.forgetting'))).toEqual([]);
    // Told of it, the user may decide so.
    expect(await forget(maya)).toMatchObject({ ok: true });
    expect(existsSync(path)).toBe(false);
  });

  it('is not deleted in the name of one that goes in another place', async () => {
    const second = tempFolder();
    await beginSecondPlace(diskFs, second);
    const where = place(second);
    const { session, add, preview, backUp, backups } = await open(where);
    const maya = await add(NAME);
    const { path, fileName } = await backUp();
    await expect.poll(() => readdirSync(second)).toContain(fileName);
    await backups();
    writeFileSync(join(second, fileName), 'PK, and no more');
    const told = toldIn(await preview(maya));
    expect(told).toEqual({ deleted: [fileName], unreachable: [] });
    writeFileSync(path, 'PK, and no more');
    const person = { id: maya, name: NAME, ...told };
    expect(await session.handle({ kind: 'forget', id: 3, person })).toMatchObject({
      ok: false,
      failure: { kind: 'changedMeanwhile' },
    });
    expect(existsSync(path)).toBe(true);
  });
});

describe('a place for backups that was promised to be reached', () => {
  it('keeps no copy with the name unseen because it went away since', async () => {
    const second = join(tempFolder(), 'disk');
    mkdirSync(second);
    await beginSecondPlace(diskFs, second);
    const where = place(second);
    const { session, call, add, preview, forget, backUp } = await open(where);
    const maya = await add(NAME);
    const { fileName } = await backUp();
    await expect.poll(() => readdirSync(second)).toContain(fileName);
    const told = toldIn(await preview(maya));
    renameSync(second, `${second} away`);
    const person = { id: maya, name: NAME, ...told };
    expect(await session.handle({ kind: 'forget', id: 3, person })).toEqual({
      ok: false,
      failure: { kind: 'changedMeanwhile', what: 'list of what is out of reach' },
    });
    expect(await call('people.get', { id: maya })).toMatchObject({ name: NAME });
    expect(readdirSync(where.journal).filter((name) => name.startsWith('.forgetting'))).toEqual([]);
    // Told of it, the user may decide so.
    expect((await preview(maya)).unreachable).toEqual([second]);
    expect(await forget(maya)).toMatchObject({ ok: true });
  });

  it('may be back by then', async () => {
    const second = join(tempFolder(), 'disk');
    mkdirSync(second);
    await beginSecondPlace(diskFs, second);
    const where = place(second);
    const { session, add, preview, backUp, close } = await open(where);
    const maya = await add(NAME);
    const { fileName } = await backUp();
    await expect.poll(() => readdirSync(second)).toContain(fileName);
    renameSync(second, `${second} away`);
    const told = toldIn(await preview(maya));
    expect(told.unreachable).toEqual([second]);
    renameSync(`${second} away`, second);
    const person = { id: maya, name: NAME, ...told };
    expect(await session.handle({ kind: 'forget', id: 3, person })).toMatchObject({ ok: true });
    await close();
    expect(leftOf(where, [NAME])).toEqual([]);
  });
});

describe('what one forgetting could not reach yet', () => {
  it('is done by the next, and waits for it no more than for the first', async () => {
    const where = place();
    const { fs, lock } = lockedBackups(where);
    const { add, forget, backUp, close } = await open(where, fs);
    const maya = await add(NAME);
    const bob = await add('Bob Unwin');
    const cem = await add('Cem Aksoy');
    await add('Anna Lind');
    await backUp();
    lock.isOn = true;
    expect(await forget(maya)).toEqual(success({ waiting: true }));
    expect(await forget(bob, 'Bob Unwin')).toEqual(success({ waiting: true }));
    expect(leftOf(where, [NAME, 'Bob Unwin']).length).toBeGreaterThan(0);
    lock.isOn = false;
    expect(await forget(cem, 'Cem Aksoy')).toEqual(success({ waiting: false }));
    await close();
    expect(leftOf(where, [NAME, 'Bob Unwin', 'Cem Aksoy'])).toEqual([]);
    expect(leftOf(where, ['Anna Lind']).some((file) => file.includes('.rapport!'))).toBe(true);
    expect(readdirSync(where.journal).filter((name) => name.startsWith('.forgetting'))).toEqual([]);
  });

  it('goes on waiting when the next is refused', async () => {
    const where = place();
    let full = false;
    const { fs: lockable, lock } = lockedBackups(where);
    const fs: Fs = {
      ...lockable,
      open: (path, flags) =>
        full && path.includes('.part')
          ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
          : diskFs.open(path, flags),
    };
    const { add, forget, backUp, close } = await open(where, fs);
    const maya = await add(NAME);
    const bob = await add('Bob Unwin');
    await backUp();
    lock.isOn = true;
    expect(await forget(maya)).toEqual(success({ waiting: true }));
    full = true;
    expect(await forget(bob, 'Bob Unwin')).toMatchObject({ ok: false, failure: { kind: 'diskFull' } });
    await close();
    await (await open(where)).close();
    expect(leftOf(where, [NAME])).toEqual([]);
    expect(leftOf(where, ['Bob Unwin'])).not.toEqual([]);
  });
});
