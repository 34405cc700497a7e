import type { Failure } from '../../shared/errors';
import type { RecordChange } from '../../shared/model/record';
import { revClock, type RevClock } from '../../shared/model/rev';
import type { Stamp } from '../../shared/model/stamp';
import { localInstant } from '../../shared/model/time';
import { failed, type Result } from '../../shared/result';
import { checkChanges } from './check-changes';
import { failureOf } from './files/failure-of';
import type { Folding } from './folding';
import type { OpenedJournal } from './opening/open-journal';
import type { StoreOptions } from './store-options';
import type { Tables } from './tables/tables';

/** What a change does, worked out when it is its turn, from the journal as it stands then. */
export type BuildChange = (tables: Tables, stamp: Stamp) => Result<RecordChange[]>;

export type SaveStatus =
  { kind: 'saved'; at: string | null } | { kind: 'saving' } | { kind: 'notSaved'; failure: Failure };

/** How a change becomes part of the journal, and the one truth about that. One at a time: its caller sees to it. */
export class Saving {
  private readonly clock: RevClock;
  private lastSeq: number;
  private savedAt: string | null = null;
  private current: SaveStatus = { kind: 'saved', at: null };

  constructor(
    private readonly options: StoreOptions,
    private readonly opened: OpenedJournal,
    private readonly folding: Folding,
    private readonly onStatus: () => void,
  ) {
    this.lastSeq = opened.lastSeq;
    this.clock = revClock(opened.identity.deviceId, opened.latestRev);
  }

  /** The number of the latest change. */
  get seq(): number {
    return this.lastSeq;
  }

  get status(): SaveStatus {
    return this.current;
  }

  /** The next changes come after this revision of somebody else's. */
  see(rev: string): void {
    this.clock.see(rev);
  }

  /** Checked, in the log, on the disk, in memory; refused, nothing of it is anywhere. */
  async commit(label: string, build: BuildChange): Promise<Result<RecordChange[]>> {
    const { options, opened } = this;
    const now = options.now();
    const stamp: Stamp = {
      now: localInstant(now),
      rev: this.clock.next(now.getTime()),
      newId: options.newId,
    };
    const built = build(opened.tables, stamp);
    if (!built.ok) return built;
    const checked = checkChanges(built.value, stamp.rev);
    if (!checked.ok || checked.value.length === 0) return checked;
    this.tell({ kind: 'saving' });
    const line = { seq: this.lastSeq + 1, at: stamp.now, label, changes: checked.value };
    try {
      await opened.log.append(line);
    } catch (error) {
      const failure = failureOf(error, options.folder);
      this.notSaved(failure);
      return failed(failure);
    }
    this.lastSeq = line.seq;
    opened.files.latestRev = stamp.rev;
    this.folding.apply(line, checked.value);
    this.savedAt = stamp.now;
    this.saved();
    return checked;
  }

  /** Nothing can be saved as things are. */
  notSaved(failure: Failure): void {
    this.tell({ kind: 'notSaved', failure });
  }

  /** Everything that was confirmed is saved, and what comes can be. */
  saved(): void {
    this.tell({ kind: 'saved', at: this.savedAt });
  }

  private tell(status: SaveStatus): void {
    this.current = status;
    this.onStatus();
  }
}
