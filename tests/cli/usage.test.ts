import { beforeEach, describe, expect, it } from 'vitest';
import { commandNames } from '../../cli/arguments';
import manifest from '../../package.json' with { type: 'json' };
import { Computer, computerWith } from './command';

let computer: Computer;
beforeEach(() => {
  computer = new Computer();
});

describe('rapport', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('shows its help for %j', async (args) => {
    const { code, out, err } = await computer.run(args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const name of commandNames) expect(out).toContain(`rapport ${name}`);
    expect(out).toContain('Exit codes: 0 fine');
  });

  it.each(commandNames)('shows the help of %s', async (name) => {
    const { code, out } = await computer.run([name, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^rapport ${name}`));
    expect(out).toContain('--journal DIR');
    expect((await computer.run(['help', name])).out).toBe(out);
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
    [['check', '--jounral', 'x'], "Unknown option '--jounral'"],
    [['check', 'extra'], 'rapport check takes no “extra”'],
    [['check', '--yes'], "Unknown option '--yes'"],
    [['check', '--journal'], "'-j, --journal <value>' argument missing"],
    [['check', '--journal='], '--journal wants a path'],
    [['show'], 'Say whom'],
    [['restore'], 'Say which backup'],
    [['restore', 'one', 'two'], 'Say one file'],
    [['export'], 'Say in which format'],
    [['backup', '--passphrase', 'secret'], 'A passphrase is never an argument'],
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
