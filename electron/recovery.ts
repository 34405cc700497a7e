import type { Failure } from '../shared/errors';
import { failed, type Result } from '../shared/result';
import type { BackupKeeper } from './backup/backup-keeper';
import { recoveryBackup } from './backup/recovery-backup';
import type { Vault } from './backup/vault';
import { putBackAsFound } from './journal/opening/as-found';
import { failureOf } from './journal/files/failure-of';
import { examineJournal, foundWords } from './journal/opening/findings';
import type { JournalStore } from './journal/journal-store';
import type { StoreOptions } from './journal/store-options';
import { countsOf } from './journal/tables/tables';
import type { BackupPlan, ThreadState } from './journal/thread-protocol';

interface RecoveryOptions extends Pick<StoreOptions, 'fs' | 'now' | 'newId'> {
  vault: Vault;
  sendState: (state: ThreadState) => void;
}

/** A damaged journal, whose user chooses how to go on. */
export class Recovery {
  /** What is offered; null while nothing is. */
  private offered: object | null = null;

  constructor(private readonly options: RecoveryOptions) {}

  /** Tells what was found, and then which backup there is beside it. Nothing is changed by that. */
  async offer(folder: string, backups: BackupPlan): Promise<void> {
    const { fs, now, newId, vault, sendState } = this.options;
    const examined = await examineJournal({ fs, folder, now, newId });
    const state = {
      kind: 'recovery',
      folder,
      findings: examined.findings.map(foundWords),
      counts: countsOf(examined.tables),
      backup: { kind: 'looking' },
    } as const;
    sendState(state);
    const offer = {};
    this.offered = offer;
    // A backup that cannot be read now is none to offer; it must not take the journal's thread down with it.
    const found = recoveryBackup(fs, vault, backups, examined).catch(() => ({ kind: 'none' }) as const);
    void found.then((backup) => {
      // The user may have chosen already.
      if (this.offered === offer) sendState({ ...state, backup });
    });
  }

  /** The user chose, or opens another journal. */
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
