import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { LastBackup } from '../shared/contract/backup';
import { journalContract } from '../shared/contract/journal-contract';
import type { ParsedInput } from '../shared/contract/contract';
import { TODAY_LINES } from '../shared/contract/today-lines';
import type { Failure } from '../shared/errors';
import { failed, type Result, success } from '../shared/result';
import { BackupKeeper } from './backup/backup-keeper';
import { backupHandlers, passphraseHandlers } from './backup/handlers';
import { latestBackup, newestIfLost } from './backup/latest-backup';
import type { Vault } from './backup/vault';
import { versionHandlers } from './backup/version-handlers';
import { decideToForget, forgetHandlers } from './forget/forget';
import { type ForgetPlaces, placesOf } from './forget/places';
import { callErrorOf, checkOutput, fieldsOf } from './ipc/refusal';
import { copyJournal } from './journal/files/copy-journal';
import { FailureError } from './journal/files/failure-error';
import type { Fs } from './journal/files/fs';
import { journalHandlers } from './journal/calls/handlers';
import type { Handlers } from './journal/calls/handling';
import { Journal } from './journal/journal';
import { checkHandlers } from './journal/check/handlers';
import { JournalStore } from './journal/journal-store';
import { createJournal, openSample } from './journal/opening/new-journal';
import { notOpened } from './journal/opening/not-opened';
import { RECOVERED } from './journal/opening/notices';
import { countsOf } from './journal/tables/tables';
import type {
  AppFiles,
  BackupPlan,
  FromThread,
  JournalHandlers,
  OpenMode,
  ThreadState,
  ToThread,
} from './journal/thread-protocol';
import { Recovery } from './recovery';
import { Upkeep } from './upkeep';

export interface SessionOptions {
  fs: Fs;
  now: () => Date;
  newId: () => string;
  /** Off in a release: the values are what our own code computed. */
  checkOutputs: boolean;
  vault: Vault;
  app: AppFiles;
  send: (message: FromThread) => void;
}

interface OpenSession {
  journal: Journal;
  handlers: JournalHandlers;
  keeper: BackupKeeper;
  upkeep: Upkeep;
  lastBackup: LastBackup | null;
  backupNews: number;
}

/** What the first page asks for. */
const FIRST_QUESTION = { kind: 'call', id: 0, name: 'today.page', input: { lines: TODAY_LINES } } as const;
/** By then a first page has been drawn, even on a slow computer. */
const PREPARE_AFTER_MS = 1_500;
/** More than this many records changed: the renderer fetches everything it shows again. */
const LISTED_CHANGES = 500;

/** The journal's thread: the one open journal, and what main asks of it. */
export class ThreadSession {
  private open: OpenSession | null = null;
  private backups: BackupPlan = { folder: '', secondFolder: null, encryption: { kind: 'off' } };
  private readonly recovery: Recovery;
  /** What is answered without an open journal too: that of a damaged one may be wanted for its backups. */
  private readonly always: Handlers<'passphrase'>;
  private lastSent: ThreadState | null = null;
  /** While a journal is being opened, moved or closed, calls wait. */
  private gate: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: SessionOptions) {
    this.always = passphraseHandlers(options.vault);
    this.recovery = new Recovery({
      ...options,
      plan: () => this.backups,
      sendState: (state) => this.sendState(state),
    });
  }

  async handle(message: ToThread): Promise<Result<unknown>> {
    switch (message.kind) {
      case 'call':
        if (message.name === 'backup.cancel') return this.giveUpJob(message);
        await this.gate;
        return this.call(message);
      case 'backups':
        this.changeBackups(message.backups);
        return success({});
      case 'backUpAtQuit':
        await this.gate;
        return this.open ? this.open.keeper.automatic('quit') : success(null);
      case 'open':
        return this.exclusively(() => this.openJournal(message.folder, message.mode, message.backups));
      case 'move':
        return this.exclusively(() => this.move(message.folder));
      case 'forget':
        return this.exclusively(() => this.forget(message.person));
      case 'undoRecovery':
        return this.exclusively(() => this.undoRecovery());
      case 'close':
        return this.exclusively(() => this.close());
    }
  }

  /** Waits for nothing: what is to be given up may be what all else waits for. Once the journal is closed it has ended. */
  private async giveUpJob(message: Extract<ToThread, { kind: 'call' }>): Promise<Result<unknown>> {
    return this.open ? this.call(message) : success({});
  }

  private async call(message: Extract<ToThread, { kind: 'call' }>): Promise<Result<unknown>> {
    const handlers: Partial<JournalHandlers> = this.open?.handlers ?? this.always;
    if (!(message.name in handlers)) return failed<Failure>({ kind: 'notOpen' });
    const { input, output } = journalContract[message.name];
    const parsed = input.safeParse(message.input);
    if (!parsed.success) return failed<Failure>({ kind: 'invalidInput', fields: fieldsOf(parsed.error) });
    // The schema of this name made this input; the compiler cannot follow that through the index.
    const handler = handlers[message.name] as (input: unknown) => unknown;
    try {
      const value = await handler(parsed.data);
      if (this.options.checkOutputs) checkOutput(message.name, value, output);
      return success(value);
    } catch (error) {
      if (error instanceof FailureError) return failed(error.failure);
      throw error;
    }
  }

  private exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.gate.then(work);
    this.gate = result.catch(() => undefined);
    return result;
  }

  private async openJournal(folder: string, mode: OpenMode, backups: BackupPlan): Promise<Result<unknown>> {
    await this.close();
    this.backups = backups;
    const opened = notOpened(await this.openStore(folder, mode));
    if (!opened.ok) {
      if (opened.failure.kind === 'needsRecovery') await this.recovery.offer(folder);
      else this.refuse(folder, opened.failure);
      return opened;
    }
    this.start(opened.value);
    return success({});
  }

  private openStore(folder: string, mode: OpenMode): Promise<Result<JournalStore>> {
    const { fs, now, newId } = this.options;
    this.sendState({ kind: 'opening', folder, done: 0, total: 0 });
    const onProgress = (done: number, total: number): void =>
      this.sendState({ kind: 'opening', folder, done, total });
    const options = { fs, folder, now, newId, onProgress };
    if (mode === 'new') return createJournal(options);
    if (mode === 'sample') return openSample(options);
    return JournalStore.open(
      mode === 'rescue' ? { ...options, rescue: true } : { ...options, askFirst: true },
    );
  }

  private start(store: JournalStore): void {
    const journal = new Journal(store, this.options.now);
    const { fs, now, vault } = this.options;
    const keeper = new BackupKeeper(journal, {
      fs,
      now,
      vault,
      plan: () => this.backups,
      onProgress: (event) => this.options.send({ kind: 'progress', event }),
      onBackup: (info) => {
        session.lastBackup = info;
        this.tellBackupNews(session);
      },
      onNews: () => this.tellBackupNews(session),
    });
    const handlers = {
      ...journalHandlers(journal),
      ...backupHandlers(journal, keeper, now),
      ...this.always,
      ...checkHandlers(journal, {
        options: { fs, now, newId: this.options.newId },
        inTurn: (work) => keeper.watched('check', work),
      }),
      ...versionHandlers(journal, { fs, keeper }),
      ...forgetHandlers(
        journal,
        () => this.places(journal),
        (work) => keeper.watched('look', work),
      ),
    };
    const upkeep = new Upkeep(store, keeper);
    const session: OpenSession = { journal, handlers, keeper, upkeep, lastBackup: null, backupNews: 0 };
    this.open = session;
    store.on('status', () => this.sendOpenState());
    store.on('changed', (changes) => {
      const all = changes.length > LISTED_CHANGES;
      const records = all ? [] : changes.map(({ type, id }) => ({ type, id }));
      this.options.send({ kind: 'changed', event: { all, records } });
      this.sendOpenState();
      upkeep.scheduleFold();
    });
    this.sendOpenState();
    this.options.send({ kind: 'changed', event: { all: true, records: [] } });
    // Answered once while the window is still being made, the first page's question is answered at once when it comes.
    setImmediate(() => void this.call(FIRST_QUESTION));
    void this.prepare(session);
  }

  /** What will be asked for soon, made ready while nobody waits: not while the window draws its first page. */
  private async prepare(session: OpenSession): Promise<void> {
    const isStopped = (): boolean => this.open !== session;
    session.lastBackup ??= await latestBackup(
      this.options.fs,
      this.backups.folder,
      session.journal.store.journalId,
    );
    await session.keeper.lookForTrouble();
    if (!isStopped()) this.sendOpenState();
    await pause(PREPARE_AFTER_MS, undefined, { ref: false });
    await session.journal.norms.warm(isStopped);
    await session.journal.insights.warm(isStopped);
    await session.journal.todayLines.warm(isStopped);
    await session.journal.texts.warm(isStopped);
    await session.journal.network.warm(isStopped);
  }

  private async close(): Promise<Result<unknown>> {
    // What was offered of a damaged journal must not be shown over what comes next.
    this.recovery.withdraw();
    const session = this.open;
    session?.upkeep.stop();
    session?.keeper.retire();
    this.open = null;
    if (!session) return success({});
    const closed = await session.journal.store.close();
    session.journal.store.removeAllListeners();
    return closed.ok ? success({}) : closed;
  }

  /** Copies the journal to another folder and goes on there. Whatever fails, the journal is open again where it was. */
  private async move(folder: string): Promise<Result<unknown>> {
    if (!this.open) return failed<Failure>({ kind: 'notOpen' });
    const { store } = this.open.journal;
    // Where its folder is gone, what is open is all there is of it: closed it would be lost.
    const looked = await store.lookOutside();
    if (!looked.ok) return looked;
    const [from, mode] = [store.folder, store.sample ? 'sample' : 'existing'] as const;
    const closed = await this.close();
    const before = store.extent;
    const copied = closed.ok ? await copyJournal(this.options.fs, from, folder) : closed;
    const moved = copied.ok ? await this.openStore(folder, mode) : copied;
    if (moved.ok && isDeepStrictEqual(moved.value.extent, before)) {
      this.start(moved.value);
      return success({});
    }
    if (moved.ok) await moved.value.close();
    const back = await this.openJournal(from, mode, this.backups);
    if (!back.ok || !moved.ok) return moved.ok ? back : moved;
    return failed<Failure>({ kind: 'diskError', path: folder, detail: 'the copy is not complete' });
  }

  /** Back to the choice that a damaged journal asked for. */
  private async undoRecovery(): Promise<Result<unknown>> {
    if (!this.open) return failed<Failure>({ kind: 'notOpen' });
    const { journal, keeper } = this.open;
    const { folder } = journal.store;
    const undone = await this.recovery.undo(journal.store, keeper, () => this.close());
    // Refused before anything was touched, it is still open.
    if (this.open) return undone;
    const asked = await this.openJournal(folder, 'existing', this.backups);
    if (!undone.ok) return undone;
    // That the journal asks again is what was wanted.
    return asked.ok || asked.failure.kind === 'needsRecovery' ? success({}) : asked;
  }

  private changeBackups(backups: BackupPlan): void {
    const isOther = !isDeepStrictEqual(backups, this.backups);
    this.backups = backups;
    if (isOther) this.recovery.lookAgain();
    this.tellBackupNews(this.open);
  }

  private tellBackupNews(session: OpenSession | null): void {
    if (!session) return;
    session.backupNews += 1;
    this.sendOpenState();
  }

  /** Erases a person: decided on as a whole, then done by opening the journal anew, as it would be after a crash. */
  private async forget(person: ParsedInput<'forget.person'>): Promise<Result<unknown>> {
    if (!this.open) return failed<Failure>({ kind: 'notOpen' });
    const { journal, keeper } = this.open;
    try {
      // No backup is being written meanwhile, and none after it from this journal as it was.
      await keeper.watched('forget', (watch) => decideToForget(journal, person, this.places(journal), watch));
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      if (journal.store.isHandedOver) await this.giveUp(error.failure);
      return failed(error.failure);
    }
    const { folder, sample } = journal.store;
    const reopened = await this.openJournal(folder, sample ? 'sample' : 'existing', this.backups);
    if (!reopened.ok) return reopened;
    const notices = this.open.journal.store.notices;
    return success({ waiting: notices.some(({ kind }) => kind === 'forgettingWaits') });
  }

  /** Nothing may be written to the journal that is open: what its disk holds is seen when it is opened next. */
  private async giveUp(failure: Failure): Promise<void> {
    const folder = this.open?.journal.store.folder ?? '';
    await this.close();
    this.refuse(folder, failure);
  }

  /** Where the journal is lost, a backup may be all there is: which one is the newest is said at once. */
  private refuse(folder: string, failure: Failure): void {
    const refused: ThreadState = { kind: 'refused', folder, error: callErrorOf(failure), newestBackup: null };
    this.sendState(refused);
    // The drive of the backups may be slow: nobody waits for it.
    void newestIfLost(this.options.fs, this.backups.folder, failure).then((newestBackup) => {
      if (newestBackup !== null && this.lastSent === refused) this.sendState({ ...refused, newestBackup });
    });
  }

  private places({ store }: Journal): ForgetPlaces {
    const { fs, app, vault } = this.options;
    return placesOf(store, this.backups, { fs, app, vault });
  }

  private sendOpenState(): void {
    if (!this.open) return;
    const { journal, keeper, lastBackup, backupNews } = this.open;
    const { store } = journal;
    const status = store.status;
    this.sendState({
      kind: 'open',
      folder: store.folder,
      journalId: store.journalId,
      sample: store.sample,
      counts: countsOf(store.tables),
      save: status.kind === 'notSaved' ? { kind: 'notSaved', error: callErrorOf(status.failure) } : status,
      undo: store.undoStack.undoLabel,
      redo: store.undoStack.redoLabel,
      notices: [...(store.asFound ? [RECOVERED] : []), ...store.notices, ...keeper.notices],
      lastBackup,
      backupNews,
    });
  }

  private sendState(state: ThreadState): void {
    this.lastSent = state;
    this.options.send({ kind: 'state', state });
  }
}
