import { count, listWords } from '../../../../shared/words/spans';

interface Effect {
  entriesDeleted: number;
  entriesKept: number;
  promisesDeleted: number;
}

/** `Takes 3 entries and 1 promise along. 2 entries with others stay.` */
export function deletionWords({ entriesDeleted, entriesKept, promisesDeleted }: Effect): string {
  const gone = [
    ...(entriesDeleted > 0 ? [count(entriesDeleted, 'entry', 'entries')] : []),
    ...(promisesDeleted > 0 ? [count(promisesDeleted, 'promise')] : []),
  ];
  const takes = gone.length > 0 ? `Takes ${listWords(gone)} along.` : 'Nothing else goes with it.';
  if (entriesKept === 0) return takes;
  const stay = entriesKept === 1 ? 'stays' : 'stay';
  return `${takes} ${count(entriesKept, 'entry', 'entries')} with others ${stay}.`;
}
