import { beforeEach, describe, expect, it } from 'vitest';
import { commandNames } from '../../cli/arguments';
import manifest from '../../package.json' with { type: 'json' };
import { Computer, computerWith } from './command';

let computer: Computer;
beforeEach(() => {
  computer = new Computer();
});

describe('rapport', () => {
  it('shows its help', async () => {
    const { code, out, err } = await computer.run(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const nothing = await computer.run([]);
    expect(nothing).toEqual({ code: 2, out: '', err: out });
    for (const name of commandNames) expect(out).toContain(`rapport ${name}`);
    expect(out).toContain('Exit codes: 0 fine');
  });

  it.each(commandNames)('shows the help of %s', async (name) => {
    const { code, out } = await computer.run([name, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^rapport ${name}`));
    expect(out).toContain('--journal DIR');
  });

  it('says its version', async () => {
    expect(await computer.run(['--version'])).toEqual({
      code: 0,
      out: `rapport ${manifest.version}\n`,
      err: '',
    });
  });

  it.each([
    [['chekc'], 'There is no command “chekc”'],
    [['restore', 'x', '--passphrase=secret'], 'A passphrase is never an argument'],
  ])('ends with 2 for %j', async (args, words) => {
    const { code, out, err } = await computer.run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).not.toContain('secret');
  });

  it('takes the words behind -- as they are', async () => {
    const somewhere = await computerWith('--yes Woman');
    expect((await somewhere.run(['show', '--', '--yes', 'woman'])).code).toBe(0);
  });
});
