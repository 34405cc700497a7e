import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconNotebook } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { useJournalState } from '../../api';
import { keepView } from '../../api/place';
import { useRows } from '../../api/rows';
import { runCommand } from '../../ui/commands';
import { formatCount } from '../../../shared/words/dates';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { Kbd } from '../../ui/Kbd';
import page from '../../ui/ListPage.module.css';
import { PageHeader } from '../../ui/PageHeader';
import { SearchField } from '../../ui/SearchField';
import { useToday } from '../../ui/useToday';
import { useViewState } from '../../ui/view-state';
import { focusFirstRow } from '../../ui/VirtualList';
import { ComingUp } from './ComingUp';
import { EntryList } from './EntryList';
import { comingOf, everything, isFiltered, JournalView, pastOf, queryOf } from './journal-view';
import { JournalFilters } from './JournalFilters';

/** Typing never waits for the list: it follows when the fingers pause. */
const FOLLOW_MS = 90;

/** Everything that was written down, by day, the newest first; what is planned stands apart. */
export function JournalPage() {
  const [view, set] = useViewState('journal', JournalView, everything);
  const today = useToday();
  const [asked] = useDebouncedValue(view, FOLLOW_MS);
  const query = useMemo(() => queryOf(asked), [asked]);
  const past = useMemo(() => pastOf(query, today), [query, today]);
  const coming = useMemo(() => comingOf(query, today), [query, today]);
  const rows = useRows('interactions.list', past);
  const filtered = isFiltered(view);
  const empty = useNothingWritten() && !filtered;

  return (
    <>
      <PageHeader
        title="Journal"
        description={
          <span role="status">{empty ? 'What happened, by day' : countWords(rows.total, filtered)}</span>
        }
        actions={
          <Button rightSection={<Kbd keys="Mod+N" />} onClick={() => runCommand('debrief')}>
            Write it down
          </Button>
        }
      />
      {empty ? (
        <NothingYet />
      ) : (
        <>
          <div className={page.toolbar} data-sticky>
            <SearchField
              label="Search the entries"
              placeholder="Words, names, places, tags…"
              value={view.text}
              onChange={(text) => set({ ...view, text })}
              onDown={focusFirstRow}
            />
            <JournalFilters view={view} set={set} />
          </div>
          <ErrorNote error={rows.error} title="The journal could not be read" onRetry={rows.retry} />
          {view.text.trim() === '' ? null : <Wider view={view} />}
          {coming ? <ComingUp query={coming} /> : null}
          {rows.total === 0 && filtered ? <NoMatch onClear={() => set(everything)} /> : null}
          {rows.total !== null && rows.total > 0 ? (
            <EntryList rows={rows} filters={JSON.stringify(query)} />
          ) : null}
        </>
      )}
    </>
  );
}

function useNothingWritten(): boolean {
  const state = useJournalState();
  return state?.kind === 'open' && state.counts.interactions === 0;
}

function countWords(total: number | null, filtered: boolean): string {
  if (total === null) return ' ';
  return filtered
    ? formatCount(total, 'entry matches', 'entries match')
    : formatCount(total, 'entry', 'entries');
}

/** The same words over everything else: people, promises, gatherings. */
function Wider({ view }: { view: JournalView }) {
  const [, navigate] = useLocation();
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      mb={8}
      onClick={() => {
        keepView('search', view);
        navigate('/search');
      }}
    >
      Search people, promises and gatherings too
    </Button>
  );
}

function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      title="No entry matches"
      action={
        <Button variant="default" onClick={onClear}>
          Clear filters
        </Button>
      }
    >
      All words must occur in an entry or in the names of its people; a word may be part of a longer one.
    </EmptyState>
  );
}

function NothingYet() {
  return (
    <EmptyState
      title="Nothing written down yet"
      icon={<IconNotebook size={24} />}
      action={
        <Button rightSection={<Kbd keys="Mod+N" />} onClick={() => runCommand('debrief')}>
          Write it down
        </Button>
      }
    >
      After your next meeting, say who it was and what happened: under a minute. It appears here, by day.
    </EmptyState>
  );
}
