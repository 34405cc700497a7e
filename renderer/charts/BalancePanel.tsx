import { Bar, ComposedChart, Line, ReferenceLine } from 'recharts';
import { useId } from 'react';
import type { Balance, EvidenceRef } from '../../shared/insight/types';
import { LegendMark } from './Legend';
import classes from './charts.module.css';
import { balanceFinding } from './findings';
import { AXIS_WIDTH, MARGIN_RIGHT, Panel, PLOT_MARGIN } from './Panel';
import { type ChartPoint, PointLayer } from './PointLayer';
import { SharedAxes, STILL } from './SharedAxes';
import { roundTicks } from './series';
import type { BalanceBar, TimeAxis } from './time-axis';

const HEIGHT = 142;

interface BalancePanelProps {
  bars: readonly BalanceBar[];
  balance: Balance;
  axis: TimeAxis;
  width: number;
  onOpenRefs: (refs: EvidenceRef[], title: string) => void;
  onWhy: () => void;
}

/** What went from you to them above the line, from them to you below it, and what it comes to so far. */
export function BalancePanel({ bars, balance, axis, width, onOpenRefs, onWhy }: BalancePanelProps) {
  const hatch = useId();
  const filled = bars.filter(({ given, received }) => given !== 0 || received !== 0);
  if (filled.length === 0) return <NothingExchanged />;

  const values = bars.flatMap(({ given, received, net }) => [given, received, net]);
  // One small favour must not look like a tower.
  const ticks = roundTicks(Math.min(-2, ...values), Math.max(2, ...values));
  const byKey = new Map(filled.map((bar) => [bar.label, bar]));
  const open = (point: ChartPoint) => {
    const refs = byKey.get(point.key)?.months.flatMap((month) => month.evidence) ?? [];
    const exchanges = refs.filter((ref) => ref.kind === 'exchange');
    onOpenRefs(exchanges, `Give and take, ${point.key}`);
  };
  return (
    <Panel
      title={balanceFinding(balance)}
      summary={`Month by month: ${filled.map((bar) => `${bar.label} ${bar.given} given, ${-bar.received} received`).join('; ')}.`}
      width={width}
      onWhy={onWhy}
      legend={
        <span className={classes.legend}>
          <LegendMark kind="given" /> given <LegendMark kind="received" /> received <LegendMark kind="net" />{' '}
          given less received
        </span>
      }
    >
      {(onActive, activeDay) => (
        <ComposedChart
          width={width}
          height={HEIGHT}
          data={[...bars]}
          margin={PLOT_MARGIN}
          stackOffset="sign"
          accessibilityLayer={false}
        >
          <Hatch id={hatch} />
          <SharedAxes
            axis={axis}
            domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
            ticks={ticks}
            format={balanceTick}
            activeDay={activeDay}
          />
          <Bar
            dataKey="given"
            stackId="exchange"
            barSize={barSize(bars.length, width)}
            radius={[2, 2, 0, 0]}
            fill="var(--chart-given)"
            isAnimationActive={false}
          />
          <Bar
            dataKey="received"
            stackId="exchange"
            barSize={barSize(bars.length, width)}
            radius={[2, 2, 0, 0]}
            fill={`url(#${hatch})`}
            stroke="var(--chart-received)"
            isAnimationActive={false}
          />
          <ReferenceLine y={0} stroke="var(--chart-strong)" />
          <Line dataKey="net" type="linear" stroke="var(--chart-ink)" strokeWidth={1.5} {...STILL} />
          <PointLayer
            points={filled.map(barPoint)}
            colour="var(--chart-ink)"
            onOpen={open}
            onActive={onActive}
          />
        </ComposedChart>
      )}
    </Panel>
  );
}

function barPoint(bar: BalanceBar): ChartPoint {
  return {
    key: bar.label,
    day: bar.day,
    value: 0,
    words: [bar.label, `${bar.given} given, ${-bar.received} received`, `${signed(bar.net)} in all by then`],
    shape: 'none',
  };
}

/** Hatching, so that received differs from given without colour too. */
function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill="var(--chart-received)" />
        <line x1="0" y1="0" x2="0" y2="5" stroke="var(--chart-surface)" strokeWidth="1.6" />
      </pattern>
    </defs>
  );
}

function NothingExchanged() {
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>Nothing given or received noted yet</h3>
      <p className={classes.teach}>
        What you gave and received shows here month by month, once a debrief says so: advice, an introduction,
        a favour.
      </p>
    </section>
  );
}

function balanceTick(value: number): string {
  if (value === 0) return '0';
  return value > 0 ? `given ${value}` : `received ${-value}`;
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}

function barSize(count: number, width: number): number {
  return Math.max(4, Math.min(14, ((width - AXIS_WIDTH - MARGIN_RIGHT) / Math.max(count, 6)) * 0.55));
}
