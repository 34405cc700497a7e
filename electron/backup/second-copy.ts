import type { SecondPlace } from '../../shared/contract/backup';
import { describeFailure, type Failure } from '../../shared/errors';
import { localInstant } from '../../shared/model/time';
import { failureOf } from '../journal/files/failure-of';
import type { Fs } from '../journal/files/fs';
import { readPending } from '../journal/files/pending-list';
import type { BackupPlan } from '../journal/thread-protocol';
import { rotate } from './rotate';
import { catchUp, isThereWithin } from './second-place';
import type { ShelvedBackup } from './shelf';

interface SecondCopyOptions {
  fs: Fs;
  now: () => Date;
  plan: () => BackupPlan;
  /** The state is another. */
  onNews: () => void;
}

/** Who looks at the settings is not kept waiting for a drive that hangs. */
const SHOWN_WITHIN_MS = 2_000;
/** A disk that was asleep needs some seconds; one that has not answered by then is away as long as it does not. */
const WAKES_WITHIN_MS = 10_000;

/** How far the copies in the second place have come, of the journal that is open. */
export class SecondCopy {
  private known: SecondPlace['state'] = { kind: 'away' };
  /** What it was held against when it was last up to date. */
  private held: { second: string; paths: ReadonlySet<string> } | null = null;

  constructor(
    private readonly options: SecondCopyOptions,
    private readonly journalId: string,
    private readonly journalFolder: string,
  ) {}

  /**
   * Copies what is missing there. That the place is absent is a state, not an error; a copy that fails is told in the
   * settings and tried again.
   */
  async catchUp(signal: AbortSignal): Promise<void> {
    const { plan, onNews } = this.options;
    const { secondFolder } = plan();
    if (secondFolder === null) return;
    try {
      this.known = await this.caughtUp(secondFolder, signal);
    } catch (error) {
      // The backup itself is made and stays: only its copy was not.
      this.known = this.stateAfter(failureOf(error, secondFolder));
    }
    onNews();
  }

  /** A copy that was given up has not failed: it is made the next time, as where the place was away. */
  private stateAfter(failure: Failure): SecondPlace['state'] {
    return failure.kind === 'cancelled'
      ? { kind: 'away' }
      : { kind: 'failed', message: describeFailure(failure) };
  }

  private async caughtUp(second: string, signal: AbortSignal): Promise<SecondPlace['state']> {
    const { fs, now, plan } = this.options;
    // Others wait for their turn: nothing is begun on a drive that does not answer.
    if (!(await isThereWithin(fs, second, WAKES_WITHIN_MS))) return { kind: 'away' };
    const pending = (await readPending(fs, this.journalFolder, 'forgetting')) ?? [];
    const waiting = new Set(pending.map(({ path }) => path));
    const caughtUp = await catchUp({ fs, folder: plan().folder, second, now, waiting, signal });
    if (caughtUp.kind === 'away') return { kind: 'away' };
    this.held = { second, paths: caughtUp.heldAgainst };
    await rotate(fs, second, this.journalId, now());
    return { kind: 'upToDate', at: localInstant(now()) };
  }

  /** There is a backup that it lacks. */
  fallBehind(): void {
    if (this.known.kind === 'upToDate') this.known = { kind: 'away' };
  }

  /** Falls behind when one of `backups` was not there yet when it was last caught up: the command makes some, too. */
  compare(backups: readonly ShelvedBackup[]): void {
    const { held } = this;
    const isSame = held?.second === this.options.plan().secondFolder;
    if (!isSame || backups.some(({ path }) => !held?.paths.has(path))) this.fallBehind();
  }

  /** It is there, and lacks something or may do so. */
  async isBack(): Promise<boolean> {
    const { secondFolder } = this.options.plan();
    if (secondFolder === null || this.known.kind === 'upToDate') return false;
    return isThereWithin(this.options.fs, secondFolder, WAKES_WITHIN_MS);
  }

  /** Null when the user has chosen none. */
  async shown(): Promise<SecondPlace | null> {
    const { secondFolder: folder } = this.options.plan();
    return folder === null ? null : { folder, state: await this.stateIn(folder) };
  }

  private async stateIn(folder: string): Promise<SecondPlace['state']> {
    if (!(await isThereWithin(this.options.fs, folder, SHOWN_WITHIN_MS))) return { kind: 'away' };
    return this.known.kind === 'away' ? { kind: 'behind' } : this.known;
  }
}
