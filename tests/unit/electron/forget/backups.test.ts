import { mkdirSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { listBackups } from '../../../../electron/backup/backups';
import { CATALOG_NAME } from '../../../../electron/backup/catalog';
import { beginSecondPlace } from '../../../../electron/backup/second-place';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { success } from '../../../../shared/result';
import { tempFolder } from '../journal/temp-journal';
import { leftOf, NAME, open, place } from './forget-place';

const PASSPHRASE = 'a good passphrase';

function backupsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('Rapport'))
    .sort();
}

async function withSecondPlace(second = tempFolder()) {
  await beginSecondPlace(diskFs, second);
  return { ...place(), second };
}

describe('backups after somebody was forgotten', () => {
  it('are copied to the second place as before', async () => {
    const where = await withSecondPlace();
    const { call, add, forget, backUp } = await open(where);
    const maya = await add(NAME);
    await add('Anna Lind');
    await backUp();
    expect(await forget(maya)).toEqual(success({ waiting: false }));
    expect(leftOf(where, [NAME])).toEqual([]);
    await add('Cem');
    await backUp();
    expect(await call('backup.list', {})).toMatchObject({ second: { state: { kind: 'upToDate' } } });
    expect(backupsIn(where.second)).toHaveLength(2);
    expect(backupsIn(where.second)).toEqual(backupsIn(where.backups));
  });

  it('are known by heart when they are encrypted, and verified as they were read back', async () => {
    const where = place();
    const { add, forget, backUp, call } = await open(where, diskFs, PASSPHRASE);
    const maya = await add(NAME);
    await add('Anna Lind');
    await backUp();
    const [before] = await listBackups(diskFs, where.backups);
    expect(await forget(maya)).toMatchObject({ ok: true });
    const [after] = await listBackups(diskFs, where.backups);
    expect(after).toMatchObject({
      journalId: before?.journalId,
      createdAt: before?.createdAt,
      counts: { people: 1 },
      check: { kind: 'verified' },
    });
    expect(await call('backup.verify', {})).toEqual({ checked: 1, damaged: 0, locked: 0, unread: 0 });
    const [checked] = await listBackups(diskFs, where.backups);
    expect(checked?.check.kind).toBe('verified');
  });

  it('hold back an automatic one of a journal that lost its records, also when they are encrypted', async () => {
    const where = place();
    const { session, add, call, forget } = await open(where, diskFs, PASSPHRASE);
    const maya = await add(NAME);
    const ids: string[] = [];
    for (let count = 0; count < 30; count++) ids.push(await add(`Person ${count}`));
    await session.handle({ kind: 'backUpAtQuit', id: 5 });
    expect(await forget(maya)).toMatchObject({ ok: true });
    for (const id of ids.slice(3)) await call('people.delete', { id });
    expect(await session.handle({ kind: 'backUpAtQuit', id: 6 })).toEqual(success(null));
  });

  it('are not written anew without being read back', async () => {
    const where = place();
    let parts = 0;
    const fs: Fs = {
      ...diskFs,
      readFile: async (path) => {
        const bytes = await diskFs.readFile(path);
        if (!/\.forgetting-.*\.part$/.test(path) || bytes.toString('latin1', 0, 2) !== 'PK') return bytes;
        parts += 1;
        return bytes.subarray(0, bytes.length / 2);
      },
    };
    const { add, forget, backUp, close } = await open(where, fs);
    const maya = await add(NAME);
    const { path } = await backUp();
    const before = readFileSync(path);
    expect(await forget(maya)).toMatchObject({ ok: false, failure: { kind: 'backupDamaged' } });
    expect(parts).toBe(1);
    await close();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(where.journal).filter((name) => name.startsWith('.forgetting'))).toEqual([]);
  });
});

describe('a second place that is not there', () => {
  it.each(['gone', 'an empty folder'])('is told as out of reach: %s', async (what) => {
    const second = join(tempFolder(), 'USB');
    mkdirSync(second);
    const where = await withSecondPlace(second);
    const { add, backUp, preview } = await open(where);
    const maya = await add(NAME);
    await backUp();
    expect((await preview(maya)).unreachable).toEqual([]);
    renameSync(second, join(tempFolder(), 'unplugged'));
    if (what === 'an empty folder') mkdirSync(second);
    expect((await preview(maya)).unreachable).toEqual([second]);
  });

  it('is waited for, when it went away in the middle of it, whatever folder is left', async () => {
    const second = join(tempFolder(), 'USB');
    mkdirSync(second);
    const where = await withSecondPlace(second);
    const unplugged = join(tempFolder(), 'unplugged');
    const fs: Fs = {
      ...diskFs,
      rename: async (from, to) => {
        await diskFs.rename(from, to);
        if (!to.endsWith('.forgetting.json') || readdirSync(second).length === 0) return;
        renameSync(second, unplugged);
        mkdirSync(second);
      },
    };
    const { add, backUp, forget, close } = await open(where, fs);
    const maya = await add(NAME);
    await add('Anna Lind');
    await backUp();
    expect(await forget(maya)).toEqual(success({ waiting: true }));
    await close();
    expect(readdirSync(second)).toEqual([]);
    renameSync(unplugged, second);
    expect(leftOf(where, [NAME])).not.toEqual([]);
    await (await open(where)).close();
    expect(leftOf(where, [NAME])).toEqual([]);
    expect((await listBackups(diskFs, second))[0]?.check.kind).toBe('verified');
  });
});

describe('the list of what becomes of the backups', () => {
  it('names one that another passphrase locks as deleted', async () => {
    const where = place();
    const former = await open(where, diskFs, 'the former passphrase');
    const maya = await former.add(NAME);
    await former.backUp();
    await former.close();
    const { preview, forget } = await open(where, diskFs, PASSPHRASE);
    expect((await preview(maya)).backups).toMatchObject([{ fate: 'encrypted' }]);
    expect(await forget(maya)).toMatchObject({ ok: true });
    expect(backupsIn(where.backups)).toEqual([]);
  });

  it('names one as deleted that has rotted since it was verified', async () => {
    const where = place();
    const { add, backUp, preview, forget } = await open(where);
    const maya = await add(NAME);
    const { path } = await backUp();
    // A moment that a file can be given again exactly, known by heart from now on.
    const moment = new Date('2026-05-04T09:30:00Z');
    utimesSync(path, moment, moment);
    expect((await preview(maya)).backups).toMatchObject([{ fate: 'rewritten' }]);
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 0xff, bytes.length >> 1);
    writeFileSync(path, bytes);
    utimesSync(path, moment, moment);
    expect((await preview(maya)).backups).toMatchObject([{ fate: 'damaged' }]);
    expect(await forget(maya)).toMatchObject({ ok: true });
    expect(backupsIn(where.backups)).toEqual([]);
  });
});

describe('backups of another journal in the same folder', () => {
  it('stay as they are, and are told', async () => {
    const work = place();
    const home = { ...place(), backups: work.backups };
    const family = await open(home);
    await family.add(NAME, { notes: `${NAME}, my sister.` });
    const { path, fileName } = await family.backUp();
    await family.close();
    const before = readFileSync(path);
    const { add, forget, preview } = await open(work);
    const maya = await add(NAME);
    expect(await preview(maya)).toMatchObject({ backups: [], otherJournals: [fileName] });
    expect(await forget(maya)).toMatchObject({ ok: true });
    expect(readFileSync(path).equals(before)).toBe(true);
    const people = Buffer.from(unzipSync(readFileSync(path))['people.json'] ?? []).toString();
    expect(people).toContain('my sister');
  });

  it('stay also when they are encrypted with another passphrase', async () => {
    const work = place();
    const family = await open({ ...place(), backups: work.backups }, diskFs, 'the passphrase at home');
    await family.add(NAME);
    const { fileName } = await family.backUp();
    await family.close();
    const { add, forget } = await open(work, diskFs, PASSPHRASE);
    expect(await forget(await add(NAME))).toMatchObject({ ok: true });
    expect(backupsIn(work.backups)).toEqual([fileName]);
  });

  it('stay, and nobody is forgotten yet, when what is known of them cannot be read just now', async () => {
    const work = place();
    const family = await open({ ...place(), backups: work.backups }, diskFs, 'the passphrase at home');
    await family.add(NAME);
    const { fileName } = await family.backUp();
    await family.close();
    const fs: Fs = {
      ...diskFs,
      readFile: (path) =>
        path === join(work.backups, CATALOG_NAME)
          ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }))
          : diskFs.readFile(path),
    };
    const { add, preview } = await open(work, fs, PASSPHRASE);
    await expect(preview(await add(NAME))).rejects.toMatchObject({ failure: { kind: 'cannotRead' } });
    expect(backupsIn(work.backups)).toEqual([fileName]);
  });
});
