import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUsers } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { PersonRow } from '../../../shared/contract/people';
import { type Rows, useRows } from '../../api/rows';
import { runCommand } from '../../ui/commands';
import { formatCount } from '../../../shared/words/dates';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { Kbd } from '../../ui/Kbd';
import page from '../../ui/ListPage.module.css';
import { PageHeader } from '../../ui/PageHeader';
import { SearchField } from '../../ui/SearchField';
import { useViewState } from '../../ui/view-state';
import { focusFirstRow, VirtualList } from '../../ui/VirtualList';
import { everyone, isFiltered, PeopleView, queryOf, withoutFilters } from './people-view';
import { PeopleFilters } from './PeopleFilters';
import { PeopleHead, SortMenu } from './PeopleHead';
import classes from './PeoplePage.module.css';
import { PersonCells } from './PersonCells';

const ROW_HEIGHT = 61;
/** Typing never waits for the list: it follows when the fingers pause. */
const FOLLOW_MS = 90;

/** Everyone in the journal: how each relationship stands, in a list to sort, filter and search. */
export function PeoplePage() {
  const [view, set] = useViewState('people', PeopleView, everyone);
  const [asked] = useDebouncedValue(view, FOLLOW_MS);
  const query = useMemo(() => queryOf(asked), [asked]);
  const rows = useRows('people.list', query);
  const filtered = isFiltered(view);

  return (
    <>
      <PageHeader
        title="People"
        description={<span role="status">{countWords(rows.total, filtered)}</span>}
        actions={
          <Button rightSection={<Kbd keys="Mod+Shift+P" />} onClick={() => runCommand('newPerson')}>
            New person
          </Button>
        }
      />
      {rows.total === 0 && !filtered ? (
        <NobodyYet />
      ) : (
        <>
          <div className={page.toolbar} data-sticky>
            <SearchField
              label="Find people"
              placeholder="Name, organisation, tag…"
              value={view.text}
              onChange={(text) => set({ ...view, text })}
              onDown={focusFirstRow}
            />
            <PeopleFilters view={view} set={set} />
            <span className={page.spread} />
            <SortMenu view={view} set={set} />
          </div>
          <ErrorNote error={rows.error} title="The people could not be read" onRetry={rows.retry} />
          {rows.total === 0 ? <NobodyMatches onClear={() => set(withoutFilters(view))} /> : null}
          {rows.total !== null && rows.total > 0 ? (
            <PeopleTable
              rows={rows}
              total={rows.total}
              filters={JSON.stringify(query)}
              view={view}
              set={set}
            />
          ) : null}
        </>
      )}
    </>
  );
}

interface PeopleTableProps {
  rows: Rows<'people.list'>;
  total: number;
  filters: string;
  view: PeopleView;
  set: (view: PeopleView) => void;
}

function PeopleTable({ rows, total, filters, view, set }: PeopleTableProps) {
  const [, navigate] = useLocation();
  return (
    <div className={classes.table} role="grid" aria-label="People" aria-rowcount={total + 1}>
      <div role="rowgroup">
        <PeopleHead view={view} set={set} />
      </div>
      <VirtualList<PersonRow>
        label="People"
        kind="table"
        total={total}
        at={rows.at}
        keyOf={(row) => row.id}
        estimate={ROW_HEIGHT}
        place={{ key: 'people', filters }}
        onShow={rows.show}
        onOpen={(row) => navigate(`/people/${row.id}`)}
      >
        {(row) => <PersonCells row={row} />}
      </VirtualList>
    </div>
  );
}

function countWords(total: number | null, filtered: boolean): string {
  if (total === null) return ' ';
  if (total === 0 && !filtered) return 'Whom you know, and how it stands';
  return filtered
    ? formatCount(total, 'person matches', 'people match')
    : formatCount(total, 'person', 'people');
}

function NobodyMatches({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      title="Nobody matches"
      action={
        <Button variant="default" onClick={onClear}>
          Clear filters
        </Button>
      }
    >
      Nobody in the journal answers what you look for. Those you let go or keep at a distance are listed when
      you choose them under Standing.
    </EmptyState>
  );
}

function NobodyYet() {
  return (
    <EmptyState
      title="Nobody here yet"
      icon={<IconUsers size={24} />}
      action={
        <>
          <Button rightSection={<Kbd keys="Mod+N" />} onClick={() => runCommand('debrief')}>
            Write it down
          </Button>
          <Button
            variant="default"
            rightSection={<Kbd keys="Mod+Shift+P" />}
            onClick={() => runCommand('newPerson')}
          >
            New person
          </Button>
        </>
      }
    >
      People come in by themselves when you write down a meeting with them. Or add somebody first.
    </EmptyState>
  );
}
