import { Button } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CallError } from '../../../../shared/contract/journal';
import { call, newDraftId, restoreCaret, useDraft } from '../../../api';
import { formatClock } from '../../../ui/dates';
import { ErrorNote } from '../../../ui/ErrorNote';
import { Kbd } from '../../../ui/Kbd';
import { toastDone, toastError } from '../../../ui/toasts';
import { errorBehindMore, fieldErrors } from './field-errors';
import { FirstFields } from './FirstFields';
import type { PersonFormValue } from './form-value';
import { withoutEmptyRows } from './form-value';
import { MoreFields } from './MoreFields';
import classes from './PersonForm.module.css';
import type { FormStart } from './usePersonForm';
import { useSavePerson } from './useSavePerson';

interface PersonFormProps {
  start: FormStart;
  onSaved: (id: string) => void;
  onClose: () => void;
}

/** Creates or edits a person. What is typed is kept as a draft until it is saved or thrown away. */
export function PersonForm({ start, onSaved, onClose }: PersonFormProps) {
  const { base, clean } = start;
  const form = useRef<HTMLFormElement>(null);
  const [value, setValue] = useState(start.value);
  const [more, setMore] = useState(base !== null || start.draft !== null);
  const [draftId] = useState(() => start.draft?.id ?? newDraftId());
  const changed = JSON.stringify(withoutEmptyRows(value)) !== JSON.stringify(clean);
  const draft = useDraft(
    changed
      ? {
          id: draftId,
          form: 'person',
          recordId: base?.id ?? null,
          title: value.name.trim() || 'a new person',
          value,
        }
      : null,
    form,
    start.draft?.id ?? null,
  );
  useEffect(() => {
    if (start.draft) restoreCaret(form.current, start.draft.caret);
  }, [start.draft]);

  const { saving, error, save } = useSavePerson();
  const errors = fieldErrors(error);
  const submit = async (typed: PersonFormValue) => {
    const compact = withoutEmptyRows(typed);
    setValue(compact);
    const id = await save(compact, base);
    if (id === null) return;
    await draft.drop();
    toastDone(base ? `${compact.name.trim()} saved` : `${compact.name.trim()} added`);
    onSaved(id);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!saving) void submit(value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
  };
  useFocusOnError(form, error);
  // What is wrong must be in sight.
  const showMore = more || errorBehindMore(errors);
  const part = {
    value,
    errors,
    patch: (changes: Partial<PersonFormValue>) => setValue((was) => ({ ...was, ...changes })),
  };
  return (
    <form ref={form} className={classes.form} onSubmit={send} onKeyDown={onKeyDown} noValidate>
      <FirstFields {...part} />
      {showMore ? (
        <MoreFields {...part} />
      ) : (
        <Button variant="subtle" onClick={() => setMore(true)} aria-expanded={false}>
          More: how to reach them, needs, dates, notes…
        </Button>
      )}
      <ErrorNote error={asThrown(error)}>
        {error?.code === 'changedMeanwhile' && base ? (
          <Overwrite id={base.id} onRev={(rev) => void submit({ ...value, rev })} />
        ) : null}
      </ErrorNote>
      <div className={classes.footer}>
        <span className={classes.status} role="status">
          {draft.status.kind === 'kept' ? `Draft kept ${formatClock(draft.status.at)}` : null}
          {draft.status.kind === 'notKept' ? draft.status.message : null}
        </span>
        <Button
          variant="subtle"
          onClick={() => {
            draft.drop().then(onClose).catch(toastError);
          }}
        >
          {changed ? 'Discard' : 'Cancel'}
        </Button>
        <Button type="submit" loading={saving} rightSection={<Kbd keys="Mod+Enter" />}>
          Save
        </Button>
      </div>
    </form>
  );
}

/** The record was changed elsewhere since: what was typed can still win. */
function Overwrite({ id, onRev }: { id: string; onRev: (rev: string) => void }) {
  const overwrite = () => {
    call('people.get', { id })
      .then(({ rev }) => onRev(rev))
      .catch(toastError);
  };
  return (
    <Button variant="default" size="compact-sm" mt={6} onClick={overwrite}>
      Save what I typed over it
    </Button>
  );
}

function asThrown(error: CallError | null): Error | null {
  return error ? new Error(error.message) : null;
}

/** After a refusal the focus goes to the first field that is wrong. */
function useFocusOnError(form: { current: HTMLFormElement | null }, error: CallError | null): void {
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, error]);
}
