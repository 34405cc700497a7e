import { z } from 'zod';
import { Id, Instant, line, openObject, recordFields } from './primitives';

/** A person of the journal, or the user. */
export const PersonOrMe = z.union([z.literal('me'), Id]);
export type PersonOrMe = z.infer<typeof PersonOrMe>;

/** `by` led `a` and `b` to each other. */
export const Introduction = openObject({
  ...recordFields,
  by: PersonOrMe,
  a: PersonOrMe,
  b: PersonOrMe,
  at: Instant,
  askedBoth: z.boolean().optional(),
  outcome: line(1_000, 'The outcome').optional(),
  thanked: z.boolean().optional(),
  reportedBack: z.boolean().optional(),
}).refine((introduction) => introduction.a !== introduction.b, {
  path: ['b'],
  error: 'An introduction needs two different people.',
});
export type Introduction = z.infer<typeof Introduction>;
