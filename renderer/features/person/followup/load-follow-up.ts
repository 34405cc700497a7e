import { z } from 'zod';
import type { PersonPage } from '../../../../shared/contract/people';
import { call, type Caret } from '../../../api';
import { todayHere } from '../../../../shared/words/dates';
import { draftFor } from '../../../ui/load-form';
import { firstWords } from './first-words';
import { AIMS, type FollowUpAim, type FollowUpArgs } from './overlay';

/** A message ready to be written: what it begins with, or what was left of it. */
export interface FollowUpStart {
  page: PersonPage;
  aim: FollowUpAim;
  /** What it begins with: while nothing else is in it there is no draft. */
  pristine: string;
  draft: { id: string; words: string; caret: Caret | null } | null;
}

/** Enough to find what was agreed lately, and what they gave. */
const LOOKED_AT = 40;

/** Of the drafts to one person there is one for each aim. */
export async function loadFollowUp({ personId, aim, draftId }: FollowUpArgs): Promise<FollowUpStart> {
  const wanted = draftId === undefined ? z.literal(aim ?? 'followUp') : z.enum(AIMS);
  const [page, draft] = await Promise.all([
    call('people.page', { id: personId }),
    draftFor('followUp', { draftId, recordId: personId }, z.object({ words: z.string(), aim: wanted })),
  ]);
  const meant = draft?.value.aim ?? aim ?? 'followUp';
  const { rows } = await call('people.timeline', {
    id: personId,
    show: meant === 'thanks' ? 'exchanges' : 'everything',
    offset: 0,
    limit: LOOKED_AT,
  });
  return {
    page,
    aim: meant,
    pristine: firstWords(meant, page, rows, todayHere()),
    draft: draft && { id: draft.id, words: draft.value.words, caret: draft.caret },
  };
}
