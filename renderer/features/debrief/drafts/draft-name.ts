import type { Draft } from '../../../../shared/contract/app';

const UNNAMED: Record<Draft['form'], string> = {
  debrief: 'an entry',
  rounds: 'one-to-one rounds',
  person: 'a new person',
  gathering: 'a gathering',
  circle: 'a circle',
  promise: 'a promise',
  time: 'extra time',
  season: 'a change of direction',
  question: 'a question',
  introduction: 'an introduction',
  followUp: 'a follow-up',
};

/** How a draft is called in "You were writing about …". */
export function draftName(draft: Pick<Draft, 'form' | 'title'>): string {
  return draft.title.trim() === '' ? UNNAMED[draft.form] : draft.title;
}
