import { deleteQuestion, hideQuestion, saveQuestion } from '../changes/questions';
import { FailureError } from '../files/failure-error';
import { change, type Handlers, only } from './handling';
import type { Journal } from '../journal';
import { questionBank, questionsToOffer } from '../views/questions';

/** The question bank: what is offered, how each question fares, and the user's own. */
export function questionHandlers(journal: Journal): Handlers<'questions'> {
  return {
    'questions.list': () => ({ questions: questionsToOffer(journal) }),
    'questions.bank': (input) => questionBank(journal, input),
    'questions.save': async (input) => {
      const label = input.editing ? 'changes to a question' : 'adding a question';
      return { id: only(await change(journal, label, (all, stamp) => saveQuestion(all, stamp, input))).id };
    },
    'questions.hide': async (input) => {
      const label = input.hidden ? 'putting a question away' : 'bringing a question back';
      await change(journal, label, (all, stamp) => hideQuestion(all, stamp, input));
      return {};
    },
    'questions.delete': async ({ id }) => {
      if (!journal.tables.get('question', id)) throw new FailureError({ kind: 'notFound', what: 'question' });
      await change(journal, 'deleting a question', (all, stamp) => deleteQuestion(all, stamp, id));
      return {};
    },
  };
}
