import { join } from 'node:path';
import type { AutomaticState, BackupInfo, BackupKind } from '../../shared/contract/backup';
import type { JobName } from '../../shared/contract/common';
import type { Notice, ProgressEvent } from '../../shared/contract/journal';
import type { Finding } from '../../shared/contract/recovery';
import { describeFailure, type Failure } from '../../shared/errors';
import { failed, type Result, success } from '../../shared/result';
import { FailureError } from '../journal/files/failure-error';
import type { Fs } from '../journal/files/fs';
import type { Journal } from '../journal/journal';
import { valueOrThrow } from '../journal/journal-store';
import type { BackupPlan } from '../journal/thread-protocol';
import { throwIfAborted, type Watch } from '../journal/watch';
import { damagedAt } from '../journal/files/damaged-at';
import { type AutomaticDecision, decideAutomatic } from './automatic';
import { AUTOMATIC_FOLDER } from './backup-names';
import { listBackups } from './backups';
import { failureOf } from '../journal/files/failure-of';
import { heldNotice, WAITS_FOR_PASSPHRASE } from './held-notices';
import { type Job, Jobs } from './jobs';
import { LookedInto, unsealWith } from './opened-backup';
import type { ReadBackup, Unseal } from './read-backup';
import { rotate } from './rotate';
import { SecondCopy } from './second-copy';
import { entryOfWritten, listItemOf, remember, type ShelvedBackup, sweepShelf } from './shelf';
import type { Locksmith } from './vault';
import { verifyAll, type VerifiedAll } from './verify-all';
import { infoOf, type Seal, writeBackup, type WrittenBackup } from './write-backup';

export interface KeeperOptions {
  fs: Fs;
  now: () => Date;
  plan: () => BackupPlan;
  vault: Locksmith;
  onProgress: (event: ProgressEvent) => void;
  onBackup: (info: BackupInfo) => void;
  /** Something that the settings show of backups is not as it was. */
  onNews: () => void;
}

const DAY_MS = 86_400_000;

/** Makes the backups of the open journal, one thing at a time: by hand, by itself, before a restore, in a second place. */
export class BackupKeeper {
  readonly looked: LookedInto;
  private readonly jobs = new Jobs();
  private automaticFailure: Failure | null = null;
  private readonly second: SecondCopy;
  private acceptedRecords: number | null = null;
  private alarm: Notice | null = null;
  private sawEdits: boolean;
  private ticking = false;
  private retired = false;

  constructor(
    private readonly journal: Journal,
    private readonly options: KeeperOptions,
  ) {
    this.looked = new LookedInto(options.fs);
    this.second = new SecondCopy(options, journal.store.journalId, journal.store.folder);
    this.sawEdits = journal.store.notices.some(({ kind }) => kind === 'editedByHand');
  }

  /** By the user's hand: it is taken for what the journal should be, also after damage. */
  byHand(): Promise<BackupInfo> {
    return this.run('backup', async (job) => {
      const info = await this.make('byHand', job);
      await this.accept(null);
      await this.copyToSecond(job);
      return info;
    });
  }

  /** Before a restore, inside that job. Throws when it cannot be made. */
  async safety(job: Job): Promise<BackupInfo> {
    const info = await this.make('safety', job);
    // Whatever becomes of the restore, the second place lacks this one until it is copied.
    this.second.fallBehind();
    return info;
  }

  /**
   * The user takes the journal for what it should be: what it has lost before, and by restoring a backup its size
   * (`records`), are no alarm any more.
   */
  async accept(records: number | null): Promise<void> {
    const { store } = this.journal;
    this.acceptedRecords = records;
    this.alarm = null;
    const damaged = await damagedAt(this.options.fs, store.folder);
    if (damaged !== null && damaged !== store.acceptedDamage) store.acceptDamage(damaged);
    if (records !== null) store.saidRestored();
    this.options.onNews();
  }

  /** Throws `notOpen` when the journal was closed, or somebody forgotten, while it waited for its turn. */
  run<T>(name: JobName, work: (job: Job) => Promise<T>): Promise<T> {
    return this.jobs.run(name, async (job) => {
      if (this.isOver) throw new FailureError({ kind: 'notOpen' });
      throwIfAborted(job.signal);
      return work(job);
    });
  }

  /** The same for work that tells how far it is. */
  watched<T>(name: JobName, work: (watch: Watch) => Promise<T>): Promise<T> {
    const onProgress = (done: number, total: number): void => this.report(name, done, total);
    return this.run(name, ({ signal }) => work({ signal, onProgress }));
  }

  /** The journal is closed: what runs is given up, what waits is not begun. Whoever opens it next has a keeper anew. */
  retire(): void {
    this.retired = true;
    this.jobs.cancel(undefined, { kind: 'notOpen' });
  }

  /** The journal as it is known here may hold somebody who is forgotten by now. */
  private get isOver(): boolean {
    return this.retired || this.journal.store.isHandedOver;
  }

  /** Gives up that job, or all, also what still waits for its turn. */
  cancel(job?: JobName): void {
    this.jobs.cancel(job);
  }

  private report(job: JobName, done: number, total: number): void {
    this.options.onProgress({ job, done, total });
  }

  /** Once a day while the journal is open, and whenever the second place is back. To be called every minute or so. */
  async tick(): Promise<void> {
    // On a drive that hangs the former one may not be through.
    if (this.ticking || this.jobs.busy || this.journal.store.sample) return;
    this.ticking = true;
    try {
      await this.doWhatIsDue();
    } finally {
      this.ticking = false;
    }
  }

  private async doWhatIsDue(): Promise<void> {
    const { fs, now, plan } = this.options;
    const backups = await listBackups(fs, plan().folder).catch(() => []);
    // Others make backups too: the command, another Rapport.
    this.second.compare(backups);
    // One of a day to come tells of a clock that was wrong, and not of today.
    const ages = backups
      .filter(({ journalId }) => journalId === this.journal.store.journalId)
      .map((own) => now().getTime() - Date.parse(own.createdAt));
    const isDue = !ages.some((ageMs) => ageMs >= 0 && ageMs < DAY_MS);
    if (isDue) await this.automatic('automatic');
    if (!(await this.second.isBack())) return;
    // Given up while it waited, as when the journal was closed meanwhile: it is made another time.
    await this.jobs.run('automatic', (job) => this.copyToSecond(job)).catch(() => undefined);
  }

  /** The automatic backup, when there is reason for one. Null when there is not, or when it is held back. */
  async automatic(name: 'automatic' | 'quit'): Promise<Result<BackupInfo | null>> {
    if (this.journal.store.sample) return success(null);
    try {
      const made = await this.jobs.run(name, (job) => this.makeAutomatic(job));
      this.automaticFailure = null;
      return success(made);
    } catch (error) {
      const failure = failureOf(error, this.folder);
      if (failure.kind !== 'cancelled') this.automaticFailure = failure;
      this.options.onNews();
      return failed(failure);
    }
  }

  private async makeAutomatic(job: Job): Promise<BackupInfo | null> {
    // It waited for its turn, and the journal was closed meanwhile, or somebody forgotten.
    if (this.isOver) return null;
    throwIfAborted(job.signal);
    const { fs, now, plan } = this.options;
    const isDue = (await this.decide()).kind === 'make' && !this.lacksPassphrase;
    const info = isDue ? await this.make('automatic', job) : null;
    if (info) await rotate(fs, plan().folder, this.journal.store.journalId, now());
    // While the journal is open each tick sees to what others made; the last look is when it is quit.
    if (info || job.name === 'quit') await this.copyToSecond(job);
    return info;
  }

  async list() {
    const { folder } = this.options.plan();
    const backups = await listBackups(this.options.fs, folder);
    this.second.compare(backups);
    return {
      folder,
      automatic: await this.automaticState(backups),
      second: await this.second.shown(),
      backups: backups.map((backup) => listItemOf(backup, this.journal.store.journalId)),
    };
  }

  /** Reads every backup from its first byte to its last. */
  verifyAll(): Promise<VerifiedAll> {
    const { fs, now } = this.options;
    return this.watched('verify', (watch) =>
      verifyAll({ fs, folder: this.folder, now, unseal: this.unseal(watch.signal) }, watch),
    );
  }

  open(path: string, passphrase: string | undefined, signal?: AbortSignal): Promise<Result<ReadBackup>> {
    return this.looked.open(path, this.unseal(signal, passphrase));
  }

  /** Where backups lie. */
  get folder(): string {
    return this.options.plan().folder;
  }

  /** What the user must hear of: there are no automatic backups, and why. */
  get notices(): Notice[] {
    const waits = this.lacksPassphrase && !this.journal.store.sample;
    return [...(this.alarm === null ? [] : [this.alarm]), ...(waits ? [WAITS_FOR_PASSPHRASE] : [])];
  }

  /** To be called after opening. */
  async lookForTrouble(): Promise<void> {
    if (this.journal.store.sample) return;
    // A folder of backups that cannot be read is told where backups are shown.
    const decision = await this.decide().catch(() => null);
    const why = decision?.kind === 'held' ? decision.why : null;
    // What was damaged at this very opening is told by that.
    const isTold = why?.kind === 'damaged' && this.journal.store.findings.some(isDamage);
    this.alarm = why === null || isTold ? null : heldNotice(why);
  }

  private async make(kind: BackupKind, { name, signal }: Job): Promise<BackupInfo> {
    const { fs, now, plan, vault } = this.options;
    const { folder, encryption } = plan();
    if (this.lacksPassphrase) throw new FailureError({ kind: 'passphraseNeeded', to: 'make', path: folder });
    const place = kind === 'automatic' ? join(folder, AUTOMATIC_FOLDER) : folder;
    const passphrase = encryption.kind === 'on' ? encryption.passphrase : null;
    const seal: Seal | undefined =
      passphrase === null ? undefined : (bytes) => vault.seal(bytes, passphrase, signal);
    await sweepShelf(fs, place, now());
    const written = valueOrThrow(
      await writeBackup(this.journal.store.snapshot(), {
        fs,
        folder: place,
        kind,
        now,
        signal,
        ...(seal && { seal, unseal: this.unseal(signal) }),
        onProgress: (done, total) => this.report(name, done, total),
      }),
    );
    return this.shelve(written, place);
  }

  private async shelve(written: WrittenBackup, place: string): Promise<BackupInfo> {
    await remember(this.options.fs, place, await entryOfWritten(this.options.fs, written));
    // What is made before a restore says nothing of what the user wants to have.
    if (written.read.manifest.kind !== 'safety') {
      this.sawEdits = false;
      this.acceptedRecords = null;
      this.alarm = null;
    }
    const info = infoOf(written);
    // The one before a restore is not the user's latest: it holds what they did not want to keep.
    if (info.kind !== 'safety') this.options.onBackup(info);
    return info;
  }

  /** Copies to the second place what it lacks. */
  async copyToSecond({ signal }: Job): Promise<void> {
    if (!this.journal.store.sample && !this.isOver) await this.second.catchUp(signal);
  }

  private async decide(backups?: readonly ShelvedBackup[]): Promise<AutomaticDecision> {
    const { store } = this.journal;
    const { fs, plan } = this.options;
    const { journalId, throughSeq, counts } = store.extent;
    const damaged = await damagedAt(fs, store.folder);
    const facts = {
      journalId,
      throughSeq,
      counts,
      edited: this.sawEdits,
      damagedAt: damaged === store.acceptedDamage ? null : damaged,
      acceptedRecords: this.acceptedRecords,
    };
    return decideAutomatic(facts, backups ?? (await listBackups(fs, plan().folder)));
  }

  private async automaticState(backups: readonly ShelvedBackup[]): Promise<AutomaticState> {
    if (this.journal.store.sample) return { kind: 'sample' };
    const decision = await this.decide(backups);
    if (decision.kind === 'held') return { kind: 'held', why: decision.why };
    if (this.lacksPassphrase) return { kind: 'waitsForPassphrase' };
    if (this.automaticFailure) return { kind: 'failed', message: describeFailure(this.automaticFailure) };
    const { journalId } = this.journal.store;
    const last = backups.find((backup) => backup.kind === 'automatic' && backup.journalId === journalId);
    return { kind: 'on', lastAt: last?.createdAt ?? null };
  }

  private get lacksPassphrase(): boolean {
    const { encryption } = this.options.plan();
    return encryption.kind === 'on' && encryption.passphrase === null;
  }

  /** Opens with the passphrase that was given, or with the user's own where it is known. */
  unseal(signal: AbortSignal | undefined, passphrase?: string): Unseal {
    const { encryption } = this.options.plan();
    const own = encryption.kind === 'on' ? encryption.passphrase : null;
    return unsealWith(this.options.vault, passphrase === undefined ? [own] : [passphrase], signal);
  }
}

function isDamage(finding: Finding): boolean {
  return 'keptAs' in finding && finding.keptAs?.includes('.damaged-') === true;
}
