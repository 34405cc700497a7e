import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolderDurably } from '../../../../../electron/journal/files/durable-file';
import { diskFs, type Fs } from '../../../../../electron/journal/files/fs';
import { removeLeftovers } from '../../../../../electron/journal/files/journal-folder';
import { tempFolder } from '../temp-journal';

const LEFT = '.lock.0190f3a2-0000-7000-8000-000000000000.tmp';

function failing(code: string): Promise<never> {
  return Promise.reject(Object.assign(new Error(code), { code }));
}

it('a folder on a drive that is not there is an error, and no search without an end', async () => {
  const fs: Fs = { ...diskFs, stat: () => failing('ENOENT'), mkdir: () => failing('ENOENT') };
  await expect(makeFolderDurably(fs, '/away/Documents/Rapport')).rejects.toMatchObject({ code: 'ENOENT' });
});

it('what another program tidies up meanwhile, or holds, does not keep a journal from being opened', async () => {
  const folder = tempFolder();
  for (const part of ['entries', 'history']) mkdirSync(join(folder, part));
  writeFileSync(join(folder, LEFT), '');
  await removeLeftovers({ ...diskFs, unlink: () => failing('ENOENT') }, folder);
  await removeLeftovers({ ...diskFs, unlink: () => failing('EPERM') }, folder);
  await removeLeftovers(diskFs, folder);
  expect(readdirSync(folder).sort()).toEqual(['entries', 'history']);
});
