import { z } from 'zod';
import { Id, Instant, line, Minutes, Notes, openObject, Purpose, recordFields } from './primitives';

export const GatheringFormat = z.enum([
  'openNetworking',
  'oneToOneRounds',
  'conference',
  'meetup',
  'workshop',
  'social',
  'online',
]);
export type GatheringFormat = z.infer<typeof GatheringFormat>;

/** An event where people meet. */
export const Gathering = openObject({
  ...recordFields,
  name: line(300, 'The name'),
  from: Instant,
  to: Instant.optional(),
  place: line(300, 'The place').optional(),
  circleId: Id.optional(),
  format: GatheringFormat.optional(),
  minutesPerRound: Minutes.optional(),
  intention: line(1_000, 'The intention').optional(),
  outcome: line(1_000, 'The outcome').optional(),
  /** The user's time spent, in minutes. */
  minutes: Minutes.optional(),
  cost: openObject({
    amount: z.number().min(0, { error: 'A cost cannot be negative.' }).max(1e9),
    currency: z.string().regex(/^[A-Z]{3}$/, { error: 'Use a three-letter currency such as EUR.' }),
  }).optional(),
  notes: Notes.optional(),
}).refine(
  (gathering) => gathering.to === undefined || Date.parse(gathering.to) >= Date.parse(gathering.from),
  {
    path: ['to'],
    error: 'It ends before it starts.',
  },
);
export type Gathering = z.infer<typeof Gathering>;

/** A club, community or group of people. */
export const Circle = openObject({
  ...recordFields,
  name: line(300, 'The name'),
  kind: line(100, 'The kind').optional(),
  purpose: Purpose.optional(),
  notes: Notes.optional(),
});
export type Circle = z.infer<typeof Circle>;
