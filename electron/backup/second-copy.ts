import type { SecondPlace } from '../../shared/contract/backup';
import { describeFailure } from '../../shared/errors';
import { localInstant } from '../../shared/model/time';
import { failureOf } from '../journal/files/failure-of';
import type { Fs } from '../journal/files/fs';
import { readPending } from '../journal/files/pending-list';
import type { BackupPlan } from '../journal/thread-protocol';
import { rotate } from './rotate';
import { catchUp, isThere } from './second-place';

interface SecondCopyOptions {
  fs: Fs;
  now: () => Date;
  plan: () => BackupPlan;
  /** The state is another. */
  onNews: () => void;
}

/** How far the copies in the second place have come, of the journal that is open. */
export class SecondCopy {
  private known: SecondPlace['state'] = { kind: 'away' };

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
    const { fs, now, plan, onNews } = this.options;
    const { folder, secondFolder } = plan();
    if (secondFolder === null) return;
    try {
      const pending = (await readPending(fs, this.journalFolder, 'forgetting')) ?? [];
      const waiting = new Set(pending.map(({ path }) => path));
      const caughtUp = await catchUp({ fs, folder, second: secondFolder, now, waiting, signal });
      if (caughtUp.kind === 'upToDate') await rotate(fs, secondFolder, this.journalId, now());
      this.known =
        caughtUp.kind === 'away' ? { kind: 'away' } : { kind: 'upToDate', at: localInstant(now()) };
    } catch (error) {
      // The backup itself is made and stays: only its copy was given up.
      this.known = { kind: 'failed', message: describeFailure(failureOf(error, secondFolder)) };
    }
    onNews();
  }

  /** There is a backup that it lacks. */
  fallBehind(): void {
    if (this.known.kind === 'upToDate') this.known = { kind: 'away' };
  }

  /** It is there, and lacks something or may do so. */
  async isBack(): Promise<boolean> {
    const { secondFolder } = this.options.plan();
    return secondFolder !== null && this.known.kind !== 'upToDate' && isThere(this.options.fs, secondFolder);
  }

  /** Null when the user has chosen none. */
  async shown(): Promise<SecondPlace | null> {
    const { secondFolder: folder } = this.options.plan();
    return folder === null ? null : { folder, state: await this.stateIn(folder) };
  }

  private async stateIn(folder: string): Promise<SecondPlace['state']> {
    if (!(await isThere(this.options.fs, folder))) return { kind: 'away' };
    return this.known.kind === 'away' ? { kind: 'behind' } : this.known;
  }
}
