import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { SearchHit } from '../../../shared/contract/interactions';
import { useRows } from '../../api/rows';
import { formatCount } from '../../../shared/words/dates';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import page from '../../ui/ListPage.module.css';
import { PageHeader } from '../../ui/PageHeader';
import { SearchField } from '../../ui/SearchField';
import { useViewState } from '../../ui/view-state';
import { focusFirstRow, VirtualList } from '../../ui/VirtualList';
import { openDebrief } from '../debrief';
import { openIntroduction } from '../network';
import { openPromiseForm } from '../promises';
import { targetOf } from './hit-words';
import { HitRow } from './HitRow';
import { everything, JournalView, queryOf } from './journal-view';
import { JournalFilters } from './JournalFilters';
import classes from './SearchPage.module.css';

const HIT_HEIGHT = 68;
const FOLLOW_MS = 90;

/** Search over everything: people, entries, promises, gatherings and circles. */
export function SearchPage() {
  const [view, set] = useViewState('search', JournalView, everything);
  const [asked] = useDebouncedValue(view, FOLLOW_MS);
  const wanted = asked.text.trim() !== '';
  return (
    <>
      <PageHeader title="Search" description="People, entries, promises, gatherings and circles" />
      <div className={page.toolbar} data-sticky>
        <SearchField
          label="Search everything"
          placeholder="Words, names, places, tags…"
          value={view.text}
          autoFocus
          onChange={(text) => set({ ...view, text })}
          onDown={focusFirstRow}
        />
        <JournalFilters view={view} set={set} />
      </div>
      {wanted ? <Hits view={asked} onClear={() => set(everything)} /> : <WhatToType />}
    </>
  );
}

function Hits({ view, onClear }: { view: JournalView; onClear: () => void }) {
  const query = useMemo(() => queryOf(view), [view]);
  const rows = useRows('search.query', query);
  const open = useOpenHit();
  return (
    <>
      <ErrorNote error={rows.error} title="The journal could not be searched" onRetry={rows.retry} />
      <p className={classes.count} role="status">
        {rows.total === null ? ' ' : formatCount(rows.total, 'hit', 'hits')}
      </p>
      {rows.total === 0 ? (
        <EmptyState
          title="No match"
          action={
            <Button variant="default" onClick={onClear}>
              Clear the search
            </Button>
          }
        >
          All words must occur; a word may be part of a longer one, and names forgive a typo.
        </EmptyState>
      ) : null}
      {rows.total !== null && rows.total > 0 ? (
        <div className={classes.hits}>
          <VirtualList<SearchHit>
            label="Hits"
            total={rows.total}
            at={rows.at}
            keyOf={(hit) => `${hit.type} ${hit.id}`}
            estimate={HIT_HEIGHT}
            place={{ key: 'search', filters: JSON.stringify(query) }}
            onShow={rows.show}
            onOpen={open}
          >
            {(hit) => <HitRow hit={hit} />}
          </VirtualList>
        </div>
      ) : null}
    </>
  );
}

function useOpenHit(): (hit: SearchHit) => void {
  const [, navigate] = useLocation();
  return (hit) => {
    const target = targetOf(hit);
    if (target.kind === 'route') navigate(target.route);
    else if (target.kind === 'entry') openDebrief({ editId: target.id });
    else if (target.kind === 'promise') openPromiseForm({ editId: target.id });
    else openIntroduction({ editId: target.id });
  };
}

function WhatToType() {
  return (
    <EmptyState title="Search everything you wrote down" icon={<IconSearch size={24} />}>
      Type a name, a place, a tag or any words of your notes. The arrow down leads into the hits, Enter opens
      one.
    </EmptyState>
  );
}
