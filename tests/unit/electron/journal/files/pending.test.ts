import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { diskFs } from '../../../../../electron/journal/files/fs';
import { finishForgetting, Preparation } from '../../../../../electron/journal/files/pending';
import { isOwn } from '../../../../../electron/journal/files/pending-list';
import { tempFolder } from '../temp-journal';

let folder: string;
let disk: string;
let backup: string;
let catalog: string;

beforeEach(() => {
  folder = tempFolder();
  disk = join(tempFolder(), 'disk');
  mkdirSync(disk);
  [backup, catalog] = [join(disk, 'a.rapport'), join(disk, 'catalog.json')];
  writeFileSync(backup, 'old');
  writeFileSync(catalog, JSON.stringify({ backups: [{ fileName: 'a.rapport', sha256: 'old' }] }));
});

const bytes = (text: string) => [Buffer.from(text)];
const hidden = () => readdirSync(folder).filter((name) => name.startsWith('.'));

function known(sha256: string) {
  const items = [{ same: { fileName: 'a.rapport' }, becomes: { fileName: 'a.rapport', sha256 } }];
  return { path: catalog, revision: { list: 'backups', items } };
}

describe('what was decided on for several files', () => {
  it('changes single items of a list beside a file, and leaves what came into it since', async () => {
    const preparation = new Preparation(diskFs, folder);
    await preparation.replace(backup, bytes('new'), known('new'));
    await preparation.commit();
    const since = { fileName: 'b.rapport', sha256: 'b' };
    writeFileSync(catalog, JSON.stringify({ backups: [since, { fileName: 'a.rapport', sha256: 'old' }] }));
    expect(await finishForgetting(diskFs, folder)).toEqual([]);
    expect(readFileSync(backup, 'utf8')).toBe('new');
    expect(JSON.parse(readFileSync(catalog, 'utf8'))).toEqual({
      backups: [since, { fileName: 'a.rapport', sha256: 'new' }],
    });
    expect(hidden()).toEqual([]);
  });

  it('does not bring back a file that was deleted since', async () => {
    const preparation = new Preparation(diskFs, folder);
    await preparation.replace(backup, bytes('new'), known('new'));
    await preparation.commit();
    rmSync(backup);
    expect(await finishForgetting(diskFs, folder)).toEqual([]);
    expect(existsSync(backup)).toBe(false);
    expect(hidden()).toEqual([]);
  });

  it.each(['replace', 'remove'])(
    'waits to %s while the disk is away, and an empty folder is left',
    async (how) => {
      const preparation = new Preparation(diskFs, folder);
      if (how === 'replace') await preparation.replace(backup, bytes('new'), known('new'));
      else preparation.remove(backup, { path: catalog });
      await preparation.commit();
      const away = join(tempFolder(), 'away');
      renameSync(disk, away);
      expect(await finishForgetting(diskFs, folder)).toHaveLength(1);
      mkdirSync(disk);
      expect(await finishForgetting(diskFs, folder)).toHaveLength(1);
      expect(readdirSync(disk)).toEqual([]);
      rmSync(disk, { recursive: true });
      renameSync(away, disk);
      expect(await finishForgetting(diskFs, folder)).toEqual([]);
      expect(existsSync(backup) && readFileSync(backup, 'utf8')).toBe(how === 'replace' && 'new');
      expect(hidden()).toEqual([]);
    },
  );

  it('goes on waiting beside what is decided on next, which comes in its place for the same file', async () => {
    const other = join(disk, 'b.rapport');
    writeFileSync(other, 'old b');
    const first = new Preparation(diskFs, folder);
    await first.replace(backup, bytes('without one'));
    await first.replace(other, bytes('b without one'));
    await first.commit();
    const away = join(tempFolder(), 'away');
    renameSync(disk, away);
    const second = new Preparation(diskFs, folder, 'forgetting', await finishForgetting(diskFs, folder));
    expect(readFileSync(second.sourceOf(backup) ?? '', 'utf8')).toBe('without one');
    await second.replace(backup, bytes('without two'));
    await second.commit();
    renameSync(away, disk);
    expect(await finishForgetting(diskFs, folder)).toEqual([]);
    expect([readFileSync(backup, 'utf8'), readFileSync(other, 'utf8')]).toEqual([
      'without two',
      'b without one',
    ]);
    expect(hidden()).toEqual([]);
  });

  it('waits again when what was to be decided on next is given up', async () => {
    const first = new Preparation(diskFs, folder);
    await first.replace(backup, bytes('without one'));
    await first.commit();
    const away = join(tempFolder(), 'away');
    renameSync(disk, away);
    const second = new Preparation(diskFs, folder, 'forgetting', await finishForgetting(diskFs, folder));
    await second.replace(backup, bytes('without two'));
    await second.commit();
    await second.abandon();
    renameSync(away, disk);
    expect(await finishForgetting(diskFs, folder)).toEqual([]);
    expect(readFileSync(backup, 'utf8')).toBe('without one');
    expect(hidden()).toEqual([]);
  });
});

it('a step of a file elsewhere is told from one of the journal’s own, on whatever system it was written', () => {
  const isOwnAt = (path: string): boolean => isOwn({ kind: 'remove', path });
  expect(['people.json', 'history/2026.ndjson'].map(isOwnAt)).toEqual([true, true]);
  expect(['/media/me/a.rapport', 'E:\\Backups\\a.rapport', '\\\\nas\\a.rapport'].map(isOwnAt)).toEqual([
    false,
    false,
    false,
  ]);
});
