import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { moveToFreeName } from '../../../../electron/backup/free-name';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { tempFolder } from '../journal/temp-journal';

const cannotLink: Fs = {
  ...diskFs,
  link: () => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' })),
};

function unfinishedIn(folder: string, text: string): string {
  const path = join(folder, `.${text}.unfinished`);
  writeFileSync(path, text);
  return path;
}

describe.each([
  ['a disk', diskFs],
  ['a disk where files cannot have two names', cannotLink],
])('on %s, a backup', (_, fs) => {
  it.each([
    ['Rapport 2026-11-22 0915.rapport', 'Rapport 2026-11-22 0915 (2).rapport'],
    ['Rapport 2026-11-22 0915.rapport.age', 'Rapport 2026-11-22 0915 (2).rapport.age'],
  ])('whose name %s is taken is named %s', async (name, second) => {
    const folder = tempFolder();
    expect(await moveToFreeName(fs, unfinishedIn(folder, 'one'), folder, name)).toBe(join(folder, name));
    expect(await moveToFreeName(fs, unfinishedIn(folder, 'two'), folder, name)).toBe(join(folder, second));
    expect(readdirSync(folder).sort()).toEqual([second, name].sort());
    expect(readFileSync(join(folder, name), 'utf8')).toBe('one');
    expect(readFileSync(join(folder, second), 'utf8')).toBe('two');
  });
});

it('several that take one name at once each get their own', async () => {
  const folder = tempFolder();
  const texts = Array.from({ length: 12 }, (_, index) => `backup ${index}`);
  const unfinished = texts.map((text) => unfinishedIn(folder, text));
  const name = 'Rapport 2026-11-22 0915.rapport';
  const paths = await Promise.all(unfinished.map((path) => moveToFreeName(diskFs, path, folder, name)));
  expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(texts);
  expect(readdirSync(folder)).toHaveLength(texts.length);
});
