import { useCallback } from 'react';
import type { Draft } from '../../../shared/contract/app';
import { useContinueDraft } from '../../ui/drafts';
import { DebriefSheet } from './DebriefSheet';
import { DraftOffer } from './drafts/DraftOffer';
import { debriefOverlay, openDebrief, openRounds, roundsOverlay } from './overlays';
import { RoundsSheet } from './rounds/RoundsSheet';

/** Rendered once: the debrief and the rounds wherever they are opened from, and the offer to go on with a draft. */
export function DebriefHost() {
  const debrief = debriefOverlay.useArgs();
  const rounds = roundsOverlay.useArgs();
  useContinueDraft(
    'debrief',
    useCallback((draft: Draft) => openDebrief({ draftId: draft.id }), []),
  );
  useContinueDraft(
    'rounds',
    useCallback((draft: Draft) => openRounds({ draftId: draft.id }), []),
  );
  return (
    <>
      {debrief ? <DebriefSheet key={keyOf(debrief)} args={debrief} /> : null}
      {rounds ? <RoundsSheet key={keyOf(rounds)} args={rounds} /> : null}
      <DraftOffer hidden={debrief !== null || rounds !== null} />
    </>
  );
}

const keys = new WeakMap<object, number>();
let lastKey = 0;

/** Each opening is a form of its own, also when it is opened again with the same arguments. */
function keyOf(args: object): number {
  const key = keys.get(args) ?? ++lastKey;
  keys.set(args, key);
  return key;
}
