import { Popover } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import chips from './chips.module.css';

interface ChipTextProps {
  label: string;
  field: string;
  placeholder: string;
  /** What was typed, as long as it is not understood; otherwise empty. */
  typed: string;
  /** What it was understood as, for reading: "Yesterday, 15:00". */
  understood: string;
  /** Every keystroke. */
  onType(text: string): void;
  /** The field is left: what is understood needs no text any more. */
  onLeave(): void;
  error?: string | undefined;
  /** Said beside the chip while typing: how it is understood so far. */
  hint?: string | undefined;
  /** It stands at the end of its line: what is said of it reaches back, not out of the sheet. */
  atEnd?: boolean;
}

/** A chip to type in: it shows what it understood, and keeps what it did not. */
export function ChipText(props: ChipTextProps) {
  const { label, field, typed, understood, error, hint } = props;
  const [text, setText] = useState<string | null>(null);
  // The note lies over what comes below: it is there while its field is being written in, and inside the window.
  const [focused, setFocused] = useState(false);
  const noteId = useId();
  const shown = text ?? (typed === '' ? understood : typed);
  const note = error ?? (text === null ? undefined : hint);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    props.onLeave();
    setText(null);
  };
  return (
    <Popover
      opened={note !== undefined && focused}
      position={props.atEnd ? 'bottom-end' : 'bottom-start'}
      offset={5}
      withRoles={false}
      withinPortal={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <span className={chips.typing} data-value={shown === '' ? props.placeholder : shown}>
          <input
            type="text"
            className={chips.text}
            size={1}
            autoComplete="off"
            spellCheck={false}
            aria-label={label}
            aria-invalid={error !== undefined}
            aria-describedby={note === undefined ? undefined : noteId}
            data-field={field}
            data-empty={shown === '' || undefined}
            placeholder={props.placeholder}
            value={shown}
            onFocus={(event) => {
              setFocused(true);
              event.currentTarget.select();
            }}
            onChange={(event) => {
              setText(event.currentTarget.value);
              props.onType(event.currentTarget.value);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => {
              setFocused(false);
              if (text === null) return;
              props.onLeave();
              setText(null);
            }}
          />
        </span>
      </Popover.Target>
      <Popover.Dropdown className={chips.note} data-error={error !== undefined || undefined}>
        <span id={noteId} role={error === undefined ? 'status' : 'alert'}>
          {note}
        </span>
      </Popover.Dropdown>
    </Popover>
  );
}
