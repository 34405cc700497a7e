import { type KeyboardEvent, useId, useRef } from 'react';
import classes from './Choices.module.css';

export interface Choice<T> {
  value: T;
  label: string;
  /** Chooses it while the row has the focus. Default: its first letter. */
  key?: string;
  /** What it means, for a tooltip and a screen reader. */
  meaning?: string;
}

interface ChoicesProps<T> {
  label: string;
  choices: readonly Choice<T>[];
  value: T | undefined;
  onChange(value: T | undefined): void;
  /** `steps`: everything up to the chosen one is filled, for ratings. */
  look?: 'segments' | 'steps';
  field?: string;
  /** What Enter does. Default: it chooses, and never takes back what a letter chose. */
  onEnter?: () => void;
}

/**
 * A row of choices of which one or none is chosen: one stop for Tab, arrows move, a letter or figure chooses, Delete (or
 * choosing it again) takes it back, so that what was not touched stays unsaid.
 */
export function Choices<T extends string | number>(props: ChoicesProps<T>) {
  const { label, choices, value, onChange, look = 'segments' } = props;
  const row = useRef<HTMLDivElement>(null);
  const id = useId();
  const chosen = choices.findIndex((choice) => choice.value === value);

  const choose = (index: number) => {
    const choice = choices[index];
    if (!choice) return;
    onChange(choice.value);
    row.current?.querySelectorAll<HTMLButtonElement>('[role="radio"]')[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step !== undefined)
      choose(chosen < 0 ? (step > 0 ? 0 : choices.length - 1) : wrap(chosen + step, choices));
    else if (event.key === 'Enter' && (props.onEnter || chosen >= 0)) props.onEnter?.();
    else if (event.key === 'Delete' || event.key === 'Backspace') onChange(undefined);
    else {
      const index = byKey(choices, event.key, chosen);
      if (index < 0) return;
      choose(index);
    }
    event.preventDefault();
  };

  return (
    <div
      ref={row}
      className={classes.row}
      data-look={look}
      role="radiogroup"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {choices.map((choice, index) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={index === chosen}
          aria-describedby={choice.meaning === undefined ? undefined : `${id}-${index}`}
          data-filled={(look === 'steps' ? index <= chosen : index === chosen) || undefined}
          data-field={index === Math.max(chosen, 0) ? props.field : undefined}
          tabIndex={index === Math.max(chosen, 0) ? 0 : -1}
          title={choice.meaning}
          className={classes.choice}
          onClick={() => onChange(index === chosen ? undefined : choice.value)}
        >
          {choice.label}
          {choice.meaning === undefined ? null : (
            <span id={`${id}-${index}`} hidden>
              {choice.meaning}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function wrap(index: number, choices: readonly unknown[]): number {
  return (index + choices.length) % choices.length;
}

/** The next choice for a key, after the chosen one when several share a letter. */
export function byKey<T>(choices: readonly Choice<T>[], key: string, chosen: number): number {
  if (key.length !== 1 || key === ' ') return -1;
  const pressed = key.toLowerCase();
  const matches = choices.flatMap((choice, index) =>
    (choice.key ?? choice.label.charAt(0).toLowerCase()) === pressed ? [index] : [],
  );
  const next = matches.includes(chosen) ? matches.find((index) => index > chosen) : undefined;
  return next ?? matches[0] ?? -1;
}
