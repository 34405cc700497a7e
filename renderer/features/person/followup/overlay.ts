import { createOverlay } from '../../../ui/overlay';

/** What is written: a follow-up, a word after a long silence, or thanks at the end. */
export const AIMS = ['followUp', 'reconnect', 'thanks'] as const;
export type FollowUpAim = (typeof AIMS)[number];

export interface FollowUpArgs {
  personId: string;
  /** Absent: a follow-up, or what the draft was. */
  aim?: FollowUpAim;
  draftId?: string;
}

export const followUpOverlay = createOverlay<FollowUpArgs>();

/** Opens the draft of a message: written here, sent by the user's own program. */
export function openFollowUp(args: FollowUpArgs): void {
  followUpOverlay.open(args);
}
