import { Popover } from '@mantine/core';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { call, useRead } from '../api';
import list from './Listbox.module.css';
import {
  isNewPerson,
  MAX_NAME_LENGTH,
  nextNewKey,
  type PersonOption,
  personOptions,
  type PickedPerson,
} from './person-options';
import classes from './PersonPicker.module.css';
import { useListbox } from './useListbox';

export type { PickedPerson } from './person-options';

interface PersonPickerProps {
  label: string;
  value: readonly PickedPerson[];
  onChange(people: PickedPerson[]): void;
  /** One person at most. */
  single?: boolean;
  /** New people may be created in place. Default: yes. */
  allowNew?: boolean;
  /** New people named elsewhere in the same form; their keys are not used again. */
  newElsewhere?: readonly PickedPerson[];
  /** Name of the text field, for drafts. */
  field?: string;
  error?: string | undefined;
  placeholder?: string;
  autoFocus?: boolean;
  disabled?: boolean;
  /** As a line of chips without a frame. */
  bare?: boolean;
}

const SUGGESTIONS = 8;
const NOBODY: readonly PickedPerson[] = [];

/**
 * Chooses people by typing: arrows and Enter take a suggestion or create a new person in place, Backspace in the empty
 * field takes the last one out. Everything by keyboard; the mouse works too.
 */
export function PersonPicker(props: PersonPickerProps) {
  const { label, value, onChange, single = false, newElsewhere = NOBODY } = props;
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const messageId = useId();
  const tooLong = typed.trim().length > MAX_NAME_LENGTH;
  const { options, settle } = useOptions(typed, open && !tooLong, props);

  // Names may be typed faster than the journal answers: what is added goes to the latest list.
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  const take = (option: PersonOption | undefined) => {
    if (!option) return;
    const picked = pickedFrom(option, [...latest.current, ...newElsewhere]);
    latest.current = single ? [picked] : [...latest.current.filter(({ key }) => key !== picked.key), picked];
    onChange([...latest.current]);
  };
  const clear = () => {
    setTyped('');
    setOpen(false);
  };
  const takeTyped = () => {
    if (typed.trim() === '' || tooLong) return;
    // What was typed last may not be answered yet: the answer to it counts, not an older one.
    void settle().then((settled) => take(settled[0]));
    clear();
  };
  const listbox = useListbox(
    open,
    options.length,
    (index) => {
      take(options[index]);
      clear();
    },
    typed,
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && typed.trim() !== '' && listbox.active === 0) {
      // Also with Ctrl, which saves the form: the name comes first, the next press saves.
      event.preventDefault();
      event.stopPropagation();
      takeTyped();
    } else if (listbox.onKey(event)) {
      return;
    } else if (event.key === 'ArrowDown' && !open) setOpen(true);
    else if (event.key === 'Escape' && open && options.length > 0) {
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Backspace' && typed === '' && value.length > 0) onChange(value.slice(0, -1));
  };
  const onBlur = () => {
    setOpen(false);
    // Leaving the field takes the name; looking at another window does not.
    if (document.hasFocus()) takeTyped();
  };

  const message = tooLong
    ? `A name has at most ${MAX_NAME_LENGTH} characters; this has ${typed.trim().length}. Longer text belongs in the notes.`
    : props.error;
  const full = single && value.length > 0;
  return (
    <div className={classes.picker} data-bare={props.bare || undefined}>
      <Popover
        opened={open && options.length > 0}
        position="bottom-start"
        offset={6}
        withRoles={false}
        shadow="md"
      >
        <Popover.Target>
          <div className={classes.field} data-invalid={message !== undefined || undefined}>
            {value.map((person) => (
              <Chip key={person.key} person={person} onRemove={() => onChange(without(value, person.key))} />
            ))}
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
              placeholder={full ? '' : (props.placeholder ?? (value.length === 0 ? 'Who?' : 'and who?'))}
              data-full={full || undefined}
              size={Math.min(40, Math.max(full ? 1 : 9, typed.length + 1))}
              value={typed}
              {...listbox.ownerProps}
              aria-expanded={listbox.ownerProps['aria-expanded']}
              aria-controls={listbox.ownerProps['aria-controls']}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                setOpen(true);
              }}
              onKeyDown={onKeyDown}
              onBlur={onBlur}
              onClick={() => setOpen(true)}
            />
          </div>
        </Popover.Target>
        <Popover.Dropdown p={0}>
          <ul className={list.list} aria-label={`People for ${label}`} {...listbox.listProps}>
            {options.map((option, index) => (
              <li key={optionKey(option)} className={list.option} {...listbox.optionProps(index)}>
                <OptionWords option={option} />
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

function Chip({ person, onRemove }: { person: PickedPerson; onRemove(): void }) {
  return (
    <span className={classes.chip}>
      {isNewPerson(person.key) ? <span className={classes.new}>New</span> : null}
      <bdi className={classes.name}>{person.name}</bdi>
      {/* Not a stop for Tab: Backspace in the field does the same. */}
      <button
        type="button"
        tabIndex={-1}
        className={classes.remove}
        aria-label={`Remove ${person.name}`}
        onClick={onRemove}
      >
        ×
      </button>
    </span>
  );
}

function OptionWords({ option }: { option: PersonOption }) {
  if (option.kind === 'new')
    return (
      <>
        <span>
          New: <bdi>{option.name}</bdi>
        </span>
        {option.another ? <span className={list.aside}>another person of this name</span> : null}
      </>
    );
  const aside = isNewPerson(option.key) ? 'new in this form' : option.organisation;
  return (
    <>
      <bdi>{option.name}</bdi>
      {aside ? <span className={list.aside}>{aside}</span> : null}
    </>
  );
}

/** The options for what is typed, and a promise of them for whoever cannot wait for the screen. */
function useOptions(typed: string, enabled: boolean, props: PersonPickerProps) {
  const { value, newElsewhere = NOBODY, allowNew = true } = props;
  const query = {
    text: typed.trim(),
    limit: SUGGESTIONS,
    exclude: value.map((person) => person.key).filter((key) => !isNewPerson(key)),
  };
  const read = useRead('people.suggest', query, { enabled });
  const chosen = new Set(value.map((person) => person.key));
  const newHere = newElsewhere.filter((person) => isNewPerson(person.key) && !chosen.has(person.key));
  const offer = (found: NonNullable<typeof read.data>['people']) =>
    personOptions(typed, found, newHere).filter((option) => allowNew || option.kind === 'known');
  const options = enabled ? offer(read.data?.people ?? []) : [];
  const settle = async (): Promise<PersonOption[]> => {
    if (read.data && !read.isPlaceholderData && !read.isFetching) return options;
    // Without an answer (the journal is busy or gone) a new person can still be named.
    const answer = await call('people.suggest', query).catch(() => ({ people: [] }));
    return offer(answer.people);
  };
  return { options, settle };
}

function pickedFrom(option: PersonOption, inForm: readonly PickedPerson[]): PickedPerson {
  if (option.kind === 'known') return { key: option.key, name: option.name };
  return { key: nextNewKey(inForm.map((person) => person.key)), name: option.name };
}

function without(people: readonly PickedPerson[], key: string): PickedPerson[] {
  return people.filter((person) => person.key !== key);
}

function optionKey(option: PersonOption): string {
  return option.kind === 'known' ? option.key : 'new';
}
