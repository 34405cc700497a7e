/** The kinds of records, by name: for those who need no schema. `record.ts` does not compile when a schema is missing. */
export const recordTypes = [
  'person',
  'interaction',
  'promise',
  'gathering',
  'circle',
  'introduction',
  'season',
  'timeLog',
  'question',
  'snooze',
  'ownNorm',
] as const;

export type RecordType = (typeof recordTypes)[number];

/** One of a kind, inside a sentence. */
export const oneRecord: Record<RecordType, string> = {
  person: 'person',
  interaction: 'entry',
  promise: 'promise',
  gathering: 'gathering',
  circle: 'circle',
  introduction: 'introduction',
  season: 'season',
  timeLog: 'time log',
  question: 'question',
  snooze: 'snoozed line',
  ownNorm: 'figure of your own',
};
