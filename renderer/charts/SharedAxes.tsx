import { CartesianGrid, ReferenceLine, XAxis, YAxis } from 'recharts';
import { AXIS_WIDTH } from './Panel';
import type { TimeAxis } from './time-axis';

interface SharedAxesProps {
  axis: TimeAxis;
  domain: [number, number];
  ticks: number[];
  format: (value: number) => string;
  /** The day of the point that is looked at, marked by a line. */
  activeDay: number | null;
}

/** The grid, the common time axis (its labels stand under the last panel) and the panel's own scale. */
export function SharedAxes({ axis, domain, ticks, format, activeDay }: SharedAxesProps) {
  return (
    <>
      <CartesianGrid vertical={false} stroke="var(--chart-line)" />
      <XAxis type="number" dataKey="day" domain={[axis.from, axis.to]} hide />
      <YAxis
        type="number"
        width={AXIS_WIDTH}
        domain={domain}
        ticks={ticks}
        tickFormatter={format}
        axisLine={false}
        tickLine={false}
        interval={0}
      />
      {activeDay === null ? null : (
        <ReferenceLine x={activeDay} stroke="var(--chart-strong)" strokeDasharray="2 3" />
      )}
    </>
  );
}

/** What every line and area of the charts has in common: nothing moves, and points are drawn by `PointLayer`. */
export const STILL = { isAnimationActive: false, dot: false, activeDot: false } as const;
