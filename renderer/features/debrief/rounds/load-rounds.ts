import { localInstant } from '../../../../shared/model/time';
import { call, type Caret, newDraftId } from '../../../api';
import type { RoundsArgs } from '../overlays';
import { emptyRounds, RoundsDraft } from './rounds-draft';

/** The rounds, ready to be shown. */
export interface LoadedRounds {
  draft: RoundsDraft;
  opened: RoundsDraft;
  draftId: string;
  kept: boolean;
  caret: Caret | null;
}

/** Reads the draft, or the gathering that the rounds are about. */
export async function loadRounds({ gatheringId, draftId }: RoundsArgs): Promise<LoadedRounds> {
  const empty = emptyRounds(localInstant(new Date()), 'first');
  if (draftId !== undefined) {
    const { drafts } = await call('drafts.list', {});
    const kept = drafts.find((draft) => draft.id === draftId);
    const draft = RoundsDraft.safeParse(kept?.value).data;
    if (kept && draft) return { draft, opened: empty, draftId, kept: true, caret: kept.caret };
  }
  const fresh = { draftId: newDraftId(), kept: false, caret: null };
  if (gatheringId === undefined) return { ...fresh, draft: empty, opened: empty };
  const { gathering } = await call('gatherings.get', { id: gatheringId });
  const draft = {
    ...empty,
    gathering: { id: gathering.id, name: gathering.name },
    at: gathering.from,
    minutesPerRound: gathering.minutesPerRound === undefined ? '' : String(gathering.minutesPerRound),
  };
  return { ...fresh, draft, opened: draft };
}
