import { useRef, useState } from 'react';
import type { CallError } from '../../../shared/contract/journal';
import { call, callErrorOf, type KeptDraft } from '../../api';
import { toastDone, toastError } from '../../ui/toasts';
import type { FormStore } from './form/form-store';
import { dateOrderHere } from './form/when-words';
import { fieldOf, toDebrief } from './to-debrief';

/** Saving and deleting the entry of a form. When it is refused everything typed stays, and `error` says why. */
export function useSaveDebrief(
  store: FormStore,
  draft: Pick<KeptDraft, 'drop'>,
  draftId: string,
  done: () => void,
) {
  const [error, setError] = useState<CallError | null>(null);
  const [saving, setSaving] = useState(false);
  const busy = useRef(false);
  const welcome = useRef(false);

  const attempt = async (what: () => Promise<string>) => {
    // A key held down must not save twice.
    if (busy.current) return;
    busy.current = true;
    setSaving(true);
    setError(null);
    try {
      const label = await what();
      done();
      toastDone(label);
      // It is in the journal; a draft that cannot be dropped is only in the way, and said.
      await draft.drop().catch(toastError);
    } catch (thrown) {
      const refused = callErrorOf(thrown);
      setError(inWords(refused));
      store.report(issuesOf(refused, store));
    } finally {
      busy.current = false;
      setSaving(false);
    }
  };

  /** Answers the fields that need another look first. */
  const save = (): string[] => {
    const conversion = toDebrief(store.draft, { now: new Date(), order: dateOrderHere(), draftId });
    if (conversion.kind === 'issues') {
      store.report(conversion.issues);
      setError({ code: 'invalidInput', message: `Nothing was saved yet. ${messagesOf(conversion.issues)}` });
      return conversion.issues.map((issue) => issue.field);
    }
    void attempt(async () => {
      await call('interactions.save', { ...conversion.debrief, welcome: welcome.current });
      return store.draft.editing ? 'Entry changed' : savedLabel(conversion.debrief.interaction.status);
    });
    return [];
  };

  const remove = (id: string) =>
    attempt(async () => {
      await call('interactions.delete', { id });
      return 'Entry deleted';
    });

  /** After a look at what changed meanwhile: the same again, over the newer revision. */
  const saveOver = async () => {
    const { editing } = store.draft;
    if (!editing) return;
    try {
      const { interaction } = await call('interactions.get', { id: editing.id });
      store.change({ editing: { id: editing.id, rev: interaction.rev } });
      save();
    } catch (thrown) {
      setError(callErrorOf(thrown));
    }
  };

  /** The user said that somebody they had forgotten may come back. */
  const saveWelcoming = () => {
    welcome.current = true;
    save();
  };
  return { save, saveOver, saveWelcoming, remove, saving, error };
}

/** The refusal with what was wrong in each field, for where it is said once for the whole form. */
export function inWords(error: CallError): CallError {
  const details = messagesOf(Object.values(error.fields ?? {}).map((message) => ({ message })));
  return details === '' ? error : { ...error, message: `${error.message} ${details}` };
}

function savedLabel(status: string): string {
  return status === 'planned' ? 'Planned' : 'Written down';
}

function issuesOf(error: CallError, store: FormStore) {
  return Object.entries(error.fields ?? {}).map(([path, message]) => ({
    field: fieldOf(path.split('.'), store.draft),
    message,
  }));
}

function messagesOf(issues: readonly { message: string }[]): string {
  return [...new Set(issues.map((issue) => issue.message))].slice(0, 3).join(' ');
}
