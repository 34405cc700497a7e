import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { failed, type Result, success } from '../../../shared/result';
import { formatInstant } from '../../../shared/words/dates';
import { writeAll } from './durable-file';
import { errorCode, type Fs, type FsHandle } from './fs';

/** Who holds the folder. */
const LockContent = z.object({
  instance: z.string(),
  pid: z.int(),
  host: z.string(),
  /** Which run of the computer this is, where the system says so; it does not change when the clock is set. */
  bootId: z.string().optional(),
  /** For how long the computer had been running by then. One that runs for less now was started anew. */
  uptimeSeconds: z.number(),
  startTicks: z.string().optional(),
  since: z.string(),
});
type LockContent = z.infer<typeof LockContent>;

export interface Lock {
  /**
   * Who else has the folder by now, in words; null when nobody has: a lock that something removed is made anew. Throws
   * Node's error.
   */
  heldByOther(): Promise<string | null>;
  release(): Promise<void>;
}

const LOCK_NAME = '.lock';
const STARTING = 'another program that is starting just now';
const ATTEMPTS = 5;
/** A program that starts just now has made its lock and not written it yet. */
const UNREADABLE_WAIT_MS = 50;

/** Locks of this thread. A thread that ended without giving its lock back leaves one that names this very process. */
const held = new Set<string>();

/**
 * Makes this process the folder's only writer. A lock left behind by a process that no longer runs is replaced; any
 * other refuses with `locked`. Throws Node's error when the folder cannot be written.
 */
export async function acquireLock(fs: Fs, folder: string, since: string): Promise<Result<Lock>> {
  const path = join(folder, LOCK_NAME);
  const own: LockContent = {
    instance: randomUUID(),
    pid: process.pid,
    host: hostname(),
    uptimeSeconds: uptime(),
    since,
    ...bootId(),
    ...startTicksOf(process.pid),
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await create(fs, path, own)) return success(lockOf(fs, path, own));
    const holder = await read(fs, path);
    if (holder === 'gone') continue;
    if (holder === 'unreadable' && attempt < ATTEMPTS - 2) {
      await pause(UNREADABLE_WAIT_MS);
      continue;
    }
    if (holder !== 'unreadable' && isAlive(holder)) {
      return failed({ kind: 'locked', folder, holder: describe(holder) });
    }
    await removeStale(fs, path, holder);
  }
  return failed({ kind: 'locked', folder, holder: STARTING });
}

function lockOf(fs: Fs, path: string, own: LockContent): Lock {
  return {
    heldByOther: async () => {
      const holder = await read(fs, path);
      if (typeof holder === 'object' && holder.instance === own.instance) return null;
      if (typeof holder === 'object' && isAlive(holder)) return describe(holder);
      if (holder !== 'gone') await removeStale(fs, path, holder);
      return (await create(fs, path, own)) ? null : STARTING;
    },
    release: () => release(fs, path, own.instance),
  };
}

/** Who has the folder at this moment, in words; null when nobody has, or only somebody who is gone. Changes nothing. */
export async function lockHolder(fs: Fs, folder: string): Promise<string | null> {
  const holder = await read(fs, join(folder, LOCK_NAME));
  if (holder === 'gone') return null;
  if (holder === 'unreadable') return STARTING;
  return isAlive(holder) ? describe(holder) : null;
}

async function create(fs: Fs, path: string, content: LockContent): Promise<boolean> {
  let handle: FsHandle;
  try {
    handle = await fs.open(path, 'wx');
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    await writeAll(handle, Buffer.from(`${JSON.stringify(content)}\n`));
    await handle.close();
    held.add(content.instance);
    return true;
  } catch (error) {
    // A full disk: what was made of the lock must not keep others out.
    await handle.close().catch(() => undefined);
    await fs.unlink(path).catch(() => undefined);
    throw error;
  }
}

async function read(fs: Fs, path: string): Promise<LockContent | 'gone' | 'unreadable'> {
  try {
    const parsed = LockContent.safeParse(JSON.parse((await fs.readFile(path)).toString('utf8')));
    return parsed.success ? parsed.data : 'unreadable';
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'gone';
    if (error instanceof SyntaxError) return 'unreadable';
    throw error;
  }
}

/** Moves the stale lock aside before deleting it: were it another's fresh lock by now, it is put back. */
async function removeStale(fs: Fs, path: string, stale: LockContent | 'unreadable'): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await fs.rename(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = await read(fs, aside);
  const same =
    typeof moved === 'object' && typeof stale === 'object'
      ? moved.instance === stale.instance
      : moved === stale;
  if (same) await fs.unlink(aside);
  else await fs.rename(aside, path);
}

async function release(fs: Fs, path: string, instance: string): Promise<void> {
  held.delete(instance);
  const holder = await read(fs, path);
  if (typeof holder === 'object' && holder.instance === instance) await fs.unlink(path);
}

function isAlive(holder: LockContent): boolean {
  // What runs on another computer cannot be seen from here; assume the best of it, and the worst for us.
  if (holder.host !== hostname()) return true;
  const boot = bootId().bootId;
  if (holder.bootId !== undefined && boot !== undefined && holder.bootId !== boot) return false;
  // Not by the time of the start: that moves when the clock is set, and a running program must not be taken for a dead one.
  if (uptime() < holder.uptimeSeconds) return false;
  if (holder.pid === process.pid) return held.has(holder.instance);
  const ticks = startTicksOf(holder.pid).startTicks;
  if (holder.startTicks !== undefined && process.platform === 'linux') return ticks === holder.startTicks;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function bootId(): { bootId?: string } {
  if (process.platform !== 'linux') return {};
  try {
    return { bootId: readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() };
  } catch {
    // Hidden from us: the other signs must do.
    return {};
  }
}

/** When a process started, in clock ticks since boot: tells it from a later one with the same number. Linux only. */
function startTicksOf(pid: number): { startTicks?: string } {
  if (process.platform !== 'linux') return {};
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold anything; the 22nd is the start time.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? {} : { startTicks: ticks };
  } catch {
    // No such process.
    return {};
  }
}

function describe(holder: LockContent): string {
  // What is no time is told as it stands there.
  const since = Number.isNaN(Date.parse(holder.since)) ? holder.since : formatInstant(holder.since);
  if (holder.host === hostname()) return `process ${holder.pid} on this computer, since ${since}`;
  return `a program on the computer ${holder.host}, since ${since}; if that computer has ended it or is gone, delete the file ${LOCK_NAME} in the folder`;
}
