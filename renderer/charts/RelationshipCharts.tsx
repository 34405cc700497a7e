import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { ComposedChart, XAxis, YAxis } from 'recharts';
import type { PersonCharts } from '../../shared/contract/people';
import type { Balance, EvidenceRef, StageAssessment } from '../../shared/insight/types';
import { BalancePanel } from './BalancePanel';
import { ChartTables } from './ChartTables';
import classes from './charts.module.css';
import { stageFinding } from './findings';
import { LegendMark } from './Legend';
import { AXIS_WIDTH, MARGIN_RIGHT, PLOT_MARGIN } from './Panel';
import { onlyEntry } from './series';
import { StagePanel } from './StagePanel';
import { TalkPanel } from './TalkPanel';
import { balanceBars, type TimeAxis, timeAxis } from './time-axis';

interface RelationshipChartsProps {
  charts: PersonCharts;
  stage: StageAssessment;
  balance: Balance;
  /** Shows an entry where it stands in the timeline. */
  onOpenEntry: (id: string) => void;
  /** Lists the entries behind a point that has several. */
  onExplain: (refs: EvidenceRef[], title: string) => void;
  /** Lists the entries for and against a finding. */
  onWhy: (figure: 'stage' | 'balance' | 'talk') => void;
}

/** Stage, give and take, and talk over the whole relationship, on one time axis; or the same as tables. */
export function RelationshipCharts(props: RelationshipChartsProps) {
  const { charts, stage, balance, onOpenEntry, onExplain, onWhy } = props;
  const [asTable, setAsTable] = useState(false);
  const { ref, width } = useElementSize();
  const plotWidth = Math.max(0, width - AXIS_WIDTH - MARGIN_RIGHT);
  const axis = useMemo(() => timeAxis(firstDay(charts), charts.today, plotWidth), [charts, plotWidth]);
  const bars = useMemo(() => balanceBars(charts.months, axis, plotWidth), [charts.months, axis, plotWidth]);
  const openRefs = (refs: EvidenceRef[], title: string) => {
    const only = onlyEntry(refs);
    if (only) onOpenEntry(only);
    else onExplain(refs, title);
  };
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <h2 className={classes.title}>{stageFinding(charts.history, stage, charts.today)}</h2>
        {asTable ? null : (
          <span className={classes.legend}>
            <LegendMark kind="evidence" /> evidence <LegendMark kind="read" /> your read
          </span>
        )}
        <button
          type="button"
          className={classes.link}
          aria-label="Why this stage"
          onClick={() => onWhy('stage')}
        >
          Why
        </button>
        <button type="button" className={classes.link} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Charts' : 'Table'}
        </button>
      </div>
      <div ref={ref} className={classes.panels} data-measuring={(width === 0 && !asTable) || undefined}>
        {asTable ? (
          <ChartTables charts={charts} stage={stage} onOpenEntry={onOpenEntry} />
        ) : width > 0 ? (
          <>
            <StagePanel charts={charts} stage={stage} axis={axis} width={width} onOpenEntry={onOpenEntry} />
            <BalancePanel
              bars={bars}
              balance={balance}
              axis={axis}
              width={width}
              onOpenRefs={openRefs}
              onWhy={() => onWhy('balance')}
            />
            <TalkPanel
              charts={charts}
              bars={bars}
              balance={balance}
              axis={axis}
              width={width}
              onOpenEntry={onOpenEntry}
              onOpenRefs={openRefs}
              onWhy={() => onWhy('talk')}
            />
            <TimeLabels axis={axis} width={width} />
          </>
        ) : null}
      </div>
    </div>
  );
}

function firstDay(charts: PersonCharts): string | null {
  const days = [charts.entries[0]?.on, charts.history.evidence[0]?.on, charts.history.read[0]?.on];
  const month = charts.months[0]?.month;
  if (month) days.push(`${month}-01`);
  return days.filter((day) => day !== undefined).sort()[0] ?? null;
}

/** The months and years under the last chart, for all of them. */
function TimeLabels({ axis, width }: { axis: TimeAxis; width: number }) {
  const labels = new Map(axis.ticks.map(({ day, label }) => [day, label]));
  return (
    <div className={classes.plot} aria-hidden="true">
      <ComposedChart
        width={width}
        height={26}
        data={[{ day: axis.from }]}
        margin={{ ...PLOT_MARGIN, top: 0, bottom: 0 }}
        accessibilityLayer={false}
      >
        <XAxis
          type="number"
          dataKey="day"
          domain={[axis.from, axis.to]}
          ticks={axis.ticks.map(({ day }) => day)}
          tickFormatter={(day: number) => labels.get(day) ?? ''}
          interval={0}
          height={26}
          axisLine={{ stroke: 'var(--chart-line)' }}
          tickLine={{ stroke: 'var(--chart-strong)' }}
        />
        <YAxis width={AXIS_WIDTH} tick={false} axisLine={false} tickLine={false} />
      </ComposedChart>
    </div>
  );
}
