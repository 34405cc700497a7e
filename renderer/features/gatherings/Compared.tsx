import { Table } from '@mantine/core';
import type { Norms } from '../../../shared/insight/norms';
import type { FunnelSum } from '../../../shared/insight/network/gathering-return';
import { useRead } from '../../api';
import { formatMinutes } from '../../../shared/words/dates';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { aboutShare, gatheringFormatLabels, percent } from '../../../shared/words/labels';
import { costWords } from '../../../shared/words/money';
import { capitalised, count } from '../../../shared/words/spans';
import classes from './WhatCame.module.css';

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
        norms={data.norms}
        rows={[...data.circles].sort(byMet).map(({ id, name, funnel }) => ({ key: id, name, funnel }))}
      />
      <Funnels
        title="By format"
        norms={data.norms}
        rows={[...data.formats]
          .sort(byMet)
          .map(({ format, funnel }) => ({ key: format, name: gatheringFormatLabels[format], funnel }))}
      />
      <p className={classes.words}>
        The share seen again within {count(data.norms.connectWithin, 'day')} leaves out those of whom it is
        too early to say. {capitalised(aboutShare(data.norms.connectReference))} is usual; below{' '}
        {data.norms.connectNeeded} people it says nothing yet.
      </p>
    </div>
  );
}

interface FunnelsProps {
  title: string;
  norms: Norms['comparison'];
  rows: readonly { key: string; name: string; funnel: FunnelSum }[];
}

function Funnels({ title, rows, norms }: FunnelsProps) {
  if (rows.length === 0) return null;
  const again = `Again in ${count(norms.connectWithin, 'day')}`;
  return (
    <section className={classes.table} aria-label={title}>
      <Table.ScrollContainer minWidth={640} type="native">
        <Table verticalSpacing={6}>
          <caption className={classes.caption}>{title}</caption>
          <Table.Thead>
            <Table.Tr>
              {['Name', 'Times', 'Met', again, 'Like', 'Trust', 'Business', 'Time', 'Cost'].map((column) => (
                <Table.Th key={column} scope="col">
                  {column}
                </Table.Th>
              ))}
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
                <Table.Td>{againWords(funnel, norms)}</Table.Td>
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

/** Fewer people than the needed say nothing about a circle or a format. */
function againWords({ met, within60, pending }: FunnelSum, { connectNeeded }: Norms['comparison']): string {
  const settled = met - pending;
  if (settled < connectNeeded) return `too early: ${settled} of ${connectNeeded}`;
  return `${within60} of ${settled}, ${percent(within60 / settled)}`;
}
