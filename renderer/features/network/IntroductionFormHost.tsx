import { Checkbox, Input, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import type { Draft } from '../../../shared/contract/app';
import { call } from '../../api';
import { useContinueDraft } from '../../ui/drafts';
import { refuseFields } from '../../ui/form-refusal';
import { FormSheet } from '../../ui/FormSheet';
import { draftFor, useFormStart } from '../../ui/load-form';
import { PersonPicker, type PickedPerson } from '../../ui/PersonPicker';
import { type FormStart, useRecordForm } from '../../ui/useRecordForm';
import {
  formOf,
  IntroductionKind,
  IntroductionValue,
  newIntroduction,
  type Parts,
  toSave,
} from './introduction-form';
import { type IntroductionArgs, introductionOverlay, openIntroduction } from './overlays';

const close = () => introductionOverlay.close();

/** The form of an introduction, rendered once; `openIntroduction` opens it from anywhere. */
export function IntroductionFormHost() {
  const args = introductionOverlay.useArgs();
  useContinueDraft(
    'introduction',
    useCallback(
      ({ id, recordId }: Draft) =>
        openIntroduction({ draftId: id, ...(recordId ? { editId: recordId } : {}) }),
      [],
    ),
  );
  const start = useFormStart(args, loadStart, close);
  if (!args || !start) return null;
  return <IntroductionForm key={start.draft?.id ?? start.recordId ?? 'new'} start={start} />;
}

async function loadStart(args: IntroductionArgs): Promise<FormStart<IntroductionValue>> {
  const { editId, draftId, on = null } = args;
  const draft = await draftFor('introduction', { draftId, recordId: editId ?? null }, IntroductionValue);
  if (editId !== undefined) {
    const pristine = formOf(await call('introductions.get', { id: editId }));
    return { pristine, draft, recordId: editId };
  }
  return { pristine: newIntroduction(await partsOf(args), on), draft, recordId: null };
}

async function partsOf({ by, a, b }: IntroductionArgs): Promise<Parts> {
  const ids = [by, a, b].flatMap((id) => (id === undefined || id === 'me' ? [] : [id]));
  const { people } = ids.length > 0 ? await call('people.names', { ids }) : { people: [] };
  const picked = (id: string | undefined): Parts['by'] => {
    const person = people.find((one) => one.id === id);
    return id === 'me' ? 'me' : person ? { key: person.id, name: person.name } : null;
  };
  return { by: picked(by), a: picked(a), b: picked(b) };
}

const KINDS = [
  { value: 'toMe', label: 'Somebody introduced me' },
  { value: 'byMe', label: 'I introduced two people' },
  { value: 'others', label: 'Somebody introduced others' },
] as const satisfies readonly { value: IntroductionKind; label: string }[];

type PartName = 'by' | 'a' | 'b';

/** Whom the form asks for, in the order in which one tells it. */
const ASKED: Record<IntroductionKind, readonly (readonly [PartName, string])[]> = {
  toMe: [
    ['by', 'Who introduced you'],
    ['b', 'To whom'],
  ],
  byMe: [
    ['a', 'Whom you introduced'],
    ['b', 'To whom'],
  ],
  others: [
    ['by', 'Who introduced them'],
    ['a', 'Whom'],
    ['b', 'To whom'],
  ],
};

function IntroductionForm({ start }: { start: FormStart<IntroductionValue> }) {
  const { value, patch, fieldErrors, sheet } = useRecordForm({
    form: 'introduction',
    start,
    titleOf: ({ by, a, b }) => [by, a, b].find((who) => who !== null)?.name ?? 'An introduction',
    save: saveIntroduction,
    onClose: close,
  });
  const asked = ASKED[value.kind];
  const firstOpen = asked.find(([part]) => value[part] === null)?.[0];
  const byMe = value.kind === 'byMe';
  return (
    <FormSheet title={start.recordId === null ? 'New introduction' : 'Introduction'} {...sheet}>
      <SegmentedControl
        aria-label="Which way"
        value={value.kind}
        onChange={(kind) => patch({ kind: IntroductionKind.parse(kind) })}
        data={[...KINDS]}
      />
      {asked.map(([part, label]) => (
        <PartPicker
          key={`${value.kind} ${part}`}
          label={label}
          field={part}
          person={value[part]}
          others={[value.by, value.a, value.b].filter((who) => who !== null)}
          autoFocus={part === firstOpen}
          error={fieldErrors[`introduction.${part}`]}
          onChange={(person) => patch({ [part]: person })}
        />
      ))}
      <TextInput
        label="When"
        data-field="when"
        value={value.when}
        error={fieldErrors['introduction.at']}
        onChange={(event) => patch({ when: event.currentTarget.value })}
      />
      <Tick field="askedBoth" label="Both were asked first" value={value} patch={patch} />
      <Textarea
        label="What came of it"
        autosize
        minRows={1}
        maxRows={6}
        data-field="outcome"
        value={value.outcome}
        error={fieldErrors['introduction.outcome']}
        onChange={(event) => patch({ outcome: event.currentTarget.value })}
        styles={{ input: { fontFamily: 'var(--serif)', fontSize: 16.5 } }}
      />
      <Tick field="thanked" label={byMe ? 'They thanked you' : 'Thanked'} value={value} patch={patch} />
      <Tick
        field="reportedBack"
        label={byMe ? 'They told you what came of it' : 'Told them what came of it'}
        value={value}
        patch={patch}
      />
    </FormSheet>
  );
}

interface TickProps {
  field: 'askedBoth' | 'thanked' | 'reportedBack';
  label: string;
  value: IntroductionValue;
  patch: (part: Partial<IntroductionValue>) => void;
}

function Tick({ field, label, value, patch }: TickProps) {
  return (
    <Checkbox
      label={label}
      data-field={field}
      checked={value[field]}
      onChange={(event) => patch({ [field]: event.currentTarget.checked })}
    />
  );
}

interface PartPickerProps {
  label: string;
  field: PartName;
  person: PickedPerson | null;
  others: readonly PickedPerson[];
  autoFocus: boolean;
  error: string | undefined;
  onChange: (person: PickedPerson | null) => void;
}

function PartPicker({ label, field, person, others, autoFocus, error, onChange }: PartPickerProps) {
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
        field={field}
        autoFocus={autoFocus}
        newElsewhere={others}
        value={person ? [person] : []}
        error={error}
        onChange={(people) => onChange(people[0] ?? null)}
      />
    </div>
  );
}

async function saveIntroduction(value: IntroductionValue): Promise<string> {
  const ready = toSave(value, new Date());
  if (ready.kind === 'refused') throw refuseFields(ready.fields);
  await call('introductions.save', ready.input);
  return ready.input.editing === null ? 'Introduction noted' : 'Introduction changed';
}
