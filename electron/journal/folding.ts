import type { RecordChange } from '../../shared/model/record';
import type { LogLine } from './files/change-log';
import { HistoryFiles } from './files/history-files';
import type { OpenedJournal } from './opening/open-journal';
import { applyChange } from './opening/read-journal';
import type { StoreOptions } from './store-options';
import type { VolumeName } from './files/volumes';

/** Runs something while no change is under way. */
export type Between = <T>(work: () => T | Promise<T>) => Promise<T>;

/** What the log has and the volumes lack, and how it comes into them. */
export class Folding {
  readonly history: HistoryFiles;
  private dirty: Set<VolumeName>;

  constructor(
    { fs, folder }: StoreOptions,
    private readonly opened: OpenedJournal,
  ) {
    this.history = new HistoryFiles(fs, folder);
    this.dirty = opened.dirty;
  }

  makeDirty(volume: VolumeName): void {
    this.dirty.add(volume);
  }

  /** A line is in the log: its changes are made in memory, and their volumes are behind. */
  apply(line: LogLine, changes: readonly RecordChange[]): void {
    const { tables, files, unwritten } = this.opened;
    unwritten.note(line);
    for (const change of changes) applyChange(change, tables, files, this.dirty);
  }

  /** Writes the dirty volumes and cuts the log. Changes go on meanwhile. Throws; all is in the log as before then. */
  async fold(seq: () => number, between: Between): Promise<void> {
    const { log, unwritten } = this.opened;
    let volumes: VolumeName[] = [];
    try {
      // Between two changes: a line that is in the log and not yet in memory must not be cut.
      const cutAt = await between(() => {
        volumes = this.begin();
        return log.length;
      });
      await this.write(volumes, seq);
      await between(() => log.cut(cutAt));
    } catch (error) {
      for (const volume of volumes) this.dirty.add(volume);
      unwritten.notWritten();
      throw error;
    }
  }

  /** The same without the log, while no change is under way. Throws. */
  async writeAll(seq: () => number): Promise<void> {
    const volumes = this.begin();
    try {
      await this.write(volumes, seq);
    } catch (error) {
      for (const volume of volumes) this.dirty.add(volume);
      this.opened.unwritten.notWritten();
      throw error;
    }
  }

  private begin(): VolumeName[] {
    const volumes = this.opened.files.withListing([...this.dirty]);
    this.dirty = new Set();
    this.opened.unwritten.begin();
    return volumes;
  }

  private async write(volumes: readonly VolumeName[], seq: () => number): Promise<void> {
    const { files, tables, unwritten } = this.opened;
    // Before the log is cut, so that no version is lost in between.
    const lines = [...unwritten.replaced];
    await this.history.append(lines);
    unwritten.keptInHistory(lines.length);
    for (const volume of volumes) await files.write(volume, tables, seq());
    unwritten.written();
  }
}
