import { z } from 'zod';
import { Id, Instant, line, Minutes, Notes, openObject, recordFields, Side, Stage, Tags } from './primitives';

export const InteractionKind = z.enum([
  'gathering',
  'oneToOne',
  'coffee',
  'meal',
  'call',
  'video',
  'email',
  'message',
  'letter',
  'social',
  'other',
]);
export type InteractionKind = z.infer<typeof InteractionKind>;

export const InteractionStatus = z.enum(['planned', 'held', 'cancelled', 'noShow']);
export type InteractionStatus = z.infer<typeof InteractionStatus>;

const Rating = z.int().min(1, { error: 'From 1 to 5.' }).max(5, { error: 'From 1 to 5.' });
const Share = z.number().min(0, { error: 'From 0 to 100 %.' }).max(1, { error: 'From 0 to 100 %.' });

/** `talkShare`, `ease` and `openness` here are this person's own and replace the interaction's. */
export const Participant = openObject({
  personId: Id,
  note: Notes.optional(),
  talkShare: Share.optional(),
  ease: Rating.optional(),
  openness: Rating.optional(),
});
export type Participant = z.infer<typeof Participant>;

export const ExchangeKind = z.enum([
  'advice',
  'introduction',
  'referral',
  'business',
  'resource',
  'favour',
  'encouragement',
  'invitation',
  'confidence',
]);
export type ExchangeKind = z.infer<typeof ExchangeKind>;

export const Exchange = openObject({
  /** Absent: with everyone who took part. */
  personId: Id.optional(),
  direction: z.enum(['given', 'received']),
  kind: ExchangeKind,
  /** 1 small, 2 solid, 3 big. */
  size: z.union([z.literal(1), z.literal(2), z.literal(3)], { error: 'Small, solid or big.' }),
  note: Notes.optional(),
  aboutPersonId: Id.optional(),
});
export type Exchange = z.infer<typeof Exchange>;

export const PitchLevel = z.enum(['none', 'invited', 'uninvited', 'relentless']);
export type PitchLevel = z.infer<typeof PitchLevel>;
export const AskLevel = z.enum(['none', 'small', 'advice', 'introduction', 'referral', 'business']);
export type AskLevel = z.infer<typeof AskLevel>;

export const AnswerDepth = z.enum(['none', 'minimal', 'full']);
export const QuestionAsked = openObject({
  personId: Id.optional(),
  questionId: Id.optional(),
  text: line(1_000, 'The question').optional(),
  answer: AnswerDepth.optional(),
});
export type QuestionAsked = z.infer<typeof QuestionAsked>;

export const ConductCode = z.enum([
  'rude',
  'noShow',
  'spokeIll',
  'pushy',
  'soldAtFirstMeeting',
  'late',
  'interrupted',
  'distracted',
  'oversharing',
  'helpful',
  'generous',
  'attentive',
  'other',
]);
export type ConductCode = z.infer<typeof ConductCode>;

export const Conduct = openObject({
  personId: Id.optional(),
  who: Side,
  code: ConductCode,
  note: Notes.optional(),
});
export type Conduct = z.infer<typeof Conduct>;

/** One meeting, call, message or plan for one. Required: who, when, what kind and what became of it. */
export const Interaction = openObject({
  ...recordFields,
  participants: z.array(Participant).min(1, { error: 'Say who it was with.' }).max(500),
  /** How many more took part whom the user had forgotten since. */
  unnamed: z.int().min(1).optional(),
  status: InteractionStatus,
  calledOffBy: Side.optional(),
  remindersSent: z.int().min(0).max(1_000).optional(),
  at: Instant,
  minutes: Minutes.optional(),
  travelMinutes: Minutes.optional(),
  kind: InteractionKind,
  gatheringId: Id.optional(),
  place: line(300, 'The place').optional(),
  ground: z.enum(['mine', 'theirs', 'neutral', 'online']).optional(),
  groundChosenBy: z.enum(['me', 'them', 'both']).optional(),
  initiatedBy: z.enum(['me', 'them', 'both']).optional(),
  /** Written kinds and call attempts: whether there was a reply. */
  answered: z.boolean().optional(),
  answeredAt: Instant.optional(),
  /** My share of the talking, 0 to 1. */
  talkShare: Share.optional(),
  /** How easy and fun it was, 1 to 5. */
  ease: Rating.optional(),
  /** How open they were, 1 to 5. */
  openness: Rating.optional(),
  questionsAsked: z.array(QuestionAsked).max(200).optional(),
  /** How many questions they asked me. */
  questionsTheyAsked: z.int().min(0).max(1_000).optional(),
  /** What they asked, in the user's words. */
  theyAsked: Notes.optional(),
  exchanges: z.array(Exchange).max(200).optional(),
  pitch: openObject({
    mine: PitchLevel.optional(),
    theirs: PitchLevel.optional(),
    personId: Id.optional(),
  }).optional(),
  ask: openObject({
    mine: AskLevel.optional(),
    theirs: AskLevel.optional(),
    personId: Id.optional(),
  }).optional(),
  conduct: z.array(Conduct).max(100).optional(),
  feedback: openObject({
    heldBack: Notes.optional(),
    given: Notes.optional(),
    askedFor: Notes.optional(),
  }).optional(),
  followUpReason: line(1_000, 'The reason to follow up').optional(),
  nextStep: line(1_000, 'The next step').optional(),
  /** The user's own read of the stage after this interaction. */
  stageRead: Stage.optional(),
  /** Something that stood between us was put right here. */
  repaired: z.boolean().optional(),
  notes: Notes.optional(),
  tags: Tags.optional(),
});
export type Interaction = z.infer<typeof Interaction>;

const WRITTEN_KINDS: ReadonlySet<InteractionKind> = new Set(['email', 'message', 'letter', 'social']);

/** E-mail, message, letter, social. Every other kind is spoken. */
export function isWritten(kind: InteractionKind): boolean {
  return WRITTEN_KINDS.has(kind);
}

/** The person's part in an interaction, if they took part. */
export function participantOf(interaction: Interaction, personId: Id): Participant | undefined {
  return interaction.participants.find((participant) => participant.personId === personId);
}

/** Whether something that may name a person (an exchange, a conduct, a pitch) concerns this one. */
export function concerns(item: { personId?: Id | undefined }, personId: Id): boolean {
  return item.personId === undefined || item.personId === personId;
}
