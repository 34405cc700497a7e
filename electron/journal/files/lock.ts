import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { failed, type Result, success } from '../../../shared/result';
import { formatInstant } from '../../../shared/words/dates';
import { removeIfThere, writeAll } from './durable-file';
import { cannotLink, errorCode, type Fs } from './fs';

/** Who holds the folder. */
const LockContent = z.object({
  instance: z.string(),
  pid: z.int(),
  host: z.string(),
  /** Two systems can share a computer, its name and a folder (Windows and a Linux in it), and see no program of the other. */
  platform: z.string().optional(),
  /** Which run of the computer this is, where the system says so; it does not change when the clock is set. */
  bootId: z.string().optional(),
  /** For how long the computer had been running by then. One that runs for less now was started anew. */
  uptimeSeconds: z.number(),
  startTicks: z.string().optional(),
  since: z.string(),
});
type LockContent = z.infer<typeof LockContent>;

/** What a lock says, or that it says nothing that can be read. */
type Holder = LockContent | 'unreadable';

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
const ATTEMPTS = 60;
const PAUSE_MS = 25;
/** One that says nothing may, where there are no links, be that of a program that starts just now: a second is waited. */
const UNREADABLE_ATTEMPTS = 40;
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
    platform: process.platform,
    uptimeSeconds: uptime(),
    since,
    ...bootId(),
    ...startTicksOf(process.pid),
  };
  held.add(own.instance);
  let holder: Holder | null = 'unreadable';
  try {
    holder = await take(fs, path, own);
  } finally {
    if (holder !== null) held.delete(own.instance);
  }
  return holder === null
    ? success(lockOf(fs, path, own))
    : failed({ kind: 'locked', folder, holder: describe(holder) });
}

function lockOf(fs: Fs, path: string, own: LockContent): Lock {
  return {
    heldByOther: async () => {
      if (isSame(await read(fs, path), own)) return null;
      const holder = await take(fs, path, own);
      return holder === null ? null : describe(holder);
    },
    release: async () => {
      try {
        await giveBack(fs, path, own);
      } finally {
        held.delete(own.instance);
      }
    },
  };
}

/** Who has the folder at this moment, in words; null when nobody has, or only somebody who is gone. Changes nothing. */
export async function lockHolder(fs: Fs, folder: string): Promise<string | null> {
  const holder = await read(fs, join(folder, LOCK_NAME));
  if (holder === 'gone') return null;
  return holder === 'unreadable' || isAlive(holder) ? describe(holder) : null;
}

/** Makes the file ours, when nobody has it or only somebody who is gone. Null, or who has it. */
async function take(fs: Fs, path: string, own: LockContent): Promise<Holder | null> {
  let unreadable = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await create(fs, path, own)) return null;
    const holder = await read(fs, path);
    if (holder === 'gone') continue;
    if (holder !== 'unreadable' && isAlive(holder)) return holder;
    const mayBeStarting = holder === 'unreadable' && ++unreadable < UNREADABLE_ATTEMPTS;
    if (mayBeStarting || !(await removeStale(fs, path, holder, own))) await pause(PAUSE_MS);
  }
  return 'unreadable';
}

/**
 * Deletes a lock that was left behind. Of several programs that see it at once, one that is slow would delete what a
 * quick one has put in its place. So each first takes a lock on that very deletion, which is named after what is to be
 * deleted, and looks again. Like any lock, this one may be left behind, and is taken over in the same way.
 * False when another program is at it.
 */
async function removeStale(fs: Fs, path: string, stale: Holder, own: LockContent): Promise<boolean> {
  const deletion = deletionPath(path, stale);
  if ((await take(fs, deletion, own)) !== null) return false;
  try {
    if (isSame(await read(fs, path), stale)) await removeIfThere(fs, path);
    return true;
  } finally {
    await giveBack(fs, deletion, own);
  }
}

/** Named as a temp file, so that one that was left behind is cleared away once somebody has the folder. */
function deletionPath(path: string, stale: Holder): string {
  const what = `${basename(path)} ${stale === 'unreadable' ? '' : stale.instance}`;
  const name = createHash('sha256').update(what).digest('hex').slice(0, 36);
  return join(dirname(path), `${LOCK_NAME}.${name}.tmp`);
}

/** False when it is there already. */
async function create(fs: Fs, path: string, content: LockContent): Promise<boolean> {
  const temp = join(dirname(path), `${LOCK_NAME}.${content.instance}.tmp`);
  await write(fs, temp, content);
  try {
    // So that nobody ever sees one that is made and not written yet.
    await fs.link(temp, path);
    return true;
  } catch (error) {
    const code = errorCode(error);
    // Gone, when whoever has the folder by now has cleared it away.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    if (!cannotLink(error)) throw error;
    return await createInPlace(fs, path, content);
  } finally {
    // Who gets the folder clears away what stays: a scanner on Windows may hold it just now.
    await fs.unlink(temp).catch(() => undefined);
  }
}

/** Where files cannot have two names. */
async function createInPlace(fs: Fs, path: string, content: LockContent): Promise<boolean> {
  try {
    await write(fs, path, content);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  // It may have been taken for one that was left behind, between being made and being written.
  return isSame(await read(fs, path), content);
}

/** Throws Node's error: `EEXIST` if it is there, and where it cannot be written nothing is left of it. */
async function write(fs: Fs, path: string, content: LockContent): Promise<void> {
  const handle = await fs.open(path, 'wx');
  try {
    await writeAll(handle, Buffer.from(`${JSON.stringify(content)}\n`));
    await handle.close();
  } catch (error) {
    // A full disk: what was made of the lock must not keep others out.
    await handle.close().catch(() => undefined);
    await fs.unlink(path).catch(() => undefined);
    throw error;
  }
}

async function read(fs: Fs, path: string): Promise<Holder | 'gone'> {
  try {
    const parsed = LockContent.safeParse(JSON.parse((await fs.readFile(path)).toString('utf8')));
    return parsed.success ? parsed.data : 'unreadable';
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'gone';
    if (error instanceof SyntaxError) return 'unreadable';
    throw error;
  }
}

async function giveBack(fs: Fs, path: string, own: LockContent): Promise<void> {
  if (isSame(await read(fs, path), own)) await removeIfThere(fs, path);
}

function isSame(found: Holder | 'gone', expected: Holder): boolean {
  if (typeof found === 'string' || typeof expected === 'string') return found === expected;
  return found.instance === expected.instance;
}

function isAlive(holder: LockContent): boolean {
  // What runs on another computer cannot be seen from here; assume the best of it, and the worst for us.
  if (isElsewhere(holder)) return true;
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

function isElsewhere({ host, platform }: LockContent): boolean {
  return host !== hostname() || (platform !== undefined && platform !== process.platform);
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

function describe(holder: Holder): string {
  if (holder === 'unreadable') return STARTING;
  // What is no time is told as it stands there.
  const since = Number.isNaN(Date.parse(holder.since)) ? holder.since : formatInstant(holder.since);
  if (!isElsewhere(holder)) return `process ${holder.pid} on this computer, since ${since}`;
  return `a program on the computer ${holder.host}, since ${since}; if that computer has ended it or is gone, delete the file ${LOCK_NAME} in the folder`;
}
