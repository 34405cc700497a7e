import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isInside } from './folders';

/** `isInside` by where the paths lead to: a link may stand for either, or for a folder above it. */
export async function isReallyInside(path: string, folder: string): Promise<boolean> {
  return isInside(await realFolder(path), await realFolder(folder));
}

/** Whether neither of two folders lies in the other. */
export async function areApart(one: string, other: string): Promise<boolean> {
  return !(await isReallyInside(one, other)) && !(await isReallyInside(other, one));
}

/** Where a path leads to, links followed. What is not there yet, or cannot be looked at, lies in what is above it. */
async function realFolder(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(await realFolder(above), basename(path));
  }
}
