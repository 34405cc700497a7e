import type { Question } from '../../../shared/model/question';
import { createOverlay } from '../../ui/overlay';

export interface QuestionFormArgs {
  /** The question to edit; absent for a new one. */
  edit?: Question;
  draftId?: string;
}

export const questionFormOverlay = createOverlay<QuestionFormArgs>();

/** Opens the form of a question of one's own: a new one, or one to edit. */
export function openQuestionForm(args: QuestionFormArgs = {}): void {
  questionFormOverlay.open(args);
}
