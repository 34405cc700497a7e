import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { TimelineFilter } from '../../../../shared/contract/people';
import type { Person } from '../../../../shared/model/person';
import type { CalendarDate } from '../../../../shared/model/primitives';
import { usePages } from '../../../api';
import { formatMonth } from '../../../ui/dates';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorNote } from '../../../ui/ErrorNote';
import { Kbd } from '../../../ui/Kbd';
import classes from './Timeline.module.css';
import { TimelineList } from './TimelineList';
import { type Target, useFindItem } from './useFindItem';

const FILTERS: { value: TimelineFilter; label: string }[] = [
  { value: 'everything', label: 'Everything' },
  { value: 'meetings', label: 'Meetings' },
  { value: 'promises', label: 'Promises' },
  { value: 'exchanges', label: 'Exchanges' },
];

interface TimelineProps {
  person: Person;
  today: CalendarDate;
  /** Something to scroll to and focus. */
  target: Target | null;
  onFound: () => void;
}

/** All that happened with this person, newest first, by month. */
export function Timeline({ person, today, target, onFound }: TimelineProps) {
  const [show, setShow] = useState<TimelineFilter>('everything');
  const [found, setFound] = useState<{ index: number } | null>(null);
  const pages = usePages('people.timeline', { id: person.id, show });
  const items = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data]);
  useFindItem({
    target,
    items,
    settled: !pages.isFetching && !pages.isPlaceholderData,
    hasMore: pages.hasNextPage,
    everything: show === 'everything',
    fetchMore: () => void pages.fetchNextPage(),
    showEverything: () => setShow('everything'),
    onFound: (index) => setFound({ index }),
    onEnd: onFound,
  });
  const first = items[0];
  return (
    <section className={classes.card} aria-label="Timeline">
      <div className={classes.head}>
        <h2 className={classes.title}>{first ? formatMonth(first.on) : 'Timeline'}</h2>
        <SegmentedControl
          size="xs"
          data={FILTERS}
          value={show}
          onChange={(value) => setShow(filterOf(value))}
          aria-label="Show in the timeline"
        />
      </div>
      <ErrorNote
        error={pages.error}
        title="The timeline could not be read"
        onRetry={() => void pages.refetch()}
      />
      {pages.data && items.length === 0 ? <Nothing show={show} name={person.name} /> : null}
      <TimelineList
        // Other filters, another list: measured heights must not be mixed.
        key={show}
        items={items}
        personId={person.id}
        today={today}
        found={found}
        onEnd={() => {
          if (pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage();
        }}
      />
    </section>
  );
}

function filterOf(value: string): TimelineFilter {
  return FILTERS.find((filter) => filter.value === value)?.value ?? 'everything';
}

function Nothing({ show, name }: { show: TimelineFilter; name: string }) {
  if (show !== 'everything') {
    const what = { meetings: 'meeting', promises: 'promise', exchanges: 'exchange' }[show];
    return (
      <EmptyState title={`No ${what} with ${name} yet`}>Everything else is under “Everything”.</EmptyState>
    );
  }
  return (
    <EmptyState title={`Nothing written down with ${name} yet`}>
      <Kbd keys="Mod+N" /> writes it down. A line is enough: what you talked about, and how it was.
    </EmptyState>
  );
}
