import { z } from 'zod';
import type { QuestionUse } from '../insight/question-use';
import { CalendarDate, Id } from '../model/primitives';
import { Question, QuestionPurpose } from '../model/question';
import { call } from './call';
import { ById, Editing, Nothing, recordAdministration } from './common';
import { insight } from './insight-type';

/** What the user writes of a question: whether it came with the bank or was put away is not in the form. */
export const QuestionFields = z
  .object({ ...Question.shape })
  .omit({ ...recordAdministration, builtIn: true, hidden: true });

export const QuestionBank = z.object({
  today: CalendarDate,
  /** In the order of the bank, the user's own first. Never asked: no `use`. */
  questions: z.array(z.object({ question: Question, use: insight<QuestionUse>().nullable() })),
  purposes: z.array(z.object({ purpose: QuestionPurpose, use: insight<QuestionUse>() })),
});
export type QuestionBank = z.infer<typeof QuestionBank>;

export const questionCalls = {
  /** What is offered while writing: the question asked last first, then the bank. Without those put away. */
  'questions.list': call(Nothing, z.object({ questions: z.array(Question) })),
  /** All of the bank and how each question fares, with everybody or with one person. */
  'questions.bank': call(z.object({ personId: Id.optional() }), QuestionBank),
  'questions.save': call(
    z.object({ editing: Editing.nullable(), question: QuestionFields }),
    z.object({ id: Id }),
  ),
  /** Puts a question away, or brings it back. */
  'questions.hide': call(ById.extend({ hidden: z.boolean() }), Nothing),
  /** One of the user's own. Entries that asked it keep its words. */
  'questions.delete': call(ById, Nothing),
};
