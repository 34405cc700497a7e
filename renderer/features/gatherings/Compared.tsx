import { Table } from '@mantine/core';
import type { FunnelSum } from '../../../shared/insight/network/gathering-return';
import { useRead } from '../../api';
import { formatMinutes } from '../../ui/dates';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { gatheringFormatLabels, percent } from '../../ui/words/labels';
import { costWords } from '../../ui/words/money';
import classes from './WhatCame.module.css';

/** Fewer people than this say nothing about a circle or a format. */
const ENOUGH = 5;

/** Circles and formats side by side: what they bring, and what they cost. */
export function Compared() {
  const { data, error, refetch } = useRead('insights.gatherings', {});
  if (error) {
    return <ErrorNote error={error} title="They could not be compared" onRetry={() => void refetch()} />;
  }
  if (!data) return null;
  if (data.circles.length + data.formats.length === 0) {
    return (
      <EmptyState title="Nothing to compare yet">
        Once gatherings with a circle or a format have taken place, they stand here side by side: how many of
        the people met there were seen again, and what it cost.
      </EmptyState>
    );
  }
  const byMet = (a: { funnel: FunnelSum }, b: { funnel: FunnelSum }) => b.funnel.met - a.funnel.met;
  return (
    <div className={classes.compared}>
      <Funnels
        title="By circle"
        rows={[...data.circles].sort(byMet).map(({ id, name, funnel }) => ({ key: id, name, funnel }))}
      />
      <Funnels
        title="By format"
        rows={[...data.formats]
          .sort(byMet)
          .map(({ format, funnel }) => ({ key: format, name: gatheringFormatLabels[format], funnel }))}
      />
      <p className={classes.words}>
        The share seen again within 60 days leaves out those of whom it is too early to say. About one in
        three is usual; below {ENOUGH} people it says nothing yet.
      </p>
    </div>
  );
}

interface FunnelsProps {
  title: string;
  rows: readonly { key: string; name: string; funnel: FunnelSum }[];
}

function Funnels({ title, rows }: FunnelsProps) {
  if (rows.length === 0) return null;
  return (
    <section className={classes.table} aria-label={title}>
      <Table.ScrollContainer minWidth={640} type="native">
        <Table verticalSpacing={6}>
          <caption className={classes.caption}>{title}</caption>
          <Table.Thead>
            <Table.Tr>
              {['Name', 'Times', 'Met', 'Again in 60 days', 'Like', 'Trust', 'Business', 'Time', 'Cost'].map(
                (column) => (
                  <Table.Th key={column} scope="col">
                    {column}
                  </Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ key, name, funnel }) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" fw={500}>
                  {name}
                </Table.Th>
                <Table.Td>{funnel.gatherings}</Table.Td>
                <Table.Td>{funnel.met}</Table.Td>
                <Table.Td>{againWords(funnel)}</Table.Td>
                <Table.Td>{funnel.liked}</Table.Td>
                <Table.Td>{funnel.trusted}</Table.Td>
                <Table.Td>
                  {funnel.given} / {funnel.received}
                </Table.Td>
                <Table.Td>{funnel.minutes === 0 ? '–' : formatMinutes(funnel.minutes)}</Table.Td>
                <Table.Td>{funnel.cost.length === 0 ? '–' : funnel.cost.map(costWords).join(' + ')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function againWords({ met, within60, pending }: FunnelSum): string {
  const settled = met - pending;
  if (settled < ENOUGH) return `too early: ${settled} of ${ENOUGH}`;
  return `${within60} of ${settled}, ${percent(within60 / settled)}`;
}
