import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { call, useRead } from '../../api';
import { formatClock, formatDayLong } from '../../../shared/words/dates';
import { refuseFields } from '../../ui/form-refusal';
import { FormSheet } from '../../ui/FormSheet';
import { type FormStart, useRecordForm } from '../../ui/useRecordForm';
import { useNow } from '../../ui/useToday';
import { gatheringFormatLabels } from '../../../shared/words/labels';
import { GatheringValue, type Moment, readFrom, readTo, toSave } from './gathering-form';
import classes from './forms.module.css';

interface GatheringFormProps {
  start: FormStart<GatheringValue>;
  onClose: () => void;
}

/** All fields of a gathering. */
export function GatheringForm({ start, onClose }: GatheringFormProps) {
  const { value, patch, fieldErrors, sheet } = useRecordForm({
    form: 'gathering',
    start,
    titleOf: ({ name }) => name.trim() || 'A gathering',
    save: saveGathering,
    onClose,
  });
  /** What every text field of the form has in common. */
  const text = (field: TextField, path: string = field) => ({
    'data-field': field,
    value: value[field],
    error: fieldErrors[`gathering.${path}`],
    onChange: (event: { currentTarget: { value: string } }) => patch({ [field]: event.currentTarget.value }),
  });
  const now = useNow();
  return (
    <FormSheet title={start.recordId === null ? 'New gathering' : 'Gathering'} {...sheet}>
      <TextInput label="Name" data-autofocus {...text('name')} />
      <div className={classes.two}>
        <TextInput
          label="Begins"
          description={momentWords(readFrom(value, now), 'tomorrow 8am, 18 June 18:30…')}
          inputWrapperOrder={ORDER}
          {...text('from')}
        />
        <TextInput
          label="Ends"
          description={momentWords(readTo(value, now), '10:30, or leave it open')}
          inputWrapperOrder={ORDER}
          {...text('to')}
        />
      </div>
      <div className={classes.two}>
        <TextInput label="Place" {...text('place')} />
        <CircleSelect value={value.circleId} onChange={(circleId) => patch({ circleId })} />
      </div>
      <TextInput
        label="Intention"
        description="What you want from it: decide before you go"
        inputWrapperOrder={ORDER}
        {...text('intention')}
      />
      <TextInput
        label="Outcome"
        description="What came of it"
        inputWrapperOrder={ORDER}
        {...text('outcome')}
      />
      <div className={classes.two}>
        <FormatSelect value={value.format} onChange={(format) => patch({ format })} />
        {value.format === 'oneToOneRounds' ? (
          <TextInput label="Minutes per round" inputMode="numeric" {...text('minutesPerRound')} />
        ) : null}
      </div>
      <div className={classes.three}>
        <TextInput label="Your time, minutes" inputMode="numeric" {...text('minutes')} />
        <TextInput label="Cost" inputMode="decimal" {...text('cost', 'cost.amount')} />
        <TextInput label="Currency" placeholder="EUR" {...text('currency', 'cost.currency')} />
      </div>
      <Textarea
        label="Notes"
        autosize
        minRows={2}
        maxRows={12}
        classNames={{ input: classes.notes ?? '' }}
        {...text('notes')}
      />
    </FormSheet>
  );
}

type TextField = Exclude<keyof GatheringValue, 'kept' | 'circleId' | 'format'>;

const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

function momentWords(moment: Moment, examples: string): string {
  return moment.kind === 'at'
    ? `${formatDayLong(moment.at.slice(0, 10))}, ${formatClock(moment.at)}`
    : examples;
}

type Format = GatheringValue['format'];

function FormatSelect({ value, onChange }: { value: Format; onChange: (format: Format) => void }) {
  return (
    <NativeSelect
      label="Format"
      value={value ?? ''}
      onChange={(event) => onChange(GatheringValue.shape.format.parse(event.currentTarget.value || null))}
      data={[
        { value: '', label: 'Not said' },
        ...Object.entries(gatheringFormatLabels).map(([format, label]) => ({ value: format, label })),
      ]}
    />
  );
}

function CircleSelect({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const circles = useRead('circles.list', {}).data?.circles ?? [];
  return (
    <NativeSelect
      label="Circle"
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[
        { value: '', label: 'None' },
        ...circles.map(({ circle }) => ({ value: circle.id, label: circle.name })),
      ]}
    />
  );
}

async function saveGathering(value: GatheringValue): Promise<string> {
  const ready = toSave(value, new Date());
  if (ready.kind === 'refused') throw refuseFields(ready.fields);
  await call('gatherings.save', ready.input);
  return ready.input.editing === null ? `${value.name.trim()} added` : `${value.name.trim()} changed`;
}
