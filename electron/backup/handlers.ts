import { join } from 'node:path';
import type { BackupInfo, BackupListItem } from '../../shared/contract/backup';
import type { ProgressEvent } from '../../shared/contract/journal';
import { localInstant } from '../../shared/model/time';
import { success } from '../../shared/result';
import { diskFailure } from '../journal/durable-file';
import { FailureError } from '../journal/failure-error';
import { errorCode, type Fs } from '../journal/fs';
import type { Journal } from '../journal/journal';
import { valueOrThrow } from '../journal/journal-store';
import type { JournalHandlers } from '../journal/thread-protocol';
import { changesBetween, summarize } from './compare';
import { readBackup } from './read-backup';
import { writeBackup } from './write-backup';

export interface BackupContext {
  fs: Fs;
  now: () => Date;
  /** Where backups go; the user may change it while the journal is open. */
  folder: () => string;
  onProgress: (event: ProgressEvent) => void;
  onBackup: (info: BackupInfo) => void;
}

type BackupHandlers = Pick<JournalHandlers, Extract<keyof JournalHandlers, `backup.${string}`>>;

export function backupHandlers(journal: Journal, context: BackupContext): BackupHandlers {
  const { fs } = context;
  return {
    'backup.now': () => backUp(journal, context, 'backup'),
    'backup.list': async () => ({
      folder: context.folder(),
      backups: await listBackups(fs, context.folder()),
    }),
    'backup.preview': async ({ path }) => {
      const backup = valueOrThrow(await readBackup(fs, path));
      const changes = await changesBetween(journal.tables, backup.tables);
      return {
        backup: infoOf(path, backup.bytes, backup.manifest, localInstant(context.now())),
        differences: summarize(changes, journal.tables, backup.tables),
        identical: changes.length === 0,
      };
    },
    'backup.restore': async ({ path }) => {
      const backup = valueOrThrow(await readBackup(fs, path));
      // Without a safety backup nothing is restored.
      const safetyBackup = await backUp(journal, context, 'restore');
      const changes = await changesBetween(journal.tables, backup.tables);
      valueOrThrow(await journal.store.change('restore from a backup', () => success(changes)));
      await journal.store.adoptHistory(backup.history);
      return { safetyBackup };
    },
  };
}

async function backUp(
  journal: Journal,
  context: BackupContext,
  job: ProgressEvent['job'],
): Promise<BackupInfo> {
  const info = valueOrThrow(
    await writeBackup(journal.store.snapshot(), {
      fs: context.fs,
      folder: context.folder(),
      now: context.now,
      onProgress: (done, total) => context.onProgress({ job, done, total }),
    }),
  );
  context.onBackup(info);
  return info;
}

function infoOf(
  path: string,
  bytes: number,
  manifest: { createdAt: string; counts: { people: number; interactions: number } },
  verifiedAt: string,
): BackupInfo {
  const { createdAt, counts } = manifest;
  const fileName = path.split(/[\\/]/).at(-1) ?? path;
  return {
    path,
    fileName,
    bytes,
    createdAt,
    verifiedAt,
    people: counts.people,
    interactions: counts.interactions,
  };
}

/** The backups in a folder, the latest first. A folder that is not there yet has none. */
async function listBackups(fs: Fs, folder: string): Promise<BackupListItem[]> {
  try {
    const names = (await fs.readdir(folder)).filter(
      (name) => name.endsWith('.rapport') && !name.startsWith('.'),
    );
    const items = await Promise.all(
      names.map(async (name): Promise<BackupListItem> => {
        const path = join(folder, name);
        const { bytes, modifiedMs } = await fs.stat(path);
        return { path, fileName: name, bytes, modifiedAt: localInstant(new Date(modifiedMs)) };
      }),
    );
    return items.sort(
      (a, b) => b.modifiedAt.localeCompare(a.modifiedAt) || b.fileName.localeCompare(a.fileName),
    );
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw new FailureError(diskFailure(error, folder));
  }
}
