import type { Id } from '../../../shared/model/primitives';
import type { RecordChange } from '../../../shared/model/record';
import type { LogLine } from './change-log';

/**
 * What one change replaced. The journal's files hold what is; together with these lines they hold what was: a record's
 * version ends where a line says so, and its next one begins there.
 */
export interface HistoryLine {
  seq: number;
  at: string;
  was: HistoryItem[];
}

/** The record before the change. Without `before` it was not there, and came back (an undo, a restore). */
export type HistoryItem = RecordChange extends infer C
  ? C extends RecordChange
    ? Omit<C, 'after'>
    : never
  : never;

/** What a line of the change log replaced; null when it only added records. */
export function historyLineOf({ seq, at, changes }: LogLine): HistoryLine | null {
  const was = changes.flatMap((change): HistoryItem[] => {
    const { type, id, before, after } = change;
    if (before) return [{ type, id, before } as HistoryItem];
    // A record that is new says itself when it began.
    return after?.createdAt === at ? [] : [{ type, id }];
  });
  return was.length > 0 ? { seq, at, was } : null;
}

/**
 * The lines about one record, oldest first. Their sequence numbers tell, whatever the clock said; but lines of another
 * device have numbers of their own. Where the revisions of what was replaced do not rise with the numbers, the time goes
 * first.
 */
export function inOrder(lines: readonly HistoryLine[], id: Id): HistoryLine[] {
  const bySeq = [...lines].sort((a, b) => a.seq - b.seq);
  const revs = bySeq.flatMap(({ was }) =>
    was.flatMap((item) => (item.id === id && item.before ? [item.before.rev] : [])),
  );
  if (revs.every((rev, index) => rev >= (revs[index - 1] ?? ''))) return bySeq;
  return bySeq.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
