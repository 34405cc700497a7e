import { Popover } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import list from '../../../ui/Listbox.module.css';
import { useListbox } from '../../../ui/useListbox';
import chips from './chips.module.css';
import { byKey, type Choice } from './Choices';

interface ChipSelectProps<T> {
  label: string;
  choices: readonly Choice<T>[];
  value: T | undefined;
  onChange(value: T | undefined): void;
  /** What the chip says while nothing is chosen. */
  placeholder: ReactNode;
  /** Delete takes the choice back. Default: yes. */
  clearable?: boolean;
  /** Keys that are not for the list. Answers whether it used one. */
  onOtherKey?: (event: KeyboardEvent) => boolean;
  field?: string;
  tone?: 'plus';
}

/** A chip that chooses from a list: a letter chooses at once, Enter or the arrow down opens the list. */
export function ChipSelect<T extends string>(props: ChipSelectProps<T>) {
  const { label, choices, value, onChange, placeholder, clearable = true } = props;
  const [open, setOpen] = useState(false);
  const chosen = choices.findIndex((choice) => choice.value === value);
  const choose = (index: number) => {
    onChange(choices[index]?.value);
    setOpen(false);
  };
  const listbox = useListbox(open, choices.length, choose, '');
  const show = () => {
    setOpen(true);
    listbox.setActive(Math.max(chosen, 0));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || listbox.onKey(event)) return;
    const letter = byKey(choices, event.key, open ? listbox.active : chosen);
    if (props.onOtherKey?.(event)) event.preventDefault();
    else if (event.key === 'Escape' && open) {
      setOpen(false);
      event.stopPropagation();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') show();
    else if (clearable && (event.key === 'Delete' || event.key === 'Backspace')) onChange(undefined);
    else if (letter >= 0) choose(letter);
    else return;
    event.preventDefault();
  };

  const current = choices[chosen]?.label;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      offset={6}
      withRoles={false}
      shadow="md"
    >
      <Popover.Target>
        <button
          type="button"
          role="combobox"
          className={chips.chip}
          data-empty={current === undefined || undefined}
          data-tone={props.tone}
          data-field={props.field}
          aria-label={current === undefined ? label : `${label}: ${current}`}
          {...listbox.ownerProps}
          aria-expanded={listbox.ownerProps['aria-expanded']}
          aria-controls={listbox.ownerProps['aria-controls']}
          onClick={() => (open ? setOpen(false) : show())}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        >
          {current ?? placeholder}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <ul className={list.list} aria-label={label} {...listbox.listProps}>
          {choices.map((choice, index) => (
            <li
              key={choice.value}
              className={list.option}
              data-chosen={index === chosen || undefined}
              {...listbox.optionProps(index)}
            >
              {choice.label}
              {choice.key === undefined ? null : (
                <kbd className={list.key} aria-hidden="true">
                  {choice.key.toUpperCase()}
                </kbd>
              )}
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
