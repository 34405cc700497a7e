import { type KeyboardEvent, useRef, useState } from 'react';
import { useXAxisScale, useYAxisScale } from 'recharts';
import classes from './charts.module.css';

/** A point that can be reached by keyboard, read out and opened. */
export interface ChartPoint {
  key: string;
  day: number;
  value: number;
  /** What a screen reader says, and the tooltip shows: one string a line. */
  words: string[];
  shape: 'circle' | 'dot' | 'square' | 'none';
}

/** Where the tooltip belongs, in pixels of the panel. */
export interface ActivePoint {
  point: ChartPoint;
  x: number;
  y: number;
}

interface PointLayerProps {
  points: readonly ChartPoint[];
  colour: string;
  onOpen: (point: ChartPoint) => void;
  onActive: (active: ActivePoint | null) => void;
}

/** The least width and height of what can be pressed, in pixels (WCAG 2.5.8). */
const TARGET = 24;
const CROWDED = 70;

/**
 * The points of a chart as buttons: one stop for Tab, arrow keys, Home and End move along, Enter opens. Drawn inside a
 * chart, on its axes.
 */
export function PointLayer({ points, colour, onOpen, onActive }: PointLayerProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const elements = useRef(new Map<string, SVGGElement>());
  const [stop, setStop] = useState<string | null>(null);
  if (!x || !y) return null;

  const stopKey = points.some(({ key }) => key === stop) ? stop : points.at(-1)?.key;
  const size = points.length > CROWDED ? 3 : 5;
  const move = (event: KeyboardEvent, index: number) => {
    const next = nextIndex(event.key, index, points.length);
    const target = next === null ? undefined : points[next];
    if (target) elements.current.get(target.key)?.focus();
    else if (event.key === 'Enter' || event.key === ' ') {
      const point = points[index];
      if (point) onOpen(point);
    } else return;
    event.preventDefault();
  };
  return (
    <g>
      {points.map((point, index) => {
        const [cx, cy] = [x(point.day), y(point.value)];
        if (cx === undefined || cy === undefined) return null;
        const activate = () => onActive({ point, x: cx, y: cy });
        return (
          <g
            key={point.key}
            ref={(element) => {
              if (element) elements.current.set(point.key, element);
              else elements.current.delete(point.key);
            }}
            role="button"
            tabIndex={point.key === stopKey ? 0 : -1}
            aria-label={`${point.words.join('. ')}. ${index + 1} of ${points.length}`}
            className={classes.point}
            transform={`translate(${cx} ${cy})`}
            onClick={() => onOpen(point)}
            onKeyDown={(event) => move(event, index)}
            onFocus={() => {
              setStop(point.key);
              activate();
            }}
            onBlur={() => onActive(null)}
            onPointerEnter={activate}
            onPointerLeave={() => onActive(null)}
          >
            <circle r={TARGET / 2} className={classes.target} />
            <circle r={size + 5} className={classes.ring} />
            <Mark shape={point.shape} size={size} colour={colour} />
          </g>
        );
      })}
    </g>
  );
}

function nextIndex(key: string, index: number, length: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(index + 1, length - 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}

function Mark({ shape, size, colour }: { shape: ChartPoint['shape']; size: number; colour: string }) {
  switch (shape) {
    case 'circle':
      return <circle r={size} className={classes.mark} stroke={colour} />;
    case 'dot':
      return <circle r={size - 1.5} fill={colour} />;
    case 'square':
      return <rect x={-size + 1} y={-size + 1} width={2 * size - 2} height={2 * size - 2} fill={colour} />;
    case 'none':
      return null;
  }
}
