import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAge } from '../../electron/backup/age-file';
import { readBackup } from '../../electron/backup/read-backup';
import { diskFs } from '../../electron/journal/files/fs';
import { valueOrThrow } from '../../electron/journal/journal-store';
import { addPerson, openStore } from '../unit/electron/journal/temp-journal';
import { alter, computerWith, contentOf, filesIn, flipBit, textAt } from './command';

describe('rapport backup', () => {
  it('writes one file that was opened again and counted, and leaves the journal as it is', async () => {
    const computer = await computerWith('Anna', 'Ben');
    const before = contentOf(computer.journal);
    const { code, out, err } = await computer.run(['backup']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [name = ''] = computer.backupNames();
    expect(name).toMatch(/^Rapport \d{4}-\d\d-\d\d \d{4}\.rapport$/);
    expect(out).toMatch(/^2 people, 0 entries, verified \d\d:\d\d\n/);
    expect(out).toContain(join(computer.backups, name));
    const read = valueOrThrow(await readBackup(diskFs, join(computer.backups, name)));
    expect([...read.tables.all('person')].map((person) => person.name).sort()).toEqual(['Anna', 'Ben']);
    expect(contentOf(computer.journal)).toEqual(before);
  });

  it('never writes over another, and says to scripts where it is', async () => {
    const computer = await computerWith('Anna');
    await computer.run(['backup']);
    const { code, json } = await computer.json(['backup']);
    expect(code).toBe(0);
    expect(computer.backupNames()).toHaveLength(2);
    expect(json).toMatchObject({
      format: 'rapport-backup-made',
      version: 1,
      journal: computer.journal,
      inUseBy: null,
      backup: { kind: 'byHand', people: 1, interactions: 0, encrypted: false },
    });
    expect(
      readFileSync(textAt(json, 'backup', 'path'))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('works beside whoever has the journal open, with what is only in the log yet', async () => {
    const computer = await computerWith('Anna');
    const store = await openStore(computer.journal);
    await addPerson(store, 'Ben');
    const { code, json } = await computer.json(['backup', '--to', 'Elsewhere']);
    expect(code).toBe(0);
    expect(json['backup']).toMatchObject({ people: 2 });
    expect(textAt(json, 'backup', 'path').startsWith(join(computer.home, 'Elsewhere'))).toBe(true);
    await addPerson(store, 'Carla');
    expect(valueOrThrow(await store.fold())).toBeNull();
  });

  it.each([
    ['a file', 'rain on the tin roof'],
    ['the environment', null],
  ])('encrypts with a passphrase from %s', async (_where, inFile) => {
    const computer = await computerWith('Anna');
    const passphrase = inFile ?? 'tea at half past four';
    const file = join(computer.home, 'passphrase.txt');
    if (inFile !== null) writeFileSync(file, `${inFile}\r\nnot this line\n`);
    const args = inFile === null ? [] : ['--passphrase-file', file];
    const { code, json } = await computer.json(
      ['backup', ...args],
      inFile === null ? { RAPPORT_PASSPHRASE: passphrase } : {},
    );
    expect(code).toBe(0);
    expect(json['backup']).toMatchObject({ encrypted: true, people: 1 });
    expect(textAt(json, 'backup', 'path')).toMatch(/\.rapport\.age$/);
    expect((await openAge(readFileSync(textAt(json, 'backup', 'path')), passphrase)).kind).toBe('opened');
  });

  it('makes none in plain where the user chose to encrypt', async () => {
    const computer = await computerWith('Anna');
    const { journal, backups } = computer;
    computer.settings({ journalFolder: journal, backupFolder: backups, encryptBackups: true });
    const { code, err } = await computer.run(['backup']);
    expect(code).toBe(3);
    expect(err).toContain('their passphrase is needed. Give it by --passphrase-file');
    expect(filesIn(computer.home)).not.toContain('Backups');
  });

  it('makes none of a damaged journal: it would be taken for the newest good one', async () => {
    const computer = await computerWith('Anna', 'Ben');
    alter(join(computer.journal, 'people.json'), (bytes) => flipBit(bytes, bytes.indexOf('"Ben"')));
    const { code, err } = await computer.run(['backup', '--to', 'B']);
    expect(code).toBe(1);
    expect(err).toContain('people.json is damaged.');
    expect(err).toContain('No backup was made: the journal is damaged');
    expect(filesIn(computer.home).some((name) => name.startsWith('B/'))).toBe(false);
    rmSync(join(computer.journal, 'people.json'));
    expect((await computer.run(['backup'])).code).toBe(1);
  });

  it('asks before it calls a journal good that lost most of its records', async () => {
    const computer = await computerWith(...Array.from({ length: 15 }, (_, index) => `Person ${index}`));
    await computer.run(['backup']);
    const store = await openStore(computer.journal);
    const people = [...store.tables.all('person')].slice(0, 12);
    const removal = people.map((before) => ({ type: 'person', id: before.id, before }) as const);
    valueOrThrow(await store.change('removing most', () => ({ ok: true, value: removal })));
    valueOrThrow(await store.close());
    const { code, err } = await computer.run(['backup']);
    expect(code).toBe(1);
    expect(err).toContain('this journal holds 3 records; its last backup holds 15');
    expect(computer.backupNames()).toHaveLength(1);
    expect((await computer.run(['backup', '--yes'])).code).toBe(0);
    expect(computer.backupNames()).toHaveLength(2);
  });

  it('puts none into the journal itself', async () => {
    const computer = await computerWith('Anna');
    const { code, err } = await computer.run(['backup', '--to', join('Journal', 'backups')]);
    expect(code).toBe(2);
    expect(err).toContain("lies in the journal's folder");
  });

  it('ends with 4 where it cannot write, and where there is nothing to read', async () => {
    const computer = await computerWith('Anna');
    writeFileSync(join(computer.home, 'file'), '');
    expect((await computer.run(['backup', '--to', join('file', 'below')])).code).toBe(4);
    expect((await computer.run(['backup', '--passphrase-file', 'nothing'])).code).toBe(4);
    mkdirSync(join(computer.home, 'empty'));
    expect((await computer.run(['backup', '--journal', 'empty'])).code).toBe(4);
    expect(filesIn(computer.home).filter((name) => name.endsWith('.rapport'))).toEqual([]);
  });
});
