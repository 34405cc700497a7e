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
