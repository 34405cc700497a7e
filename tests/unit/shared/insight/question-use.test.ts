import { describe, expect, it } from 'vitest';
import { defaultNorms } from '../../../../shared/insight/norms';
import { type AskedOf, bankUse } from '../../../../shared/insight/question-use';
import { questionsAskedOf } from '../../../../shared/insight/questions-asked';
import type { QuestionAsked } from '../../../../shared/model/interaction';
import type { Question } from '../../../../shared/model/question';
import { ANNA, BEN, instant, interaction, nextId, sliceOf } from '../../builders';

const NOW = instant('2026-06-21');
const bank = (['need', 'need', 'fun'] as const).map((purpose, index): Question => {
  const at = '2026-01-01T09:00:00Z';
  return { id: nextId(), createdAt: at, updatedAt: at, rev: '0-test', text: `Question ${index}?`, purpose };
});
const [first = '', second = '', third = ''] = bank.map(({ id }) => id);

function asked(questionId: string, answers: QuestionAsked['answer'][], personId = ANNA): AskedOf {
  const entries = answers.map((answer, index) =>
    interaction(`2026-03-${10 + index}`, {
      participants: [{ personId }],
      questionsAsked: [answer === undefined ? { questionId } : { questionId, answer }],
    }),
  );
  return { personId, asked: questionsAskedOf(sliceOf(entries, { id: personId }), NOW) };
}

const useOf = (people: AskedOf[], id: string) =>
  bankUse(people, bank, defaultNorms.comparison).byQuestion.get(id);

describe('how a question fares', () => {
  it('is counted by how it was answered, and by whom in full', () => {
    const use = useOf(
      [asked(first, ['full', 'none']), asked(first, ['full', 'full', 'minimal'], BEN)],
      first,
    );
    expect(use?.asked).toHaveLength(5);
    expect(use && [use.answers.none.length, use.answers.minimal.length, use.answers.full.length]).toEqual([
      1, 1, 3,
    ]);
    expect(use?.fullFrom).toEqual([BEN, ANNA]);
    expect(use?.fullShare).toEqual({ kind: 'known', share: 0.6 });
  });

  it('is too early to say with two answers, and said with three', () => {
    expect(useOf([asked(first, ['full', 'none'])], first)?.fullShare).toEqual({
      kind: 'tooEarly',
      have: 2,
      need: 3,
    });
    expect(useOf([asked(first, ['full', 'none', 'none'])], first)?.fullShare).toMatchObject({ share: 1 / 3 });
  });

  it('does not take an answer that was not noted for none', () => {
    const use = useOf([asked(first, [undefined, undefined, 'full'])], first);
    expect(use?.asked).toHaveLength(3);
    expect(use?.fullShare).toMatchObject({ kind: 'tooEarly', have: 1 });
  });

  it('counts an entry once that asked two people the same', () => {
    const both = interaction('2026-03-01', {
      participants: [{ personId: ANNA }, { personId: BEN }],
      questionsAsked: [{ questionId: first, answer: 'full' }],
    });
    const people = [ANNA, BEN].map((id) => ({
      personId: id,
      asked: questionsAskedOf(sliceOf([both], { id }), NOW),
    }));
    const use = useOf(people, first);
    expect(use?.asked).toHaveLength(1);
    expect(use?.fullFrom).toHaveLength(2);
  });

  it('is added up by purpose, and knows nothing of a question that was never asked', () => {
    const people = [asked(first, ['full']), asked(second, ['none'], BEN)];
    const { byPurpose, byQuestion } = bankUse(people, bank, defaultNorms.comparison);
    expect(byPurpose.get('need')?.asked).toHaveLength(2);
    expect(byPurpose.has('fun')).toBe(false);
    expect(byQuestion.has(third)).toBe(false);
  });

  it('counts two questions of a purpose in one entry as two, and names the entry once', () => {
    const entry = interaction('2026-03-01', {
      participants: [{ personId: ANNA }],
      questionsAsked: [
        { questionId: first, answer: 'full' },
        { questionId: second, answer: 'full' },
      ],
    });
    const both = { personId: ANNA, asked: questionsAskedOf(sliceOf([entry], { id: ANNA }), NOW) };
    const people = [both, asked(first, ['none'], BEN)];
    const use = bankUse(people, bank, defaultNorms.comparison).byPurpose.get('need');
    expect(use?.times).toBe(3);
    expect(use?.asked).toHaveLength(2);
    expect(use?.fullShare).toEqual({ kind: 'known', share: 2 / 3 });
  });

  it('does not depend on the order of the people', () => {
    const people = [asked(first, ['full', 'none']), asked(first, ['full', 'minimal'], BEN)];
    expect(useOf([...people].reverse(), first)).toEqual(useOf(people, first));
  });
});
