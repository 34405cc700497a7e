import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isInside } from './folders';

/** `isInside` by where the paths lead to: a link may stand for either, or for a folder above it. */
export async function isReallyInside(path: string, folder: string): Promise<boolean> {
  return isInside(await realFolder(path), await realFolder(folder));
}

/** Whether neither of two folders lies in the other. */
export async function areApart(one: string, other: string): Promise<boolean> {
  return !(await isReallyInside(one, other)) && !(await isReallyInside(other, one));
}

/** A drive that does not answer must not keep anybody from choosing another. */
const ANSWERS_WITHIN_MS = 2_000;

/** Where a path leads to, links followed; on a drive that does not answer, the path as it is written. */
function realFolder(path: string): Promise<string> {
  const asWritten = pause(ANSWERS_WITHIN_MS, path, { ref: false });
  return Promise.race([followed(path), asWritten]);
}

/** What is not there yet, or cannot be looked at, lies in what is above it. */
async function followed(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(await followed(above), basename(path));
  }
}
