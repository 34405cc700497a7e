import { useEffect } from 'react';
import type { Draft } from '../../shared/contract/app';

type Opener = (draft: Draft) => void;

const openers = new Map<Draft['form'], Opener>();

/** A form says how its drafts are opened again, for as long as its host is shown. `open` should be stable. */
export function useContinueDraft(form: Draft['form'], open: Opener): void {
  useEffect(() => {
    openers.set(form, open);
    return () => {
      if (openers.get(form) === open) openers.delete(form);
    };
  }, [form, open]);
}

/** Opens the draft in its form. Returns false when that form is not part of what is shown. */
export function continueDraft(draft: Draft): boolean {
  const open = openers.get(draft.form);
  open?.(draft);
  return open !== undefined;
}
