import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runProgram } from '../../../cli/program';
import { diskFs, type Fs } from '../../../electron/journal/files/fs';
import { valueOrThrow } from '../../../electron/journal/journal-store';
import { newStore } from '../electron/journal/temp-journal';
import { testWorld } from './world';

/** A disk that refuses to have this one file or folder read. */
function refusing(refused: string): Fs {
  const expectOther = (path: string): void => {
    if (path === refused)
      throw Object.assign(new Error(`EACCES: ${path}`), { code: 'EACCES', syscall: 'open', path });
  };
  return {
    ...diskFs,
    readFile: async (path) => {
      expectOther(path);
      return diskFs.readFile(path);
    },
    readdir: async (path) => {
      expectOther(path);
      return diskFs.readdir(path);
    },
  };
}

it.each([
  [['check', '-j', 'J'], 'J'],
  [['check', '-j', 'J'], join('J', 'people.json')],
  [['check', '-j', 'J'], join('J', 'history', '2026.ndjson')],
  [['show', 'Anna', '-j', 'J'], join('J', 'people.json')],
  [['export', '--json', '-j', 'J'], join('J', 'changes.ndjson')],
  [['backup', '-j', 'J', '--to', 'B'], join('J', 'promises.json')],
  [['backup', '-j', 'J', '--to', 'B', '--passphrase-file', 'secret.txt'], 'secret.txt'],
  [['restore', 'old.rapport', '-j', 'J', '--to', 'B'], 'old.rapport'],
  [['restore', 'old.rapport', '-j', 'J', '--to', 'B', '--passphrase-file', 'secret.txt'], 'secret.txt'],
])('%j says that it may not read %s, and speaks of nothing to save', async (args, refused) => {
  const { world, home, said } = testWorld();
  valueOrThrow(await (await newStore(join(home, 'J'))).close());
  mkdirSync(join(home, 'J', 'history'));
  for (const name of ['secret.txt', 'old.rapport', join('J', 'history', '2026.ndjson')])
    writeFileSync(join(home, name), 'words');
  expect(await runProgram(args, { ...world, fs: refusing(join(home, refused)) })).toBe(4);
  expect(said.err).toBe(
    `Nothing was changed. Rapport may not read ${join(home, refused)}. Change its permissions, then try again.\n`,
  );
});

it.each([
  ['Folder', 'is a folder, not a file.'],
  ['gone.txt', 'cannot be found.'],
  [join('file', 'below'), 'cannot be found.'],
])('says of a passphrase in %s what it is', async (name, words) => {
  const { world, home, said } = testWorld();
  mkdirSync(join(home, 'Folder'));
  writeFileSync(join(home, 'file'), '');
  expect(await runProgram(['backup', '--passphrase-file', name], world)).toBe(4);
  expect(said.err).toContain(`${join(home, name)} ${words}`);
  expect(said.err).not.toContain('Not saved');
});
