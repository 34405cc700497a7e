import { z } from 'zod';
import { line, openObject, recordFields, Stage } from './primitives';

export const QuestionPurpose = z.enum(['open', 'story', 'need', 'value', 'referral', 'fun']);
export type QuestionPurpose = z.infer<typeof QuestionPurpose>;

/** A question worth asking: one that came with the bank, or the user's own. */
export const Question = openObject({
  ...recordFields,
  text: line(1_000, 'The question'),
  purpose: QuestionPurpose,
  /** From which stage on it is natural to ask. */
  stage: Stage.optional(),
  builtIn: z.boolean().optional(),
  /** Put away by the user: offered nowhere, and still counted where it was asked. */
  hidden: z.boolean().optional(),
});
export type Question = z.infer<typeof Question>;
