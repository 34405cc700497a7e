import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { GatheringRow as Row } from '../../../shared/contract/gatherings';
import { useRows } from '../../api/rows';
import { runCommand } from '../../ui/commands';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import page from '../../ui/ListPage.module.css';
import { SearchField } from '../../ui/SearchField';
import { useNow, useToday } from '../../ui/useToday';
import { focusFirstRow, VirtualList } from '../../ui/VirtualList';
import { groupOf } from './gathering-words';
import { GatheringRow } from './GatheringRow';
import classes from './GatheringsPage.module.css';

const ROW_HEIGHT = 92;
const FOLLOW_MS = 90;

interface GatheringListProps {
  text: string;
  onText: (text: string) => void;
}

/** All gatherings: those to come first, then the past, year by year. */
export function GatheringList({ text, onText }: GatheringListProps) {
  const [, navigate] = useLocation();
  const today = useToday();
  const now = useNow();
  const [asked] = useDebouncedValue(text.trim(), FOLLOW_MS);
  const query = useMemo(() => (asked === '' ? {} : { text: asked }), [asked]);
  const rows = useRows('gatherings.list', query);
  if (rows.total === 0 && asked === '' && text === '') return <NoGatherings />;
  const groupAt = (index: number) => {
    const row = rows.at(index);
    return row && groupOf(row.gathering, now);
  };
  return (
    <>
      <div className={page.toolbar} data-sticky>
        <SearchField
          label="Find gatherings"
          placeholder="Name, place, notes…"
          value={text}
          onChange={onText}
          onDown={focusFirstRow}
        />
      </div>
      <ErrorNote error={rows.error} title="The gatherings could not be read" onRetry={rows.retry} />
      {rows.total === 0 ? <NoMatch onAll={() => onText('')} /> : null}
      {rows.total !== null && rows.total > 0 ? (
        <div>
          <VirtualList<Row>
            label="Gatherings"
            total={rows.total}
            at={rows.at}
            keyOf={({ gathering }) => gathering.id}
            estimate={ROW_HEIGHT}
            place={{ key: 'gatherings', filters: asked }}
            onShow={rows.show}
            onOpen={({ gathering }) => navigate(`/gatherings/${gathering.id}`)}
          >
            {(row, { index }) => {
              const group = groupOf(row.gathering, now);
              return (
                <>
                  {groupAt(index - 1) === group ? null : <h2 className={classes.group}>{group}</h2>}
                  <GatheringRow row={row} today={today} now={now} />
                </>
              );
            }}
          </VirtualList>
        </div>
      ) : null}
    </>
  );
}

function NoMatch({ onAll }: { onAll: () => void }) {
  return (
    <EmptyState
      title="No gathering matches"
      action={
        <Button variant="default" onClick={onAll}>
          Show all
        </Button>
      }
    />
  );
}

function NoGatherings() {
  return (
    <EmptyState
      title="No gatherings yet"
      icon={<IconCalendarEvent size={24} />}
      action={<Button onClick={() => runCommand('newGathering')}>New gathering</Button>}
    >
      A breakfast, a conference, an evening of one-to-ones: note why you go, then whom you met and what came
      of it.
    </EmptyState>
  );
}
