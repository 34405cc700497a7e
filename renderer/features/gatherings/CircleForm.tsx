import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useLocation } from 'wouter';
import { call } from '../../api';
import { FormSheet } from '../../ui/FormSheet';
import { type FormStart, useRecordForm } from '../../ui/useRecordForm';
import { purposeLabels } from '../../../shared/words/labels';
import { CircleValue, toSave } from './circle-form';
import classes from './forms.module.css';

interface CircleFormProps {
  start: FormStart<CircleValue>;
  onClose: () => void;
}

/** All fields of a circle. */
export function CircleForm({ start, onClose }: CircleFormProps) {
  const [, navigate] = useLocation();
  const { value, patch, fieldErrors, sheet } = useRecordForm({
    form: 'circle',
    start,
    titleOf: ({ name }) => name.trim() || 'A circle',
    save: async (circle) => {
      const { id } = await call('circles.save', toSave(circle));
      const name = circle.name.trim();
      if (circle.editing !== null) return `${name} changed`;
      // A new one may be in no list that is in sight.
      navigate(`/circles/${id}`);
      return `${name} added`;
    },
    onClose,
  });
  const text = (field: 'name' | 'kind' | 'notes') => ({
    'data-field': field,
    value: value[field],
    error: fieldErrors[`circle.${field}`],
    onChange: (event: { currentTarget: { value: string } }) => patch({ [field]: event.currentTarget.value }),
  });
  return (
    <FormSheet title={start.recordId === null ? 'New circle' : 'Circle'} {...sheet}>
      <TextInput label="Name" data-autofocus {...text('name')} />
      <div className={classes.two}>
        <TextInput label="Kind" placeholder="Breakfast club, alumni, online…" {...text('kind')} />
        <NativeSelect
          label="Purpose"
          value={value.purpose ?? ''}
          onChange={(event) =>
            patch({ purpose: CircleValue.shape.purpose.parse(event.currentTarget.value || null) })
          }
          data={[
            { value: '', label: 'Not said' },
            ...Object.entries(purposeLabels).map(([purpose, label]) => ({ value: purpose, label })),
          ]}
        />
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
