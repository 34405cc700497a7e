import { existsSync, renameSync } from 'node:fs';

/**
 * Renames a damaged file to `<name>.damaged-<date>`, so that nothing is written over it. Returns the new path, or null
 * when the file cannot be renamed; then it must not be written to either.
 */
export function setAside(path: string, now: Date): string | null {
  const day = now.toISOString().slice(0, 19).replaceAll(':', '');
  for (let attempt = 1; attempt <= 100; attempt += 1) {
    const aside = `${path}.damaged-${day}${attempt === 1 ? '' : `-${attempt}`}`;
    if (existsSync(aside)) continue;
    try {
      renameSync(path, aside);
      return aside;
    } catch {
      // The caller is told by the null: it decides what may still be done.
      return null;
    }
  }
  return null;
}
