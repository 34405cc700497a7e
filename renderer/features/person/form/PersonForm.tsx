import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call, callErrorOf } from '../../../api';
import { FormSheet } from '../../../ui/FormSheet';
import { toastError } from '../../../ui/toasts';
import { type FormStart, useRecordForm } from '../../../ui/useRecordForm';
import { errorBehindMore, fieldErrors } from './field-errors';
import { FirstFields } from './FirstFields';
import type { PersonFormValue } from './form-value';
import { MoreFields } from './MoreFields';
import { savePerson } from './save-person';

interface PersonFormProps {
  start: FormStart<PersonFormValue>;
  onClose: () => void;
}

/** Creates or edits a person. What is typed is kept as a draft until it is saved or thrown away. */
export function PersonForm({ start, onClose }: PersonFormProps) {
  const { recordId } = start;
  const [, navigate] = useLocation();
  const [welcome, setWelcome] = useState(false);
  const [more, setMore] = useState(recordId !== null || start.draft !== null);
  const form = useRecordForm<PersonFormValue>({
    form: 'person',
    start,
    titleOf: ({ name }) => name.trim() || 'A new person',
    save: async (value) => {
      const id = await savePerson(value, recordId, welcome);
      if (recordId === null) navigate(`/people/${id}`);
      return recordId === null ? `${value.name.trim()} added` : `${value.name.trim()} saved`;
    },
    onClose,
  });
  const errors = fieldErrors(form.fieldErrors, form.value);
  const part = { value: form.value, patch: form.patch, errors };
  const refusal = form.sheet.error === null ? null : callErrorOf(form.sheet.error).code;
  return (
    <FormSheet title={recordId === null ? 'New person' : 'Edit person'} {...form.sheet}>
      {refusal === 'forgottenBefore' ? <Welcome chosen={welcome} onChoose={() => setWelcome(true)} /> : null}
      {refusal === 'changedMeanwhile' && recordId !== null ? (
        <Overwrite id={recordId} onRev={(rev) => form.patch({ rev })} chosen={form.value.rev} />
      ) : null}
      <FirstFields {...part} />
      {/* What is wrong must be in sight. */}
      {more || errorBehindMore(errors) ? (
        <MoreFields {...part} />
      ) : (
        <Button variant="subtle" onClick={() => setMore(true)} aria-expanded={false}>
          More: how to reach them, needs, dates, notes…
        </Button>
      )}
    </FormSheet>
  );
}

/** Somebody who was forgotten comes back only when the user says so. */
function Welcome({ chosen, onChoose }: { chosen: boolean; onChoose: () => void }) {
  if (chosen) return <p role="status">Save now takes them in, and Rapport will not ask about them again.</p>;
  return (
    <Button variant="default" size="compact-sm" onClick={onChoose}>
      Yes, take them in anew
    </Button>
  );
}

interface OverwriteProps {
  id: string;
  chosen: string | null;
  onRev: (rev: string) => void;
}

/** The record was changed elsewhere since: what was typed can still win, when the user says so. */
function Overwrite({ id, chosen, onRev }: OverwriteProps) {
  const [refused] = useState(chosen);
  if (chosen !== refused) return <p role="status">Save now puts what you typed in its place.</p>;
  const overwrite = () => {
    call('people.get', { id })
      .then(({ rev }) => onRev(rev))
      .catch(toastError);
  };
  return (
    <Button variant="default" size="compact-sm" onClick={overwrite}>
      Use what I typed instead
    </Button>
  );
}
