import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../cli/arguments';
import { Stop } from '../../../cli/exit-codes';

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
    expect(readArguments([])).toEqual({ kind: 'help', of: null });
    expect(() => readArguments(['help', 'nothing'])).toThrow(Stop);
  });

  it('lets no passphrase be an argument', () => {
    expect(() => readArguments(['check', '--passphrase=x'])).toThrow('never an argument');
  });
});
