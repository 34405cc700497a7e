import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { call, useRead } from '../api';
import { ComboChip, ComboField, ComboWords } from './ComboField';
import {
  isNewPerson,
  MAX_NAME_LENGTH,
  nextNewKey,
  type PersonOption,
  personOptions,
  type PickedPerson,
} from './person-options';
import { nameUnderWay, useTakesNames } from './typed-names';
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
  const tooLong = typed.trim().length > MAX_NAME_LENGTH;
  const { options, settle } = useOptions(typed, open && !tooLong, props);

  // Names may be typed faster than the journal answers: what is added goes to the latest list, of the form as it is then.
  const latest = useRef(value);
  const latestOnChange = useRef(onChange);
  useLayoutEffect(() => {
    latest.current = value;
    latestOnChange.current = onChange;
  });
  const take = (option: PersonOption | undefined) => {
    if (!option) return;
    const picked = pickedFrom(option, [...latest.current, ...newElsewhere]);
    latest.current = single ? [picked] : [...latest.current.filter(({ key }) => key !== picked.key), picked];
    latestOnChange.current([...latest.current]);
  };
  const clear = () => {
    setTyped('');
    setOpen(false);
  };
  const takeTyped = () => {
    if (typed.trim() === '' || tooLong) return;
    // What was typed last may not be answered yet: the answer to it counts, not an older one.
    // In the form before anything else is done with it: whoever saves waits for this.
    nameUnderWay(settle().then((settled) => flushSync(() => take(settled[0]))));
    clear();
  };
  useTakesNames(takeTyped);
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
  return (
    <ComboField
      label={label}
      listLabel={`People for ${label}`}
      listbox={listbox}
      open={open}
      options={options.map((option) => ({ key: optionKey(option), words: <OptionWords option={option} /> }))}
      chips={value.map(({ key, name }) => (
        <ComboChip
          key={key}
          name={name}
          isNew={isNewPerson(key)}
          onRemove={() => onChange(without(value, key))}
        />
      ))}
      typed={typed}
      onType={(text) => {
        setTyped(text);
        setOpen(true);
      }}
      onOpen={() => setOpen(true)}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      placeholder={props.placeholder ?? (value.length === 0 ? 'Who?' : 'and who?')}
      full={single && value.length > 0}
      width={9}
      message={message}
      field={props.field}
      autoFocus={props.autoFocus}
      disabled={props.disabled}
      bare={props.bare}
    />
  );
}

function OptionWords({ option }: { option: PersonOption }) {
  if (option.kind === 'new')
    return (
      <ComboWords isNew name={option.name} aside={option.another ? 'another person of this name' : ''} />
    );
  return (
    <ComboWords
      name={option.name}
      aside={isNewPerson(option.key) ? 'new in this form' : option.organisation}
    />
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
    // Also when the list was closed: what was typed is still there.
    if (read.data && !read.isPlaceholderData && !read.isFetching) return offer(read.data.people);
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
