import type { Failure } from '../shared/errors';
import { failed, type Result } from '../shared/result';
import type { BackupKeeper } from './backup/backup-keeper';
import { recoveryBackup } from './backup/recovery-backup';
import type { Vault } from './backup/vault';
import { putBackAsFound } from './journal/opening/as-found';
import { failureOf } from './journal/files/failure-of';
import { examineJournal, foundWords } from './journal/opening/findings';
import type { ReadJournal } from './journal/opening/read-journal';
import type { JournalStore } from './journal/journal-store';
import type { StoreOptions } from './journal/store-options';
import { countsOf } from './journal/tables/tables';
import type { BackupPlan, ThreadState } from './journal/thread-protocol';

interface RecoveryOptions extends Pick<StoreOptions, 'fs' | 'now' | 'newId'> {
  vault: Vault;
  /** Where backups are and how they open, as it is known by now. */
  plan: () => BackupPlan;
  sendState: (state: ThreadState) => void;
}

interface Offer {
  examined: ReadJournal;
  state: Extract<ThreadState, { kind: 'recovery' }>;
}

/** A damaged journal, whose user chooses how to go on. */
export class Recovery {
  /** What is offered; null while nothing is. */
  private offered: Offer | null = null;

  constructor(private readonly options: RecoveryOptions) {}

  /** Tells what was found, and then which backup there is beside it. Nothing is changed by that. */
  async offer(folder: string): Promise<void> {
    const { fs, now, newId } = this.options;
    const examined = await examineJournal({ fs, folder, now, newId });
    this.lookForBackup({
      examined,
      state: {
        kind: 'recovery',
        folder,
        findings: examined.findings.map(foundWords),
        counts: countsOf(examined.tables),
        backup: { kind: 'looking' },
      },
    });
  }

  /** To be called when the plan has changed: the keychain answers after the journal was opened, and may open a newer backup. */
  lookAgain(): void {
    if (this.offered) this.lookForBackup({ ...this.offered });
  }

  private lookForBackup(offer: Offer): void {
    const { fs, vault, plan, sendState } = this.options;
    const { examined, state } = offer;
    this.offered = offer;
    sendState(state);
    const { folder } = plan();
    // What cannot be read now is none to offer; it must not take the journal's thread down with it.
    const found = recoveryBackup(fs, vault, plan(), examined).catch(
      () => ({ kind: 'folderUnread', folder }) as const,
    );
    void found.then((backup) => {
      // The user may have chosen already, or it is looked for with a newer plan.
      if (this.offered === offer) sendState({ ...state, backup });
    });
  }

  /** The user chose, or opens another journal, or none. */
  withdraw(): void {
    this.offered = null;
  }

  /**
   * Puts the journal back as it was before the user went on with it. What it has become since is in a safety backup first;
   * nothing is touched when that fails. `close` closes the journal.
   */
  async undo(
    store: JournalStore,
    keeper: BackupKeeper,
    close: () => Promise<Result<unknown>>,
  ): Promise<Result<unknown>> {
    const { folder, asFound } = store;
    if (!asFound) return failed<Failure>({ kind: 'nothingToUndo' });
    try {
      await keeper.run('backup', (job) => keeper.safety(job));
    } catch (error) {
      return failed(failureOf(error, keeper.folder));
    }
    const closed = await close();
    return closed.ok ? putBackAsFound({ ...this.options, folder }, asFound) : closed;
  }
}
