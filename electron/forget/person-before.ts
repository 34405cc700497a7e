import type { Person } from '../../shared/model/person';
import type { Id } from '../../shared/model/primitives';
import type { HistoryLine } from '../journal/files/history';

/** How a person was called, and where they were reached, in the history. */
export function personInHistory(lines: readonly HistoryLine[], id: Id): Person[] {
  return lines.flatMap(({ was }) =>
    was.flatMap((item) => (item.type === 'person' && item.id === id && item.before ? [item.before] : [])),
  );
}
