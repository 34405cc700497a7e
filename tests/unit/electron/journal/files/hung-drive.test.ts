import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { impatient } from '../../../../../electron/journal/files/hung-drive';
import { hangingDisk } from '../../backup/hanging-disk';
import { tempFolder } from '../temp-journal';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const NO_ANSWER = { code: 'ETIMEDOUT' };

/** A folder on a drive that hangs, with one file in it, and one that does not. */
function twoDrives() {
  const [hanging, sound] = [tempFolder(), tempFolder()];
  for (const folder of [hanging, sound]) writeFileSync(join(folder, 'file'), 'content');
  const disk = hangingDisk((_call, path) => `${path}/`.startsWith(`${hanging}/`));
  return { hanging, sound, disk, fs: impatient(disk.fs, () => [null, hanging]) };
}

describe('files on a drive that may hang', () => {
  it('are read and written like others while it answers', async () => {
    const { hanging, disk, fs } = twoDrives();
    const path = join(hanging, 'new');
    const handle = await disk.passing(fs.open(path, 'wx'));
    await handle.write(Buffer.from('words'), null);
    await handle.sync();
    expect(await handle.size()).toBe(5);
    await handle.close();
    await fs.rename(path, join(hanging, 'renamed'));
    expect((await fs.readFile(join(hanging, 'renamed'))).toString()).toBe('words');
    await expect(fs.readFile(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('are waited for, and what is asked meanwhile waits without a thread', async () => {
    const { hanging, disk, fs } = twoDrives();
    disk.hang();
    const first = fs.readFile(join(hanging, 'file'));
    await vi.advanceTimersByTimeAsync(6_000);
    const others = [1, 2, 3].map(() => fs.stat(join(hanging, 'file')));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(disk.hanging).toBe(1);
    disk.letGo();
    expect((await first).toString()).toBe('content');
    expect((await Promise.all(others)).map(({ bytes }) => bytes)).toEqual([7, 7, 7]);
  });

  it('are given up after two minutes, and not asked again before the drive answers', async () => {
    const { hanging, disk, fs } = twoDrives();
    disk.hang();
    await expect(disk.passing(fs.readFile(join(hanging, 'file')))).rejects.toMatchObject(NO_ANSWER);
    await expect(fs.readdir(hanging)).rejects.toMatchObject(NO_ANSWER);
    await expect(fs.unlink(join(hanging, 'file'))).rejects.toMatchObject(NO_ANSWER);
    expect(disk.hanging).toBe(1);
    disk.letGo();
    await disk.passing(vi.waitFor(async () => expect(await fs.readdir(hanging)).toEqual(['file'])));
  });

  it('elsewhere are left alone', async () => {
    const { hanging, sound, disk, fs } = twoDrives();
    disk.hang();
    await expect(disk.passing(fs.stat(hanging))).rejects.toMatchObject(NO_ANSWER);
    expect((await fs.readFile(join(sound, 'file'))).toString()).toBe('content');
    mkdirSync(`${hanging} beside`);
    expect(await fs.readdir(`${hanging} beside`)).toEqual([]);
  });

  it('are closed when they are opened too late for anybody to write to them', async () => {
    const folder = tempFolder();
    const calls: string[] = [];
    const disk = hangingDisk((call) => {
      calls.push(call);
      return call === 'open';
    });
    disk.hang();
    const opening = impatient(disk.fs, () => [folder]).open(join(folder, 'new'), 'wx');
    await expect(disk.passing(opening)).rejects.toMatchObject(NO_ANSWER);
    expect(calls).toEqual(['open']);
    disk.letGo();
    await vi.waitFor(() => expect(calls).toEqual(['open', 'close']));
  });
});
