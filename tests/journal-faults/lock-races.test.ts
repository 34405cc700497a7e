import { hostname } from 'node:os';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Fs, FsHandle } from '../../electron/journal/files/fs';
import { acquireLock, type Lock } from '../../electron/journal/files/lock';
import { failed, type Result } from '../../shared/result';
import { report } from './figures';
import { MemoryFs } from './memory-fs';

// A pause is a turn that is passed over: however long one program takes, the others may have come to anything by then.
vi.mock('node:timers/promises', () => ({
  setTimeout: () => new Promise((resolve) => setImmediate(resolve)),
}));

const FOLDER = '/Rapport';
const PATH = `${FOLDER}/.lock`;
const SINCE = '2026-05-04T09:30:00+01:00';
const ENDING_PID = 4_194_001;
const NOT_IN: Result<Lock> = failed({ kind: 'locked', folder: FOLDER, holder: 'nobody' });
const RUNS = process.env['RAPPORT_FAULTS'] === 'long' ? 3_000 : 150;

const lockOfEnded = JSON.stringify({
  instance: 'ended',
  pid: 4_194_000,
  host: hostname(),
  uptimeSeconds: 0,
  since: SINCE,
});

/** What lies there when several programs start at once. */
const found = fc.constantFrom(
  { name: 'nothing', text: null },
  { name: 'the lock of a program that has ended', text: lockOfEnded },
  { name: 'a lock that says nothing', text: '\0'.repeat(200) },
);

async function folderWith(text: string | null): Promise<MemoryFs> {
  const disk = new MemoryFs();
  await disk.mkdir(FOLDER);
  if (text !== null) disk.put(PATH, Buffer.from(text));
  return disk;
}

/** The disk as one program sees it: each call waits for its turn among those of all programs. */
function scheduled(scheduler: fc.Scheduler, disk: Fs): Fs {
  const inTurn = <Args extends unknown[], Value>(call: (...args: Args) => Promise<Value>) =>
    scheduler.scheduleFunction(call);
  return {
    ...disk,
    readFile: inTurn((path: string) => disk.readFile(path)),
    link: inTurn((from: string, to: string) => disk.link(from, to)),
    unlink: inTurn((path: string) => disk.unlink(path)),
    open: inTurn(async (path: string, flags: 'wx' | 'a' | 'r+') => {
      const handle = await disk.open(path, flags);
      return {
        ...handle,
        write: inTurn((bytes: Uint8Array, position: number | null) => handle.write(bytes, position)),
        close: () => handle.close(),
      };
    }),
  };
}

/** A process that ends when it is told to, or after so many calls, whatever it has in its hands. */
class EndingProcess {
  readonly pid = ENDING_PID;
  isEnded = false;
  private end: () => void = () => undefined;
  readonly ended = new Promise<void>((resolve) => (this.end = resolve));

  constructor(private calls: number) {
    vi.spyOn(process, 'kill').mockImplementation((pid) => {
      if (pid === this.pid && !this.isEnded) return true;
      throw Object.assign(new Error('ESRCH'), { code: 'ESRCH' });
    });
  }

  kill(): void {
    this.isEnded = true;
    this.end();
  }

  /** The disk as this process sees it. What it writes into its lock names this process. */
  fs(disk: Fs): Fs {
    const write = (handle: FsHandle) => async (bytes: Uint8Array, position: number | null) => {
      const { startTicks: _, ...content } = JSON.parse(Buffer.from(bytes).toString());
      const named = Buffer.from(JSON.stringify({ ...content, pid: this.pid }));
      await handle.write(named, position);
      return bytes.length;
    };
    return {
      ...disk,
      readFile: this.untilTheEnd((path: string) => disk.readFile(path)),
      link: this.untilTheEnd((from: string, to: string) => disk.link(from, to)),
      unlink: this.untilTheEnd((path: string) => disk.unlink(path)),
      open: this.untilTheEnd(async (path: string, flags: 'wx' | 'a' | 'r+') => {
        const handle = await disk.open(path, flags);
        return { ...handle, write: this.untilTheEnd(write(handle)), close: () => handle.close() };
      }),
    };
  }

  private untilTheEnd<Args extends unknown[], Value>(call: (...args: Args) => Promise<Value>) {
    return (...args: Args): Promise<Value> => {
      if (this.calls-- > 0) return call(...args);
      this.kill();
      return new Promise(() => undefined);
    };
  }
}

function winners(results: Result<Lock>[]): Lock[] {
  return results.flatMap((result) => (result.ok ? [result.value] : []));
}

describe('of several programs that start at once', () => {
  it('in whatever order their calls reach the disk, one gets in and keeps the folder', async () => {
    const property = fc.asyncProperty(fc.scheduler(), found, async (scheduler, { text }) => {
      const disk = await folderWith(text);
      const programs = Array.from({ length: 4 }, () =>
        acquireLock(scheduled(scheduler, disk), FOLDER, SINCE),
      );
      const results = await scheduler.waitFor(Promise.all(programs));
      const [first, ...others] = winners(results);
      expect(others).toEqual([]);
      expect(first && (await scheduler.waitFor(first.heldByOther()))).toBeNull();
      if (first) await scheduler.waitFor(first.release());
      expect([...disk.files().keys()]).toEqual([]);
    });
    await fc.assert(property, { numRuns: RUNS });
    report('orders in which four programs take one folder', RUNS);
  });

  it('one may end at any point: at most one gets in, and the next one can', async () => {
    const property = fc.asyncProperty(
      fc.scheduler(),
      found,
      fc.nat(20),
      async (scheduler, { text }, calls) => {
        const disk = await folderWith(text);
        const ending = new EndingProcess(calls);
        const one = acquireLock(ending.fs(scheduled(scheduler, disk)), FOLDER, SINCE);
        const others = Array.from({ length: 2 }, () =>
          acquireLock(scheduled(scheduler, disk), FOLDER, SINCE),
        );
        const results = await scheduler.waitFor(
          Promise.all([Promise.race([one, ending.ended.then(() => NOT_IN)]), ...others]),
        );
        const got = winners(results);
        expect(got.length).toBeLessThanOrEqual(1);
        if (results[0]?.ok) ending.kill();
        else for (const lock of got) await scheduler.waitFor(lock.release());
        const next = await acquireLock(disk, FOLDER, SINCE);
        expect(winners([next])).toHaveLength(1);
        for (const lock of winners([next])) await lock.release();
      },
    );
    await fc.assert(property, { numRuns: RUNS });
    report('ends of a program that takes a folder, others beside it', RUNS);
  });
});
