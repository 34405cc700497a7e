import { randomUUID } from 'node:crypto';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from './durable-file';
import { errorCode, type Fs } from './fs';

/**
 * Forgetting somebody touches many files, and so does a new format; either must be done whole or not at all. What each file
 * will hold is written beside the journal first; then, in one durable step, the list of what to put where. From then on it
 * will be finished, now or after a crash at the next opening. The list names files and nobody: by then the name of whoever
 * is forgotten is in none of the files it speaks of.
 */
type Task = 'forgetting' | 'migrating';

const listName = (task: Task): string => `.${task}.json`;
const partName = (task: Task): RegExp => new RegExp(`^\\.${task}-[0-9a-f-]{36}\\.part$`);

const Step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('replace'), path: z.string(), part: z.string() }),
  z.object({ kind: z.literal('remove'), path: z.string() }),
]);
type Step = z.infer<typeof Step>;
const List = z.object({
  format: z.enum(['rapport-forgetting', 'rapport-migrating']),
  steps: z.array(Step),
});

/** What will be put where, while it is being made ready. Paths in the journal's folder are relative to it. */
export class Preparation {
  private readonly steps: Step[] = [];

  constructor(
    private readonly fs: Fs,
    private readonly folder: string,
    private readonly task: Task = 'forgetting',
  ) {}

  /** Answers where it lies until then. Throws Node's error. */
  async replace(path: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<string> {
    const part = `.${this.task}-${randomUUID()}.part`;
    await writeDurably(this.fs, join(this.folder, part), chunks);
    this.steps.push({ kind: 'replace', path, part });
    return join(this.folder, part);
  }

  remove(path: string): void {
    this.steps.push({ kind: 'remove', path });
  }

  /** The point of no return: when this resolves, all of it will be done. Throws Node's error, and then nothing will. */
  async commit(): Promise<void> {
    await writeList(this.fs, this.folder, this.task, this.steps);
  }

  /** Given up: nothing of it stays, and nothing of it will be done. */
  async abandon(): Promise<void> {
    // A commit that failed may have left its list.
    await removeIfThere(this.fs, join(this.folder, listName(this.task)));
    // Gone for good before its parts go: a list without them could never be finished.
    await this.fs.syncFolder(this.folder);
    await removeParts(this.fs, this.folder, this.task, new Set());
  }
}

/**
 * Finishes forgetting somebody, once `commit` has decided on it. Asked twice it does the same twice. A file elsewhere that
 * cannot be reached just now
 * is tried again at the next opening; answers how many there are. Throws Node's error for the journal's own.
 */
export function finishForgetting(fs: Fs, folder: string): Promise<number> {
  return finish(fs, folder, 'forgetting');
}

/** The same for a change of format: that concerns only the journal's own files. Throws Node's error. */
export async function finishMigrating(fs: Fs, folder: string): Promise<void> {
  await finish(fs, folder, 'migrating');
}

async function finish(fs: Fs, folder: string, task: Task): Promise<number> {
  const steps = await readList(fs, folder, task);
  const waiting: Step[] = [];
  for (const step of steps ?? []) {
    try {
      await take(fs, folder, step);
    } catch (error) {
      if (!isAbsolute(step.path)) throw error;
      waiting.push(step);
    }
  }
  if (waiting.length > 0) await writeList(fs, folder, task, waiting);
  else if (steps) {
    await fs.unlink(join(folder, listName(task)));
    await fs.syncFolder(folder);
  }
  await removeParts(
    fs,
    folder,
    task,
    new Set(waiting.flatMap((step) => (step.kind === 'replace' ? [step.part] : []))),
  );
  return waiting.length;
}

/** Whether the journal's own files still wait for that: until then they are of before and after, mixed. Changes nothing. */
export async function isForgettingUnfinished(fs: Fs, folder: string): Promise<boolean> {
  const steps = (await readList(fs, folder, 'forgetting')) ?? [];
  return steps.some(({ path }) => !isAbsolute(path));
}

async function take(fs: Fs, folder: string, step: Step): Promise<void> {
  const path = isAbsolute(step.path) ? step.path : join(folder, step.path);
  if (step.kind === 'replace') {
    await writeDurably(fs, path, [await fs.readFile(join(folder, step.part))]);
    return;
  }
  await removeIfThere(fs, path);
}

/** It may have been done before a crash, or by the user. */
async function removeIfThere(fs: Fs, path: string): Promise<void> {
  try {
    await fs.unlink(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

async function writeList(fs: Fs, folder: string, task: Task, steps: readonly Step[]): Promise<void> {
  const list: z.infer<typeof List> = { format: `rapport-${task}`, steps: [...steps] };
  await writeDurably(fs, join(folder, listName(task)), [Buffer.from(JSON.stringify(list))]);
}

async function readList(fs: Fs, folder: string, task: Task): Promise<Step[] | null> {
  try {
    return List.parse(JSON.parse((await fs.readFile(join(folder, listName(task)))).toString('utf8'))).steps;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function removeParts(fs: Fs, folder: string, task: Task, needed: ReadonlySet<string>): Promise<void> {
  const isPart = partName(task);
  for (const name of await fs.readdir(folder)) {
    if (isPart.test(name) && !needed.has(name)) await fs.unlink(join(folder, name));
  }
}
