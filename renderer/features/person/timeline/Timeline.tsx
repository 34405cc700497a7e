import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { TimelineFilter } from '../../../../shared/contract/people';
import type { EvidenceRef } from '../../../../shared/insight/types';
import type { Person } from '../../../../shared/model/person';
import type { CalendarDate } from '../../../../shared/model/primitives';
import { useRows } from '../../../api/rows';
import { formatMonth } from '../../../../shared/words/dates';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorNote } from '../../../ui/ErrorNote';
import { Kbd } from '../../../ui/Kbd';
import { useAsShown } from '../past/past-day';
import classes from './Timeline.module.css';
import { TimelineList } from './TimelineList';
import { type FoundItem, type Target, useFindItem } from './useFindItem';

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
  /** What was to be shown is shown, or was not found. */
  onEnd: () => void;
  /** From the past, where nothing can be changed: shows an item as it is today. */
  onShowToday: (ref: EvidenceRef) => void;
}

interface View {
  show: TimelineFilter;
  found: FoundItem | null;
}

/** All that happened with this person, newest first, by month. */
export function Timeline({ person, today, target, onEnd, onShowToday }: TimelineProps) {
  const asShown = useAsShown(person.id);
  const [{ show, found }, setView] = useState<View>({ show: 'everything', found: null });
  const input = { ...asShown, show };
  const rows = useRows('people.timeline', input);
  useFindItem({
    input,
    target,
    onFound: (found, show) => setView({ show, found }),
    onEnd,
  });
  const first = rows.at(0);
  return (
    <section className={classes.card} aria-label="Timeline">
      <div className={classes.head}>
        <h2 className={classes.title}>{first ? formatMonth(first.on) : 'Timeline'}</h2>
        <SegmentedControl
          size="xs"
          data={FILTERS}
          value={show}
          onChange={(value) => setView({ show: filterOf(value), found: null })}
          aria-label="Show in the timeline"
        />
      </div>
      <ErrorNote error={rows.error} title="The timeline could not be read" onRetry={rows.retry} />
      {rows.total === 0 ? <Nothing show={show} name={person.name} past={asShown.on !== undefined} /> : null}
      {rows.total !== null && rows.total > 0 ? (
        <TimelineList
          // Other filters, another list: its place on the page stays, its heights are measured anew.
          key={show}
          rows={rows}
          personId={person.id}
          onShowToday={asShown.on === undefined ? null : onShowToday}
          filters={JSON.stringify({ id: person.id, show })}
          today={today}
          found={found}
        />
      ) : null}
    </section>
  );
}

function filterOf(value: string): TimelineFilter {
  return FILTERS.find((filter) => filter.value === value)?.value ?? 'everything';
}

function Nothing({ show, name, past }: { show: TimelineFilter; name: string; past: boolean }) {
  if (past) return <EmptyState title="Not by this day">What is here came later.</EmptyState>;
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
