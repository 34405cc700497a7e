import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CATALOG_NAME } from '../../../../electron/backup/catalog';
import { listBackups } from '../../../../electron/backup/backups';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { NAME, open, place } from './forget-place';

it('another journal’s damaged backup, known by heart alone, stays also while that cannot be read', async () => {
  const where = place();
  const other = await open({ ...place(), backups: where.backups });
  await other.add('Bea');
  const { path } = await other.backUp();
  await other.close();
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(0, bytes.length - 30));
  await listBackups(diskFs, where.backups);
  let isUnread = false;
  const fs: Fs = {
    ...diskFs,
    readFile: async (asked) => {
      if (isUnread && asked.endsWith(CATALOG_NAME)) throw Object.assign(new Error('EIO'), { code: 'EIO' });
      return diskFs.readFile(asked);
    },
  };
  const mine = await open(where, fs);
  const maya = await mine.add(NAME);
  isUnread = true;
  await mine.forget(maya).catch(() => undefined);
  expect(existsSync(path)).toBe(true);
});
