import type { KeptDraft } from '../api';
import { toastKeptAsDraft } from './toasts';

/**
 * Closes a form once what is in it was kept as a draft, and says so. False when that failed: closing would lose what was
 * typed, so the form stays, with the reason.
 */
export async function closeKeeping(draft: Pick<KeptDraft, 'flush'>, close: () => void): Promise<boolean> {
  const { kind } = await draft.flush();
  if (kind === 'notKept') return false;
  close();
  if (kind === 'kept') toastKeptAsDraft();
  return true;
}
