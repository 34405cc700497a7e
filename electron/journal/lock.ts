import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { failed, type Result, success } from '../../shared/result';
import { writeAll } from './durable-file';
import { errorCode, type Fs } from './fs';

/** Who holds the folder. `bootedAt` tells a process of this run of the computer from one of an earlier run. */
const LockContent = z.object({
  instance: z.string(),
  pid: z.int(),
  host: z.string(),
  bootedAt: z.number(),
  startTicks: z.string().optional(),
  since: z.string(),
});
type LockContent = z.infer<typeof LockContent>;

export interface Lock {
  release(): Promise<void>;
}

const LOCK_NAME = '.lock';
/** The computed boot time wanders a little with the clock's corrections. */
const BOOT_TOLERANCE_MS = 120_000;

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
    bootedAt: bootedAt(),
    since,
    ...startTicksOf(process.pid),
  };
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await create(fs, path, own)) return success({ release: () => release(fs, path, own.instance) });
    const holder = await read(fs, path);
    if (holder === 'gone') continue;
    if (holder !== 'unreadable' && isAlive(holder)) {
      return failed({ kind: 'locked', folder, holder: describe(holder) });
    }
    await removeStale(fs, path, holder);
  }
  return failed({ kind: 'locked', folder, holder: 'another program that is starting just now' });
}

async function create(fs: Fs, path: string, content: LockContent): Promise<boolean> {
  try {
    const handle = await fs.open(path, 'wx');
    try {
      await writeAll(handle, Buffer.from(`${JSON.stringify(content)}\n`));
      await handle.sync();
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
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
  const holder = await read(fs, path);
  if (typeof holder === 'object' && holder.instance === instance) await fs.unlink(path);
}

function isAlive(holder: LockContent): boolean {
  // What runs on another computer cannot be seen from here; assume the best of it, and the worst for us.
  if (holder.host !== hostname()) return true;
  if (Math.abs(holder.bootedAt - bootedAt()) > BOOT_TOLERANCE_MS) return false;
  const ticks = startTicksOf(holder.pid).startTicks;
  if (holder.startTicks !== undefined && process.platform === 'linux') return ticks === holder.startTicks;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
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

function bootedAt(): number {
  return Math.round(Date.now() - uptime() * 1000);
}

function describe(holder: LockContent): string {
  const where = holder.host === hostname() ? 'on this computer' : `on the computer ${holder.host}`;
  return `process ${holder.pid} ${where}, since ${holder.since}`;
}
