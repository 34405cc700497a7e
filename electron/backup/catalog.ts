import { join } from 'node:path';
import { z } from 'zod';
import { BackupCheck, BackupKind } from '../../shared/contract/backup';
import { Instant } from '../../shared/model/primitives';
import { writeDurably } from '../journal/files/durable-file';
import { errorCode, type Fs } from '../journal/files/fs';
import { BackupCounts } from './manifest';

/**
 * What Rapport knows of the backups in a folder, kept beside them in a hidden file: their SHA-256, what was counted in
 * them when they were verified, and which are damaged. So the list is there at once, and an encrypted backup can be seen to
 * be whole without its passphrase. It is a memory and nothing more: without it everything is looked at again.
 */
export const CATALOG_NAME = '.rapport-backups.json';

export const CatalogEntry = z.object({
  fileName: z.string(),
  bytes: z.int(),
  modifiedMs: z.number(),
  /** Of the whole file, when it was last read whole. */
  sha256: z.string().nullable(),
  kind: BackupKind,
  createdAt: Instant,
  journalId: z.string().nullable(),
  throughSeq: z.int().nullable(),
  counts: BackupCounts.nullable(),
  check: BackupCheck,
});
export type CatalogEntry = z.infer<typeof CatalogEntry>;

const Catalog = z.object({ format: z.literal('rapport-backup-catalog'), backups: z.array(CatalogEntry) });

/** Null when there is none, or none that can be understood. Throws Node's error when it cannot be read just now. */
export async function readCatalog(fs: Fs, folder: string): Promise<Map<string, CatalogEntry> | null> {
  const text = await textIn(fs, join(folder, CATALOG_NAME));
  if (text === null) return null;
  try {
    const { backups } = Catalog.parse(JSON.parse(text));
    return new Map(backups.map((entry) => [entry.fileName, entry]));
  } catch {
    // The files themselves are what counts, and say if they cannot be read.
    return null;
  }
}

async function textIn(fs: Fs, path: string): Promise<string | null> {
  try {
    return (await fs.readFile(path)).toString('utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Throws Node's error. */
export async function writeCatalog(fs: Fs, folder: string, entries: Iterable<CatalogEntry>): Promise<void> {
  const catalog: z.infer<typeof Catalog> = { format: 'rapport-backup-catalog', backups: [...entries] };
  await writeDurably(fs, join(folder, CATALOG_NAME), [
    Buffer.from(`${JSON.stringify(catalog, null, 2)}\n`, 'utf8'),
  ]);
}

/** The changes of each folder's catalog, one after the other: none begins with what another is about to replace. */
const turns = new Map<string, Promise<unknown>>();

/**
 * What is in the catalog by then, changed in place. Throws Node's error: also of one that is there and cannot be read, which
 * is not written over unless `unread` says so.
 */
export function changeCatalog(
  fs: Fs,
  folder: string,
  change: (known: Map<string, CatalogEntry>) => void,
  unread: 'keep' | 'replace' = 'keep',
): Promise<void> {
  const turn = (turns.get(folder) ?? Promise.resolve()).then(async () => {
    const read = readCatalog(fs, folder);
    const known =
      (await (unread === 'keep' ? read : read.catch(() => null))) ?? new Map<string, CatalogEntry>();
    change(known);
    await writeCatalog(fs, folder, known.values());
  });
  // Whoever waits for their own turn does so whatever became of this one.
  turns.set(
    folder,
    turn.catch(() => undefined),
  );
  return turn;
}
