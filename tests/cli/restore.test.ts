import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unsealWith } from '../../electron/backup/opened-backup';
import { readBackup } from '../../electron/backup/read-backup';
import { writeBackup } from '../../electron/backup/write-backup';
import { diskFs } from '../../electron/journal/files/fs';
import { valueOrThrow } from '../../electron/journal/journal-store';
import { plainVault } from '../unit/electron/backup/plain-vault';
import { addPerson, names, openStore } from '../unit/electron/journal/temp-journal';
import { alter, type Computer, computerWith, contentOf, filesIn, at, textAt } from './command';

/** A backup of Anna and Ben; Carla came after it. */
async function computerWithOldBackup(): Promise<{ computer: Computer; backup: string }> {
  const computer = await computerWith('Anna', 'Ben');
  const { json } = await computer.json(['backup']);
  const store = await openStore(computer.journal);
  await addPerson(store, 'Carla');
  valueOrThrow(await store.close());
  return { computer, backup: textAt(json, 'backup', 'path') };
}

async function peopleIn(computer: Computer): Promise<string[]> {
  const store = await openStore(computer.journal);
  const found = names(store);
  valueOrThrow(await store.close());
  return found;
}

describe('rapport restore', () => {
  it('brings an older backup back, and keeps what was there before in another', async () => {
    const { computer, backup } = await computerWithOldBackup();
    const { code, out, err } = await computer.run(['restore', backup, '--yes']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^People +3 +2 +– +– +1$/m);
    expect(out).toContain('Carla goes (person)');
    expect(out).toContain('Restored into');
    expect(await peopleIn(computer)).toEqual(['Anna', 'Ben']);
    const [safety = ''] = computer.backupNames().filter((name) => name.includes('before a restore'));
    const kept = valueOrThrow(await readBackup(diskFs, join(computer.backups, safety)));
    expect(kept.manifest).toMatchObject({ kind: 'safety', counts: { people: 3 } });
    expect((await computer.run(['check'])).code).toBe(0);
  });

  it('tells scripts what it did', async () => {
    const { computer, backup } = await computerWithOldBackup();
    const { code, json } = await computer.json(['restore', backup, '--yes']);
    expect(code).toBe(0);
    expect(json).toMatchObject({
      format: 'rapport-restore',
      version: 1,
      journal: computer.journal,
      backup: { path: backup, people: 2 },
      leftOut: 0,
      identical: false,
      restored: true,
      safetyBackup: { kind: 'safety', people: 3 },
    });
    expect(at(json, 'differences', '0')).toMatchObject({ type: 'person', now: 3, inBackup: 2, removed: 1 });
  });

  it('shows what would change and changes nothing where there is no terminal to ask on', async () => {
    const { computer, backup } = await computerWithOldBackup();
    const before = contentOf(computer.home);
    const { code, out, err } = await computer.run(['restore', backup]);
    expect(code).toBe(3);
    expect(out).toMatch(/^People +3 +2 +– +– +1$/m);
    expect(err).toContain('There is no terminal to ask on');
    const { json } = await computer.json(['restore', backup]);
    expect(json).toMatchObject({ restored: false, safetyBackup: null });
    expect(contentOf(computer.home)).toEqual(before);
  });

  it('does nothing when the journal holds the same', async () => {
    const computer = await computerWith('Anna');
    const { json } = await computer.json(['backup']);
    const { code, out } = await computer.run(['restore', textAt(json, 'backup', 'path')]);
    expect(code).toBe(0);
    expect(out).toContain('There is nothing to restore.');
    expect(computer.backupNames()).toHaveLength(1);
  });

  it('refuses while somebody else has the journal open', async () => {
    const { computer, backup } = await computerWithOldBackup();
    const store = await openStore(computer.journal);
    const { code, err } = await computer.run(['restore', backup, '--yes']);
    expect(code).toBe(3);
    expect(err).toContain('Another program is using the journal');
    expect(names(store)).toEqual(['Anna', 'Ben', 'Carla']);
    expect(computer.backupNames()).toHaveLength(1);
  });

  it('changes nothing when the safety backup cannot be written', async () => {
    const { computer, backup } = await computerWithOldBackup();
    writeFileSync(join(computer.home, 'file'), '');
    const { code } = await computer.run(['restore', backup, '--yes', '--to', join('file', 'below')]);
    expect(code).toBe(4);
    expect(await peopleIn(computer)).toEqual(['Anna', 'Ben', 'Carla']);
  });
});

describe('rapport restore of an encrypted backup', () => {
  /** Made with little work for the key, so that a test need not wait. */
  async function encrypted(computer: Computer): Promise<string> {
    const store = await openStore(computer.journal);
    const written = await writeBackup(store.snapshot(), {
      fs: diskFs,
      folder: computer.home,
      kind: 'byHand',
      now: () => new Date(),
      seal: (zip) => plainVault.seal(zip, 'rain on the tin roof'),
      unseal: unsealWith(plainVault, ['rain on the tin roof']),
    });
    await addPerson(store, 'Later');
    valueOrThrow(await store.close());
    return valueOrThrow(written).path;
  }

  it.each([
    ['in the environment', { RAPPORT_PASSPHRASE: 'rain on the tin roof' }, []],
    ['in a file', {}, ['--passphrase-file', 'passphrase.txt']],
    [
      'in a file, whatever the environment says',
      { RAPPORT_PASSPHRASE: 'x' },
      ['--passphrase-file', 'passphrase.txt'],
    ],
  ])('opens with the right passphrase %s, and encrypts the safety backup too', async (_where, env, args) => {
    const computer = await computerWith('Anna');
    const backup = await encrypted(computer);
    writeFileSync(join(computer.home, 'passphrase.txt'), 'rain on the tin roof\n');
    const { code, json } = await computer.json(['restore', backup, '--yes', ...args], env);
    expect(code).toBe(0);
    expect(textAt(json, 'safetyBackup', 'path')).toMatch(/before a restore\.rapport\.age$/);
    expect(await peopleIn(computer)).toEqual(['Anna']);
  });

  it.each([
    ['another passphrase', { RAPPORT_PASSPHRASE: 'sun on the tin roof' }, 'does not open this backup'],
    ['none', {}, 'its passphrase is needed to open it. Give it by --passphrase-file'],
  ])('refuses %s and changes nothing', async (_which, env, words) => {
    const computer = await computerWith('Anna');
    const backup = await encrypted(computer);
    const before = contentOf(computer.journal);
    const { code, err } = await computer.run(['restore', backup, '--yes'], env);
    expect(code).toBe(3);
    expect(err).toContain(words);
    expect(contentOf(computer.journal)).toEqual(before);
  });
});

describe('rapport restore of what is no good backup', () => {
  it('refuses one that was cut short, at any place', async () => {
    const { computer, backup } = await computerWithOldBackup();
    const before = contentOf(computer.journal);
    const whole = readFileSync(backup);
    for (const length of [60, Math.floor(whole.length / 2), whole.length - 1]) {
      writeFileSync(backup, whole.subarray(0, length));
      const { code, err } = await computer.run(['restore', backup, '--yes']);
      expect(code).toBe(1);
      expect(err).toContain('This backup is damaged and was not used');
    }
    expect(contentOf(computer.journal)).toEqual(before);
  });

  it('refuses a file of something else, a folder, and one that is not there', async () => {
    const computer = await computerWith('Anna');
    writeFileSync(join(computer.home, 'letter.txt'), 'Dear Anna');
    expect((await computer.json(['restore', 'letter.txt', '--yes'])).json).toMatchObject({
      code: 'notABackup',
    });
    expect((await computer.run(['restore', 'letter.txt', '--yes'])).code).toBe(1);
    expect((await computer.run(['restore', 'Journal', '--yes'])).code).toBe(1);
    const gone = await computer.run(['restore', 'gone.rapport', '--yes']);
    expect(gone.code).toBe(4);
    expect(gone.err).toContain(`The file ${join(computer.home, 'gone.rapport')} cannot be found.`);
  });
});

describe('rapport restore on the day the app does not start', () => {
  it('restores over a journal that lacks a file, and keeps what was left of it', async () => {
    const { computer, backup } = await computerWithOldBackup();
    rmSync(join(computer.journal, 'people.json'));
    const { code, out } = await computer.run(['restore', backup, '--yes']);
    expect(code).toBe(0);
    expect(out).toContain('people.json is missing. Put it back, or restore a backup.');
    expect(await peopleIn(computer)).toEqual(['Anna', 'Ben']);
    expect((await computer.run(['check'])).code).toBe(0);
  });

  it('keeps an unreadable file under its own name', async () => {
    const { computer, backup } = await computerWithOldBackup();
    alter(join(computer.journal, 'people.json'), (bytes) => Buffer.alloc(bytes.length));
    expect((await computer.run(['restore', backup, '--yes'])).code).toBe(0);
    expect(filesIn(computer.journal).some((name) => name.startsWith('people.json.damaged-'))).toBe(true);
    expect(await peopleIn(computer)).toEqual(['Anna', 'Ben']);
  });

  /** What is damaged without a record of it being lost: restoring the last backup has nothing to change, and mends it. */
  it.each([
    ['the first line of a volume', 'people.json', flip('"formatVersion"')],
    ['the line that opens a list', 'people.json', flip('"people"')],
    ['the first line of journal.json', 'journal.json', flip('"formatVersion"')],
    ['a volume without a record', 'promises.json', emptied],
    ['a volume that is missing, without a record', 'promises.json', null],
    [
      'the only line of the log',
      'changes.ndjson',
      (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('{"seq":9\n')]),
    ],
  ] as const)('mends %s', async (_, file, damage) => {
    const computer = await computerWith('Anna', 'Ben');
    const { json } = await computer.json(['backup']);
    const path = join(computer.journal, file);
    if (damage === null) rmSync(path);
    else alter(path, damage);
    expect((await computer.run(['check'])).code).toBe(1);
    expect((await computer.run(['backup'])).code).toBe(1);
    const { code, out } = await computer.run(['restore', textAt(json, 'backup', 'path'), '--yes']);
    expect(out).toContain('Restoring writes the damaged files anew');
    expect(code).toBe(0);
    expect(await peopleIn(computer)).toEqual(['Anna', 'Ben']);
    expect((await computer.run(['check'])).code).toBe(0);
    expect((await computer.run(['backup'])).code).toBe(0);
    expect((await computer.run(['restore', textAt(json, 'backup', 'path')])).out).toContain(
      'There is nothing to restore.',
    );
  });

  it('leaves the alarm as it was when it cannot go through with it', async () => {
    const { computer, backup } = await computerWithOldBackup();
    rmSync(join(computer.journal, 'people.json'));
    writeFileSync(join(computer.home, 'file'), '');
    const { code } = await computer.run(['restore', backup, '--yes', '--to', join('file', 'below')]);
    expect(code).toBe(4);
    expect((await computer.json(['check'])).json).toMatchObject({ refusal: { code: 'damaged' } });
  });

  it('begins a journal where there is none', async () => {
    const { computer, backup } = await computerWithOldBackup();
    const { code, out } = await computer.run(['restore', backup, '--yes', '--journal', 'Fresh']);
    expect(code).toBe(0);
    expect(out).toContain('Journal: none yet in');
    const { json } = await computer.json(['check', '--journal', 'Fresh']);
    expect(json).toMatchObject({ ok: true, counts: { person: 2 } });
  });

  it('puts nothing into a folder that holds other things', async () => {
    const { computer, backup } = await computerWithOldBackup();
    mkdirSync(join(computer.home, 'Photos'));
    writeFileSync(join(computer.home, 'Photos', 'cat.jpg'), 'meow');
    const before = contentOf(join(computer.home, 'Photos'));
    const { code, err } = await computer.run(['restore', backup, '--yes', '--journal', 'Photos']);
    expect(code).toBe(4);
    expect(err).toContain('already holds other files');
    expect(contentOf(join(computer.home, 'Photos'))).toEqual(before);
  });

  it('works on a copy of the journal as well as on the journal', async () => {
    const { computer, backup } = await computerWithOldBackup();
    cpSync(computer.journal, join(computer.home, 'Copy'), { recursive: true });
    expect((await computer.run(['restore', backup, '--yes', '--journal', 'Copy'])).code).toBe(0);
    expect(await peopleIn(computer)).toEqual(['Anna', 'Ben', 'Carla']);
  });
});

/** Changes a letter in the first place where the text stands. */
function flip(text: string) {
  return (bytes: Buffer): Buffer => {
    const at = bytes.indexOf(text);
    if (at < 0) throw new Error(`There is no ${text} in it.`);
    bytes[at + 2] = 0;
    return bytes;
  };
}

function emptied(): Buffer {
  return Buffer.alloc(0);
}
