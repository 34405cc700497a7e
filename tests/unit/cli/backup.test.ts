import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../cli/program';
import { diskFs, type Fs } from '../../../electron/journal/files/fs';
import { Preparation } from '../../../electron/journal/files/pending';
import { valueOrThrow } from '../../../electron/journal/journal-store';
import { addPerson, newStore } from '../electron/journal/temp-journal';
import { encryptingWith, testWorld } from './world';

describe('rapport backup while somebody is being forgotten', () => {
  it('keeps none in which they would live on', async () => {
    const { world, home, said } = testWorld();
    const store = await newStore(join(home, 'J'));
    await addPerson(store, 'Anna');
    const fs: Fs = {
      ...diskFs,
      link: async (from, to) => {
        await diskFs.link(from, to);
        if (!to.endsWith('.rapport')) return;
        store.remember([{ on: '2026-05-04', salt: 's', hashes: ['h'] }]);
        valueOrThrow(await store.fold());
      },
    };
    expect(await runProgram(['backup', '-j', 'J', '--to', 'B'], { ...world, fs })).toBe(3);
    expect(said.err).toContain('this journal was changed since');
    expect(readdirSync(join(home, 'B')).filter((name) => name.endsWith('.rapport'))).toEqual([]);
    expect(await runProgram(['backup', '-j', 'J', '--to', 'B'], world)).toBe(0);
  });

  it('keeps none that was made while all that is being made ready', async () => {
    const { world, home, said } = testWorld();
    const journal = join(home, 'J');
    const store = await newStore(journal);
    await addPerson(store, 'Anna');
    const preparation = new Preparation(diskFs, journal);
    const part = await preparation.write([Buffer.from('what people.json will hold')]);
    expect(await runProgram(['backup', '-j', 'J', '--to', 'B'], world)).toBe(3);
    expect(said.err).toContain('this journal was changed since');
    expect(readdirSync(join(home, 'B')).filter((name) => name.endsWith('.rapport'))).toEqual([]);
    // What a crash left is none: nobody has the journal open then.
    valueOrThrow(await store.close());
    expect(await runProgram(['backup', '-j', 'J', '--to', 'B'], world)).toBe(0);
    expect(existsSync(part)).toBe(true);
  });

  it('makes some while a file elsewhere waits for a disk that is away', async () => {
    const { world, home } = testWorld();
    const journal = join(home, 'J');
    await addPerson(await newStore(journal), 'Anna');
    const preparation = new Preparation(diskFs, journal);
    await preparation.replace(join(home, 'away', 'Rapport.rapport'), [Buffer.from('a backup')]);
    await preparation.commit();
    expect(await runProgram(['backup', '-j', 'J', '--to', 'B'], world)).toBe(0);
  });

  it('makes none of a journal that is half of before and half of after', async () => {
    const { world, home, said } = testWorld();
    const journal = join(home, 'J');
    valueOrThrow(await (await newStore(journal)).close());
    const list = { format: 'rapport-forgetting', steps: [{ kind: 'remove', path: 'history/2026.ndjson' }] };
    const handle = await diskFs.open(join(journal, '.forgetting.json'), 'wx');
    await handle.write(Buffer.from(JSON.stringify(list)), null);
    await handle.close();
    for (const args of [
      ['backup', '--to', 'B'],
      ['export', '--json'],
      ['show', 'Anna'],
    ])
      expect(await runProgram([...args, '-j', 'J'], world)).toBe(3);
    expect(said.err).toContain('Somebody is being forgotten in this journal');
    expect(await runProgram(['check', '-j', 'J'], world)).toBe(0);
  });
});

describe('rapport backup where the app encrypts', () => {
  it('makes none with another passphrase than the one that was chosen there', async () => {
    const { world, home, said } = testWorld();
    await addPerson(await newStore(join(home, 'J')), 'Anna');
    await encryptingWith(home, 'the new passphrase');
    const args = ['backup', '-j', 'J', '--to', 'B'];
    const former = { ...world, env: { RAPPORT_PASSPHRASE: 'the former passphrase' } };
    expect(await runProgram(args, former)).toBe(3);
    expect(said.err).toContain('This is not the passphrase that you chose for your backups');
    expect(existsSync(join(home, 'B'))).toBe(false);
    expect(await runProgram(args, { ...world, env: { RAPPORT_PASSPHRASE: 'the new passphrase' } })).toBe(0);
  });
});
