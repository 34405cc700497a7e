import { z } from 'zod';
import type { PlannedMeeting } from '../insight/planned';
import type { StageAssessment } from '../insight/types';
import type { HeldBack } from '../insight/openings';
import { CalendarDate, Id, Side } from '../model/primitives';
import { call } from './call';
import { ById, EntryView, Nothing, PersonName } from './common';
import { insight } from './insight-type';

/** What one would want to know of somebody before seeing them, at a gathering or by appointment. */
export const BriefPerson = PersonName.extend({
  last: z.object({ id: Id, on: CalendarDate, words: z.string() }).nullable(),
  owed: z.array(z.object({ id: Id, by: Side, what: z.string(), dueOn: CalendarDate.optional() })),
  needs: z.array(z.string()),
  inCommon: z.array(z.string()),
});
export type BriefPerson = z.infer<typeof BriefPerson>;

/** The same for a meeting of few, with more of it. */
export const MeetingPerson = BriefPerson.extend({
  role: z.string().nullable(),
  headline: z.string().nullable(),
  /** How the user came to know them. */
  introducers: z.array(PersonName),
  stage: insight<StageAssessment>(),
  /** Agreed on the last time. */
  nextStep: z.string().nullable(),
  followUpReason: z.string().nullable(),
  worthAsking: z.array(z.string()),
  heldBack: z.array(insight<HeldBack>()),
  /** Whom they already use for what the user does. */
  incumbents: z.array(z.string()),
  /** Earlier meetings that were called off or missed, the latest first. */
  calledOff: z.array(insight<PlannedMeeting>()),
  /** How many meetings there were in all, called off ones among them. */
  meetings: z.int(),
});
export type MeetingPerson = z.infer<typeof MeetingPerson>;

export const MeetingBrief = z.object({
  entry: EntryView,
  people: z.array(MeetingPerson),
  /** At a gathering: who may be there and is to be kept at a polite distance. */
  apart: z.array(PersonName),
});
export type MeetingBrief = z.infer<typeof MeetingBrief>;

export const meetingCalls = {
  /** The brief of a meeting; without an id that of the next one planned, null where none is. */
  'meetings.brief': call(
    z.object({ id: Id.nullable() }),
    z.object({ today: CalendarDate, brief: MeetingBrief.nullable() }),
  ),
  /** A planned meeting was called off, or somebody did not come. */
  'meetings.settle': call(
    ById.extend({
      as: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('cancelled'), by: Side }),
        z.object({ kind: z.literal('noShow') }),
      ]),
    }),
    Nothing,
  ),
  /** One more reminder was sent. */
  'meetings.remind': call(ById, z.object({ remindersSent: z.int() })),
};
