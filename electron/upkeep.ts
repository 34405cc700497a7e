import type { BackupKeeper } from './backup/backup-keeper';
import type { JournalStore } from './journal/journal-store';

/** The volumes are written when the user has paused for this long, or the log has grown to this size. */
const FOLD_AFTER_MS = 15_000;
const FOLD_AT_BYTES = 1_000_000;
/** How often is looked whether a backup is due, or the second place is back. */
const BACKUP_TICK_MS = 60_000;
/** How often is looked whether something else has changed the journal's files: a look is some twenty calls of `stat`. */
const LOOK_MS = 5_000;

/** What is done for an open journal from time to time. */
export class Upkeep {
  private foldTimer: NodeJS.Timeout | null = null;
  private readonly timers: NodeJS.Timeout[];

  constructor(
    private readonly store: JournalStore,
    keeper: BackupKeeper,
  ) {
    this.timers = [
      setInterval(() => void keeper.tick(), BACKUP_TICK_MS),
      // What it finds is in the journal's notices and in the state of saving.
      setInterval(() => void store.lookOutside(), LOOK_MS),
    ];
    this.scheduleFold();
  }

  /** To be called after each change. */
  scheduleFold(): void {
    if (this.foldTimer) clearTimeout(this.foldTimer);
    const wait = this.store.unfoldedBytes >= FOLD_AT_BYTES ? 0 : FOLD_AFTER_MS;
    // A failed fold loses nothing: the changes are in the log, and the next fold tries again.
    this.foldTimer = setTimeout(() => void this.store.fold(), wait);
  }

  stop(): void {
    if (this.foldTimer) clearTimeout(this.foldTimer);
    for (const timer of this.timers) clearInterval(timer);
  }
}
