import { EventEmitter } from 'node:events';
import type { Notice } from '../../shared/contract/journal';
import type { Finding } from '../../shared/contract/recovery';
import type { Failure } from '../../shared/errors';
import type { Forgotten } from '../../shared/forget/forgotten';
import type { Id, Instant } from '../../shared/model/primitives';
import type { RecordChange } from '../../shared/model/record';
import type { RecordType } from '../../shared/model/record-types';
import { failed, type Result, success } from '../../shared/result';
import type { AsFound } from './opening/as-found';
import { inverse } from './check-changes';
import { diskFailure } from './files/durable-file';
import { FailureError } from './files/failure-error';
import { failureOf } from './files/failure-of';
import { Folding } from './folding';
import type { HistoryLine } from './files/history';
import { LOG_NAME } from './files/journal-folder';
import { noticeAfterRestore } from './opening/findings';
import { noticeOf } from './opening/notices';
import { type FirstContent, type OpenedJournal, openExisting, openNew } from './opening/open-journal';
import { Outside, type OutsideHost } from './outside/outside';
import type { StoreOptions } from './store-options';
import type { Tables } from './tables/tables';
import { type BuildChange, Saving, type SaveStatus } from './saving';
import { Turns } from './turns';
import { UndoStack, type UndoStep } from './undo-stack';
import type { JournalSnapshot, ListedVolume } from './volume-files';
import { MAIN_VOLUME, type VolumeName } from './files/volumes';

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
  private readonly turns = new Turns();
  private readonly folding: Folding;
  private readonly saving: Saving;
  private currentFold: Promise<Result<null>> | null = null;
  private readonly outside: Outside;
  private closing: Promise<Result<null>> | null = null;
  /** Something else has the files from here on: nothing is read from them or written to them any more. */
  private handedOver = false;
  private isRestored = false;

  private constructor(
    private readonly options: StoreOptions,
    private readonly opened: OpenedJournal,
  ) {
    super();
    this.folding = new Folding(options, opened);
    this.saving = new Saving(options, opened, this.folding, () => this.emit('status'));
    this.outside = this.watchOutside();
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
    const inWords = this.isRestored ? noticeAfterRestore : noticeOf;
    return [...this.findings.map(inWords), ...this.outside.notices];
  }

  /** A whole backup was restored: what was missing at the opening may be there again. */
  saidRestored(): void {
    this.isRestored = true;
  }

  /** Of a damaged journal with which the user went on: its files as they were. Null when there is nothing to go back to. */
  get asFound(): AsFound | null {
    return this.opened.asFound;
  }

  get status(): SaveStatus {
    return this.saving.status;
  }

  /** Whom the user had forgotten. */
  get forgotten(): Forgotten {
    return this.opened.files.forgotten;
  }

  /** Somebody forgotten is welcome again, or others are remembered as forgotten; in the file at the next fold. */
  remember(forgotten: Forgotten): void {
    this.opened.files.forgotten = forgotten;
    this.folding.makeDirty(MAIN_VOLUME);
  }

  /** The damage that the user has seen and accepted: when the last damaged file was set aside by then. */
  get acceptedDamage(): Instant | null {
    return this.opened.files.acceptedDamage;
  }

  /** What was lost by then is lost, and the journal is as it should be; in the file at the next fold. */
  acceptDamage(at: Instant): void {
    this.opened.files.acceptedDamage = at;
    this.folding.makeDirty(MAIN_VOLUME);
  }

  /** Bytes in the log that are not in the volumes yet. */
  get unfoldedBytes(): number {
    return this.opened.log.length;
  }

  /** How far the journal has come: its latest change, and how much is in it. */
  get extent() {
    return this.opened.files.extent(this.tables, this.saving.seq);
  }

  /** What journal.json is to say of the other files as they are on the disk. */
  get listing(): Record<VolumeName, ListedVolume> {
    return this.opened.files.listing();
  }

  /** The journal as it stands now, to back up or to copy. */
  snapshot(): JournalSnapshot {
    const replaced = [...this.opened.unwritten.replaced];
    return {
      ...this.opened.files.snapshot(this.tables, this.saving.seq),
      history: () => this.folding.history.files(replaced),
    };
  }

  /** What is known of a record's earlier versions, oldest first: from the history's files, and from the log. */
  historyOf(type: RecordType, id: Id): Promise<HistoryLine[]> {
    return this.folding.history.of(type, id, this.opened.unwritten.replaced);
  }

  /** Takes a backup's history in, beside what is here. Throws Node's error. */
  adoptHistory(lines: readonly HistoryLine[]): Promise<void> {
    return this.folding.history.adopt(lines);
  }

  /** Makes one change and can undo it. Answers when it is on the disk; refused, nothing has changed. */
  change(label: string, build: BuildChange): Promise<Result<readonly RecordChange[]>> {
    return this.attempt(async () => {
      const committed = await this.commit(label, build);
      if (committed.ok && committed.value.length > 0)
        this.undoStack.push({ label, changes: committed.value });
      return this.announce(committed);
    });
  }

  undo(): Promise<Result<{ label: string }>> {
    const { undoStack } = this;
    return this.travel(
      'Undo',
      { kind: 'nothingToUndo' },
      () => undoStack.lastDone,
      (changes) => undoStack.moveToUndone(changes),
    );
  }

  redo(): Promise<Result<{ label: string }>> {
    const { undoStack } = this;
    return this.travel(
      'Redo',
      { kind: 'nothingToRedo' },
      () => undoStack.lastUndone,
      (changes) => undoStack.moveToDone(changes),
    );
  }

  /** Writes the dirty volumes and cuts the log. Changes go on meanwhile; a failure leaves all as it was, in the log. */
  fold(): Promise<Result<null>> {
    this.currentFold ??= this.turns
      .inBackground(() => (this.closing ? Promise.resolve(success(null)) : this.foldNow()))
      .finally(() => (this.currentFold = null));
    return this.currentFold;
  }

  /** Whether the files are still as they were left. What something else changed is taken in, or refused and told. */
  lookOutside(): Promise<Result<null>> {
    return this.turns.inBackground(async () => {
      if (this.closing) return success(null);
      const looked = await this.turns.inTurn(() => this.look());
      return looked.ok && this.outside.isBehind ? this.foldNow() : looked;
    });
  }

  /** Writes every file anew from memory. Those named (relative to the folder) are kept aside before, as damaged. */
  writeAnew(damaged: readonly string[]): Promise<Result<null>> {
    return this.turns.inBackground(() =>
      this.turns.inTurn(async () => {
        if (this.closing) return failed<Failure>({ kind: 'notOpen' });
        const looked = await this.look();
        return looked.ok ? this.outside.writeAnew(damaged) : looked;
      }),
    );
  }

  /** Whether the journal is only to be closed, and what becomes of its files is seen when it is opened next. */
  get isHandedOver(): boolean {
    return this.handedOver;
  }

  /**
   * For what replaces the files of the journal at its next opening. `decide` runs when everything is in the volumes and the
   * log is empty; until it is through nothing changes and nothing is looked at. It answers whether the files are to be left
   * alone from then on, and changes that waited are refused. `isUntouched` looks whether the files are still as they were
   * left: if they are not, what was changed in them is in the journal, and `decide` has to be run again.
   */
  handOver(decide: (isUntouched: () => Promise<boolean>) => Promise<boolean>): Promise<Result<null>> {
    return this.turns.inBackground(async () => {
      for (let isReady = false; !isReady;) {
        const folded = await this.foldNow();
        if (!folded.ok) return folded;
        isReady = await this.turns.inTurn(async () => {
          // A change came in between.
          if (this.unfoldedBytes > 0) return false;
          this.handedOver = await decide(() => this.isUntouched());
          return true;
        });
      }
      return success(null);
    });
  }

  private async isUntouched(): Promise<boolean> {
    const before = this.saving.seq;
    valueOrThrow(await this.look());
    return this.saving.seq === before && !this.outside.isBehind;
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
    this.closing ??= this.turns.inBackground(() => this.turns.inTurn(() => this.letGo()));
    return this.closing;
  }

  private async closeNow(): Promise<Result<null>> {
    // One of its own: what is being folded may have begun before the latest change.
    const folded = await this.turns.inBackground(() => this.foldNow());
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

  /** Takes back the step that comes next, as a change like any other. */
  private travel(
    verb: string,
    none: Failure,
    next: () => UndoStep | undefined,
    move: (changes: RecordChange[]) => void,
  ): Promise<Result<{ label: string }>> {
    return this.attempt(async () => {
      const step = next();
      if (!step) return failed(none);
      const committed = await this.commit(`${verb}: ${step.label}`, () => success(inverse(step.changes)));
      if (committed.ok) move(committed.value);
      const told = this.announce(committed);
      return told.ok ? success({ label: step.label }) : told;
    });
  }

  /** Once more, when something else had changed a file just then: by now that has been looked at. */
  private async attempt<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    const first = await this.enqueue(work);
    if (first.ok || first.failure.kind !== 'changedOutside') return first;
    const looked = await this.lookOutside();
    return looked.ok ? this.enqueue(work) : looked;
  }

  private enqueue<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    if (this.closing) return Promise.resolve(failed<Failure>({ kind: 'notOpen' }));
    return this.turns.inTurn(work);
  }

  private async commit(label: string, build: BuildChange): Promise<Result<RecordChange[]>> {
    if (this.handedOver) return failed<Failure>({ kind: 'notOpen' });
    // It may be over by now: looking again tells.
    if (this.outside.trouble) return failed({ kind: 'changedOutside', file: LOG_NAME });
    return this.saving.commit(label, build);
  }

  private announce(committed: Result<RecordChange[]>): Result<RecordChange[]> {
    if (committed.ok && committed.value.length > 0) this.emit('changed', committed.value);
    return committed;
  }

  private async foldNow(): Promise<Result<null>> {
    if (this.handedOver) return success(null);
    const folded = await this.lookAndFold();
    // Something else has changed a file since the look: it is looked at, and then all is written.
    return folded.ok || folded.failure.kind !== 'changedOutside' ? folded : this.lookAndFold();
  }

  private async lookAndFold(): Promise<Result<null>> {
    const looked = await this.turns.inTurn(() => this.look());
    if (!looked.ok) return looked;
    try {
      await this.folding.fold(
        () => this.saving.seq,
        (work) => this.turns.inTurn(work),
      );
      this.outside.isBehind = false;
      return success(null);
    } catch (error) {
      return failed(failureOf(error, this.folder));
    }
  }

  private async look(): Promise<Result<null>> {
    if (this.handedOver) return failed<Failure>({ kind: 'notOpen' });
    const hadTrouble = this.outside.trouble !== null;
    const looked = await this.outside.look(this.closing !== null);
    if (!looked.ok) this.saving.notSaved(looked.failure);
    else if (hadTrouble) this.saving.saved();
    return looked;
  }

  private watchOutside(): Outside {
    const { fs, folder, now, format } = this.options;
    const { unwritten, identity, findings, tables, files, log, lock } = this.opened;
    const host: OutsideHost = {
      ...{ fs, folder, now, format, tables, files, log, lock },
      journalId: identity.journalId,
      isUnwritten: (id) => unwritten.has(id),
      writtenAs: (type, id) => unwritten.writtenAs(type, id),
      lastRevisions: (ids) => this.folding.history.lastRevisions(ids, unwritten.replaced),
      makeDirty: (volume) => this.folding.makeDirty(volume),
      writeVolumes: () => this.folding.writeAll(() => this.saving.seq),
      take: (label, changes) => this.takeOver(label, changes),
      onNews: () => this.emit('status'),
    };
    return new Outside(host, findings);
  }

  /** A change of others, as one that can be undone. */
  private async takeOver(label: string, changes: RecordChange[]): Promise<Result<unknown>> {
    for (const { after } of changes) if (after) this.saving.see(after.rev);
    const committed = await this.commit(label, () => success(changes));
    if (committed.ok) this.undoStack.push({ label, changes: committed.value });
    return this.announce(committed);
  }
}

export function valueOrThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.failure);
  return result.value;
}
