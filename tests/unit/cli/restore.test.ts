import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../cli/program';
import { valueOrThrow } from '../../../electron/journal/journal-store';
import { addPerson, names, newStore, openStore } from '../electron/journal/temp-journal';
import { answering, testWorld } from './world';

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
  return { world, said, journal, args: ['restore', backup, '-j', 'J', '--to', 'B'] };
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
