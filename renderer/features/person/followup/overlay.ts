import { createOverlay } from '../../../ui/overlay';

/** What is written: a follow-up, a word after a long silence, or thanks at the end. */
export type FollowUpAim = 'followUp' | 'reconnect' | 'thanks';

export interface FollowUpArgs {
  personId: string;
  /** Absent: a follow-up. */
  aim?: FollowUpAim;
}

export const followUpOverlay = createOverlay<FollowUpArgs>();

/** Opens the draft of a message: written here, sent by the user's own program. */
export function openFollowUp(args: FollowUpArgs): void {
  followUpOverlay.open(args);
}
