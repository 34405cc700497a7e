import { z } from 'zod';
import type { QuestionBank } from '../../../shared/contract/questions';
import { type Question, QuestionPurpose } from '../../../shared/model/question';

/** From when on a question is natural: at any time, or from a stage on. */
export const ASKED_FROM = ['any', 'know', 'like', 'trust'] as const;

/** What the bank is set to. Kept over restarts. */
export const QuestionsView = z.object({
  show: z.enum(['offered', 'own', 'hidden']),
  purposes: z.array(QuestionPurpose),
  stages: z.array(z.enum(ASKED_FROM)),
  person: z.object({ key: z.string(), name: z.string() }).nullable(),
});
export type QuestionsView = z.infer<typeof QuestionsView>;

export const wholeBank: QuestionsView = { show: 'offered', purposes: [], stages: [], person: null };

type BankLine = QuestionBank['questions'][number];

export interface PurposeGroup {
  purpose: QuestionPurpose;
  lines: BankLine[];
}

/** The questions that the view shows, by purpose in the bank's order; purposes without any are left out. */
export function groupsOf(lines: readonly BankLine[], view: QuestionsView): PurposeGroup[] {
  const shown = lines.filter(({ question }) => isShown(question, view));
  return QuestionPurpose.options.flatMap((purpose) => {
    const of = shown.filter(({ question }) => question.purpose === purpose);
    return of.length > 0 ? [{ purpose, lines: of }] : [];
  });
}

function isShown(question: Question, { show, purposes, stages }: QuestionsView): boolean {
  return (
    isIn(question, show) &&
    (purposes.length === 0 || purposes.includes(question.purpose)) &&
    (stages.length === 0 || stages.includes(question.stage ?? 'any'))
  );
}

export function isIn({ builtIn, hidden }: Question, show: QuestionsView['show']): boolean {
  if (show === 'hidden') return hidden === true;
  return hidden !== true && (show === 'offered' || builtIn !== true);
}
