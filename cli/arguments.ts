import { parseArgs, type ParseArgsConfig } from 'node:util';
import { exitCodes, Stop } from './exit-codes';

export const commandNames = ['check', 'show', 'backup', 'restore', 'export'] as const;
export type CommandName = (typeof commandNames)[number];

/** What was asked for. Paths are as they were typed. */
export type Request =
  | { kind: 'help'; of: CommandName | null }
  | { kind: 'version' }
  /** No command was given. */
  | { kind: 'nothing' }
  | { kind: 'check'; options: Options }
  | { kind: 'show'; name: string; options: Options }
  | { kind: 'backup'; options: Options }
  | { kind: 'restore'; file: string; options: Options }
  | { kind: 'export'; options: Options };

/** A command takes some of these; the others stay as they are here when nothing was said. */
export interface Options {
  journal: string | null;
  to: string | null;
  passphraseFile: string | null;
  yes: boolean;
  json: boolean;
}

type Known = NonNullable<ParseArgsConfig['options']>;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const common: Known = { help: { ...flag, short: 'h' }, journal: { ...text, short: 'j' }, json: flag };

const known: Record<CommandName, Known> = {
  check: common,
  show: common,
  backup: { ...common, to: text, 'passphrase-file': text, yes: flag },
  restore: { ...common, to: text, 'passphrase-file': text, yes: flag },
  export: { ...common, to: text },
};

/** What the words after the program's name ask for. Throws `Stop` when they make no sense. */
export function readArguments(words: readonly string[]): Request {
  const [first, ...rest] = words;
  if (first === undefined) return { kind: 'nothing' };
  if (first === '--help' || first === '-h') return { kind: 'help', of: null };
  if (first === 'help') return { kind: 'help', of: rest[0] === undefined ? null : commandNamed(rest[0]) };
  if (first === '--version' || first === '-v') return { kind: 'version' };
  return readCommand(commandNamed(first), rest);
}

function commandNamed(word: string): CommandName {
  const found = commandNames.find((name) => name === word);
  if (found) return found;
  if (word.startsWith('-'))
    throw wrong(`The command comes first, then its options: rapport COMMAND ${word}. See rapport --help.`);
  throw wrong(`There is no command “${word}”. There are: ${commandNames.join(', ')}. See rapport --help.`);
}

function readCommand(command: CommandName, words: readonly string[]): Request {
  const { values, positionals } = parse(command, words);
  if (values['help'] === true) return { kind: 'help', of: command };
  const options: Options = {
    journal: pathIn(values, 'journal'),
    to: pathIn(values, 'to'),
    passphraseFile: pathIn(values, 'passphrase-file'),
    yes: values['yes'] === true,
    json: values['json'] === true,
  };
  switch (command) {
    case 'show':
      // A name of several words need not be put in quotation marks.
      return { kind: 'show', name: required(positionals.join(' '), 'Say whom: rapport show NAME'), options };
    case 'restore':
      return { kind: 'restore', file: fileIn(positionals), options };
    default:
      if (positionals.length > 0) throw wrong(`rapport ${command} takes no “${positionals.join(' ')}”.`);
      if (command === 'export' && !options.json) throw wrong('Say in which format: rapport export --json');
      return { kind: command, options };
  }
}

function parse(command: CommandName, words: readonly string[]) {
  if (words.some((word) => /^--passphrase(=|$)/.test(word))) {
    throw wrong(
      'A passphrase is never an argument: other programs on this computer can read those. Put it into a file (--passphrase-file FILE) or into the environment (RAPPORT_PASSPHRASE).',
    );
  }
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: known[command],
    allowPositionals: true,
    // What is wrong with an option is said in our own words.
    strict: false,
    tokens: true,
  });
  for (const token of tokens) if (token.kind === 'option') checkOption(command, token);
  return { values, positionals };
}

interface OptionToken {
  name: string;
  /** As it was typed. */
  rawName: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}

function checkOption(command: CommandName, { name, rawName, value, inlineValue }: OptionToken): void {
  const type = known[command][name]?.type;
  if (type === undefined)
    throw wrong(`rapport ${command} knows no ${rawName}. See rapport ${command} --help.`);
  if (type === 'boolean' && value !== undefined) throw wrong(`--${name} takes no value.`);
  // The next option was forgotten to be one: nobody's folder is called --json.
  const isNone = value === undefined || (inlineValue !== true && value.startsWith('-'));
  if (type === 'string' && isNone) throw wrong(`--${name} wants a path.`);
}

function pathIn(values: Readonly<Record<string, unknown>>, option: string): string | null {
  const value = values[option];
  if (value === undefined) return null;
  return required(typeof value === 'string' ? value : '', `--${option} wants a path.`);
}

function fileIn(positionals: readonly string[]): string {
  if (positionals.length > 1) throw wrong('Say one file; a name with spaces in it goes in quotation marks.');
  return required(positionals[0] ?? '', 'Say which backup: rapport restore FILE');
}

function required(value: string, otherwise: string): string {
  if (value.trim() === '') throw wrong(otherwise);
  return value;
}

function wrong(message: string): Stop {
  return new Stop(exitCodes.wrongUsage, 'wrongUsage', message);
}
