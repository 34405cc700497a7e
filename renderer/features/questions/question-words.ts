import type { QuestionUse } from '../../../shared/insight/question-use';
import type { Question, QuestionPurpose } from '../../../shared/model/question';
import { percent, stageLabels } from '../../../shared/words/labels';
import { times } from '../../../shared/words/spans';

/** What questions of a purpose are good for, in a line. */
export const purposeHints: Record<QuestionPurpose, string> = {
  open: 'To begin with, or to pick up where you left off.',
  story: 'How somebody came to be where they are.',
  need: 'A need that nobody asks for is never found.',
  value: 'What they look for, and what they already have.',
  referral: 'Whom to send them, and who might be glad to meet you.',
  fun: 'Easy ones. People remember a good laugh longer than a good pitch.',
};

/** `from Like on, yours`; empty for one of the bank that can be asked at any time. */
export function aboutQuestion({ stage, builtIn }: Question): string {
  const parts = [
    ...(stage === undefined ? [] : [`from ${stageLabels[stage]} on`]),
    ...(builtIn === true ? [] : ['yours']),
  ];
  return parts.join(', ');
}

/** How often it was asked and how it fared: `Asked 4 times: 75% answered in full`. */
export function fareWords({ times: asked, fullShare }: QuestionUse): string {
  const often = `asked ${times(asked)}`;
  if (fullShare.kind === 'tooEarly')
    return `${often}; too early to say: ${fullShare.have} of ${fullShare.need} answers noted`;
  return `${often}, ${percent(fullShare.share)} answered in full`;
}
