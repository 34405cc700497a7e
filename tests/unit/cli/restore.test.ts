import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../cli/program';
import { valueOrThrow } from '../../../electron/journal/journal-store';
import { plainVault } from '../electron/backup/plain-vault';
import { addPerson, names, newStore, openStore } from '../electron/journal/temp-journal';
import { answering, encryptingWith, testWorld } from './world';

/** A journal with somebody in it who came after its backup. */
async function backedUp() {
  const { world, home, said } = testWorld();
  const journal = join(home, 'J');
  const store = await newStore(journal);
  await addPerson(store, 'Anna');
  expect(await runProgram(['backup', '-j', 'J', '--to', 'B'], world)).toBe(0);
  await addPerson(store, 'Ben');
  valueOrThrow(await store.close());
  const backup = said.out.split('\n')[1] ?? '';
  return { world, home, said, journal, backup, args: ['restore', backup, '-j', 'J', '--to', 'B'] };
}

describe('rapport restore on a terminal', () => {
  it('restores when one writes yes', async () => {
    const { world, journal, args } = await backedUp();
    expect(await runProgram(args, { ...world, ...answering(' Yes\n') })).toBe(0);
    expect(names(await openStore(journal))).toEqual(['Anna']);
  });

  it.each(['', 'y', 'no', 'yes please'])('changes nothing when one writes %j', async (answer) => {
    const { world, said, journal, args } = await backedUp();
    expect(await runProgram(args, { ...world, ...answering(answer) })).toBe(3);
    expect(said.err).toBe('Nothing was changed.\n');
    expect(names(await openStore(journal))).toEqual(['Anna', 'Ben']);
  });

  it('restores nothing over a journal that was changed while one thought about it', async () => {
    const { world, said, journal, args } = await backedUp();
    const ask = async (): Promise<string> => {
      const store = await openStore(journal);
      await addPerson(store, 'Carla');
      valueOrThrow(await store.close());
      return 'yes';
    };
    expect(await runProgram(args, { ...world, ask })).toBe(3);
    expect(said.err).toContain('this journal was changed since');
    expect(names(await openStore(journal))).toEqual(['Anna', 'Ben', 'Carla']);
  });

  it('restores nothing when somebody opened the journal meanwhile', async () => {
    const { world, said, journal, args } = await backedUp();
    const ask = async (): Promise<string> => {
      await openStore(journal);
      return 'yes';
    };
    expect(await runProgram(args, { ...world, ask })).toBe(3);
    expect(said.err).toContain('Another program is using the journal');
  });
});

describe('rapport restore where the app has another passphrase by now', () => {
  const FORMER = { RAPPORT_PASSPHRASE: 'the former passphrase' };

  it('restores a backup that the former one opens, and says what locks the safety backup', async () => {
    const { world, home, said, journal, backup, args } = await backedUp();
    await encryptingWith(home, 'the new passphrase');
    // With little work for the key, so that the test need not wait.
    writeFileSync(backup, await plainVault.seal(readFileSync(backup), FORMER.RAPPORT_PASSPHRASE));
    expect(await runProgram([...args, '--yes'], { ...world, env: FORMER })).toBe(0);
    expect(said.err).toContain('The safety backup is locked with the one given here');
    expect(names(await openStore(journal))).toEqual(['Anna']);
  });

  it('locks no safety backup with one that opened nothing', async () => {
    const { world, home, said, journal, args } = await backedUp();
    await encryptingWith(home, 'the new passphrase');
    expect(await runProgram([...args, '--yes'], { ...world, env: FORMER })).toBe(3);
    expect(said.err).toContain('This is not the passphrase that you chose for your backups');
    expect(names(await openStore(journal))).toEqual(['Anna', 'Ben']);
  });
});
