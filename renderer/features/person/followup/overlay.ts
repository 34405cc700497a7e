import { createOverlay } from '../../../ui/overlay';

export interface FollowUpArgs {
  personId: string;
  draftId?: string;
}

export const followUpOverlay = createOverlay<FollowUpArgs>();

/** Opens the draft of a follow-up: written here, sent by the user's own program. */
export function openFollowUp(args: FollowUpArgs): void {
  followUpOverlay.open(args);
}
