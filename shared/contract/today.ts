import { z } from 'zod';
import type { ChannelTime } from '../insight/time-by-channel';
import type { EvidenceRef, Rhythm } from '../insight/types';
import type { TodayReason } from '../insight/today';
import { Ring } from '../model/person';
import { CalendarDate, Id } from '../model/primitives';
import { TimeLog } from '../model/season';
import { call } from './call';
import { ById, Editing, Nothing, PersonName, PromiseView, recordAdministration } from './common';
import { insight } from './insight-type';

/** A line of Today as it is shown. */
export const TodayLineView = z.object({
  key: z.string(),
  person: PersonName,
  ring: Ring.nullable(),
  partner: z.boolean(),
  reason: insight<TodayReason>(),
  evidence: z.array(insight<EvidenceRef>()),
});
export type TodayLineView = z.infer<typeof TodayLineView>;

/** This week from Monday on: what went back and forth, how the talk was shared, and the time it took. */
export const WeekAtAGlance = z.object({
  from: CalendarDate,
  people: z.int(),
  given: z.number(),
  received: z.number(),
  /** My mean share of the talking, 0 to 1; null when it was not noted. */
  talkShare: z.number().nullable(),
  minutes: z.int(),
  channels: z.array(insight<ChannelTime>()),
  /** This week's extra time, to be corrected. */
  timeLogs: z.array(TimeLog),
  evidence: z.array(insight<EvidenceRef>()),
});
export type WeekAtAGlance = z.infer<typeof WeekAtAGlance>;

export const ComingUp = z.object({
  at: z.string(),
  /** `promise`: one of mine that is due; `at` is only a day then. */
  kind: z.enum(['gathering', 'planned', 'promise']),
  id: Id,
  name: z.string(),
  people: z.array(PersonName),
});

export const TodayPage = z.object({
  today: CalendarDate,
  /** The first of them, in their order. */
  lines: z.array(TodayLineView),
  /** How many lines there are. */
  total: z.int(),
  /** Lines put off, and until when. */
  snoozed: z.array(TodayLineView.extend({ until: CalendarDate })),
  week: WeekAtAGlance,
  /** What is planned for the next 14 days, the nearest first. */
  comingUp: z.array(ComingUp),
  /** Planned for the last days, and not said yet what became of it; the latest first. */
  unsettled: z.array(ComingUp),
  review: z.object({ people: z.int(), done: z.int() }),
  /** Nothing was ever written down. */
  empty: z.boolean(),
});
export type TodayPage = z.infer<typeof TodayPage>;

/** One of the inner and close people (or partners) in the weekly review. */
export const ReviewPerson = z.object({
  person: PersonName,
  ring: Ring.nullable(),
  partner: z.boolean(),
  stage: z.enum(['none', 'know', 'like', 'trust']),
  rhythm: insight<Rhythm>(),
  given: z.number(),
  received: z.number(),
  last: z.object({ id: Id, on: CalendarDate, words: z.string() }).nullable(),
  nextStep: z.string().nullable(),
  owed: z.array(PromiseView),
  reviewed: z.boolean(),
});
export type ReviewPerson = z.infer<typeof ReviewPerson>;

const Key = z.object({ key: z.string().min(1).max(200) });

export const TimeLogFields = TimeLog.omit(recordAdministration);

export const todayCalls = {
  'today.page': call(z.object({ lines: z.int().min(1) }), TodayPage),
  /** Puts a line off, or marks it as done. */
  'today.putOff': call(
    Key.extend({ for: z.union([z.literal(3), z.literal(7), z.literal(14), z.literal('done')]) }),
    Nothing,
  ),
  'today.bringBack': call(Key, Nothing),
  'review.people': call(Nothing, z.object({ week: CalendarDate, people: z.array(ReviewPerson) })),
  /** Somebody was looked at this week, or not after all. */
  'review.mark': call(z.object({ personId: Id, reviewed: z.boolean() }), Nothing),
  'timeLogs.save': call(
    z.object({ editing: Editing.nullable(), timeLog: TimeLogFields }),
    z.object({ id: Id }),
  ),
  'timeLogs.delete': call(ById, Nothing),
  /** The channels used so far, the most used first. */
  'timeLogs.channels': call(Nothing, z.object({ channels: z.array(z.string()) })),
};
