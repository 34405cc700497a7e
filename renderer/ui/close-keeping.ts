import type { KeptDraft } from '../api';
import { namesTaken } from './typed-names';
import { toastError, toastKeptAsDraft, toastThrownAway } from './toasts';

/**
 * Closes a form once what is in it was kept as a draft, and says so. False when that failed: closing would lose what was
 * typed, so the form stays, with the reason.
 */
export async function closeKeeping(draft: Pick<KeptDraft, 'flush'>, close: () => void): Promise<boolean> {
  await namesTaken();
  const { kind } = await draft.flush();
  if (kind === 'notKept') return false;
  close();
  if (kind === 'kept') toastKeptAsDraft();
  return true;
}

/** Closes a form without keeping what is in it. Until the toast goes it can be had back. */
export async function closeThrowingAway(
  draft: Pick<KeptDraft, 'throwAway'>,
  close: () => void,
): Promise<void> {
  try {
    const bringBack = await draft.throwAway();
    close();
    if (bringBack) toastThrownAway(() => void bringBack().then(toastKeptAsDraft, toastError));
  } catch (thrown) {
    // The form stays: what could not be taken from the disk would come up again at the next start.
    toastError(thrown);
  }
}
