import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { ComposedChart, XAxis, YAxis } from 'recharts';
import type { PersonCharts } from '../../shared/contract/people';
import type { Norms } from '../../shared/insight/norms';
import type { Balance, EvidenceRef, StageAssessment } from '../../shared/insight/types';
import type { CalendarDate } from '../../shared/model/primitives';
import { BalancePanel } from './BalancePanel';
import { ChartTables } from './ChartTables';
import classes from './charts.module.css';
import { stageFinding } from './findings';
import { LegendMark } from './Legend';
import { LookBack } from './LookBack';
import { AXIS_WIDTH, PLOT_MARGIN, plotWidth } from './Panel';
import { onlyEntry } from './series';
import { StagePanel } from './StagePanel';
import { TalkPanel } from './TalkPanel';
import { balanceBars, type TimeAxis, timeAxis } from './time-axis';

interface RelationshipChartsProps {
  /** All of it, up to today: what is drawn. */
  charts: PersonCharts;
  /** Up to the day that is looked at: what is said. */
  shown: PersonCharts;
  stage: StageAssessment;
  balance: Balance;
  norms: Norms;
  /** The past day that is looked at; null: today. */
  pastDay: CalendarDate | null;
  onLookBack: (day: CalendarDate | null) => void;
  /** Looking back was asked for before there was anything to do it with. */
  lookBackWanted: boolean;
  /** It was, and now it can be done. */
  onLookBackShown: () => void;
  /** Shows an entry where it stands in the timeline. */
  onOpenEntry: (id: string) => void;
  /** Lists the entries behind a point that has several. */
  onExplain: (refs: EvidenceRef[], title: string) => void;
  /** Lists the entries for and against a finding. */
  onWhy: (figure: 'stage' | 'balance' | 'talk') => void;
}

/** Stage, give and take, and talk over the whole relationship, on one time axis; or the same as tables. */
export function RelationshipCharts(props: RelationshipChartsProps) {
  const { charts, shown, stage, onWhy } = props;
  const [asTable, setAsTable] = useState(false);
  const { ref, width } = useElementSize();
  const first = firstDay(charts);
  const axis = useMemo(() => timeAxis(first, charts.today, plotWidth(width)), [first, charts.today, width]);
  const entryDays = useMemo(() => charts.entries.map(({ on }) => on), [charts.entries]);
  const openEntry = (id: string) => {
    // What came after the day that is looked at is in no timeline of that day.
    if (charts.entries.some((entry) => entry.id === id && entry.on > shown.today)) props.onLookBack(null);
    props.onOpenEntry(id);
  };
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <h2 className={classes.title}>{stageFinding(shown.history, stage, shown.today)}</h2>
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
      <div ref={ref} className={classes.panels} data-measuring={width === 0 || undefined}>
        {width === 0 ? null : (
          <LookBack
            axis={axis}
            width={width}
            first={firstSeen(charts) ?? charts.today}
            today={charts.today}
            entryDays={entryDays}
            day={props.pastDay}
            onChange={props.onLookBack}
            wanted={props.lookBackWanted}
            onShown={props.onLookBackShown}
          >
            {asTable ? (
              <ChartTables charts={shown} stage={stage} onOpenEntry={openEntry} />
            ) : (
              <Panels {...props} axis={axis} width={width} onOpenEntry={openEntry} />
            )}
          </LookBack>
        )}
      </div>
    </div>
  );
}

/** The charts, one below the other, and the months under the last. */
function Panels(props: RelationshipChartsProps & { axis: TimeAxis; width: number }) {
  const { charts, shown, stage, balance, axis, width, onOpenEntry, onExplain, onWhy } = props;
  const bars = useMemo(
    () => balanceBars(charts.months, axis, plotWidth(width)),
    [charts.months, axis, width],
  );
  const openRefs = (refs: EvidenceRef[], title: string) => {
    const only = onlyEntry(refs);
    if (only) onOpenEntry(only);
    else onExplain(refs, title);
  };
  return (
    <>
      <StagePanel
        charts={charts}
        shown={shown}
        stage={stage}
        axis={axis}
        width={width}
        onOpenEntry={onOpenEntry}
      />
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
        norms={props.norms.balance}
        axis={axis}
        width={width}
        onOpenEntry={onOpenEntry}
        onOpenRefs={openRefs}
        onWhy={() => onWhy('talk')}
      />
      <TimeLabels axis={axis} width={width} />
    </>
  );
}

/** The first day of which there is something to see. */
function firstSeen({ entries, history }: PersonCharts): CalendarDate | null {
  const days = [entries[0]?.on, history.evidence[0]?.on, history.read[0]?.on];
  return days.filter((day) => day !== undefined).sort()[0] ?? null;
}

function firstDay(charts: PersonCharts): CalendarDate | null {
  const [seen, month] = [firstSeen(charts), charts.months[0]?.month];
  if (month === undefined) return seen;
  return seen === null || `${month}-01` < seen ? `${month}-01` : seen;
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
