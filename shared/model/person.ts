import { z } from 'zod';
import {
  CalendarDate,
  Id,
  line,
  Notes,
  openObject,
  Purpose,
  recordFields,
  Tags,
  YearlyDate,
} from './primitives';

export const ChannelKind = z.enum(['email', 'phone', 'web', 'social']);
export const Channel = openObject({
  kind: ChannelKind,
  value: line(2_000, 'The address'),
  label: line(100, 'The label').optional(),
});
export type Channel = z.infer<typeof Channel>;

export const PersonDate = openObject({
  kind: z.enum(['birthday', 'anniversary', 'other']),
  on: YearlyDate,
  label: line(100, 'The label').optional(),
});
export type PersonDate = z.infer<typeof PersonDate>;

/** Dunbar's layers: how many ties of each closeness a person can keep up. */
export const Ring = z.enum(['inner', 'close', 'active', 'wider']);
export type Ring = z.infer<typeof Ring>;

export const StandingKind = z.enum(['active', 'resting', 'letGo', 'keepDistance', 'deceased']);
export type StandingKind = z.infer<typeof StandingKind>;

/** Where the user stands with this person. Everyone but `active` is left in peace: no nudges, no birthdays. */
export const Standing = openObject({
  kind: StandingKind,
  since: CalendarDate,
  /** Of a rest: the day on which it is over, if that was said. */
  until: CalendarDate.optional(),
  reason: line(500, 'The reason').optional(),
  closingNote: Notes.optional(),
});
export type Standing = z.infer<typeof Standing>;

export const Met = openObject({
  date: CalendarDate.optional(),
  gatheringId: Id.optional(),
  introducedBy: z.array(Id).optional(),
});

/** Why a connection broke down: the reasons that the breakdown review weighs. */
export const BreakdownReason = z.enum([
  'noConnection',
  'oneSidedHelp',
  'incumbent',
  'tooMuchSelling',
  'noNeed',
  'valueUnseen',
  'brokenPromise',
  'slowFollowUp',
  'drift',
  'changeOfDirection',
  'theirConduct',
  'chemistry',
]);
export type BreakdownReason = z.infer<typeof BreakdownReason>;

/** What the user holds to be the reason; it goes before what the evidence says. No reasons: none of them. */
export const BreakdownVerdict = openObject({
  reasons: z.array(BreakdownReason),
  note: Notes.optional(),
  on: CalendarDate,
});
export type BreakdownVerdict = z.infer<typeof BreakdownVerdict>;

const facts = z.array(line(1_000, 'This line')).max(200, { error: 'At most 200 lines.' });

/** A person of the user's network. Only the name is required; what was not entered is absent. */
export const Person = openObject({
  ...recordFields,
  name: line(300, 'The name'),
  nickname: line(200, 'The nickname').optional(),
  pronouns: line(50, 'The pronouns').optional(),
  organisation: line(300, 'The organisation').optional(),
  role: line(300, 'The role').optional(),
  headline: line(500, 'The headline').optional(),
  channels: z.array(Channel).max(100).optional(),
  location: line(300, 'The location').optional(),
  dates: z.array(PersonDate).max(100).optional(),
  tags: Tags.optional(),
  circleIds: z.array(Id).optional(),
  purposes: z.array(Purpose).optional(),
  ring: Ring.optional(),
  /** Days between two contacts that the user wants, 1 to 3,650. */
  rhythmDays: z
    .int({ error: 'Use whole days.' })
    .min(1, { error: 'At least one day.' })
    .max(3_650, { error: 'At most ten years.' })
    .optional(),
  /** They mentor me: the exchange balance is shown, but never flagged. */
  mentor: z.boolean().optional(),
  met: Met.optional(),
  /** What they look for; found by asking. */
  needs: facts.optional(),
  /** Fun things shared. */
  inCommon: facts.optional(),
  partnerSince: CalendarDate.optional(),
  /** Whom to send them, and how to recognise one. */
  idealReferral: Notes.optional(),
  /** Whom they already use for what I do. */
  incumbents: facts.optional(),
  /** Absent means active since the person was added. */
  standing: Standing.optional(),
  breakdownVerdict: BreakdownVerdict.optional(),
  customFields: z
    .array(openObject({ name: line(100, 'The field name'), value: Notes }))
    .max(100)
    .optional(),
  notes: Notes.optional(),
  /** A small picture as a data URL (PNG, JPEG or WebP). */
  avatar: z
    .string()
    .regex(/^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/=]+$/, {
      error: 'This picture cannot be used.',
    })
    .max(400_000, { error: 'This picture is too large.' })
    .optional(),
});
export type Person = z.infer<typeof Person>;

/** The person's standing as of a day: one that began later is not there yet, and a rest may be over. */
export function standingAsOf(person: Pick<Person, 'standing'>, asOf: CalendarDate): StandingKind {
  const standing = person.standing;
  if (!standing || standing.since > asOf) return 'active';
  const isOver = standing.kind === 'resting' && standing.until !== undefined && standing.until <= asOf;
  return isOver ? 'active' : standing.kind;
}
