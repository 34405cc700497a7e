import { createOverlay } from '../../../ui/overlay';

export const followUpOverlay = createOverlay<{ personId: string }>();

/** Opens the draft of a follow-up: written here, sent by the user's own program. */
export function openFollowUp(args: { personId: string }): void {
  followUpOverlay.open(args);
}
