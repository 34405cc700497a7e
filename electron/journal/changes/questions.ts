import type { ParsedInput } from '../../../shared/contract/contract';
import { QuestionFields } from '../../../shared/contract/questions';
import { foldText } from '../../../shared/fold-text';
import type { Interaction } from '../../../shared/model/interaction';
import type { Id } from '../../../shared/model/primitives';
import type { Question } from '../../../shared/model/question';
import type { RecordChange } from '../../../shared/model/record';
import type { Stamp } from '../../../shared/model/stamp';
import { failed, type Result, success } from '../../../shared/result';
import type { Tables } from '../tables/tables';
import { changeOf, patched, saveRecord } from './edit';

const KNOWN = Object.keys(QuestionFields.shape);

/** One of the user's own. The words of a question that came with the bank stay: it can be put away instead. */
export function saveQuestion(
  tables: Tables,
  stamp: Stamp,
  { editing, question }: ParsedInput<'questions.save'>,
): Result<RecordChange[]> {
  if (editing && tables.get('question', editing.id)?.builtIn === true) {
    const fields = { 'question.text': 'This one came with the bank. Put it away and write your own.' };
    return failed({ kind: 'invalidInput', fields });
  }
  const same = [...tables.all('question')].find(
    ({ id, text }) => id !== editing?.id && foldText(text) === foldText(question.text),
  );
  if (same) {
    const where = same.hidden === true ? 'among those put away' : 'in the bank';
    return failed({ kind: 'invalidInput', fields: { 'question.text': `It is ${where} already.` } });
  }
  const saved = saveRecord(tables, stamp, 'question', editing, question, KNOWN);
  return saved.ok ? success([saved.value]) : saved;
}

export function hideQuestion(
  tables: Tables,
  stamp: Stamp,
  { id, hidden }: ParsedInput<'questions.hide'>,
): Result<RecordChange[]> {
  const question = tables.get('question', id);
  if (!question) return failed({ kind: 'notFound', what: 'question' });
  return success([patched('question', question, { hidden: hidden || undefined }, stamp)]);
}

/** What was asked stays asked: the entries keep the question's words in its place. */
export function deleteQuestion(tables: Tables, stamp: Stamp, id: Id): Result<RecordChange[]> {
  const question = tables.get('question', id);
  if (!question) return failed({ kind: 'notFound', what: 'question' });
  if (question.builtIn === true) {
    const fields = { id: 'This one came with the bank. It can be put away, not deleted.' };
    return failed({ kind: 'invalidInput', fields });
  }
  const changes: RecordChange[] = [changeOf('question', question, undefined)];
  for (const entry of tables.all('interaction')) {
    if (!entry.questionsAsked?.some(({ questionId }) => questionId === id)) continue;
    changes.push(patched('interaction', entry, { questionsAsked: inWords(entry, question) }, stamp));
  }
  return success(changes);
}

function inWords(
  { questionsAsked = [] }: Interaction,
  { id, text }: Question,
): Interaction['questionsAsked'] {
  return questionsAsked.map((asked) => {
    if (asked.questionId !== id) return asked;
    const { questionId: _gone, ...rest } = asked;
    return { ...rest, text };
  });
}
