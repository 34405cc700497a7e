import { isAbsolute, relative } from 'node:path';

/** Whether `path` is `folder` or lies somewhere in it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!isAbsolute(way) && way !== '..' && !/^\.\.[\\/]/.test(way));
}
