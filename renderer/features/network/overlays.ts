import { createOverlay } from '../../ui/overlay';

export interface IntroductionArgs {
  /** The introduction to edit; absent for a new one. */
  editId?: string;
  /** Who is in a new one; `me` is the user. Absent: open. */
  by?: string;
  a?: string;
  b?: string;
  /** The day of one that was noted elsewhere. */
  on?: string | null;
  draftId?: string;
}

export const introductionOverlay = createOverlay<IntroductionArgs>();

/** Opens the form of an introduction: a new one, or one to edit. */
export function openIntroduction(args: IntroductionArgs = {}): void {
  introductionOverlay.open(args);
}
