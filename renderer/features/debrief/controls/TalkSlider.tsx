import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { percent } from '../../../../shared/words/labels';
import classes from './TalkSlider.module.css';

interface TalkSliderProps {
  label: string;
  /** My share of the talking, 0 to 1. Absent: not said. */
  value: number | undefined;
  onChange(share: number | undefined): void;
  field?: string;
  /** Without the words at its ends, for tight rows. */
  compact?: boolean;
  onEnter?: () => void;
}

/** Who talked, from "they" to "I". Figures set tens of per cent, arrows fives, Shift and arrows ones, Delete takes it back. */
export function TalkSlider({ label, value, onChange, field, compact = false, onEnter }: TalkSliderProps) {
  const track = useRef<HTMLDivElement>(null);
  const share = value ?? 0.5;
  const fromPointer = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box && box.width > 0) onChange(rounded((event.clientX - box.left) / box.width));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') onEnter?.();
    const next = shareForKey(event.key, value, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    onChange(next);
  };
  return (
    <div className={classes.slider} data-compact={compact || undefined}>
      {compact ? null : <span className={classes.end}>they</span>}
      <div
        ref={track}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={value === undefined ? 'not said' : `I talked ${percent(value)}`}
        data-field={field}
        data-said={value !== undefined || undefined}
        className={classes.track}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          fromPointer(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) fromPointer(event);
        }}
      >
        <span className={classes.fill} style={{ width: `${value === undefined ? 0 : share * 100}%` }} />
        <span className={classes.middle} />
        <span className={classes.thumb} style={{ insetInlineStart: `${share * 100}%` }} />
      </div>
      <span className={classes.figure}>{value === undefined ? 'I' : `I, ${percent(value)}`}</span>
    </div>
  );
}

/** The share after a key, undefined to take it back, null for a key that is not the slider's. */
export function shareForKey(
  key: string,
  value: number | undefined,
  fine: boolean,
): number | undefined | null {
  if (/^\d$/.test(key)) return Number(key) / 10;
  if (key === 'Home') return 0;
  if (key === 'End') return 1;
  if (key === 'Delete' || key === 'Backspace') return undefined;
  const direction = DIRECTIONS[key];
  if (direction === undefined) return null;
  // The first press only takes hold of it, in the middle.
  return value === undefined ? 0.5 : rounded(value + direction * (fine ? 0.01 : 0.05));
}

const DIRECTIONS: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

function rounded(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 100) / 100;
}
