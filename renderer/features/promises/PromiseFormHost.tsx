import { Input, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import type { Draft } from '../../../shared/contract/app';
import { call } from '../../api';
import { formatDayLong, todayHere } from '../../../shared/words/dates';
import { useContinueDraft } from '../../ui/drafts';
import { refuseFields } from '../../ui/form-refusal';
import { FormSheet } from '../../ui/FormSheet';
import { draftFor, useFormStart } from '../../ui/load-form';
import { PersonPicker } from '../../ui/PersonPicker';
import { type FormStart, useRecordForm } from '../../ui/useRecordForm';
import { useNow } from '../../ui/useToday';
import { promiseByLabels } from '../../../shared/words/labels';
import { openPromiseForm, type PromiseFormArgs, promiseFormOverlay } from './overlays';
import { formOf, newPromise, PromiseValue, readDue, toSave } from './promise-form';

const close = () => promiseFormOverlay.close();

/** The form of a promise, rendered once; `openPromiseForm` opens it from anywhere. */
export function PromiseFormHost() {
  const args = promiseFormOverlay.useArgs();
  useContinueDraft(
    'promise',
    useCallback(
      ({ id, recordId }: Draft) =>
        openPromiseForm({ draftId: id, ...(recordId ? { editId: recordId } : {}) }),
      [],
    ),
  );
  const start = useFormStart(args, loadStart, close);
  if (!args || !start) return null;
  return <PromiseForm key={start.draft?.id ?? start.recordId ?? 'new'} start={start} />;
}

async function loadStart({ editId, personId, draftId }: PromiseFormArgs): Promise<FormStart<PromiseValue>> {
  const draft = await draftFor('promise', { draftId, recordId: editId ?? null }, PromiseValue);
  if (editId !== undefined) {
    const pristine = formOf(await call('promises.get', { id: editId }));
    return { pristine, draft, recordId: editId };
  }
  const people = personId === undefined ? [] : (await call('people.names', { ids: [personId] })).people;
  const person = people[0] ? { key: people[0].id, name: people[0].name } : null;
  return { pristine: newPromise(todayHere(), person), draft, recordId: null };
}

function PromiseForm({ start }: { start: FormStart<PromiseValue> }) {
  const { value, patch, fieldErrors, sheet } = useRecordForm({
    form: 'promise',
    start,
    titleOf: ({ what, person }) => what.trim() || person?.name || 'A promise',
    save: savePromise,
    onClose: close,
  });
  const due = readDue(value, useNow());
  return (
    <FormSheet title={start.recordId === null ? 'New promise' : 'Promise'} {...sheet}>
      <SegmentedControl
        aria-label="Who promised"
        value={value.by}
        onChange={(by) => patch({ by: by === 'them' ? 'them' : 'me' })}
        data={[
          { value: 'me', label: promiseByLabels.me },
          { value: 'them', label: promiseByLabels.them },
        ]}
      />
      <LabelledPicker
        label={value.by === 'me' ? 'To whom' : 'Who'}
        person={value.person}
        error={fieldErrors['promise.personId']}
        onChange={(person) => patch({ person })}
      />
      <Textarea
        label="What"
        autosize
        minRows={1}
        maxRows={6}
        data-field="what"
        data-autofocus={value.person !== null || undefined}
        value={value.what}
        error={fieldErrors['promise.what']}
        onChange={(event) => patch({ what: event.currentTarget.value })}
        styles={{ input: { fontFamily: 'var(--serif)', fontSize: 16.5 } }}
      />
      <TextInput
        label="Due"
        description={
          due.kind === 'on' ? formatDayLong(due.on) : 'Friday, in two weeks, 18 June… or leave it open'
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data-field="due"
        value={value.due}
        error={fieldErrors['promise.dueOn']}
        onChange={(event) => patch({ due: event.currentTarget.value })}
      />
    </FormSheet>
  );
}

interface LabelledPickerProps {
  label: string;
  person: PromiseValue['person'];
  error: string | undefined;
  onChange: (person: PromiseValue['person']) => void;
}

function LabelledPicker({ label, person, error, onChange }: LabelledPickerProps) {
  return (
    <div>
      {/* The field says its own name; this is for the eye. */}
      <Input.Label labelElement="div" aria-hidden="true">
        {label}
      </Input.Label>
      <PersonPicker
        label={label}
        placeholder="Type a name"
        single
        allowNew={false}
        field="person"
        autoFocus={person === null}
        value={person ? [person] : []}
        error={error}
        onChange={(people) => onChange(people[0] ?? null)}
      />
    </div>
  );
}

async function savePromise(value: PromiseValue): Promise<string> {
  const ready = toSave(value, new Date());
  if (ready.kind === 'refused') throw refuseFields(ready.fields);
  await call('promises.save', ready.input);
  return ready.input.editing === null ? 'Promise noted' : 'Promise changed';
}
