import { basename, dirname, join } from 'node:path';
import { localInstant } from '../../shared/model/time';
import { writeDurably } from '../journal/files/durable-file';
import { FailureError } from '../journal/files/failure-error';
import type { Fs } from '../journal/files/fs';
import { AUTOMATIC_FOLDER, unfinishedName } from './backup-names';
import { listBackups } from './backups';
import { readCatalog, writeCatalog } from './catalog';
import { moveToFreeName } from './free-name';
import { outdated } from './rotation';
import { sha256Of } from './sha256';
import { mayExpire, remember, type ShelvedBackup, sweepShelf } from './shelf';
import { throwIfAborted } from './write-backup';

export interface CatchUpOptions {
  fs: Fs;
  /** Where backups are made. */
  folder: string;
  /** Where each gets a copy. */
  second: string;
  now: () => Date;
  /** Paths of backups that are to be written anew without somebody: until then no copy is made of them. */
  waiting?: ReadonlySet<string>;
  signal?: AbortSignal;
}

/** How far a second place has come: there with so many copied just now, or not there. */
export type CaughtUp = { kind: 'upToDate'; copied: number } | { kind: 'away' };

/** Begins a second place in a folder that is there. Throws Node's error. */
export async function beginSecondPlace(fs: Fs, second: string): Promise<void> {
  if ((await readCatalog(fs, second)) === null) await writeCatalog(fs, second, []);
}

/**
 * Copies every backup that the second place does not have yet. The folder alone is no proof that the disk is there: where
 * it was unplugged an empty folder may be left, so its own list of backups must be in it. Throws when a copy fails.
 */
export async function catchUp(options: CatchUpOptions): Promise<CaughtUp> {
  const { fs, folder, second, now } = options;
  if (!(await isThere(fs, second))) return { kind: 'away' };
  for (const place of [second, join(second, AUTOMATIC_FOLDER)]) await sweepShelf(fs, place, now());
  const missing = await missingIn(options, await listBackups(fs, folder));
  for (const backup of missing) {
    throwIfAborted(options.signal);
    const place = mayExpire(backup) ? join(second, AUTOMATIC_FOLDER) : second;
    await copyVerified(options, backup, place);
  }
  return { kind: 'upToDate', copied: missing.length };
}

export async function isThere(fs: Fs, second: string): Promise<boolean> {
  return (await readCatalog(fs, second)) !== null;
}

/** What the second place lacks, oldest first; without damaged ones, and without those it would delete again at once. */
async function missingIn(
  { fs, second, now, waiting }: CatchUpOptions,
  backups: readonly ShelvedBackup[],
): Promise<ShelvedBackup[]> {
  const there = await listBackups(fs, second);
  const whole = backups.filter(({ check, path }) => check.kind !== 'damaged' && !waiting?.has(path));
  const lacking = withoutCopy(whole, there);
  const automatic = [...there, ...lacking].filter(mayExpire);
  const needless = new Set(
    lacking.flatMap(({ journalId }) =>
      outdated(
        automatic.filter((one) => one.journalId === journalId),
        now(),
      ),
    ),
  );
  return lacking.filter((backup) => !needless.has(backup)).reverse();
}

/** Each copy stands for one backup: of two that were made in one second, each needs its own. */
function withoutCopy(backups: readonly ShelvedBackup[], copies: readonly ShelvedBackup[]): ShelvedBackup[] {
  const left = new Set(copies);
  const lacksCopy =
    (isCopy: (copy: ShelvedBackup, backup: ShelvedBackup) => boolean) => (backup: ShelvedBackup) => {
      const found = [...left].find((copy) => isCopy(copy, backup));
      if (found) left.delete(found);
      return found === undefined;
    };
  return backups
    .filter(lacksCopy(isSameFileByName))
    .filter(lacksCopy(isSameFile))
    .filter(lacksCopy(isSameBackup));
}

function isSameFileByName(copy: ShelvedBackup, backup: ShelvedBackup): boolean {
  return copy.fileName === backup.fileName && isSameFile(copy, backup);
}

function isSameFile(copy: ShelvedBackup, backup: ShelvedBackup): boolean {
  return copy.sha256 !== null && copy.sha256 === backup.sha256 && isSameBackup(copy, backup);
}

/**
 * Its bytes may differ: forgetting rewrites them. The user's own copy of an automatic one is a backup beside it, which
 * stays when that one goes.
 */
function isSameBackup(copy: ShelvedBackup, backup: ShelvedBackup): boolean {
  return (
    copy.journalId === backup.journalId &&
    copy.createdAt === backup.createdAt &&
    copy.kind === backup.kind &&
    mayExpire(copy) === mayExpire(backup)
  );
}

async function copyVerified(
  { fs, now }: CatchUpOptions,
  backup: ShelvedBackup,
  folder: string,
): Promise<void> {
  const bytes = await fs.readFile(backup.path);
  const sha256 = await sha256Of(bytes);
  if (backup.sha256 !== null && backup.sha256 !== sha256) {
    throw new FailureError({ kind: 'backupDamaged', path: backup.path, detail: 'it was altered.' });
  }
  await fs.mkdir(folder);
  const unfinished = join(folder, unfinishedName(backup.fileName));
  try {
    await writeDurably(fs, unfinished, [bytes]);
    if ((await sha256Of(await fs.readFile(unfinished))) !== sha256) {
      throw new FailureError({ kind: 'diskError', path: folder, detail: 'the copy differs from the backup' });
    }
    const path = await moveToFreeName(fs, unfinished, folder, backup.fileName);
    await fs.syncFolder(dirname(path));
    const { modifiedMs } = await fs.stat(path);
    const { path: _, ...entry } = backup;
    const check = { kind: 'verified', at: localInstant(now()) } as const;
    await remember(fs, folder, { ...entry, fileName: basename(path), sha256, modifiedMs, check });
  } catch (error) {
    await fs.unlink(unfinished).catch(() => undefined);
    throw error;
  }
}
