import { Textarea, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import type { Draft } from '../../../shared/contract/app';
import { call } from '../../api';
import { useContinueDraft } from '../../ui/drafts';
import { refuseFields } from '../../ui/form-refusal';
import { FormSheet } from '../../ui/FormSheet';
import { draftFor, useFormStart } from '../../ui/load-form';
import { type FormStart, useRecordForm } from '../../ui/useRecordForm';
import { openSeasonForm, type SeasonFormArgs, seasonFormOverlay } from './overlays';
import { formOf, newSeason, SeasonValue, toSave } from './season-form';

const close = () => seasonFormOverlay.close();

/** The form of a change of direction, rendered once; `openSeasonForm` opens it from anywhere. */
export function SeasonFormHost() {
  const args = seasonFormOverlay.useArgs();
  useContinueDraft(
    'season',
    useCallback(({ id }: Draft) => openSeasonForm({ draftId: id }), []),
  );
  const start = useFormStart(args, loadStart, close);
  if (!args || !start) return null;
  return <SeasonForm key={start.draft?.id ?? start.recordId ?? 'new'} start={start} />;
}

async function loadStart({ edit, draftId }: SeasonFormArgs): Promise<FormStart<SeasonValue>> {
  const draft = await draftFor('season', { draftId, recordId: edit?.id ?? null }, SeasonValue);
  return { pristine: edit ? formOf(edit) : newSeason, draft, recordId: edit?.id ?? null };
}

function SeasonForm({ start }: { start: FormStart<SeasonValue> }) {
  const { value, patch, fieldErrors, sheet } = useRecordForm({
    form: 'season',
    start,
    titleOf: ({ name }) => name.trim() || 'A change of direction',
    save: saveSeason,
    onClose: close,
  });
  const text = (field: 'name' | 'from' | 'to') => ({
    'data-field': field,
    value: value[field],
    error: fieldErrors[`season.${field}`],
    onChange: (event: { currentTarget: { value: string } }) => patch({ [field]: event.currentTarget.value }),
  });
  return (
    <FormSheet title={start.recordId === null ? 'New change of direction' : 'Change of direction'} {...sheet}>
      <TextInput label="Name" placeholder="Fewer workshops, more advice" data-autofocus {...text('name')} />
      <TextInput label="Since" {...text('from')} />
      <TextInput label="Until" placeholder="leave it open" {...text('to')} />
      <Textarea
        label="What changes"
        autosize
        minRows={2}
        maxRows={10}
        data-field="change"
        value={value.change}
        onChange={(event) => patch({ change: event.currentTarget.value })}
        styles={{ input: { fontFamily: 'var(--serif)', fontSize: 16.5 } }}
      />
    </FormSheet>
  );
}

async function saveSeason(value: SeasonValue): Promise<string> {
  const ready = toSave(value, new Date());
  if (ready.kind === 'refused') throw refuseFields(ready.fields);
  await call('seasons.save', ready.input);
  return value.editing === null ? `${value.name.trim()} noted` : `${value.name.trim()} changed`;
}
