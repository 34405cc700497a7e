import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Insights.module.css';

/** A cell: words, or a figure that opens what it was counted from. */
export interface Figure {
  text: ReactNode;
  /** Says what it opens, for those who do not see the row and the column. */
  about?: string;
  onOpen?: (() => void) | undefined;
}

interface FiguresProps {
  caption: string;
  columns: readonly string[];
  rows: readonly { key: string; name: ReactNode; figures: readonly Figure[] }[];
}

/** The figures of an insight as a table; each leads to the entries behind it. */
export function Figures({ caption, columns, rows }: FiguresProps) {
  return (
    <Table.ScrollContainer minWidth={340} type="native">
      <Table verticalSpacing={5} horizontalSpacing="xs">
        <caption className={classes.hidden}>{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column, index) => (
              <Table.Th key={column} scope="col" ta={index === 0 ? 'start' : 'end'}>
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, name, figures }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              {figures.map((figure, index) => (
                <Table.Td key={columns[index + 1]} ta="end">
                  <FigureCell figure={figure} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function FigureCell({ figure: { text, about, onOpen } }: { figure: Figure }) {
  if (!onOpen) return <>{text}</>;
  return (
    <button type="button" className={classes.figure} aria-label={about} onClick={onOpen}>
      {text}
    </button>
  );
}
