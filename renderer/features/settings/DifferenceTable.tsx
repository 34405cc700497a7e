import { Table } from '@mantine/core';
import type { Difference } from '../../../shared/contract/backup';
import { formatNumber } from '../../../shared/words/dates';
import { oneRecord } from '../../../shared/model/record-types';
import { changeWords, recordLabels } from '../../../shared/words/records';
import classes from './Settings.module.css';

/** What restoring would bring back, change and take away, per kind of record, with a few by name. */
export function DifferenceTable({ differences }: { differences: readonly Difference[] }) {
  const shown = differences.filter(({ now, inBackup }) => now > 0 || inBackup > 0);
  const examples = shown.flatMap(({ type, examples }) => examples.map((example) => ({ type, ...example })));
  return (
    <>
      <Table.ScrollContainer minWidth={480} type="native">
        <Table className={classes.differences ?? ''} verticalSpacing={6}>
          <caption className={classes.caption}>What restoring would change</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Kind</Table.Th>
              <Table.Th scope="col">Now</Table.Th>
              <Table.Th scope="col">In the backup</Table.Th>
              <Table.Th scope="col">Come back</Table.Th>
              <Table.Th scope="col">Change back</Table.Th>
              <Table.Th scope="col">Go</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((difference) => (
              <Table.Tr key={difference.type}>
                <Table.Th scope="row">{recordLabels[difference.type]}</Table.Th>
                <Table.Td>{formatNumber(difference.now)}</Table.Td>
                <Table.Td>{formatNumber(difference.inBackup)}</Table.Td>
                <Change count={difference.added} />
                <Change count={difference.changed} />
                <Change count={difference.removed} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {examples.length > 0 ? (
        <ul className={classes.examples} aria-label="Some of them">
          {examples.map(({ type, what, title }, index) => (
            // Two records may well have the same title.
            <li key={`${type}-${what}-${title}-${String(index)}`}>
              <span className={classes.change}>{changeWords[what]}</span>
              <span className={classes.exampleTitle}>{title}</span>
              <span className={classes.quiet}>{oneRecord[type]}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Change({ count }: { count: number }) {
  return <Table.Td data-none={count === 0 || undefined}>{count === 0 ? '–' : formatNumber(count)}</Table.Td>;
}
