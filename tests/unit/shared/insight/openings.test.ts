import { describe, expect, it } from 'vitest';
import { asksOf, isAboveStage } from '../../../../shared/insight/asks';
import { openingsOf } from '../../../../shared/insight/openings';
import { builtInQuestions } from '../../../../shared/model/question-bank';
import { instant, interaction, sliceOf } from '../../builders';

const NOW = instant('2026-06-21');
const bank = builtInQuestions({ now: NOW, rev: '0' });
const ofPurpose = (purpose: string) => bank.filter((question) => question.purpose === purpose);

describe('what is worth asking', () => {
  it('begins with a need while none is known, and with the value once one is', () => {
    const first = (needs: string[]) =>
      openingsOf(sliceOf([], { needs }), 'trust', bank, NOW).worthAsking[0]?.question.purpose;
    expect(first([])).toBe('need');
    expect(first(['A new roof'])).toBe('value');
  });

  it('leaves out what was answered in full, and says what was asked before', () => {
    const [one, two] = ofPurpose('need');
    if (!one || !two) throw new Error('The bank has no questions about needs.');
    const asked = (answer: 'full' | 'minimal') =>
      interaction('2026-06-01', { questionsAsked: [{ questionId: one.id, answer }] });
    const shown = (answer: 'full' | 'minimal') => openingsOf(sliceOf([asked(answer)]), 'trust', bank, NOW);
    expect(shown('full').worthAsking.map(({ question }) => question.id)).not.toContain(one.id);
    expect(shown('full').needs).toMatchObject({ asked: 1, full: 1 });
    expect(shown('minimal').worthAsking[0]).toMatchObject({ question: { id: one.id }, again: true });
  });

  it('asks only what is natural at the stage', () => {
    const { worthAsking } = openingsOf(sliceOf([]), 'none', bank, NOW);
    expect(worthAsking.every(({ question }) => question.stage === undefined)).toBe(true);
    expect(worthAsking).toHaveLength(4);
  });
});

describe('feedback held back', () => {
  const held = interaction('2026-05-01', { feedback: { heldBack: 'The talk was too long.' } });
  it('waits until it was given', () => {
    expect(openingsOf(sliceOf([held]), 'know', bank, NOW).heldBack).toMatchObject([
      { interactionId: held.id, on: '2026-05-01', words: 'The talk was too long.' },
    ]);
    const given = interaction('2026-05-09', { feedback: { given: 'The talk was too long.' } });
    expect(openingsOf(sliceOf([held, given]), 'know', bank, NOW).heldBack).toEqual([]);
  });
});

describe('asks', () => {
  it('carry the stage at which they were made, and whether they were answered', () => {
    const advice = { direction: 'received' as const, kind: 'advice' as const, size: 1 as const };
    const slice = sliceOf([
      interaction('2026-05-01'),
      interaction('2026-05-08', { ask: { mine: 'advice' } }),
      interaction('2026-05-15', { exchanges: [advice] }),
    ]);
    expect(asksOf(slice, NOW)).toMatchObject([{ level: 'advice', stage: 'know', answered: true }]);
  });

  it.each([
    ['small', 'none', true],
    ['small', 'know', false],
    ['introduction', 'know', true],
    ['introduction', 'like', false],
    ['business', 'like', true],
    ['business', 'trust', false],
  ] as const)('%s at %s is beyond it: %s', (level, stage, above) => {
    expect(isAboveStage({ level, stage })).toBe(above);
  });
});
