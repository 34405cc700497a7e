import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { failed, success } from '../../../../shared/result';
import { leftOf, NAME, open, place } from './forget-place';

/** A place with three backups, and a disk that tells of each backup that is read. */
async function withBackups() {
  const where = place();
  const reads = { count: 0, onRead: (): void => undefined };
  const fs: Fs = {
    ...diskFs,
    readFile: async (path) => {
      if (/\.rapport(\.age)?$|\.part$/.test(path)) {
        reads.count += 1;
        reads.onRead();
      }
      return diskFs.readFile(path);
    },
  };
  const opened = await open(where, fs, 'a good passphrase');
  const maya = await opened.add(NAME);
  await opened.add('Anna Lind');
  for (let made = 0; made < 3; made++) await opened.backUp();
  reads.count = 0;
  const cancel = (): Promise<unknown> =>
    opened.session.handle({ kind: 'call', id: 8, name: 'backup.cancel', input: { job: 'forget' } });
  return { where, reads, maya, cancel, ...opened };
}

const bytesOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('Rapport'))
    .map((name) => readFileSync(join(folder, name)).toString('base64'));

describe('forgetting somebody', () => {
  it('given up at any backup changes nothing and leaves nothing, and may be asked for again', async () => {
    const { where, reads, maya, cancel, call, preview, forget, close } = await withBackups();
    await preview(maya);
    const looked = reads.count;
    const before = bytesOf(where.backups);
    const given: number[] = [];
    for (let at = 1; at < 100; at++) {
      reads.count = 0;
      // Past the look that tells what goes.
      reads.onRead = () => void (reads.count === looked + at && cancel());
      const outcome = await forget(maya);
      reads.onRead = () => undefined;
      if (outcome.ok) break;
      given.push(at);
      expect(outcome).toEqual(failed({ kind: 'cancelled' }));
      expect(await call('people.get', { id: maya })).toMatchObject({ name: NAME });
      expect(readdirSync(where.journal).filter((name) => name.startsWith('.forgetting'))).toEqual([]);
      expect(bytesOf(where.backups)).toEqual(before);
    }
    // Each of three backups is read to look, again to write, and once more as it was written.
    expect(given).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(bytesOf(where.backups)).not.toEqual(before);
    await close();
    expect(leftOf(where, [NAME])).toEqual([]);
  });

  it('cancelled when it is through already is no error', async () => {
    const { maya, cancel, forget, close } = await withBackups();
    expect(await forget(maya)).toMatchObject({ ok: true });
    expect(await cancel()).toEqual(success({}));
    await close();
    expect(await cancel()).toEqual(success({}));
  });

  it('is not given up with another job', async () => {
    const { session, reads, maya, forget } = await withBackups();
    reads.onRead = () =>
      void session.handle({ kind: 'call', id: 9, name: 'backup.cancel', input: { job: 'restore' } });
    expect(await forget(maya)).toMatchObject({ ok: true });
  });
});
