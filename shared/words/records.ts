import type { RecordType } from '../model/record-types';

/** Kinds of records as the heading of a list or a table has them. */
export const recordLabels: Record<RecordType, string> = {
  person: 'People',
  interaction: 'Entries',
  promise: 'Promises',
  gathering: 'Gatherings',
  circle: 'Circles',
  introduction: 'Introductions',
  season: 'Seasons',
  timeLog: 'Time logs',
  question: 'Questions',
  snooze: 'Snoozed lines',
  ownNorm: 'Figures of your own',
};

/** What restoring a backup does to a record. */
export const changeWords = { added: 'comes back', changed: 'changes back', removed: 'goes' } as const;
