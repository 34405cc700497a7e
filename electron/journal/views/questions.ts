import type { CallOutput, ParsedInput } from '../../../shared/contract/contract';
import { type AskedOf, bankUse } from '../../../shared/insight/question-use';
import { questionsAskedOf } from '../../../shared/insight/questions-asked';
import type { Id } from '../../../shared/model/primitives';
import { type Question, QuestionPurpose } from '../../../shared/model/question';
import { addDays } from '../../../shared/model/time';
import type { Journal } from '../journal';
import { requirePerson } from './person';

const REMEMBERED_DAYS = 365;

/** The question asked last first, then the user's own, then the bank's; none that was put away. */
export function questionsToOffer(journal: Journal): Question[] {
  const offered = inBankOrder(journal.tables.all('question')).filter(({ hidden }) => hidden !== true);
  const lastAsked = lastAskedOrder(journal);
  const placeOf = ({ id }: Question): number => lastAsked.get(id) ?? Infinity;
  // Stable: what was not asked within the year keeps the order of the bank.
  return offered.sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
}

/** Each question asked within the year, 0 for the latest. */
function lastAskedOrder(journal: Journal): Map<Id, number> {
  const today = journal.today();
  const places = new Map<Id, number>();
  const entries = [...journal.tables.chronology.betweenDays(addDays(today, -REMEMBERED_DAYS), today)];
  for (const { questionsAsked = [] } of entries.reverse())
    for (const { questionId } of [...questionsAsked].reverse())
      if (questionId !== undefined && !places.has(questionId)) places.set(questionId, places.size);
  return places;
}

/** The user's own, the latest first; then the bank's by their numbers, which their ids hold. */
function inBankOrder(questions: Iterable<Question>): Question[] {
  const order = (a: Question, b: Question): number => (a.id < b.id ? -1 : 1);
  const all = [...questions];
  return [
    ...all.filter(({ builtIn }) => builtIn !== true).sort((a, b) => order(b, a)),
    ...all.filter(({ builtIn }) => builtIn === true).sort(order),
  ];
}

export async function questionBank(
  journal: Journal,
  { personId }: ParsedInput<'questions.bank'>,
): Promise<CallOutput<'questions.bank'>> {
  const bank = inBankOrder(journal.tables.all('question'));
  const people = personId === undefined ? await journal.network.questions() : askedOfOne(journal, personId);
  const { byQuestion, byPurpose } = bankUse(people, bank, journal.norms.current().norms.comparison);
  return {
    today: journal.today(),
    questions: bank.map((question) => ({ question, use: byQuestion.get(question.id) ?? null })),
    purposes: QuestionPurpose.options.flatMap((purpose) => {
      const use = byPurpose.get(purpose);
      return use ? [{ purpose, use }] : [];
    }),
  };
}

function askedOfOne(journal: Journal, personId: Id): AskedOf[] {
  requirePerson(journal, personId);
  const slice = journal.insights.slice(personId);
  return slice ? [{ personId, asked: questionsAskedOf(slice, journal.asOf()) }] : [];
}
