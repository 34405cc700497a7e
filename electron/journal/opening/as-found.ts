import { join } from 'node:path';
import type { Finding } from '../../../shared/contract/recovery';
import { failed, type Result, success } from '../../../shared/result';
import { writeDurably } from '../files/durable-file';
import { failureOf } from '../files/failure-of';
import type { Fs } from '../files/fs';
import { findVolumes, LOG_NAME, setAside, volumePath } from '../files/journal-folder';
import { markOf } from '../files/file-mark';
import type { StoreOptions } from '../store-options';

/** The copy of each file of a damaged journal as it was before the user went on with what could be read; all by their paths. */
export type AsFound = ReadonlyMap<string, string>;

/** Keeps also those files that are whole, so that going on can be taken back as a whole. `findings`: with copies of the others. */
export async function keepAsFound(options: StoreOptions, findings: readonly Finding[]): Promise<AsFound> {
  const { fs, folder, now } = options;
  const copies = new Map<string, string>();
  for (const finding of findings) {
    if ('keptAs' in finding && finding.keptAs !== null)
      copies.set(join(folder, finding.file), finding.keptAs);
  }
  for (const path of await journalFiles(fs, folder)) {
    if (!copies.has(path)) copies.set(path, await setAside(fs, path, 'found', now()));
  }
  return copies;
}

/**
 * Puts the files back as they were found, while the journal is closed. What stands in the place of a file that was missing
 * is kept aside. Where it fails, the journal that is opened next is damaged as it was, or whole as it has become, file by file.
 */
export async function putBackAsFound(
  { fs, folder, now }: Pick<StoreOptions, 'fs' | 'folder' | 'now'>,
  copies: AsFound,
): Promise<Result<null>> {
  try {
    for (const [path, copy] of copies) await writeDurably(fs, path, [await fs.readFile(copy)]);
    for (const path of await journalFiles(fs, folder)) {
      if (copies.has(path)) continue;
      await setAside(fs, path, 'edited', now());
      await fs.unlink(path);
    }
    await fs.syncFolder(folder);
    return success(null);
  } catch (error) {
    return failed(failureOf(error, folder));
  }
}

async function journalFiles(fs: Fs, folder: string): Promise<string[]> {
  const log = join(folder, LOG_NAME);
  const volumes = (await findVolumes(fs, folder)).map((volume) => volumePath(folder, volume));
  return (await markOf(fs, log)) === null ? volumes : [...volumes, log];
}
