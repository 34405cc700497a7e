import { Autocomplete, Button, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import type { Draft } from '../../../shared/contract/app';
import { call, useRead, useWrite } from '../../api';
import { useContinueDraft } from '../../ui/drafts';
import { refuseFields } from '../../ui/form-refusal';
import { FormSheet } from '../../ui/FormSheet';
import { draftFor, useFormStart } from '../../ui/load-form';
import { toastDone, toastError } from '../../ui/toasts';
import { type FormStart, useRecordForm } from '../../ui/useRecordForm';
import { openTimeForm, type TimeFormArgs, timeFormOverlay } from './overlays';
import { formOf, newTime, TimeValue, toSave } from './time-form';

const close = () => timeFormOverlay.close();

/** The form of extra time, rendered once; `openTimeForm` opens it from anywhere. */
export function TimeFormHost() {
  const args = timeFormOverlay.useArgs();
  useContinueDraft(
    'time',
    useCallback(({ id }: Draft) => openTimeForm({ draftId: id }), []),
  );
  const start = useFormStart(args, loadStart, close);
  if (!args || !start) return null;
  return <TimeForm key={start.draft?.id ?? start.recordId ?? 'new'} start={start} />;
}

async function loadStart({ edit, draftId }: TimeFormArgs): Promise<FormStart<TimeValue>> {
  const draft = await draftFor('time', { draftId, recordId: edit?.id ?? null }, TimeValue);
  return { pristine: edit ? formOf(edit) : newTime, draft, recordId: edit?.id ?? null };
}

function TimeForm({ start }: { start: FormStart<TimeValue> }) {
  const { value, patch, fieldErrors, sheet } = useRecordForm({
    form: 'time',
    start,
    titleOf: ({ channel }) => channel.trim() || 'Extra time',
    save: saveTime,
    onClose: close,
  });
  const channels = useRead('timeLogs.channels', {}).data?.channels ?? [];
  const text = (field: 'minutes' | 'day' | 'note', key: string) => ({
    'data-field': field,
    value: value[field],
    error: fieldErrors[`timeLog.${key}`],
    onChange: (event: { currentTarget: { value: string } }) => patch({ [field]: event.currentTarget.value }),
  });
  return (
    <FormSheet title={start.recordId === null ? 'Log time' : 'Logged time'} {...sheet}>
      <Autocomplete
        label="Channel"
        placeholder="Forum, newsletter, preparing…"
        data-autofocus
        data-field="channel"
        data={channels}
        limit={6}
        openOnFocus={false}
        value={value.channel}
        error={fieldErrors['timeLog.channel']}
        onChange={(channel) => patch({ channel })}
      />
      <TextInput label="How long" placeholder="45, or 1:30" {...text('minutes', 'minutes')} />
      <TextInput label="Day" {...text('day', 'date')} />
      <TextInput label="Note" {...text('note', 'note')} />
      {start.recordId === null ? null : <DeleteTime id={start.recordId} />}
    </FormSheet>
  );
}

function DeleteTime({ id }: { id: string }) {
  const remove = useWrite('timeLogs.delete');
  return (
    <div>
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        onClick={() =>
          remove.mutate(
            { id },
            {
              onSuccess: () => {
                close();
                toastDone('Logged time deleted');
              },
              onError: toastError,
            },
          )
        }
      >
        Delete this time
      </Button>
    </div>
  );
}

async function saveTime(value: TimeValue): Promise<string> {
  const ready = toSave(value, new Date());
  if (ready.kind === 'refused') throw refuseFields(ready.fields);
  await call('timeLogs.save', ready.input);
  return value.editing === null ? 'Time logged' : 'Time changed';
}
