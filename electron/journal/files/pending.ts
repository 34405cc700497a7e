import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { isThere, removeIfThere, writeDurably } from './durable-file';
import { FailureError } from './failure-error';
import type { Fs } from './fs';
import { type Revision, revised } from './list-revision';
import {
  type Beside,
  isOwn,
  looseParts,
  type PendingTask,
  readPending,
  removePending,
  type Step,
  writePending,
} from './pending-list';

/**
 * Forgetting somebody touches many files, and so does a new format; either must be done whole or not at all. What each file
 * will hold is written beside the journal first; then, in one durable step, the list of what to put where. From then on it
 * will be finished, now or after a crash at the next opening. The list names files and nobody: by then the name of whoever
 * is forgotten is in none of the files it speaks of.
 *
 * What will be put where, while it is being made ready. Paths in the journal's folder are relative to it.
 */
export class Preparation {
  private readonly steps: Step[] = [];
  private isInPlace = false;

  /** `former`: steps of an earlier time that still wait, and go on waiting unless a new one is about the same file. */
  constructor(
    private readonly fs: Fs,
    private readonly folder: string,
    private readonly task: PendingTask = 'forgetting',
    private readonly former: readonly Step[] = [],
  ) {}

  /** Writes what a file will hold, and answers where it lies until then. Throws Node's error. */
  async write(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<string> {
    const part = join(this.folder, `.${this.task}-${randomUUID()}.part`);
    await writeDurably(this.fs, part, chunks);
    return part;
  }

  /** `part` takes the place of the file. */
  put(part: string, path: string, beside?: Beside): void {
    this.steps.push({ kind: 'replace', path, part: basename(part), ...(beside && { beside }) });
  }

  /** The two in one. */
  async replace(
    path: string,
    chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
    beside?: Beside,
  ): Promise<string> {
    const part = await this.write(chunks);
    this.put(part, path, beside);
    return part;
  }

  remove(path: string, beside?: Beside): void {
    this.steps.push({ kind: 'remove', path, ...(beside && { beside }) });
  }

  /** The file as it is by then is changed, and what others have written into it since stays. */
  revise(path: string, revision: Revision): void {
    this.steps.push({ kind: 'revise', path, revision });
  }

  /** Where that lies which a file will hold by what waits already: itself, a part; null when it goes. */
  sourceOf(path: string): string | null {
    const step = this.former.find((one) => one.path === path);
    if (step?.kind === 'remove') return null;
    return step?.kind === 'replace' ? join(this.folder, step.part) : path;
  }

  /** What waits already to be changed in a file. */
  revisionOf(path: string): Revision | null {
    const step = this.former.find((one) => one.path === path);
    return step?.kind === 'revise' ? step.revision : null;
  }

  /** The point of no return: when this resolves, all of it will be done. Throws Node's error: see `mayBeDecided`. */
  async commit(): Promise<void> {
    const anew = new Set(this.steps.map(({ path }) => path));
    const steps = [...this.former.filter(({ path }) => !anew.has(path)), ...this.steps];
    await writePending(this.fs, this.folder, this.task, steps, () => (this.isInPlace = true));
  }

  /**
   * The list lies in its place, perhaps not for good, and was not taken back. What it says may be done at the next
   * opening: nothing may be written to the files before.
   */
  get mayBeDecided(): boolean {
    return this.isInPlace;
  }

  /** Given up: nothing of it stays, and nothing of it will be done. What had waited before waits again. */
  async abandon(): Promise<void> {
    const { fs, folder, task, former } = this;
    // Gone for good before its parts go: a list without them could never be finished.
    if (former.length === 0) await removePending(fs, folder, task);
    else await writePending(fs, folder, task, former);
    this.isInPlace = false;
    for (const name of await looseParts(fs, folder, task, former)) await fs.unlink(join(folder, name));
  }
}

/**
 * Finishes forgetting somebody, once `commit` has decided on it. Asked twice it does the same twice. A file elsewhere that
 * cannot be reached just now is tried again at the next opening; answers what waits for that. Throws Node's error for the
 * journal's own.
 */
export function finishForgetting(fs: Fs, folder: string): Promise<Step[]> {
  return finish(fs, folder, 'forgetting');
}

/** The same for a change of format: that concerns only the journal's own files. Throws Node's error. */
export async function finishMigrating(fs: Fs, folder: string): Promise<void> {
  await finish(fs, folder, 'migrating');
}

async function finish(fs: Fs, folder: string, task: PendingTask): Promise<Step[]> {
  const steps = await readPending(fs, folder, task);
  const waiting: Step[] = [];
  for (const step of steps ?? []) {
    try {
      await take(fs, folder, step);
    } catch (error) {
      if (isOwn(step)) throw error;
      waiting.push(step);
    }
  }
  if (waiting.length > 0) await writePending(fs, folder, task, waiting);
  else if (steps) await removePending(fs, folder, task);
  const loose = await looseParts(fs, folder, task, waiting);
  // A list that was taken back must be gone for good before its parts go.
  if (!steps && loose.length > 0) await fs.syncFolder(folder);
  for (const name of loose) await fs.unlink(join(folder, name));
  return waiting;
}

/** Whether the journal's own files still wait for that: until then they are of before and after, mixed. Changes nothing. */
export async function isForgettingUnfinished(fs: Fs, folder: string): Promise<boolean> {
  return ((await readPending(fs, folder, 'forgetting')) ?? []).some(isOwn);
}

/**
 * Whether somebody is being forgotten, decided on or not. To be asked before the journal is read: afterwards it may have
 * become true and untrue again. What a crash left before it was decided on looks the same: then nobody holds the lock.
 */
export async function isForgettingUnderWay(fs: Fs, folder: string): Promise<boolean> {
  const steps = (await readPending(fs, folder, 'forgetting')) ?? [];
  return steps.some(isOwn) || (await looseParts(fs, folder, 'forgetting', steps)).length > 0;
}

async function take(fs: Fs, folder: string, step: Step): Promise<void> {
  if (step.kind === 'revise') return revise(fs, pathOf(folder, step), step.revision);
  if (step.beside) await requireThere(fs, step.beside.path);
  if (step.kind === 'replace') {
    if (isOwn(step) || (await isStillThere(fs, step.path)))
      await writeDurably(fs, pathOf(folder, step), [await fs.readFile(join(folder, step.part))]);
  } else await removeIfThere(fs, pathOf(folder, step));
  if (step.beside?.revision) await revise(fs, step.beside.path, step.beside.revision);
}

function pathOf(folder: string, step: Step): string {
  return isOwn(step) ? join(folder, step.path) : step.path;
}

async function revise(fs: Fs, path: string, revision: Revision): Promise<void> {
  if (!(await isStillThere(fs, path))) return;
  const text = revised((await fs.readFile(path)).toString('utf8'), revision);
  if (text !== null) await writeDurably(fs, path, [Buffer.from(text)]);
}

/** Deleted since, there is nothing in it any more; in a folder that is away there may be. */
async function isStillThere(fs: Fs, path: string): Promise<boolean> {
  if (await isThere(fs, path)) return true;
  await requireThere(fs, dirname(path));
  return false;
}

async function requireThere(fs: Fs, path: string): Promise<void> {
  if (!(await isThere(fs, path))) throw new FailureError({ kind: 'folderMissing', path });
}
