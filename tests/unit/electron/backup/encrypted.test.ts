import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupHandlers } from '../../../../electron/backup/handlers';
import { versionHandlers } from '../../../../electron/backup/version-handlers';
import { diskFs } from '../../../../electron/journal/files/fs';
import { FailureError } from '../../../../electron/journal/files/failure-error';
import type { BackupPlan } from '../../../../electron/journal/thread-protocol';
import { addPerson, names, newStore, tempFolder } from '../journal/temp-journal';
import { keeperOf } from './keeper-of';

async function encrypted(passphrase: string | null = 'tiger lamp river') {
  const store = await newStore(join(tempFolder(), 'Rapport'));
  await addPerson(store, 'Ada Secret');
  const encryption: BackupPlan['encryption'] = { kind: 'on', passphrase };
  const kept = keeperOf(store, { folder: join(tempFolder(), 'backups'), encryption });
  return { store, ...kept, calls: backupHandlers(kept.journal, kept.keeper, kept.now) };
}

async function failureOf(work: unknown) {
  try {
    await work;
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  return null;
}

describe('an encrypted backup', () => {
  it('is an age file that holds no word of the journal, verified, and restores elsewhere with its passphrase', async () => {
    const { calls } = await encrypted();
    const made = await calls['backup.now']({});
    expect(made).toMatchObject({ people: 1, fileName: expect.stringMatching(/\.rapport\.age$/) });
    expect(readFileSync(made.path).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n/);
    expect(readFileSync(made.path).includes('Secret')).toBe(false);
    const other = await newStore(join(tempFolder(), 'Rapport'));
    const kept = keeperOf(other, { folder: join(tempFolder(), 'backups') });
    const elsewhere = backupHandlers(kept.journal, kept.keeper, kept.now);
    expect(await failureOf(elsewhere['backup.preview']({ path: made.path }))).toMatchObject({
      kind: 'passphraseNeeded',
    });
    await elsewhere['backup.restore']({ path: made.path, passphrase: 'tiger lamp river' });
    expect(names(other)).toEqual(['Ada Secret']);
  });

  it('tells a wrong passphrase from a damaged file', async () => {
    const { calls } = await encrypted();
    const { path } = await calls['backup.now']({});
    const wrong = { path, passphrase: 'lion lamp river' };
    expect(await failureOf(calls['backup.preview'](wrong))).toEqual({
      kind: 'wrongPassphrase',
      path,
      sure: true,
    });
    const bytes = readFileSync(path);
    // Of another computer nothing is known but the file: then it is not sure.
    const copy = join(tempFolder(), 'copy.rapport.age');
    writeFileSync(copy, bytes);
    expect(await failureOf(calls['backup.preview']({ ...wrong, path: copy }))).toMatchObject({ sure: false });
    // In the first lines a changed byte looks like another passphrase, were it not for what is known of the file.
    const salt = bytes.indexOf('-> scrypt ') + 12;
    for (const at of [salt, bytes.length - 20]) {
      const altered = Buffer.from(bytes);
      altered[at] = altered[at] === 0x41 ? 0x42 : 0x41;
      writeFileSync(path, altered);
      expect(await failureOf(calls['backup.preview']({ path }))).toMatchObject({ kind: 'backupDamaged' });
    }
  });

  it('is shown with what is in it, and is seen to be whole or damaged without its passphrase', async () => {
    const { calls, plan } = await encrypted();
    const { path } = await calls['backup.now']({});
    plan.encryption = { kind: 'on', passphrase: null };
    expect(await calls['backup.verify']({})).toEqual({ checked: 1, damaged: 0, locked: 0, unread: 0 });
    expect((await calls['backup.list']({})).backups).toMatchObject([
      { encrypted: true, counts: { people: 1 }, check: { kind: 'verified' } },
    ]);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length - 1));
    expect(await calls['backup.verify']({})).toEqual({ checked: 1, damaged: 1, locked: 0, unread: 0 });
  });

  it('from elsewhere is read with the passphrase that is known, and not judged without it', async () => {
    const { calls, keeper, plan } = await encrypted();
    const { path } = await calls['backup.now']({});
    const bytes = readFileSync(path);
    const stick = join(keeper.folder, 'From elsewhere.rapport.age');
    writeFileSync(stick, bytes);
    writeFileSync(join(keeper.folder, 'Cut short.rapport.age'), bytes.subarray(0, bytes.length - 1));
    expect(await calls['backup.verify']({})).toEqual({ checked: 3, damaged: 1, locked: 0, unread: 0 });
    const other = join(tempFolder(), 'backups');
    mkdirSync(other);
    writeFileSync(join(other, 'From elsewhere.rapport.age'), bytes);
    plan.folder = other;
    plan.encryption = { kind: 'on', passphrase: null };
    expect(await calls['backup.verify']({})).toEqual({ checked: 0, damaged: 0, locked: 1, unread: 0 });
  });

  it('waits for the passphrase where nothing keeps it, and is never made in plain instead', async () => {
    const { calls, keeper, plan } = await encrypted(null);
    expect(await keeper.automatic('quit')).toEqual({ ok: true, value: null });
    expect(await calls['backup.list']({})).toMatchObject({
      automatic: { kind: 'waitsForPassphrase' },
      backups: [],
    });
    expect(await failureOf(calls['backup.now']({}))).toMatchObject({ kind: 'passphraseNeeded' });
    plan.encryption = { kind: 'on', passphrase: 'tiger' };
    expect(await keeper.automatic('quit')).toMatchObject({ value: { people: 1 } });
  });

  it('gives its versions to the history as long as its passphrase is known, and one of them back', async () => {
    const { store, keeper, journal, plan, calls, progress } = await encrypted();
    const [ada] = store.tables.all('person');
    if (!ada) throw new Error('Nobody is there.');
    await calls['backup.now']({});
    const versions = versionHandlers(journal, { fs: diskFs, keeper });
    // As after a journal was lost and begun anew: what was said before is in the backup alone.
    const other = await newStore(join(tempFolder(), 'Rapport'));
    const elsewhere = keeperOf(other, plan);
    const there = versionHandlers(elsewhere.journal, { fs: diskFs, keeper: elsewhere.keeper });
    const found = await there['versions.inBackups']({ type: 'person', id: ada.id });
    expect(found).toMatchObject({
      backups: { read: 1, locked: 0, unread: 0 },
      versions: [{ record: { name: 'Ada Secret' } }],
    });
    expect(elsewhere.progress.some(({ job }) => job === 'look')).toBe(true);
    const { key, backup } = found.versions[0] ?? {};
    await there['versions.bringBack']({
      type: 'person',
      id: ada.id,
      key: key ?? '',
      backup: backup?.path ?? '',
    });
    expect(names(other)).toEqual(['Ada Secret']);

    plan.encryption = { kind: 'on', passphrase: null };
    expect(await versions['versions.inBackups']({ type: 'person', id: ada.id })).toMatchObject({
      backups: { read: 0, locked: 1, unread: 0 },
      versions: [],
    });
    expect(progress.length).toBeGreaterThan(0);
  });
});
