import { setImmediate as soon } from 'node:timers/promises';
import { vi } from 'vitest';
import { diskFs, type Fs, type FsHandle } from '../../../../electron/journal/files/fs';

/** A call of the disk: its name, and the path or paths (a handle's calls have that of the file). */
type Hangs = (call: string, path: string) => boolean;

/** A disk of which some calls are not answered before they are let go. The test's clock, of fake timers, goes on with `passing`. */
export function hangingDisk(hangs: Hangs) {
  const count = { asked: 0, hanging: 0 };
  const hold = { until: Promise.resolve(), letGo: (): void => undefined };
  const counted = async <T>(name: string, path: string, call: () => Promise<T>): Promise<T> => {
    count.asked += 1;
    try {
      if (hangs(name, path)) {
        count.hanging += 1;
        await hold.until;
        count.hanging -= 1;
      }
      return await call();
    } finally {
      count.asked -= 1;
    }
  };
  const handleOf = (path: string, handle: FsHandle): FsHandle => ({
    write: (bytes, position) => counted('write', path, () => handle.write(bytes, position)),
    datasync: () => counted('datasync', path, () => handle.datasync()),
    sync: () => counted('sync', path, () => handle.sync()),
    size: () => counted('size', path, () => handle.size()),
    truncate: (length) => counted('truncate', path, () => handle.truncate(length)),
    close: () => counted('close', path, () => handle.close()),
  });
  const fs: Fs = {
    readFile: (path) => counted('readFile', path, () => diskFs.readFile(path)),
    open: async (path, flags) => handleOf(path, await counted('open', path, () => diskFs.open(path, flags))),
    rename: (from, to) => counted('rename', to, () => diskFs.rename(from, to)),
    link: (from, to) => counted('link', to, () => diskFs.link(from, to)),
    unlink: (path) => counted('unlink', path, () => diskFs.unlink(path)),
    mkdir: (path) => counted('mkdir', path, () => diskFs.mkdir(path)),
    readdir: (path) => counted('readdir', path, () => diskFs.readdir(path)),
    stat: (path) => counted('stat', path, () => diskFs.stat(path)),
    copyFile: (from, to) => counted('copyFile', to, () => diskFs.copyFile(from, to)),
    syncFolder: (path) => counted('syncFolder', path, () => diskFs.syncFolder(path)),
  };
  return {
    fs,
    /** How many calls hang just now. */
    get hanging() {
      return count.hanging;
    },
    hang: () => {
      hold.until = new Promise((resolve) => (hold.letGo = resolve));
    },
    letGo: () => hold.letGo(),
    /** Lets time go by until `work` is through, and only while the disk has nothing to do but what hangs. */
    passing: async <T>(work: Promise<T>): Promise<T> => {
      const state = { isThrough: false };
      const through = (): void => void (state.isThrough = true);
      work.then(through, through);
      while (!state.isThrough) {
        await soon();
        if (count.asked === count.hanging) await vi.advanceTimersByTimeAsync(100);
      }
      return work;
    },
  };
}
