import type { Season } from '../../../shared/model/season';
import { createOverlay } from '../../ui/overlay';

export interface SeasonFormArgs {
  /** The season to edit; absent for a new one. */
  edit?: Season;
  draftId?: string;
}

export const seasonFormOverlay = createOverlay<SeasonFormArgs>();

/** Opens the form of a change of direction: a new one, or one to edit. */
export function openSeasonForm(args: SeasonFormArgs = {}): void {
  seasonFormOverlay.open(args);
}
