import { useDebouncedCallback } from '@mantine/hooks';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { commandById } from '../../shared/commands';
import type { CalendarDate } from '../../shared/model/primitives';
import { addDays, dayNumber } from '../../shared/model/time';
import { useCommand } from '../ui/commands';
import { formatDayAndYear } from '../../shared/words/dates';
import { Kbd } from '../ui/Kbd';
import classes from './LookBack.module.css';
import { dayAfterKey } from './look-back';
import { AXIS_WIDTH, plotWidth } from './Panel';
import type { TimeAxis } from './time-axis';

/** Long enough for a drag to go on without a read a pixel, short enough to be felt as at once. */
const SETTLE_MS = 80;
/** The thumb's width: its middle stands on the day. */
const THUMB = 18;

interface LookBackProps {
  axis: TimeAxis;
  width: number;
  /** The first day with something to show. */
  first: CalendarDate;
  today: CalendarDate;
  /** The days with an entry, oldest first. */
  entryDays: readonly CalendarDate[];
  /** The past day that is shown; null: today. */
  day: CalendarDate | null;
  onChange: (day: CalendarDate | null) => void;
  /** Takes the focus as soon as it is there. */
  wanted: boolean;
  onShown: () => void;
  /** The charts, on the same axis: a line marks the day in each, and what came later is pale. */
  children: ReactNode;
}

/** Replays the page at a past day. The line follows the thumb at once; the page follows when it rests. */
export function LookBack(props: LookBackProps) {
  const { axis, width, first, today, entryDays, day, onChange, wanted, onShown, children } = props;
  const slider = useRef<HTMLInputElement>(null);
  const keysId = useId();
  useCommand('lookBack', () => slider.current?.focus());
  useEffect(() => {
    if (!wanted) return;
    slider.current?.focus();
    onShown();
  }, [wanted, onShown]);
  const [moving, setMoving] = useState<CalendarDate | null>(null);
  const settle = useDebouncedCallback((to: CalendarDate) => {
    setMoving(null);
    onChange(to < today ? to : null);
  }, SETTLE_MS);
  const move = (to: CalendarDate) => {
    setMoving(to);
    settle(to);
  };
  const shown = moving ?? day ?? today;
  const onKeyDown = (event: KeyboardEvent) => {
    const to = dayAfterKey(event, shown, { first, today, entryDays });
    if (to === null) return;
    event.preventDefault();
    move(to);
  };
  const x = (date: CalendarDate) =>
    AXIS_WIDTH + ((dayNumber(date) - axis.from) / (axis.to - axis.from)) * plotWidth(width);
  const words = shown === today ? 'as of today' : `as of ${formatDayAndYear(shown)}`;
  return (
    <div className={classes.lookBack} data-past={shown < today || undefined} style={marking(x(shown))}>
      {children}
      <input
        ref={slider}
        type="range"
        className={classes.slider}
        aria-label="Look back"
        aria-valuetext={words}
        aria-describedby={keysId}
        min={dayNumber(first)}
        max={dayNumber(today)}
        value={dayNumber(shown)}
        style={{ marginInlineStart: x(first) - THUMB / 2, width: x(today) - x(first) + THUMB }}
        onChange={(event) => move(addDays(first, Number(event.currentTarget.value) - dayNumber(first)))}
        onKeyDown={onKeyDown}
      />
      <span id={keysId} className={classes.hidden}>
        An arrow key moves a day, with Shift an entry, Page Up and Page Down a month.
      </span>
      <p className={classes.words} aria-hidden="true">
        <output className={classes.day}>{words}</output>
        {shown === today ? <span>· slide back to see how it stood</span> : null}
        <Kbd keys={commandById('lookBack').keys ?? ''} />
      </p>
    </div>
  );
}

function marking(left: number): CSSProperties {
  // A custom property is no property that React's types know.
  return { ['--looked-at' as string]: `${left}px` };
}
