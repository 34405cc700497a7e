import { createOverlay } from '../../ui/overlay';
import type { DebriefDraft } from './debrief-draft';

export interface DebriefArgs {
  /** Who it was with, when it is opened from a person's page. */
  personIds?: string[];
  gatheringId?: string;
  /** What is known of a new entry already. */
  start?: Partial<Pick<DebriefDraft, 'kind' | 'initiatedBy' | 'repaired'>>;
  /** The entry to edit. */
  editId?: string;
  /** The entry to edit was planned, and took place. */
  held?: true;
  draftId?: string;
}

export interface RoundsArgs {
  gatheringId?: string;
  draftId?: string;
}

export const debriefOverlay = createOverlay<DebriefArgs>();
export const roundsOverlay = createOverlay<RoundsArgs>();

/** Opens the debrief: for a new entry, an existing one, or a draft. */
export function openDebrief(args: DebriefArgs = {}): void {
  debriefOverlay.open(args);
}

/** Opens the one-to-one rounds: one gathering, several short meetings on one screen. */
export function openRounds(args: RoundsArgs = {}): void {
  roundsOverlay.open(args);
}
