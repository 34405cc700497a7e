import { basename, dirname, join } from 'node:path';
import type { Failure } from '../../shared/errors';
import { localInstant } from '../../shared/model/time';
import { writeDurably } from '../journal/files/durable-file';
import { FailureError } from '../journal/files/failure-error';
import { failureOf } from '../journal/files/failure-of';
import type { Fs } from '../journal/files/fs';
import { throwIfAborted } from '../journal/watch';
import { AUTOMATIC_FOLDER, unfinishedName } from './backup-names';
import { listBackups } from './backups';
import { readCatalog, writeCatalog } from './catalog';
import { unreadFailure } from './faults';
import { moveToFreeName } from './free-name';
import { outdated } from './rotation';
import { sha256Of } from './sha256';
import { isSound, mayExpire, remember, type ShelvedBackup, sweepShelf } from './shelf';

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

/** How far a second place has come: it has what it should of these backups (their paths), or it is not there. */
export type CaughtUp = { kind: 'upToDate'; heldAgainst: ReadonlySet<string> } | { kind: 'away' };

/** Begins a second place in a folder that is there. Throws Node's error. */
export async function beginSecondPlace(fs: Fs, second: string): Promise<void> {
  if ((await readCatalog(fs, second)) === null) await writeCatalog(fs, second, []);
}

/**
 * Copies every backup that the second place does not have yet. The folder alone is no proof that the disk is there: where
 * it was unplugged an empty folder may be left, so its own list of backups must be in it. Throws when a copy fails. A backup
 * that cannot be read keeps no other from its copy: it is told when those are made.
 */
export async function catchUp(options: CatchUpOptions): Promise<CaughtUp> {
  const { fs, folder, second, now } = options;
  if (!(await isThere(fs, second))) return { kind: 'away' };
  for (const place of [second, join(second, AUTOMATIC_FOLDER)]) await sweepShelf(fs, place, now());
  const backups = await listBackups(fs, folder);
  const unreadable: Failure[] = [];
  for (const backup of await missingIn(options, backups)) {
    throwIfAborted(options.signal);
    try {
      await copyVerified(options, backup, await readWhole(options, backup));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      unreadable.push(error.failure);
    }
  }
  if (unreadable[0]) throw new FailureError(unreadable[0]);
  return { kind: 'upToDate', heldAgainst: new Set(backups.map(({ path }) => path)) };
}

/** One whose list cannot be read is as good as away. */
export async function isThere(fs: Fs, second: string): Promise<boolean> {
  return (await readCatalog(fs, second).catch(() => null)) !== null;
}

/** What second places are asked just now. On a drive that hangs each question holds one of the few threads for all files. */
const asked = new Map<string, Promise<boolean>>();

/** One that has not answered after that long is not there. It is not asked again before it answers. */
export async function isThereWithin(fs: Fs, second: string, ms: number): Promise<boolean> {
  const answer = asked.get(second) ?? isThere(fs, second).finally(() => asked.delete(second));
  asked.set(second, answer);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** What the second place lacks, oldest first; without damaged ones, and without those it would delete again at once. */
async function missingIn(
  { fs, second, now, waiting }: CatchUpOptions,
  backups: readonly ShelvedBackup[],
): Promise<ShelvedBackup[]> {
  const there = await listBackups(fs, second);
  const whole = backups.filter(({ check, path }) => check.kind !== 'damaged' && !waiting?.has(path));
  const lacking = withoutCopy(whole, there);
  const automatic = [...there.filter(isSound), ...lacking].filter(mayExpire);
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

/** It is the backup that cannot be read; nothing is wrong with the second place. */
class Unreadable extends FailureError {}

interface WholeFile {
  bytes: Buffer;
  sha256: string;
}

/** A backup's bytes, as they were verified. One that is not what it was is remembered as damaged. */
async function readWhole({ fs }: CatchUpOptions, backup: ShelvedBackup): Promise<WholeFile> {
  const { path, ...entry } = backup;
  // Copied by what its name alone tells it would be another backup there, and be copied again.
  if (entry.check.kind === 'unread') {
    throw new Unreadable(unreadFailure(path));
  }
  const bytes = await fs.readFile(path).catch((error: unknown) => {
    throw new Unreadable(failureOf(error, path));
  });
  const sha256 = await sha256Of(bytes);
  if (entry.sha256 === null || entry.sha256 === sha256) return { bytes, sha256 };
  const detail = 'it was altered.';
  const { modifiedMs } = await fs.stat(path).catch(() => ({ modifiedMs: null }));
  // One that was written anew since it was listed is looked at when it is listed next.
  const isAsListed = modifiedMs === entry.modifiedMs;
  if (isAsListed) await remember(fs, dirname(path), { ...entry, check: { kind: 'damaged', detail } });
  throw new Unreadable({ kind: 'backupDamaged', path, detail });
}

async function copyVerified(
  { fs, second, now, signal }: CatchUpOptions,
  backup: ShelvedBackup,
  { bytes, sha256 }: WholeFile,
): Promise<void> {
  const folder = mayExpire(backup) ? join(second, AUTOMATIC_FOLDER) : second;
  await fs.mkdir(folder);
  const unfinished = join(folder, unfinishedName(backup.fileName));
  try {
    await writeDurably(fs, unfinished, [bytes]);
    if ((await sha256Of(await fs.readFile(unfinished))) !== sha256) {
      throw new FailureError({ kind: 'diskError', path: folder, detail: 'the copy differs from the backup' });
    }
    // Given up meanwhile, it may be written anew without somebody by now.
    throwIfAborted(signal);
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
