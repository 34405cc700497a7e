import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { Draft } from '../../shared/contract/app';
import { call } from '../api';
import { toastError } from './toasts';
import type { FormStart } from './useRecordForm';

interface Loaded<A, T> {
  args: A;
  ready: T;
}

/**
 * What a form begins with, read afresh each time it is opened with new arguments. Null while it is closed or being read;
 * when it cannot be read the user is told and the form does not open. `load` should be stable.
 */
export function useFormStart<A extends object, V>(
  args: A | null,
  load: (args: A) => Promise<FormStart<V>>,
  onFail: () => void,
): FormStart<V> | null {
  return useLoaded(args, load, onFail);
}

/** The same for what begins with something else than a record. */
export function useLoaded<A extends object, T>(
  args: A | null,
  load: (args: A) => Promise<T>,
  onFail: () => void,
): T | null {
  const [loaded, setLoaded] = useState<Loaded<A, T> | null>(null);
  useEffect(() => {
    if (!args) return undefined;
    let current = true;
    load(args).then(
      (ready) => {
        if (current) setLoaded({ args, ready });
      },
      (thrown: unknown) => {
        if (!current) return;
        toastError(thrown);
        onFail();
      },
    );
    return () => {
      current = false;
    };
  }, [args, load, onFail]);
  return loaded !== null && loaded.args === args ? loaded.ready : null;
}

/** The draft that a form continues: the one asked for, or what was left of editing the same record. */
export async function draftFor<V>(
  form: Draft['form'],
  { draftId, recordId }: { draftId?: string | undefined; recordId: string | null },
  schema: z.ZodType<V>,
): Promise<{ id: string; recordId: string | null; value: V; caret: Draft['caret'] } | null> {
  if (draftId === undefined && recordId === null) return null;
  const { drafts } = await call('drafts.list', {});
  const draft = drafts.find((one) =>
    draftId === undefined ? one.form === form && one.recordId === recordId : one.id === draftId,
  );
  if (!draft) return null;
  const value = schema.safeParse(draft.value);
  return value.success
    ? { id: draft.id, recordId: draft.recordId, value: value.data, caret: draft.caret }
    : null;
}
