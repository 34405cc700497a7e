import { Checkbox } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { DebriefDraft } from '../debrief-draft';
import { useField, useIssue } from '../form/form-store';
import form from '../form/form.module.css';
import classes from './more.module.css';

type TextName = {
  [K in keyof DebriefDraft]-?: DebriefDraft[K] extends string ? K : never;
}[keyof DebriefDraft];

/** A heading and its fields. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h3 id={id} className={classes.title}>
        {title}
      </h3>
      {children}
    </section>
  );
}

/** A labelled line of text that belongs to a text of the draft. */
export function TextField(props: { name: TextName; label: string; placeholder?: string; short?: boolean }) {
  const [value, setValue] = useField(props.name);
  const issue = useIssue(props.name);
  return (
    <LineField
      {...props}
      field={props.name}
      value={value}
      onChange={setValue}
      issue={issue}
      label={props.label}
    />
  );
}

interface LineFieldProps {
  label: string;
  field: string;
  value: string;
  onChange(value: string): void;
  issue?: string | undefined;
  placeholder?: string;
  /** For a figure. */
  short?: boolean;
}

export function LineField(props: LineFieldProps) {
  const id = useId();
  return (
    <div className={classes.field} data-short={props.short || undefined}>
      <label htmlFor={id} className={form.factLabel}>
        {props.label}
      </label>
      <span className={classes.control}>
        <input
          id={id}
          type="text"
          className={form.line}
          inputMode={props.short ? 'numeric' : undefined}
          data-field={props.field}
          aria-invalid={props.issue !== undefined}
          aria-describedby={props.issue === undefined ? undefined : `${id}-issue`}
          placeholder={props.placeholder}
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
        {props.issue === undefined ? null : (
          <span id={`${id}-issue`} className={form.problem} role="alert">
            {props.issue}
          </span>
        )}
      </span>
    </div>
  );
}

/** Ticked or not said: an untouched box says nothing. */
export function Tick(props: { name: 'repaired'; label: string }) {
  const [value, setValue] = useField(props.name);
  return (
    <Checkbox
      size="sm"
      label={props.label}
      data-field={props.name}
      checked={value === true}
      onChange={(event) => setValue(event.currentTarget.checked ? true : undefined)}
    />
  );
}
