import { join, posix, win32 } from 'node:path';
import { z } from 'zod';
import { removeIfThere, writeDurably } from './durable-file';
import { errorCode, type Fs } from './fs';
import { Revision } from './list-revision';

/** What is done to several files, whole or not at all. */
export type PendingTask = 'forgetting' | 'migrating';

const listName = (task: PendingTask): string => `.${task}.json`;
const partName = (task: PendingTask): RegExp => new RegExp(`^\\.${task}-[0-9a-f-]{36}\\.part$`);

/**
 * A JSON file that lies beside a file on another disk: where it is not, that disk is not there, whatever its folder looks
 * like. `revision`: what it says of the file once the step was taken.
 */
export const Beside = z.object({ path: z.string(), revision: Revision.optional() });
export type Beside = z.infer<typeof Beside>;

const Step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('replace'), path: z.string(), part: z.string(), beside: Beside.optional() }),
  z.object({ kind: z.literal('remove'), path: z.string(), beside: Beside.optional() }),
  /** Of a file that may have changed by then: what it holds then is what is revised. */
  z.object({ kind: z.literal('revise'), path: z.string(), revision: Revision }),
]);
export type Step = z.infer<typeof Step>;

const List = z.object({
  format: z.enum(['rapport-forgetting', 'rapport-migrating']),
  steps: z.array(Step),
});

/** Null when nothing was decided on. Throws Node's error, or what is wrong with the list. */
export async function readPending(fs: Fs, folder: string, task: PendingTask): Promise<Step[] | null> {
  try {
    return List.parse(JSON.parse((await fs.readFile(join(folder, listName(task)))).toString('utf8'))).steps;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Throws Node's error: nothing has changed, unless `onReplaced` was called before. */
export async function writePending(
  fs: Fs,
  folder: string,
  task: PendingTask,
  steps: readonly Step[],
  onReplaced?: () => void,
): Promise<void> {
  const list: z.infer<typeof List> = { format: `rapport-${task}`, steps: [...steps] };
  const path = join(folder, listName(task));
  await writeDurably(fs, path, [Buffer.from(JSON.stringify(list))], {
    ...(onReplaced && { onReplaced }),
  });
}

/** Nothing is decided on any more, also after a power cut. Throws Node's error. */
export async function removePending(fs: Fs, folder: string, task: PendingTask): Promise<void> {
  await removeIfThere(fs, join(folder, listName(task)));
  await fs.syncFolder(folder);
}

/** Files that lie ready to be put somewhere, and that no step of these needs. */
export async function looseParts(
  fs: Fs,
  folder: string,
  task: PendingTask,
  steps: readonly Step[],
): Promise<string[]> {
  const isPart = partName(task);
  const needed = new Set(steps.flatMap((step) => (step.kind === 'replace' ? [step.part] : [])));
  return (await fs.readdir(folder)).filter((name) => isPart.test(name) && !needed.has(name));
}

/** A step of the journal's own files: those are on the disk where the list is. */
export function isOwn({ path }: Step): boolean {
  // On whatever system it was written: a journal on a stick is opened on several.
  return !posix.isAbsolute(path) && !win32.isAbsolute(path);
}
