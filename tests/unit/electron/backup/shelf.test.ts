import { createHash } from 'node:crypto';
import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { listBackups, rewriteBackup } from '../../../../electron/backup/backups';
import { CATALOG_NAME } from '../../../../electron/backup/catalog';
import { readBackup } from '../../../../electron/backup/read-backup';
import { entryOfWritten, listItemOf, remember, sweepShelf } from '../../../../electron/backup/shelf';
import { writeBackup } from '../../../../electron/backup/write-backup';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { type JournalStore, valueOrThrow } from '../../../../electron/journal/journal-store';
import type { BackupKind } from '../../../../shared/contract/backup';
import { addPerson, newStore, tempFolder } from '../journal/temp-journal';

const fs = diskFs;

async function journalOf(people: readonly string[]): Promise<JournalStore> {
  const store = await newStore(join(tempFolder(), 'Rapport'));
  for (const name of people) await addPerson(store, name);
  return store;
}

async function backUp(store: JournalStore, folder: string, kind: BackupKind, when: string) {
  const options = { fs, folder, kind, now: () => new Date(when) };
  const written = valueOrThrow(await writeBackup(store.snapshot(), options));
  await remember(fs, folder, await entryOfWritten(fs, written));
  return written.path;
}

const list = async (folder: string) =>
  (await listBackups(fs, folder)).map((backup) => listItemOf(backup, 'another'));

describe('the list of backups', () => {
  it('has those made by hand and the automatic ones, latest first, counted, and says which was before a restore', async () => {
    const store = await journalOf(['Ada', 'Bea']);
    const folder = tempFolder();
    await backUp(store, folder, 'byHand', '2026-05-04T09:30:00');
    await backUp(store, join(folder, 'Automatic'), 'automatic', '2026-05-05T09:30:00');
    await backUp(store, folder, 'safety', '2026-05-06T09:30:00');
    expect(await list(folder)).toMatchObject([
      { fileName: 'Rapport 2026-05-06 0930 before a restore.rapport', kind: 'safety' },
      { fileName: 'Rapport 2026-05-05 0930.rapport', kind: 'automatic' },
      {
        fileName: 'Rapport 2026-05-04 0930.rapport',
        kind: 'byHand',
        encrypted: false,
        counts: { people: 2, interactions: 0 },
        check: { kind: 'verified' },
      },
    ]);
  });

  it('is the same, unchecked, when what was known of the files is lost', async () => {
    const store = await journalOf(['Ada']);
    const folder = tempFolder();
    await backUp(store, folder, 'byHand', '2026-05-04T09:30:00');
    const [known] = await list(folder);
    rmSync(join(folder, CATALOG_NAME));
    expect(await list(folder)).toEqual([{ ...known, check: { kind: 'unchecked' } }]);
    writeFileSync(join(folder, CATALOG_NAME), '{"format":');
    expect(await list(folder)).toEqual([{ ...known, check: { kind: 'unchecked' } }]);
  });

  it('says which one was altered, and takes one for good whose date alone was touched', async () => {
    const store = await journalOf(['Ada']);
    const folder = tempFolder();
    const good = await backUp(store, folder, 'byHand', '2026-05-04T09:30:00');
    const bad = await backUp(store, folder, 'byHand', '2026-05-05T09:30:00');
    const touched = new Date('2026-06-01T00:00:00Z');
    utimesSync(good, touched, touched);
    const bytes = readFileSync(bad);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(bad, bytes);
    utimesSync(bad, touched, touched);
    expect(await list(folder)).toMatchObject([
      { path: bad, check: { kind: 'damaged', detail: 'it was altered.' } },
      { path: good, check: { kind: 'verified' } },
    ]);
  });

  it('read while one is made forgets nothing of that one', async () => {
    const store = await journalOf(['Ada']);
    const folder = tempFolder();
    await backUp(store, folder, 'byHand', '2026-05-04T09:30:00');
    rmSync(join(folder, CATALOG_NAME));
    let hasNames = (): void => undefined;
    const named = new Promise<void>((resolve) => (hasNames = resolve));
    const made = named.then(() => backUp(store, folder, 'byHand', '2026-05-04T10:30:00'));
    const slow: Fs = {
      ...diskFs,
      readdir: async (path) => {
        const names = await diskFs.readdir(path);
        hasNames();
        await made;
        return names;
      },
    };
    await listBackups(slow, folder);
    expect(await list(folder)).toMatchObject([
      { fileName: 'Rapport 2026-05-04 1030.rapport', check: { kind: 'verified' } },
      { fileName: 'Rapport 2026-05-04 0930.rapport', check: { kind: 'unchecked' } },
    ]);
  });

  it('shows a file that is no backup as damaged, and nothing for a folder that is not there', async () => {
    const folder = tempFolder();
    expect(await list(join(folder, 'nowhere'))).toEqual([]);
    writeFileSync(join(folder, 'Rapport 2026-05-04 0930.rapport'), 'hello');
    writeFileSync(join(folder, 'Rapport 2026-05-05 0930.rapport.age'), 'sealed');
    expect(await list(folder)).toMatchObject([
      { encrypted: true, counts: null, check: { kind: 'unchecked' } },
      { counts: null, check: { kind: 'damaged', detail: 'it is not a Rapport backup.' } },
    ]);
  });
});

describe('what an interrupted backup left behind', () => {
  it('is swept away after a day; backups and young files stay', async () => {
    const folder = tempFolder();
    const left = join(folder, '.Rapport 2026-05-04 0930.rapport.0190.unfinished');
    const backup = join(folder, 'Rapport 2026-05-04 0930.rapport');
    for (const path of [left, backup]) writeFileSync(path, '');
    await sweepShelf(fs, folder, new Date());
    expect(readFileSync(left, 'utf8')).toBe('');
    await sweepShelf(fs, folder, new Date(Date.now() + 2 * 86_400_000));
    expect(() => readFileSync(left)).toThrow('ENOENT');
    expect(readFileSync(backup, 'utf8')).toBe('');
  });
});

describe('rewriting a backup', () => {
  const now = () => new Date('2026-07-01T10:00:00');

  it('changes its records and nothing else: name, date, kind and what this version does not know stay', async () => {
    const store = await journalOf(['Ada', 'Bea']);
    const folder = tempFolder();
    const path = await backUp(store, folder, 'automatic', '2026-05-04T09:30:00');
    addUnknownList(path);
    const rewritten = await rewriteBackup(
      path,
      ({ tables }) => {
        for (const person of [...tables.all('person')]) {
          if (person.name === 'Ada') tables.remove('person', person.id);
        }
      },
      { fs, now },
    );
    expect(rewritten.ok).toBe(true);
    const files = unzipSync(readFileSync(path));
    const text = Object.values(files)
      .map((file) => Buffer.from(file).toString('utf8'))
      .join();
    expect(text).toContain('Bea');
    expect(text).toContain('“from the future”');
    expect(text).not.toContain('Ada');
    const read = valueOrThrow(await readBackup(fs, path));
    expect(read.manifest).toMatchObject({ kind: 'automatic', counts: { people: 1 } });
    expect(await list(folder)).toMatchObject([{ path, counts: { people: 1 }, check: { kind: 'verified' } }]);
  });

  it('leaves the former file as it was when the change fails, or when it cannot be read', async () => {
    const store = await journalOf(['Ada']);
    const folder = tempFolder();
    const path = await backUp(store, folder, 'automatic', '2026-05-04T09:30:00');
    const before = readFileSync(path);
    const fail = () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    expect(await rewriteBackup(path, fail, { fs, now })).toMatchObject({ failure: { kind: 'diskFull' } });
    expect(readFileSync(path)).toEqual(before);
    writeFileSync(path, before.subarray(0, 300));
    expect(await rewriteBackup(path, () => undefined, { fs, now })).toMatchObject({
      failure: { kind: 'backupDamaged' },
    });
    expect(readFileSync(path)).toEqual(before.subarray(0, 300));
  });
});

/** As a later version might have written it: another list in people.json. */
function addUnknownList(path: string): void {
  const files = unzipSync(readFileSync(path));
  const people = JSON.parse(Buffer.from(files['people.json'] ?? []).toString('utf8')) as object;
  const changed = Buffer.from(JSON.stringify({ ...people, pets: [{ name: '“from the future”' }] }));
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString('utf8')) as {
    files: { name: string; bytes: number; sha256: string }[];
  };
  for (const file of manifest.files) {
    if (file.name !== 'people.json') continue;
    file.bytes = changed.length;
    file.sha256 = createHash('sha256').update(changed).digest('hex');
  }
  writeFileSync(
    path,
    zipSync({ ...files, 'people.json': changed, 'manifest.json': Buffer.from(JSON.stringify(manifest)) }),
  );
}
