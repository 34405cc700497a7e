import { ComposedChart, Line, ReferenceArea } from 'recharts';
import type { PersonCharts } from '../../shared/contract/people';
import type { Norms } from '../../shared/insight/norms';
import type { Balance, EvidenceRef } from '../../shared/insight/types';
import type { CalendarDate } from '../../shared/model/primitives';
import { dayNumber } from '../../shared/model/time';
import { formatDay } from '../../shared/words/dates';
import { kindLabels, percent } from '../../shared/words/labels';
import { LegendMark } from './Legend';
import classes from './charts.module.css';
import { talkFinding } from './findings';
import { Panel, PLOT_MARGIN } from './Panel';
import { type ChartPoint, PointLayer } from './PointLayer';
import { SharedAxes, STILL } from './SharedAxes';
import type { BalanceBar, TimeAxis } from './time-axis';

const HEIGHT = 104;

interface TalkPanelProps {
  charts: PersonCharts;
  bars: readonly BalanceBar[];
  balance: Balance;
  norms: Norms['balance'];
  axis: TimeAxis;
  width: number;
  onOpenEntry: (id: string) => void;
  onOpenRefs: (refs: EvidenceRef[], title: string) => void;
  onWhy: () => void;
}

/** Your share of the talking, entry by entry, and of the first moves, month by month. */
export function TalkPanel(props: TalkPanelProps) {
  const { charts, bars, balance, axis, width } = props;
  const { talkLittle, talkALot } = props.norms;
  const talk = charts.entries.filter((entry) => entry.talkShare !== null);
  const moves = bars.filter((bar) => bar.initiative !== null);
  if (talk.length === 0 && moves.length === 0) return <NothingNoted balance={balance} />;

  const openMonth = (point: ChartPoint) => {
    const bar = moves.find(({ label }) => label === point.key);
    const refs = bar?.months.flatMap((month) => month.evidence) ?? [];
    props.onOpenRefs(entriesOf(refs), `Entries, ${point.key}`);
  };
  return (
    <Panel
      title={talkFinding(balance)}
      summary={`${talk.length} talks with a share noted. Between ${percent(talkLittle)} and ${percent(talkALot)} you take turns.`}
      width={width}
      onWhy={props.onWhy}
      legend={
        <span className={classes.legend}>
          <LegendMark kind="talk" /> your talk <LegendMark kind="initiative" /> your first moves
        </span>
      }
    >
      {(onActive, activeDay) => (
        <ComposedChart
          width={width}
          height={HEIGHT}
          data={rowsOf(talk, moves)}
          margin={PLOT_MARGIN}
          accessibilityLayer={false}
        >
          <ReferenceArea y1={talkLittle} y2={talkALot} fill="var(--chart-know)" fillOpacity={0.1} />
          <SharedAxes
            axis={axis}
            domain={[-0.06, 1.06]}
            ticks={[0, talkLittle, talkALot, 1]}
            format={percent}
            activeDay={activeDay}
          />
          <Line
            dataKey="initiative"
            connectNulls
            stroke="var(--chart-moves)"
            strokeOpacity={0.55}
            strokeWidth={1.25}
            strokeDasharray="3 3"
            {...STILL}
          />
          <Line dataKey="talk" connectNulls stroke="var(--chart-know)" strokeWidth={1.75} {...STILL} />
          <PointLayer
            points={moves.map(movePoint)}
            colour="var(--chart-moves)"
            onOpen={openMonth}
            onActive={onActive}
          />
          <PointLayer
            points={talk.map((entry) => talkPoint(entry, charts.today))}
            colour="var(--chart-know)"
            onOpen={(point) => props.onOpenEntry(point.key)}
            onActive={onActive}
          />
        </ComposedChart>
      )}
    </Panel>
  );
}

type Talk = PersonCharts['entries'][number];

/** Both lines' points in one list, by day. */
function rowsOf(talk: readonly Talk[], moves: readonly BalanceBar[]) {
  return [
    ...talk.map((entry) => ({ day: dayNumber(entry.on), talk: entry.talkShare, initiative: null })),
    ...moves.map((bar) => ({ day: bar.day, talk: null, initiative: bar.initiative })),
  ].sort((a, b) => a.day - b.day);
}

function talkPoint(entry: Talk, today: CalendarDate): ChartPoint {
  const share = entry.talkShare ?? 0;
  return {
    key: entry.id,
    day: dayNumber(entry.on),
    value: share,
    words: [
      `${formatDay(entry.on, today)} · ${kindLabels[entry.kind]}`,
      `You talked ${percent(share)} of the time`,
    ],
    shape: 'dot',
  };
}

function movePoint(bar: BalanceBar): ChartPoint {
  const share = bar.initiative ?? 0;
  return {
    key: bar.label,
    day: bar.day,
    value: share,
    words: [bar.label, `${percent(share)} of the first moves were yours`],
    shape: 'square',
  };
}

function NothingNoted({ balance }: { balance: Balance }) {
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{talkFinding(balance)}</h3>
      <p className={classes.teach}>
        A debrief asks who talked how much and who got in touch; both show here over time.
      </p>
    </section>
  );
}

/** The entries among the evidence, each once. */
function entriesOf(refs: readonly EvidenceRef[]): EvidenceRef[] {
  const ids = new Set(refs.flatMap((ref) => (ref.kind === 'interaction' ? [ref.id] : [])));
  return [...ids].map((id) => ({ kind: 'interaction', id }));
}
