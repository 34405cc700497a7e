import type { z } from 'zod';
import { Circle, Gathering } from './gathering';
import { Interaction } from './interaction';
import { Introduction } from './introduction';
import { OwnNorm } from './own-norm';
import { Person } from './person';
import type { Id } from './primitives';
import { PromiseRecord } from './promise';
import { Question } from './question';
import type { RecordType } from './record-types';
import { Season, TimeLog } from './season';
import { Snooze } from './snooze';

/** Every kind of record and the schema that decides whether one is valid. */
export const recordSchemas = {
  person: Person,
  interaction: Interaction,
  promise: PromiseRecord,
  gathering: Gathering,
  circle: Circle,
  introduction: Introduction,
  season: Season,
  timeLog: TimeLog,
  question: Question,
  snooze: Snooze,
  ownNorm: OwnNorm,
} as const satisfies Record<RecordType, z.ZodType>;

export type RecordOf<T extends RecordType> = z.infer<(typeof recordSchemas)[T]>;
export type AnyRecord = { [T in RecordType]: RecordOf<T> }[RecordType];

/** One record before and after a change. No `before`: it was created. No `after`: it was deleted. */
export type RecordChange = {
  [T in RecordType]: { type: T; id: Id; before?: RecordOf<T> | undefined; after?: RecordOf<T> | undefined };
}[RecordType];
