import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PersonCharts } from '../../shared/contract/people';
import type { StageAssessment } from '../../shared/insight/types';
import { formatDay, formatMonth } from '../../shared/words/dates';
import { evidenceStageLabels, kindLabels, percent, stageLabels } from '../../shared/words/labels';
import classes from './charts.module.css';
import { causeWords, stagesOn } from './series';

interface ChartTablesProps {
  charts: PersonCharts;
  stage: StageAssessment;
  onOpenEntry: (id: string) => void;
}

/** The charts' data as tables: the changes of stage, the months, the entries. */
export function ChartTables({ charts, stage, onOpenEntry }: ChartTablesProps) {
  return (
    <div className={classes.tables}>
      <StageTable charts={charts} stage={stage} />
      <MonthTable charts={charts} />
      <EntryTable charts={charts} onOpenEntry={onOpenEntry} />
    </div>
  );
}

function StageTable({ charts, stage }: { charts: PersonCharts; stage: StageAssessment }) {
  const { history, today } = charts;
  const entries = new Map(charts.entries.map((entry) => [entry.id, entry]));
  const rows = [
    ...history.evidence.map((point) => ({
      on: point.on,
      line: 'Evidence',
      stage: evidenceStageLabels[point.stage],
      why: causeWords(point, entries, stage.setbacks, today),
    })),
    ...history.read.map((point) => ({
      on: point.on,
      line: 'Your read',
      stage: stageLabels[point.stage],
      why: kindWords(entries.get(point.interactionId)),
    })),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));
  return (
    <DataTable caption="Changes of stage" heads={['Day', 'Line', 'Stage', 'Because of']}>
      {rows.map((row) => (
        <Table.Tr key={`${row.on} ${row.line} ${row.stage}`}>
          <Table.Td>{formatDay(row.on, today)}</Table.Td>
          <Table.Td>{row.line}</Table.Td>
          <Table.Td>{row.stage}</Table.Td>
          <Table.Td>{row.why}</Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}

function kindWords(entry: PersonCharts['entries'][number] | undefined): string {
  return entry ? kindLabels[entry.kind] : 'an entry';
}

function MonthTable({ charts }: { charts: PersonCharts }) {
  const months = charts.months.filter((month) => month.evidence.length > 0);
  const share = (value: number | null) => (value === null ? '–' : percent(value));
  return (
    <DataTable
      caption="Give and take, talk and first moves"
      heads={['Month', 'Given', 'Received', 'Given less received', 'Your talk', 'Your first moves']}
    >
      {months.map((month) => (
        <Table.Tr key={month.month}>
          <Table.Td>{formatMonth(month.month)}</Table.Td>
          <Table.Td>{month.given}</Table.Td>
          <Table.Td>{month.received}</Table.Td>
          <Table.Td>{month.net}</Table.Td>
          <Table.Td>{share(month.talkShare)}</Table.Td>
          <Table.Td>{share(month.initiative)}</Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}

function EntryTable({ charts, onOpenEntry }: Pick<ChartTablesProps, 'charts' | 'onOpenEntry'>) {
  const { entries, history, today } = charts;
  return (
    <DataTable caption="Entries" heads={['Day', 'Entry', 'Evidence', 'Your read', 'Your talk']}>
      {[...entries].reverse().map((entry) => {
        const { evidence, read } = stagesOn(history, entry.on);
        return (
          <Table.Tr key={entry.id}>
            <Table.Td>{formatDay(entry.on, today)}</Table.Td>
            <Table.Td>
              <button type="button" className={classes.link} onClick={() => onOpenEntry(entry.id)}>
                {kindLabels[entry.kind]}
              </button>
            </Table.Td>
            <Table.Td>{evidenceStageLabels[evidence]}</Table.Td>
            <Table.Td>{read ? stageLabels[read] : '–'}</Table.Td>
            <Table.Td>{entry.talkShare === null ? '–' : percent(entry.talkShare)}</Table.Td>
          </Table.Tr>
        );
      })}
    </DataTable>
  );
}

function DataTable({ caption, heads, children }: { caption: string; heads: string[]; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={caption}>
      <Table captionSide="top" verticalSpacing={4} className={classes.table}>
        <Table.Caption>{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head} scope="col">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </div>
  );
}
