import { basename, dirname, join } from 'node:path';
import { type Result, failed, success } from '../../shared/result';
import { FailureError } from '../journal/files/failure-error';
import type { Fs } from '../journal/files/fs';
import { historyFilesOf } from '../journal/files/history-files';
import { renameRetrying } from '../journal/files/durable-file';
import type { JournalSnapshot } from '../journal/volume-files';
import type { VolumeData } from '../journal/files/volume-format';
import { listsOf } from '../journal/files/volumes';
import { AUTOMATIC_FOLDER } from './backup-names';
import { failureOf } from '../journal/files/failure-of';
import { type ReadBackup, readBackup } from './read-backup';
import { entryOfWritten, latestFirst, listShelf, remember, type ShelvedBackup } from './shelf';
import { archiveOf, type BackupOptions, sealed, type WrittenBackup, writeVerified } from './write-backup';

/** All backups of a folder: those made by hand or before a restore, and the automatic ones in theirs. Latest first. */
export async function listBackups(fs: Fs, folder: string): Promise<ShelvedBackup[]> {
  const own = await listShelf(fs, folder);
  const automatic = await listShelf(fs, join(folder, AUTOMATIC_FOLDER));
  return [...own, ...automatic].sort(latestFirst);
}

/** What can be changed of a backup: its records, and what they said before (a list of other lines may be put in its place). */
export type BackupContent = Pick<ReadBackup, 'tables' | 'history'>;

export type RewriteOptions = Pick<BackupOptions, 'fs' | 'now' | 'signal' | 'seal' | 'unseal'>;

/**
 * Opens a backup, lets `transform` change the records in it, and puts the changed backup in its place under the same name:
 * the former file is there, whole, until the new one was written, read back and counted. It keeps its date and kind. What
 * this version does not know of its files stays as it is. An encrypted one needs `seal` and `unseal`. Fails, the former
 * file untouched, when it cannot be read.
 */
export async function rewriteBackup(
  path: string,
  transform: (content: BackupContent) => void | Promise<void>,
  options: RewriteOptions,
): Promise<Result<WrittenBackup>> {
  const { fs } = options;
  const folder = dirname(path);
  try {
    const opened = await readBackup(fs, path, options.unseal);
    if (!opened.ok) return opened;
    await transform(opened.value);
    const { kind, createdAt } = opened.value.manifest;
    const archive = sealed(archiveOf(snapshotOf(opened.value), { kind, createdAt }), options);
    const replace = async (unfinished: string): Promise<string> => {
      await renameRetrying(fs, unfinished, path);
      return path;
    };
    const written = await writeVerified({ ...options, folder }, basename(path), archive, replace);
    await remember(fs, folder, await entryOfWritten(fs, written));
    return success(written);
  } catch (error) {
    return failed(failureOf(error, folder));
  }
}

/** What a backup holds, as if the journal had just been asked for it. */
export function snapshotOf({ manifest, tables, history, keep }: ReadBackup): JournalSnapshot {
  const volumes = new Set([...keep.keys(), ...tables.volumes()]);
  return {
    journalId: manifest.journalId,
    throughSeq: manifest.throughSeq ?? 0,
    history: async () => historyFilesOf(history),
    counts: {
      people: tables.count('person'),
      interactions: tables.count('interaction'),
      promises: tables.count('promise'),
      gatherings: tables.count('gathering'),
    },
    volumes: [...volumes].sort().map((name) => {
      const known = keep.get(name);
      const header = known?.header ?? otherHeader(keep, name);
      const lists: VolumeData['lists'] = {};
      for (const [list, type] of Object.entries(listsOf(name))) lists[list] = tables.inVolume(type, name);
      return { name, data: { header, lists: { ...lists, ...known?.lists } } };
    }),
  };
}

/** The head of a volume that the backup did not have: as the others', with its own name. */
function otherHeader(keep: ReadBackup['keep'], volume: string): Record<string, unknown> {
  const [other] = keep.values();
  if (!other) throw new FailureError({ kind: 'unexpected', detail: 'The backup holds no files.' });
  return { ...other.header, volume };
}
