import { EventEmitter } from 'node:events';
import type { Notice } from '../../shared/contract/journal';
import type { Finding } from '../../shared/contract/recovery';
import type { Failure } from '../../shared/errors';
import type { Forgotten } from '../../shared/forget/forgotten';
import { revClock, type RevClock } from '../../shared/model/rev';
import type { Id } from '../../shared/model/primitives';
import type { RecordChange } from '../../shared/model/record';
import type { RecordType } from '../../shared/model/record-types';
import type { Stamp } from '../../shared/model/stamp';
import { localInstant } from '../../shared/model/time';
import { failed, type Result, success } from '../../shared/result';
import { checkChanges, inverse } from './check-changes';
import { diskFailure } from './durable-file';
import { FailureError } from './failure-error';
import { type HistoryLine, historyLineOf } from './history';
import { HistoryFiles } from './history-files';
import { noticeOf } from './notices';
import { type FirstContent, type OpenedJournal, openExisting, openNew } from './open-journal';
import { applyChange } from './read-journal';
import type { StoreOptions } from './store-options';
import type { Tables } from './tables';
import { UndoStack } from './undo-stack';
import type { JournalSnapshot } from './volume-files';
import { MAIN_VOLUME, type VolumeName } from './volumes';

/** What a change does, worked out inside the queue from the journal as it stands then. */
export type BuildChange = (tables: Tables, stamp: Stamp) => Result<RecordChange[]>;

export type SaveStatus =
  { kind: 'saved'; at: string | null } | { kind: 'saving' } | { kind: 'notSaved'; failure: Failure };

interface StoreEvents {
  changed: [changes: readonly RecordChange[]];
  status: [];
}

/**
 * The journal: the records in memory and their files. Every change is checked, appended to the log, on the disk, applied,
 * and only then acknowledged; one at a time, in the order asked for. Volumes are written in the background by `fold`.
 */
export class JournalStore extends EventEmitter<StoreEvents> {
  readonly undoStack = new UndoStack();
  private readonly clock: RevClock;
  private queue: Promise<unknown> = Promise.resolve();
  private seq: number;
  private dirty: Set<VolumeName>;
  private folding: Promise<Result<null>> | null = null;
  private closing: Promise<Result<null>> | null = null;
  /** What the changes in the log replaced: it goes into the history's files before they are cut from the log. */
  private replaced: HistoryLine[];
  private readonly historyFiles: HistoryFiles;
  private saveStatus: SaveStatus = { kind: 'saved', at: null };

  private constructor(
    private readonly options: StoreOptions,
    private readonly opened: OpenedJournal,
  ) {
    super();
    this.seq = opened.lastSeq;
    this.dirty = opened.dirty;
    this.replaced = opened.replaced;
    this.historyFiles = new HistoryFiles(options.fs, options.folder);
    this.clock = revClock(opened.identity.deviceId, opened.latestRev);
  }

  static async open(options: StoreOptions): Promise<Result<JournalStore>> {
    const opened = await openExisting(options);
    return opened.ok ? success(new JournalStore(options, opened.value)) : opened;
  }

  /** Begins a journal. `first` is in it before it is first written: the question bank, or a whole sample journal. */
  static async create(
    options: StoreOptions,
    first: FirstContent = { sample: false, changes: [] },
  ): Promise<Result<JournalStore>> {
    const opened = await openNew(options, first);
    return opened.ok ? success(new JournalStore(options, opened.value)) : opened;
  }

  get tables(): Tables {
    return this.opened.tables;
  }

  get folder(): string {
    return this.options.folder;
  }

  get journalId(): string {
    return this.opened.identity.journalId;
  }

  get sample(): boolean {
    return this.opened.identity.sample;
  }

  /** What was not as Rapport had left it when the journal was opened. */
  get findings(): readonly Finding[] {
    return this.opened.findings;
  }

  /** The same in the user's words. */
  get notices(): Notice[] {
    return this.findings.map(noticeOf);
  }

  get status(): SaveStatus {
    return this.saveStatus;
  }

  /** Whom the user had forgotten. */
  get forgotten(): Forgotten {
    return this.opened.files.forgotten;
  }

  /** Somebody forgotten is welcome again, or others are remembered as forgotten; in the file at the next fold. */
  remember(forgotten: Forgotten): void {
    this.opened.files.forgotten = forgotten;
    this.dirty.add(MAIN_VOLUME);
  }

  /** Bytes in the log that are not in the volumes yet. */
  get unfoldedBytes(): number {
    return this.opened.log.length;
  }

  /** How far the journal has come: its latest change, and how much is in it. */
  get extent() {
    return this.opened.files.extent(this.tables, this.seq);
  }

  /** The journal as it stands now, to back up or to copy. */
  snapshot(): JournalSnapshot {
    const replaced = [...this.replaced];
    return {
      ...this.opened.files.snapshot(this.tables, this.seq),
      history: () => this.historyFiles.files(replaced),
    };
  }

  /** What is known of a record's earlier versions, oldest first: from the history's files, and from the log. */
  historyOf(type: RecordType, id: Id): Promise<HistoryLine[]> {
    return this.historyFiles.of(type, id, this.replaced);
  }

  /** Takes a backup's history in, beside what is here. Throws Node's error. */
  adoptHistory(lines: readonly HistoryLine[]): Promise<void> {
    return this.historyFiles.adopt(lines);
  }

  /** Makes one change and can undo it. Answers when it is on the disk; refused, nothing has changed. */
  change(label: string, build: BuildChange): Promise<Result<readonly RecordChange[]>> {
    return this.enqueue(async () => {
      const committed = await this.commit(label, build);
      if (committed.ok && committed.value.length > 0)
        this.undoStack.push({ label, changes: committed.value });
      return this.announce(committed);
    });
  }

  undo(): Promise<Result<{ label: string }>> {
    return this.enqueue(async () => {
      const step = this.undoStack.lastDone;
      if (!step) return failed<Failure>({ kind: 'nothingToUndo' });
      const committed = await this.commit(`Undo: ${step.label}`, () => success(inverse(step.changes)));
      if (committed.ok) this.undoStack.moveToUndone(committed.value);
      const told = this.announce(committed);
      return told.ok ? success({ label: step.label }) : told;
    });
  }

  redo(): Promise<Result<{ label: string }>> {
    return this.enqueue(async () => {
      const step = this.undoStack.lastUndone;
      if (!step) return failed<Failure>({ kind: 'nothingToRedo' });
      const committed = await this.commit(`Redo: ${step.label}`, () => success(inverse(step.changes)));
      if (committed.ok) this.undoStack.moveToDone(committed.value);
      const told = this.announce(committed);
      return told.ok ? success({ label: step.label }) : told;
    });
  }

  /** Writes the dirty volumes and cuts the log. Changes go on meanwhile; a failure leaves all as it was, in the log. */
  fold(): Promise<Result<null>> {
    this.folding ??= this.foldNow().finally(() => (this.folding = null));
    return this.folding;
  }

  /** Waits for what was asked for, folds, gives the folder free. The journal is safe even when folding fails: it is in the log. */
  close(): Promise<Result<null>> {
    this.closing ??= this.closeNow();
    return this.closing;
  }

  /**
   * Gives the folder free with its volumes as they were found: what was missing or damaged when it was opened stays an
   * alarm. Changes are safe, in the log.
   */
  release(): Promise<Result<null>> {
    this.closing ??= this.queue.then(() => this.letGo());
    return this.closing;
  }

  private async closeNow(): Promise<Result<null>> {
    await this.queue;
    const folded = await this.fold();
    const released = await this.letGo();
    return released.ok ? folded : released;
  }

  private async letGo(): Promise<Result<null>> {
    try {
      await this.opened.log.close();
    } catch {
      // All that was acknowledged was synced when it was written.
    }
    try {
      await this.opened.lock.release();
      return success(null);
    } catch (error) {
      return failed(diskFailure(error, this.folder));
    }
  }

  private enqueue<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    if (this.closing) return Promise.resolve(failed<Failure>({ kind: 'notOpen' }));
    const result = this.queue.then(work);
    // The next change goes ahead whatever became of this one; its caller hears of it through `result`.
    this.queue = result.catch(() => undefined);
    return result;
  }

  private async commit(label: string, build: BuildChange): Promise<Result<RecordChange[]>> {
    const now = this.options.now();
    const stamp: Stamp = {
      now: localInstant(now),
      rev: this.clock.next(now.getTime()),
      newId: this.options.newId,
    };
    const built = build(this.tables, stamp);
    if (!built.ok) return built;
    const checked = checkChanges(built.value, stamp.rev);
    if (!checked.ok || checked.value.length === 0) return checked;
    this.setStatus({ kind: 'saving' });
    try {
      await this.opened.log.append({ seq: this.seq + 1, at: stamp.now, label, changes: checked.value });
    } catch (error) {
      const failure = diskFailure(error, this.folder);
      this.setStatus({ kind: 'notSaved', failure });
      return failed(failure);
    }
    this.seq += 1;
    const replaced = historyLineOf({ seq: this.seq, at: stamp.now, label, changes: checked.value });
    if (replaced) this.replaced.push(replaced);
    for (const change of checked.value) applyChange(change, this.tables, this.opened.files, this.dirty);
    this.setStatus({ kind: 'saved', at: stamp.now });
    return checked;
  }

  private announce(committed: Result<RecordChange[]>): Result<RecordChange[]> {
    if (committed.ok && committed.value.length > 0) this.emit('changed', committed.value);
    return committed;
  }

  private setStatus(status: SaveStatus): void {
    this.saveStatus = status;
    this.emit('status');
  }

  private async foldNow(): Promise<Result<null>> {
    const { files, log } = this.opened;
    let volumes: VolumeName[] = [];
    try {
      // Between two changes: a line that is in the log and not yet in memory must not be cut.
      const cutAt = await this.between(() => {
        volumes = files.withListing([...this.dirty]);
        this.dirty = new Set();
        return log.length;
      });
      await this.keepHistory();
      for (const volume of volumes) await files.write(volume, this.tables, this.seq);
      await this.between(() => log.cut(cutAt));
      return success(null);
    } catch (error) {
      for (const volume of volumes) this.dirty.add(volume);
      return failed(error instanceof FailureError ? error.failure : diskFailure(error, this.folder));
    }
  }

  /** Before the log is cut, so that no version is lost in between. */
  private async keepHistory(): Promise<void> {
    const lines = [...this.replaced];
    await this.historyFiles.append(lines);
    this.replaced = this.replaced.slice(lines.length);
  }

  /** Does something when no change is under way. */
  private between<T>(work: () => T | Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => undefined);
    return result;
  }
}

export function valueOrThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.failure);
  return result.value;
}
