import type { TimeLog } from '../../../shared/model/season';
import { createOverlay } from '../../ui/overlay';

export interface TimeFormArgs {
  /** The time to correct; absent for new time. */
  edit?: TimeLog;
  draftId?: string;
}

export const timeFormOverlay = createOverlay<TimeFormArgs>();

/** Opens the form of time that is in no entry and no gathering. */
export function openTimeForm(args: TimeFormArgs = {}): void {
  timeFormOverlay.open(args);
}
