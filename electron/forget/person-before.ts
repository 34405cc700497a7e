import type { Person } from '../../shared/model/person';
import type { Id } from '../../shared/model/primitives';
import { readBackup, type Unseal } from '../backup/read-backup';
import type { Fs } from '../journal/files/fs';
import type { HistoryLine } from '../journal/files/history';

/** How a person was called, and where they were reached, in the history. */
export function personInHistory(lines: readonly HistoryLine[], id: Id): Person[] {
  return lines.flatMap(({ was }) =>
    was.flatMap((item) => (item.type === 'person' && item.id === id && item.before ? [item.before] : [])),
  );
}

/** The same in a backup: as they were when it was made. Nobody in one that cannot be read. */
export async function personInBackup(fs: Fs, path: string, unseal: Unseal, id: Id): Promise<Person[]> {
  const read = await readBackup(fs, path, unseal);
  // What becomes of one that is damaged is decided where it is rewritten.
  if (!read.ok) return [];
  const person = read.value.tables.get('person', id);
  return [...(person ? [person] : []), ...personInHistory(read.value.history, id)];
}
