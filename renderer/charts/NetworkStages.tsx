import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import { Area, AreaChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import type { Overview } from '../../shared/insight/network/overview';
import type { StageMonth } from '../../shared/insight/network/stage-tally';
import { formatMonth, formatMonthShort } from '../../shared/words/dates';
import { evidenceStageLabels } from '../../shared/words/labels';
import classes from './charts.module.css';
import { STILL } from './SharedAxes';

const HEIGHT = 240;
const STAGES = ['know', 'like', 'trust'] as const;

interface NetworkStagesProps {
  months: readonly StageMonth[];
  now: Overview['now'];
  onOpen: (title: string, stage: 'know' | 'like' | 'trust') => void;
}

/** How many people stood at each stage, month by month; the same as a table; and who stands there now. */
export function NetworkStages({ months, now, onOpen }: NetworkStagesProps) {
  const { ref, width } = useElementSize();
  const [asTable, setAsTable] = useState(false);
  return (
    <div ref={ref}>
      <div className={classes.networkHead}>
        {STAGES.map((stage) => (
          <button
            key={stage}
            type="button"
            className={classes.networkStage}
            onClick={() => onOpen(`At ${evidenceStageLabels[stage]} now`, stage)}
          >
            <span className={classes.swatch} data-stage={stage} aria-hidden="true" />
            {evidenceStageLabels[stage]} {now[stage]}
          </button>
        ))}
        <button
          type="button"
          className={classes.link}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? 'As a chart' : 'As a table'}
        </button>
      </div>
      {asTable ? <MonthTable months={months} /> : <Stack months={months} width={width} />}
    </div>
  );
}

function Stack({ months, width }: { months: readonly StageMonth[]; width: number }) {
  if (width === 0) return <div style={{ height: HEIGHT }} />;
  return (
    <div role="img" aria-label={summaryOf(months)}>
      <AreaChart
        width={width}
        height={HEIGHT}
        data={[...months]}
        margin={{ top: 8, right: 12, bottom: 4, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          dataKey="month"
          tickFormatter={formatMonthShort}
          minTickGap={48}
          stroke="var(--dim)"
          fontSize={12}
        />
        <YAxis allowDecimals={false} width={40} stroke="var(--dim)" fontSize={12} />
        <Tooltip
          labelFormatter={(month) => (typeof month === 'string' ? formatMonth(month) : '')}
          itemStyle={{ color: 'var(--ink)' }}
          contentStyle={{ background: 'var(--card)', border: '1px solid var(--line)', borderRadius: 10 }}
        />
        {[...STAGES].reverse().map((stage) => (
          <Area
            key={stage}
            dataKey={stage}
            name={evidenceStageLabels[stage]}
            stackId="stages"
            stroke={`var(--${stage})`}
            fill={`var(--${stage})`}
            fillOpacity={stage === 'trust' ? 0.65 : stage === 'like' ? 0.45 : 0.25}
            {...STILL}
          />
        ))}
      </AreaChart>
    </div>
  );
}

function MonthTable({ months }: { months: readonly StageMonth[] }) {
  return (
    <table className={classes.table}>
      <caption className={classes.hidden}>People at each stage, by month</caption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          {STAGES.map((stage) => (
            <th key={stage} scope="col">
              {evidenceStageLabels[stage]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...months].reverse().map((row) => (
          <tr key={row.month}>
            <th scope="row">{formatMonth(row.month)}</th>
            {STAGES.map((stage) => (
              <td key={stage}>{row[stage]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function summaryOf(months: readonly StageMonth[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return 'No months yet.';
  const words = (row: StageMonth) => `${row.know} at Know, ${row.like} at Like, ${row.trust} at Trust`;
  return `From ${formatMonth(first.month)}, with ${words(first)}, to ${formatMonth(last.month)}, with ${words(last)}.`;
}
