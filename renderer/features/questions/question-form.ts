import { z } from 'zod';
import type { CallInput } from '../../../shared/contract/contract';
import { Stage } from '../../../shared/model/primitives';
import { type Question, QuestionPurpose } from '../../../shared/model/question';

/** The form of a question as it is typed. */
export const QuestionValue = z.object({
  text: z.string(),
  purpose: QuestionPurpose,
  stage: Stage.nullable(),
  editing: z.object({ id: z.string(), rev: z.string() }).nullable(),
});
export type QuestionValue = z.infer<typeof QuestionValue>;

export const newQuestion: QuestionValue = { text: '', purpose: 'open', stage: null, editing: null };

export function formOf({ id, rev, text, purpose, stage }: Question): QuestionValue {
  return { text, purpose, stage: stage ?? null, editing: { id, rev } };
}

/** What is saved; the journal says what is wrong with it. */
export function toSave({ text, purpose, stage, editing }: QuestionValue): CallInput<'questions.save'> {
  return { editing, question: { text: text.trim(), purpose, ...(stage === null ? {} : { stage }) } };
}
