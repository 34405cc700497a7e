import { z } from 'zod';
import type { PersonPage } from '../../../../shared/contract/people';
import { call, type Caret } from '../../../api';
import { draftFor } from '../../../ui/load-form';
import { firstWords } from './first-words';
import type { FollowUpArgs } from './overlay';

/** A follow-up ready to be written: what it begins with, or what was left of it. */
export interface FollowUpStart {
  page: PersonPage;
  /** What it begins with: while nothing else is in it there is no draft. */
  pristine: string;
  draft: { id: string; words: string; caret: Caret | null } | null;
}

const FollowUpValue = z.object({ words: z.string() });

export async function loadFollowUp({ personId, draftId }: FollowUpArgs): Promise<FollowUpStart> {
  const [page, reason, draft] = await Promise.all([
    call('people.page', { id: personId }),
    lastReason(personId),
    draftFor('followUp', { draftId, recordId: personId }, FollowUpValue),
  ]);
  return {
    page,
    pristine: firstWords(page, reason),
    draft: draft && { id: draft.id, words: draft.value.words, caret: draft.caret },
  };
}

/** Enough to find what was agreed lately. */
const LOOKED_AT = 20;

async function lastReason(id: string): Promise<string | null> {
  const { rows } = await call('people.timeline', { id, show: 'everything', offset: 0, limit: LOOKED_AT });
  for (const item of rows) {
    const reason = item.kind === 'entry' ? item.entry.interaction.followUpReason : undefined;
    if (reason !== undefined) return reason;
  }
  return null;
}
