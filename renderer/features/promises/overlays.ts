import { createOverlay } from '../../ui/overlay';

export interface PromiseFormArgs {
  /** The promise to edit; absent for a new one. */
  editId?: string;
  /** Whom a new one is with. */
  personId?: string;
  draftId?: string;
}

export const promiseFormOverlay = createOverlay<PromiseFormArgs>();

/** Opens the form of a promise: a new one, or one to edit. */
export function openPromiseForm(args: PromiseFormArgs = {}): void {
  promiseFormOverlay.open(args);
}
