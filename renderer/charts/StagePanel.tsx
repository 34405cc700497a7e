import { Area, ComposedChart, Line, useXAxisScale, useYAxisScale } from 'recharts';
import type { PersonCharts } from '../../shared/contract/people';
import type { StageAssessment } from '../../shared/insight/types';
import { isWritten } from '../../shared/model/interaction';
import { dayNumber } from '../../shared/model/time';
import { evidenceStageLabels } from '../../shared/words/labels';
import classes from './charts.module.css';
import { stageHeight, stageSummary } from './findings';
import { MARGIN_RIGHT, Panel, PLOT_MARGIN } from './Panel';
import { type ChartPoint, PointLayer } from './PointLayer';
import { SharedAxes, STILL } from './SharedAxes';
import { entryPointWords, namedFalls, namedRises, type NamedStep, stagesOn, stageSteps } from './series';
import type { TimeAxis } from './time-axis';

const HEIGHT = 188;
const LABELS = [
  evidenceStageLabels.none,
  evidenceStageLabels.know,
  evidenceStageLabels.like,
  evidenceStageLabels.trust,
];
/** Your read is drawn a hair above the evidence, so that both are seen where they agree. */
const READ_LIFT = 0.07;

interface StagePanelProps {
  charts: PersonCharts;
  /** Up to the day that is looked at, for the summary. */
  shown: PersonCharts;
  stage: StageAssessment;
  axis: TimeAxis;
  width: number;
  onOpenEntry: (id: string) => void;
}

/** The evidence as a solid stepped line, your read dashed; each entry is a point that opens. */
export function StagePanel({ charts, shown, stage, axis, width, onOpenEntry }: StagePanelProps) {
  const { history, today } = charts;
  const lowest =
    history.evidence.some((point) => point.stage === 'none') || history.evidence.length === 0 ? 0 : 1;
  const steps = stageSteps(history, axis.to).map((step) => ({
    ...step,
    read: step.read === null ? null : step.read + READ_LIFT,
  }));
  return (
    <Panel title="Stage over time" summary={stageSummary(shown.history, shown.today)} width={width} hideTitle>
      {(onActive, activeDay) => (
        <ComposedChart
          width={width}
          height={HEIGHT}
          data={steps}
          margin={PLOT_MARGIN}
          accessibilityLayer={false}
        >
          <SharedAxes
            axis={axis}
            domain={[lowest - 0.4, 3.2]}
            ticks={lowest === 0 ? [0, 1, 2, 3] : [1, 2, 3]}
            format={stageLabel}
            activeDay={activeDay}
          />
          <Area
            dataKey="evidence"
            type="stepAfter"
            baseValue={lowest - 0.4}
            fill="var(--chart-trust)"
            fillOpacity={0.08}
            stroke="var(--chart-trust)"
            strokeWidth={2.25}
            {...STILL}
          />
          <Line
            dataKey="read"
            type="stepAfter"
            stroke="var(--chart-like)"
            strokeWidth={2}
            strokeDasharray="5 4"
            {...STILL}
          />
          <StepLabels
            steps={[...namedFalls(history, stage.setbacks, today), ...namedRises(history, stage.setbacks)]}
            width={width}
          />
          <PointLayer
            points={entryPoints(charts)}
            colour="var(--chart-trust)"
            onOpen={(point) => onOpenEntry(point.key)}
            onActive={onActive}
          />
        </ComposedChart>
      )}
    </Panel>
  );
}

function stageLabel(height: number): string {
  return LABELS[height] ?? '';
}

function entryPoints({ history, entries, today }: PersonCharts): ChartPoint[] {
  return entries.map((entry) => ({
    key: entry.id,
    day: dayNumber(entry.on),
    value: stageHeight(stagesOn(history, entry.on).evidence),
    words: entryPointWords(entry, history, today),
    shape: isWritten(entry.kind) ? 'dot' : 'circle',
  }));
}

/** What took the line down or up again, written under the step. */
function StepLabels({ steps, width }: { steps: readonly NamedStep[]; width: number }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  return (
    <g aria-hidden="true">
      {steps.map((step) => {
        const [left, top] = [x(step.day), y(step.height)];
        if (left === undefined || top === undefined) return null;
        const nearEnd = left > width - MARGIN_RIGHT - 130;
        return (
          <text
            key={step.day}
            x={left + (nearEnd ? -8 : 8)}
            y={top + 19}
            textAnchor={nearEnd ? 'end' : 'start'}
            className={classes.fall}
          >
            {step.text}
          </text>
        );
      })}
    </g>
  );
}
