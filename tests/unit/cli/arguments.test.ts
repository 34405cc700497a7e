import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../cli/arguments';
import { Stop } from '../../../cli/exit-codes';
import { runProgram } from '../../../cli/program';
import { testWorld } from './world';

const NOTHING_SAID = { journal: null, to: null, passphraseFile: null, yes: false, json: false };

describe('readArguments', () => {
  it('reads a command with its options in any order', () => {
    expect(readArguments(['restore', '--yes', 'b.rapport', '-j', 'J', '--to=B', '--json'])).toEqual({
      kind: 'restore',
      file: 'b.rapport',
      options: { ...NOTHING_SAID, journal: 'J', to: 'B', yes: true, json: true },
    });
    expect(readArguments(['backup', '--passphrase-file', 'p'])).toEqual({
      kind: 'backup',
      options: { ...NOTHING_SAID, passphraseFile: 'p' },
    });
  });

  it('takes a name of several words', () => {
    expect(readArguments(['show', 'Maya', 'Okonjo'])).toMatchObject({ kind: 'show', name: 'Maya Okonjo' });
  });

  it('shows help before it looks at anything else', () => {
    expect(readArguments(['restore', '--help'])).toEqual({ kind: 'help', of: 'restore' });
    expect(readArguments([])).toEqual({ kind: 'nothing' });
    for (const words of [['--help'], ['-h'], ['help']])
      expect(readArguments(words)).toEqual({ kind: 'help', of: null });
    expect(readArguments(['help', 'show'])).toEqual({ kind: 'help', of: 'show' });
    expect(() => readArguments(['help', 'nothing'])).toThrow(Stop);
  });

  it.each([
    [['chekc'], 'There is no command “chekc”'],
    [['-j', 'x', 'check'], 'The command comes first, then its options: rapport COMMAND -j.'],
    [['check', '--jounral', 'x'], 'rapport check knows no --jounral. See rapport check --help.'],
    [['check', 'extra'], 'rapport check takes no “extra”'],
    [['check', '--yes'], 'rapport check knows no --yes.'],
    [['check', '-x'], 'rapport check knows no -x.'],
    [['check', '--json=yes'], '--json takes no value.'],
    [['check', '--journal'], '--journal wants a path.'],
    [['check', '--journal', '--json'], '--journal wants a path.'],
    [['check', '-j'], '--journal wants a path.'],
    [['check', '--journal='], '--journal wants a path'],
    [['show'], 'Say whom'],
    [['restore'], 'Say which backup'],
    [['restore', 'one', 'two'], 'Say one file'],
    [['export'], 'Say in which format'],
    [['backup', '--passphrase', 'secret'], 'A passphrase is never an argument'],
    [['restore', 'x', '--passphrase=secret'], 'A passphrase is never an argument'],
  ])('ends with 2 for %j and says why', async (args, words) => {
    const { world, said } = testWorld();
    expect(await runProgram(args, world)).toBe(2);
    expect(said.out).toBe('');
    expect(said.err).toContain(words);
    expect(said.err).not.toContain('secret');
  });
});
