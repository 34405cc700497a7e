import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Draft } from '../../shared/contract/app';
import { callErrorOf, type Caret, newDraftId, restoreCaret, useDraft } from '../api';
import { closeKeeping, closeThrowingAway } from './close-keeping';
import { toastDone } from './toasts';

export interface FormStart<V> {
  /** The fields as they are in the journal, or empty for a new record. */
  pristine: V;
  /** What was typed before, when the form continues a draft. */
  draft: { id: string; value: V; caret: Caret | null } | null;
  recordId: string | null;
}

interface Options<V> {
  form: Draft['form'];
  start: FormStart<V>;
  /** By what the draft is recognised. */
  titleOf: (value: V) => string;
  /** Saves, and answers what to say: "Promise saved". Throws what the call was refused with. */
  save: (value: V) => Promise<string>;
  onClose: () => void;
}

/** A form of one record: its value, its draft, saving it, and the words at each field when saving is refused. */
export function useRecordForm<V extends object>({ form, start, titleOf, save, onClose }: Options<V>) {
  const root = useRef<HTMLDivElement>(null);
  const [value, setValue] = useState(start.draft?.value ?? start.pristine);
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const [draftId] = useState(() => start.draft?.id ?? newDraftId());
  const touched = JSON.stringify(value) !== JSON.stringify(start.pristine);
  const draft = useDraft(
    touched ? { id: draftId, form, recordId: start.recordId, title: titleOf(value), value } : null,
    root,
    start.draft?.id ?? null,
  );
  useCaretOf(start, root);
  useEffect(() => {
    if (error !== null) showWhatIsWrong(root.current);
  }, [error]);

  const submit = async (): Promise<void> => {
    if (saving) return;
    setSaving(true);
    try {
      const said = await save(value);
      await draft.drop();
      onClose();
      toastDone(said);
    } catch (thrown) {
      // The form stays as it is, with everything that was typed.
      setError(thrown);
      setSaving(false);
    }
  };

  return {
    root,
    value,
    patch: (part: Partial<V>) => setValue((was) => ({ ...was, ...part })),
    fieldErrors: error === null ? NO_ERRORS : (callErrorOf(error).fields ?? NO_ERRORS),
    sheet: {
      root,
      draft: draft.status,
      touched,
      error,
      saving,
      onSave: () => void submit(),
      onClose: () => void closeKeeping(draft, onClose),
      onDiscard: () => void closeThrowingAway(draft, onClose),
    },
  };
}

const NO_ERRORS: Readonly<Record<string, string>> = {};

/** Puts the caret back where a draft was left. */
export function useCaretOf(
  { draft }: { draft: { caret: Caret | null } | null },
  root: RefObject<HTMLElement | null>,
): void {
  const caret = draft?.caret ?? null;
  useEffect(() => {
    if (!caret) return undefined;
    // After the dialog has put the focus on its first field.
    const timer = setTimeout(() => restoreCaret(root.current, caret), 50);
    return () => clearTimeout(timer);
  }, [caret, root]);
}

/** A form may be longer than the window: what was refused must be in sight, and the first field of it has the focus. */
function showWhatIsWrong(root: HTMLElement | null): void {
  const field = root?.querySelector<HTMLElement>('[aria-invalid="true"]');
  if (field) field.focus();
  else root?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' });
}
