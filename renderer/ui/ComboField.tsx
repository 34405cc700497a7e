import { Popover } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import list from './Listbox.module.css';
import classes from './ComboField.module.css';
import type { useListbox } from './useListbox';

interface ComboFieldProps {
  label: string;
  /** What the list is called, for a screen reader. */
  listLabel: string;
  listbox: ReturnType<typeof useListbox>;
  open: boolean;
  options: readonly { key: string; words: ReactNode }[];
  /** What is chosen already, before the text field. */
  chips: ReactNode;
  typed: string;
  onType(text: string): void;
  onOpen(): void;
  onKeyDown(event: KeyboardEvent): void;
  onBlur(): void;
  placeholder: string;
  /** Nothing more can be chosen. */
  full: boolean;
  /** Characters that fit while nothing is typed. */
  width: number;
  /** What is wrong, in words. */
  message: string | undefined;
  field?: string | undefined;
  autoFocus?: boolean | undefined;
  disabled?: boolean | undefined;
  /** As a line of chips without a frame. */
  bare?: boolean | undefined;
}

/** A text field after chips of what is chosen, with a list of what may be chosen under it. */
export function ComboField(props: ComboFieldProps) {
  const { label, listbox, options, typed, full, message } = props;
  const messageId = useId();
  return (
    <div className={classes.picker} data-bare={props.bare || undefined}>
      <Popover
        opened={props.open && options.length > 0}
        position="bottom-start"
        offset={6}
        withRoles={false}
        shadow="md"
      >
        <Popover.Target>
          <div className={classes.field} data-invalid={message !== undefined || undefined}>
            {props.chips}
            <input
              type="text"
              role="combobox"
              autoComplete="off"
              spellCheck={false}
              className={classes.input}
              aria-label={label}
              aria-autocomplete="list"
              aria-invalid={message !== undefined}
              aria-describedby={message === undefined ? undefined : messageId}
              data-field={props.field}
              data-autofocus={props.autoFocus || undefined}
              disabled={props.disabled}
              placeholder={full ? '' : props.placeholder}
              data-full={full || undefined}
              size={Math.min(40, Math.max(full ? 1 : props.width, typed.length + 1))}
              value={typed}
              {...listbox.ownerProps}
              aria-expanded={listbox.ownerProps['aria-expanded']}
              aria-controls={listbox.ownerProps['aria-controls']}
              onChange={(event) => props.onType(event.currentTarget.value)}
              onKeyDown={props.onKeyDown}
              onBlur={props.onBlur}
              onClick={props.onOpen}
            />
          </div>
        </Popover.Target>
        <Popover.Dropdown p={0}>
          <ul className={list.list} aria-label={props.listLabel} {...listbox.listProps}>
            {options.map(({ key, words }, index) => (
              <li key={key} className={list.option} {...listbox.optionProps(index)}>
                {words}
              </li>
            ))}
          </ul>
        </Popover.Dropdown>
      </Popover>
      {message === undefined ? null : (
        <p id={messageId} className={classes.message} role="alert">
          {message}
        </p>
      )}
    </div>
  );
}

interface ComboChipProps {
  name: string;
  /** Not in the journal yet. */
  isNew: boolean;
  onRemove(): void;
}

/** Something that is chosen. */
export function ComboChip({ name, isNew, onRemove }: ComboChipProps) {
  return (
    <span className={classes.chip}>
      {isNew ? <span className={classes.new}>New</span> : null}
      <bdi className={classes.name}>{name}</bdi>
      {/* Not a stop for Tab: Backspace in the field does the same. */}
      <button
        type="button"
        tabIndex={-1}
        className={classes.remove}
        aria-label={`Remove ${name}`}
        onClick={onRemove}
      >
        ×
      </button>
    </span>
  );
}

/** An option: what it is called, and what tells it from others of that name. */
export function ComboWords({
  name,
  isNew,
  aside,
}: {
  name: string;
  isNew?: boolean;
  aside?: string | undefined;
}) {
  return (
    <>
      <span>
        {isNew ? 'New: ' : null}
        <bdi>{name}</bdi>
      </span>
      {aside ? <span className={list.aside}>{aside}</span> : null}
    </>
  );
}
