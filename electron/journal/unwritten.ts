import type { AnyRecord } from '../../shared/model/record';
import type { RecordType } from '../../shared/model/record-types';
import type { Id } from '../../shared/model/primitives';
import type { LogLine } from './files/change-log';
import { type HistoryLine, historyLineOf } from './files/history';

/** What was changed since the volumes were last written: which records, and what they were before. */
export class Unwritten {
  private ids = new Set<Id>();
  /** Those that are being written just now. */
  private underway = new Set<Id>();
  /** What the changes in the log replaced: it goes into the history's files before they are cut from the log. */
  private lines: HistoryLine[] = [];
  /** The same of changes that are in the history's files already. */
  private kept: HistoryLine[] = [];

  /** `lines`: the log's, when the journal was opened. */
  constructor(lines: readonly LogLine[]) {
    for (const line of lines) this.note(line);
  }

  note(line: LogLine): void {
    for (const { id } of line.changes) this.ids.add(id);
    const replaced = historyLineOf(line);
    if (replaced) this.lines.push(replaced);
  }

  /** What is not in the history's files yet. */
  get replaced(): readonly HistoryLine[] {
    return this.lines;
  }

  /** The first `count` lines are in the history's files. */
  keptInHistory(count: number): void {
    this.kept.push(...this.lines.slice(0, count));
    this.lines = this.lines.slice(count);
  }

  begin(): void {
    for (const id of this.ids) this.underway.add(id);
    this.ids = new Set();
  }

  written(): void {
    this.underway = new Set();
    this.kept = [];
  }

  notWritten(): void {
    for (const id of this.underway) this.ids.add(id);
    this.underway = new Set();
  }

  has(id: Id): boolean {
    return this.ids.has(id) || this.underway.has(id);
  }

  /** What the file has of a record that was changed since; undefined when it has none. */
  writtenAs(type: RecordType, id: Id): AnyRecord | undefined {
    for (const { was } of [...this.kept, ...this.lines]) {
      const item = was.find((each) => each.type === type && each.id === id);
      if (item) return item.before;
    }
    return undefined;
  }
}
