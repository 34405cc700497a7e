import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
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
}

/** A chip to type in: it shows what it understood, and keeps what it did not. */
export function ChipText(props: ChipTextProps) {
  const { label, field, typed, understood, error, hint } = props;
  const [text, setText] = useState<string | null>(null);
  // The note lies over what comes below: it is there while its field is being written in.
  const [focused, setFocused] = useState(false);
  const noteId = useId();
  const noteRef = useRef<HTMLSpanElement>(null);
  const shown = text ?? (typed === '' ? understood : typed);
  const note = focused ? (error ?? (text === null ? undefined : hint)) : undefined;
  useKeptInSheet(noteRef, note);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    props.onLeave();
    setText(null);
  };
  return (
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
      {note === undefined ? null : (
        <span
          ref={noteRef}
          id={noteId}
          className={chips.note}
          data-error={error !== undefined || undefined}
          role={error === undefined ? 'status' : 'alert'}
        >
          {note}
        </span>
      )}
    </span>
  );
}

const SHEET_PADDING_PX = 24;

/** A note begins under its chip; beside the edge of the sheet it moves to the left, or the sheet would scroll sideways. */
function useKeptInSheet(note: RefObject<HTMLElement | null>, words: string | undefined): void {
  useLayoutEffect(() => {
    const element = note.current;
    const sheet = element?.closest('[role="dialog"]');
    if (!element || !sheet) return;
    element.style.removeProperty('translate');
    const edge = sheet.getBoundingClientRect().left + sheet.clientWidth - SHEET_PADDING_PX;
    const over = element.getBoundingClientRect().right - edge;
    if (over > 0) element.style.setProperty('translate', `${-over}px 0`);
  }, [note, words]);
}
