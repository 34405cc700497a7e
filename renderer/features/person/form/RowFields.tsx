import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import { ChannelKind } from '../../../../shared/model/person';
import { channelLabels, dateKindLabels } from '../../../../shared/words/labels';
import { errorAt } from './field-errors';
import type { FormPart } from './fields';
import classes from './PersonForm.module.css';

const CHANNELS = ChannelKind.options.map((kind) => ({ value: kind, label: channelLabels[kind] }));
const DATE_KINDS = ['birthday', 'anniversary', 'other'] as const;
const DATES = DATE_KINDS.map((kind) => ({ value: kind, label: dateKindLabels[kind] }));

/** Ways to reach the person. */
export function ChannelRows({ value, patch, errors }: FormPart) {
  const rows = value.channels;
  const change = (index: number, part: Partial<(typeof rows)[number]>) =>
    patch({ channels: rows.map((row, at) => (at === index ? { ...row, ...part } : row)) });
  return (
    <Rows
      title="Reach"
      add="Add an address"
      onAdd={() => patch({ channels: [...rows, { kind: 'email', value: '', label: '' }] })}
    >
      {rows.map((row, index) => (
        <Row
          // Rows have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          what={`address ${index + 1}`}
          onRemove={() => patch({ channels: rows.filter((_, at) => at !== index) })}
        >
          <Select
            aria-label={`Kind of address ${index + 1}`}
            className={classes.kind}
            data={CHANNELS}
            value={row.kind}
            allowDeselect={false}
            onChange={(kind) =>
              change(index, { kind: ChannelKind.options.find((one) => one === kind) ?? 'email' })
            }
          />
          <TextInput
            aria-label={`Address ${index + 1}`}
            className={classes.grow}
            value={row.value}
            error={errorAt(errors, `channels.${index}.value`)}
            data-field={`channels.${index}.value`}
            onChange={(event) => change(index, { value: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Label of address ${index + 1}`}
            className={classes.label}
            placeholder="Label"
            value={row.label}
            error={errorAt(errors, `channels.${index}.label`)}
            data-field={`channels.${index}.label`}
            onChange={(event) => change(index, { label: event.currentTarget.value })}
          />
        </Row>
      ))}
    </Rows>
  );
}

/** Dates that come back every year; the year may be unknown. */
export function DateRows({ value, patch, errors }: FormPart) {
  const rows = value.dates;
  const change = (index: number, part: Partial<(typeof rows)[number]>) =>
    patch({ dates: rows.map((row, at) => (at === index ? { ...row, ...part } : row)) });
  return (
    <Rows
      title="Dates"
      add="Add a date"
      onAdd={() => patch({ dates: [...rows, { kind: 'birthday', on: '', label: '' }] })}
    >
      {rows.map((row, index) => (
        <Row
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          what={`date ${index + 1}`}
          onRemove={() => patch({ dates: rows.filter((_, at) => at !== index) })}
        >
          <Select
            aria-label={`Kind of date ${index + 1}`}
            className={classes.kind}
            data={DATES}
            value={row.kind}
            allowDeselect={false}
            onChange={(kind) => change(index, { kind: DATE_KINDS.find((one) => one === kind) ?? 'other' })}
          />
          <TextInput
            aria-label={`Date ${index + 1}`}
            className={classes.grow}
            placeholder="15 April, or 15 April 1984"
            value={row.on}
            error={errorAt(errors, `dates.${index}.on`)}
            data-field={`dates.${index}.on`}
            onChange={(event) => change(index, { on: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Label of date ${index + 1}`}
            className={classes.label}
            placeholder="Label"
            value={row.label}
            error={errorAt(errors, `dates.${index}.label`)}
            data-field={`dates.${index}.label`}
            onChange={(event) => change(index, { label: event.currentTarget.value })}
          />
        </Row>
      ))}
    </Rows>
  );
}

/** Fields of the user's own. */
export function CustomRows({ value, patch, errors }: FormPart) {
  const rows = value.customFields;
  const change = (index: number, part: Partial<(typeof rows)[number]>) =>
    patch({ customFields: rows.map((row, at) => (at === index ? { ...row, ...part } : row)) });
  return (
    <Rows
      title="Your own fields"
      add="Add a field"
      onAdd={() => patch({ customFields: [...rows, { name: '', value: '' }] })}
    >
      {rows.map((row, index) => (
        <Row
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          what={`field ${index + 1}`}
          onRemove={() => patch({ customFields: rows.filter((_, at) => at !== index) })}
        >
          <TextInput
            aria-label={`Name of field ${index + 1}`}
            className={classes.kind}
            placeholder="Name"
            value={row.name}
            error={errorAt(errors, `customFields.${index}.name`)}
            data-field={`customFields.${index}.name`}
            onChange={(event) => change(index, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Value of field ${index + 1}`}
            className={classes.grow}
            value={row.value}
            error={errorAt(errors, `customFields.${index}.value`)}
            data-field={`customFields.${index}.value`}
            onChange={(event) => change(index, { value: event.currentTarget.value })}
          />
        </Row>
      ))}
    </Rows>
  );
}

interface RowsProps {
  title: string;
  add: string;
  onAdd: () => void;
  children: ReactNode;
}

/** Rows that can be added: the new one has the focus, ready to be filled in. */
function Rows({ title, add, onAdd, children }: RowsProps) {
  const rows = useRef<HTMLFieldSetElement>(null);
  const addOne = () => {
    flushSync(onAdd);
    rows.current?.querySelector<HTMLInputElement>('[data-row]:last-of-type input[data-field]')?.focus();
  };
  return (
    <fieldset ref={rows} className={classes.rows}>
      <legend className={classes.legend}>{title}</legend>
      {children}
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={addOne}>
        {add}
      </Button>
    </fieldset>
  );
}

function Row({ what, onRemove, children }: { what: string; onRemove: () => void; children: ReactNode }) {
  return (
    <div className={classes.row} data-row>
      {children}
      <ActionIcon variant="subtle" color="gray" size={34} aria-label={`Remove ${what}`} onClick={onRemove}>
        <IconX size={16} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
