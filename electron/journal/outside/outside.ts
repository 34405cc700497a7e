import { join } from 'node:path';
import type { Notice } from '../../../shared/contract/journal';
import type { Finding } from '../../../shared/contract/recovery';
import type { Failure } from '../../../shared/errors';
import type { Format } from '../../../shared/model/migrations';
import { type Forgotten, forgottenOn } from '../../../shared/forget/forgotten';
import { idIdentifier } from '../../../shared/forget/identifiers';
import type { Id } from '../../../shared/model/primitives';
import type { AnyRecord, RecordChange } from '../../../shared/model/record';
import { failed, type Result, success } from '../../../shared/result';
import type { ChangeLog, LogContent } from '../files/change-log';
import { FailureError } from '../files/failure-error';
import { failureOf } from '../files/failure-of';
import type { Fs } from '../files/fs';
import { findConflictCopies, findVolumes, LOG_NAME, setAside, volumePath } from '../files/journal-folder';
import type { Lock } from '../files/lock';
import type { Tables } from '../tables/tables';
import type { VolumeFiles } from '../volume-files';
import { listsOf, MAIN_VOLUME, type VolumeName } from '../files/volumes';
import { damagedAt } from '../files/damaged-at';
import { hashIdentifier } from '../forget/hash';
import { examineVolume } from './examine-volume';
import { markOf } from '../files/file-mark';
import { mergeVolume, type Ours } from './merge';
import { type OutsideFinding, outsideNotice } from './outside-finding';

/** What the open journal lends: asked and done only while no change is under way and nothing is being folded. */
export interface OutsideHost {
  fs: Fs;
  folder: string;
  now: () => Date;
  /** The format of the files, when it is not that of this version. */
  format: Format | undefined;
  journalId: string;
  tables: Tables;
  files: VolumeFiles;
  log: ChangeLog;
  lock: Lock;
  isUnwritten: Ours['isUnwritten'];
  writtenAs: Ours['writtenAs'];
  /** The latest revision of each of these records that was replaced or deleted here. */
  lastRevisions: (ids: ReadonlySet<Id>) => Promise<ReadonlyMap<Id, string>>;
  /** The file of a volume is to be written anew. */
  makeDirty: (volume: VolumeName) => void;
  /** Writes everything that the volumes lack. Throws. */
  writeVolumes: () => Promise<void>;
  /** Makes a change that can be undone, of what was found. */
  take: (label: string, changes: RecordChange[]) => Promise<Result<unknown>>;
  /** There is something new in `notices`. */
  onNews: () => void;
}

/** A file that looked damaged for this long is. */
const SETTLED_MS = 2_500;

/**
 * Sees what something else does to the journal's files while it is open: an editor, a program for syncing, another
 * Rapport, a disk that is unplugged. What can be merged is, as a change that can be undone; everything else is refused,
 * told, and kept as it was found. Nothing that something else wrote is written over before it was looked at.
 */
export class Outside {
  readonly notices: Notice[] = [];
  /** Why nothing can be written as things are; null when all is well. */
  trouble: Failure | null = null;
  /** Files are not what they should be, and are to be written anew at once: until then memory alone has it. */
  isBehind = false;
  /** What was found and is not in the journal yet: a look that fails halfway goes on with it the next time. */
  private readonly waiting = new Map<string, RecordChange>();
  private readonly knownCopies: Set<string>;
  /** Files that looked damaged: as what, and when for the first time. */
  private readonly seen = new Map<VolumeName, { mark: string; ms: number }>();
  /** The journal is being closed: there is no other look. */
  private isLast = false;

  constructor(
    private readonly host: OutsideHost,
    findings: readonly Finding[],
  ) {
    const copies = findings.filter((finding) => finding.kind === 'conflictCopy');
    this.knownCopies = new Set(copies.map(({ file }) => file));
  }

  /**
   * Fails when the journal cannot be written as things are: its folder is gone, another program has it, a newer version
   * wrote it. `isLast`: what is not clear yet must be decided now.
   */
  async look(isLast: boolean): Promise<Result<null>> {
    const { fs, folder } = this.host;
    this.isLast = isLast;
    try {
      await this.expectFolder();
      await this.expectLock();
      await this.takeInVolumes();
      // From here on it can be written.
      this.trouble = null;
      await this.expectLog();
      await this.takeWaiting();
      for (const file of await findConflictCopies(fs, folder)) {
        if (!this.knownCopies.has(file)) this.tell({ kind: 'conflictCopy', file });
        this.knownCopies.add(file);
      }
      return success(null);
    } catch (error) {
      const failure = failureOf(error, folder);
      this.trouble = failure.kind === 'folderMissing' ? { kind: 'folderAway', path: folder } : failure;
      return failed(this.trouble);
    }
  }

  /** Writes every file anew from memory. Those named are kept aside before, as damaged. Only after a look. */
  async writeAnew(damaged: readonly string[]): Promise<Result<null>> {
    const { fs, folder, files, log, makeDirty, writeVolumes } = this.host;
    try {
      for (const file of damaged) {
        const path = join(folder, file);
        const mark = await markOf(fs, path);
        if (mark !== null) await this.keepDamaged(path);
        // Seen and kept: it may be written over, however short a time ago it was damaged.
        const volume = files.names.find((name) => volumePath(folder, name) === path);
        if (volume !== undefined) files.setMark(volume, mark);
      }
      for (const volume of files.names) makeDirty(volume);
      await writeVolumes();
      await log.renew();
      return success(null);
    } catch (error) {
      return failed(failureOf(error, folder));
    }
  }

  private tell(finding: OutsideFinding): void {
    this.notices.push(outsideNotice(finding));
    this.host.onNews();
  }

  /** A folder without any of the journal's files is the place where a disk was mounted. */
  private async expectFolder(): Promise<void> {
    const { fs, folder, log } = this.host;
    const volumes = await findVolumes(fs, folder);
    if (volumes.length === 0 && (await markOf(fs, log.path)) === null)
      throw new FailureError({ kind: 'folderAway', path: folder });
  }

  private async expectLock(): Promise<void> {
    const { lock, folder } = this.host;
    const holder = await lock.heldByOther();
    if (holder !== null) throw new FailureError({ kind: 'locked', folder, holder });
  }

  private async takeInVolumes(): Promise<void> {
    const { fs, folder, files } = this.host;
    for (const volume of new Set([...files.names, ...(await findVolumes(fs, folder))])) {
      const path = volumePath(folder, volume);
      const mark = await markOf(fs, path);
      if (mark === files.markOf(volume)) continue;
      let isAsWritten = false;
      if (mark === null) this.tell({ kind: 'removed', file: `${volume}.json` });
      else {
        const taken = await this.takeIn(volume, path, mark);
        if (taken === 'notYet') continue;
        isAsWritten = taken.isAsWritten;
        for (const change of taken.changes) {
          // A record that was moved by hand from one file to another is gone from the one and new in the other.
          if (change.after || !this.waiting.has(change.id)) this.waiting.set(change.id, change);
        }
      }
      files.setMark(volume, mark);
      if (isAsWritten) continue;
      this.host.makeDirty(volume);
      this.isBehind = true;
    }
  }

  /** `isAsWritten`: its content is what was written last, only the file is another. */
  private async takeIn(
    volume: VolumeName,
    path: string,
    mark: string,
  ): Promise<{ changes: RecordChange[]; isAsWritten: boolean } | 'notYet'> {
    const { fs, files, tables, journalId, isUnwritten, writtenAs, now } = this.host;
    const types = Object.values(listsOf(volume));
    const records = types.reduce((sum, type) => sum + tables.inVolume(type, volume).length, 0);
    const known = { journalId, throughSeq: files.throughSeq(volume), records };
    const examined = await examineVolume(await fs.readFile(path), volume, known, this.host.format);
    const file = `${volume}.json`;
    if (examined.kind === 'unusable') throw new FailureError(examined.failure);
    if (examined.kind === 'refused') {
      if (examined.why === 'damaged' && this.isUnderWay(volume, mark)) return 'notYet';
      const keptAs =
        examined.why === 'damaged' ? await this.keepDamaged(path) : await setAside(fs, path, 'edited', now());
      this.tell({ kind: 'refused', file, why: examined.why, keptAs });
      return { changes: [], isAsWritten: false };
    }
    const { theirs, keep, throughSeq } = examined;
    const { changes: found, keptOurs } = mergeVolume(types, theirs, {
      get: (type, id) => tables.get(type, id),
      inVolume: (type) => tables.inVolume(type, volume),
      isUnwritten,
      writtenAs,
    });
    files.setKeep(volume, keep);
    // By hand it is meant: also what was deleted before.
    const changes = theirs.by === 'rapport' ? await this.withoutDeleted(found) : found;
    if (theirs.by === 'rapport' && changes.length === 0)
      return { changes, isAsWritten: found.length === 0 && throughSeq === known.throughSeq };
    const keptAs = await setAside(fs, path, 'edited', now());
    this.tell({ kind: 'taken', file, records: changes.length, keptOurs, keptAs });
    return { changes, isAsWritten: false };
  }

  /** Nothing is lost by it: all that was in the file is in memory. So it is no reason to hold back backups, either. */
  private async keepDamaged(path: string): Promise<string> {
    const { fs, folder, files, now, makeDirty } = this.host;
    const isAccepted = (await damagedAt(fs, folder)) === files.acceptedDamage;
    const keptAs = await setAside(fs, path, 'damaged', now());
    if (isAccepted) {
      files.acceptedDamage = await damagedAt(fs, folder);
      makeDirty(MAIN_VOLUME);
    }
    return keptAs;
  }

  /** What is copied into place slowly looks damaged until it is whole: it is, when it stays as it is. */
  private isUnderWay(volume: VolumeName, mark: string): boolean {
    const ms = this.host.now().getTime();
    const seen = this.seen.get(volume);
    if (seen?.mark === mark) return !this.isLast && Math.abs(ms - seen.ms) < SETTLED_MS;
    this.seen.set(volume, { mark, ms });
    return !this.isLast;
  }

  /** A log that is not ours any more would take changes that the next start does not find. */
  private async expectLog(): Promise<void> {
    const { fs, folder, log, now, writeVolumes } = this.host;
    const found = await log.foundInstead();
    if (!found) return;
    await writeVolumes();
    const isEmpty = found.lines.length + found.badLines.length === 0;
    const keptAs = isEmpty ? null : await setAside(fs, join(folder, LOG_NAME), 'edited', now());
    // Before the log is ours again: a look that fails from then on would not find them any more.
    const later = await this.laterIn(found);
    for (const change of later) this.waiting.set(change.id, change);
    await log.renew();
    this.tell({ kind: 'logReplaced', keptAs, records: later.length });
  }

  private async takeWaiting(): Promise<void> {
    if (this.waiting.size === 0) return;
    const taken = await this.host.take('changes made outside Rapport', [...this.waiting.values()]);
    if (!taken.ok) throw new FailureError(taken.failure);
    this.waiting.clear();
  }

  /**
   * What another Rapport had changed after the version that is here. The last word on each record is what counts: the log
   * has lines of ours as well, and what they added may have been deleted since.
   */
  private async laterIn({ lines }: LogContent): Promise<RecordChange[]> {
    const last = new Map<string, RecordChange>();
    for (const { changes } of lines) for (const change of changes) last.set(change.id, change);
    const later: RecordChange[] = [];
    for (const change of last.values()) {
      const own = this.host.tables.get(change.type, change.id);
      if (isLater(change, own)) later.push({ ...change, before: own } as RecordChange);
    }
    return this.withoutDeleted(later);
  }

  /**
   * Without what was deleted here, long enough ago that neither memory nor the log says so any more. What was changed
   * elsewhere after that version is another matter: it comes back, so that those words are not lost.
   */
  private async withoutDeleted(changes: readonly RecordChange[]): Promise<RecordChange[]> {
    const newHere = changes.filter(({ before }) => !before).map(({ id }) => id);
    const deleted = await this.host.lastRevisions(new Set(newHere));
    const { forgotten } = this.host.files;
    return changes.filter(({ id, before, after }) => {
      if (before || !after) return true;
      return after.rev > (deleted.get(id) ?? '') && !isAboutForgotten(after, forgotten);
    });
  }
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Somebody whom the user had forgotten here, or something with them in it. Nothing else here knows of them any more. */
function isAboutForgotten(record: AnyRecord, forgotten: Forgotten): boolean {
  if (forgotten.length === 0) return false;
  const ids = JSON.stringify(record).match(ID) ?? [];
  return forgottenOn(forgotten, ids.map(idIdentifier), hashIdentifier) !== null;
}

function isLater({ before, after }: RecordChange, own: AnyRecord | undefined): boolean {
  if (!after) return own !== undefined && own.rev === before?.rev;
  return !own || after.rev > own.rev;
}
