import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CATALOG_NAME } from '../../../../electron/backup/catalog';
import { backupHandlers } from '../../../../electron/backup/handlers';
import { FailureError } from '../../../../electron/journal/files/failure-error';
import type { JournalStore } from '../../../../electron/journal/journal-store';
import { recordTypes } from '../../../../shared/model/record-types';
import { addPerson, names, newStore, tempFolder } from '../journal/temp-journal';
import { keeperOf } from './keeper-of';

async function journalWithBackups(people: readonly string[]) {
  const store = await newStore(join(tempFolder(), 'Rapport'));
  for (const name of people) await addPerson(store, name, { notes: `About ${name}: “ünïcödé” 👋` });
  return { store, ...backupsOf(store, join(tempFolder(), 'backups')) };
}

function backupsOf(store: JournalStore, folder: string) {
  const kept = keeperOf(store, { folder });
  return { folder, calls: backupHandlers(kept.journal, kept.keeper, kept.now) };
}

async function failureKind(work: unknown): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof FailureError) return error.failure.kind;
    throw error;
  }
  return 'none';
}

/** Everything but the revisions, which a restore makes anew. */
function contentOf({ tables }: JournalStore) {
  return recordTypes.map((type) =>
    [...tables.all(type)].map(({ rev: _rev, ...rest }) => rest).sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
}

/** All that lies in a folder, besides what Rapport remembers of it. */
function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name !== CATALOG_NAME)
    .sort();
}

describe('a backup', () => {
  it('is one verified file with a readable name, and a second one does not overwrite it', async () => {
    const { calls, folder } = await journalWithBackups(['Ada', 'Bea']);
    const first = await calls['backup.now']({});
    const second = await calls['backup.now']({});
    expect(first).toMatchObject({ people: 2, interactions: 0 });
    expect(first.fileName).toMatch(/^Rapport \d{4}-\d\d-\d\d \d{4}\.rapport$/);
    expect(filesIn(folder)).toEqual([first.fileName, second.fileName].sort());
    expect(second.fileName).not.toBe(first.fileName);
  });

  it('holds files that can be read without Rapport', async () => {
    const { calls } = await journalWithBackups(['Ada']);
    const files = unzipSync(readFileSync((await calls['backup.now']({})).path));
    expect(Object.keys(files).sort()).toEqual(
      ['README.txt', 'journal.json', 'manifest.json', 'people.json', 'promises.json'].sort(),
    );
    expect(JSON.parse(Buffer.from(files['people.json'] ?? []).toString())).toMatchObject({
      people: [{ name: 'Ada' }],
    });
  });

  it('restores into another journal, equal in every record, and undo takes that back', async () => {
    const { store, calls } = await journalWithBackups(['Ada', 'Bea']);
    const backup = await calls['backup.now']({});
    const other = await newStore(join(tempFolder(), 'Rapport'));
    await addPerson(other, 'Zoe');
    const restoring = backupsOf(other, join(tempFolder(), 'backups'));
    const preview = await restoring.calls['backup.preview']({ path: backup.path });
    expect(preview.differences).toMatchObject([
      { type: 'person', now: 1, inBackup: 2, added: 2, changed: 0, removed: 1 },
    ]);
    const { safetyBackup } = await restoring.calls['backup.restore']({ path: backup.path });
    expect(safetyBackup.people).toBe(1);
    expect(contentOf(other)).toEqual(contentOf(store));
    expect((await restoring.calls['backup.preview']({ path: backup.path })).identical).toBe(true);
    await other.undo();
    expect(names(other)).toEqual(['Zoe']);
  });

  it('is not restored when no safety backup can be made', async () => {
    const { calls } = await journalWithBackups(['Ada']);
    const backup = await calls['backup.now']({});
    const other = await newStore(join(tempFolder(), 'Rapport'));
    await addPerson(other, 'Zoe');
    const blocked = join(tempFolder(), 'a-file');
    writeFileSync(blocked, '');
    const restoring = backupsOf(other, join(blocked, 'backups'));
    expect(await failureKind(restoring.calls['backup.restore']({ path: backup.path }))).toBe('notAFolder');
    expect(names(other)).toEqual(['Zoe']);
  });
});

describe('what is no good backup', () => {
  it('is refused in its own words wherever it is cut short', async () => {
    const { calls } = await journalWithBackups(['Ada', 'Bea']);
    const { path } = await calls['backup.now']({});
    const bytes = readFileSync(path);
    for (let length = 0; length < bytes.length; length += 37) {
      const cut = join(tempFolder(), 'cut.rapport');
      writeFileSync(cut, bytes.subarray(0, length));
      expect(await failureKind(calls['backup.preview']({ path: cut }))).toBe(
        length < 2 ? 'notABackup' : 'backupDamaged',
      );
    }
  });

  it('is refused or harmless whichever byte of it is flipped', async () => {
    const { store, calls } = await journalWithBackups(['Ada', 'Bea']);
    const { path } = await calls['backup.now']({});
    const bytes = readFileSync(path);
    const before = contentOf(store);
    for (let at = 0; at < bytes.length; at += 7) {
      const flipped = join(tempFolder(), 'flipped.rapport');
      writeFileSync(
        flipped,
        bytes.map((byte, index) => (index === at ? byte ^ 0xff : byte)),
      );
      const look = async () =>
        expect((await calls['backup.preview']({ path: flipped })).identical).toBe(true);
      const kind = await failureKind(look());
      expect(['backupDamaged', 'notABackup', 'newerFormat', 'none']).toContain(kind);
    }
    expect(contentOf(store)).toEqual(before);
  });

  it.each([
    ['a text file', () => Buffer.from('hello')],
    ['another zip', () => Buffer.from(zipSync({ 'photo.txt': Buffer.from('x') }))],
  ])('%s is no backup', async (_, content) => {
    const { calls } = await journalWithBackups(['Ada']);
    const path = join(tempFolder(), 'file.rapport');
    writeFileSync(path, content());
    expect(await failureKind(calls['backup.preview']({ path }))).toBe('notABackup');
    expect(await failureKind(calls['backup.restore']({ path }))).toBe('notABackup');
  });

  it('a newer version’s is refused as such', async () => {
    const { calls } = await journalWithBackups(['Ada']);
    const { path } = await calls['backup.now']({});
    const files = unzipSync(readFileSync(path));
    const manifest = Buffer.from(files['manifest.json'] ?? [])
      .toString()
      .replace('"formatVersion": 1', '"formatVersion": 9');
    const newer = join(tempFolder(), basename(path));
    writeFileSync(newer, zipSync({ ...files, 'manifest.json': Buffer.from(manifest) }));
    expect(await failureKind(calls['backup.preview']({ path: newer }))).toBe('newerFormat');
  });

  it('a folder and a file that is gone are told apart', async () => {
    const { calls, folder } = await journalWithBackups(['Ada']);
    await calls['backup.now']({});
    expect(await failureKind(calls['backup.preview']({ path: folder }))).toBe('notABackup');
    expect(await failureKind(calls['backup.preview']({ path: join(folder, 'gone.rapport') }))).toBe(
      'fileMissing',
    );
  });
});
