import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { TimelineItem } from '../../../../shared/contract/people';
import type { CalendarDate, Id } from '../../../../shared/model/primitives';
import { useWrite } from '../../../api';
import { formatDay } from '../../../ui/dates';
import { EntryCard } from '../../../ui/EntryCard';
import { pageScrollElement } from '../../../ui/page-scroll';
import { toastDone, toastError } from '../../../ui/toasts';
import { openDebrief } from '../../debrief';
import { monthBefore } from './months';
import classes from './Timeline.module.css';
import { PromiseItem } from './PromiseItem';

interface TimelineListProps {
  items: readonly TimelineItem[];
  personId: Id;
  today: CalendarDate;
  /** An item to scroll to and focus; a new object asks again. */
  found: { index: number } | null;
  /** The end of what is loaded is in sight. */
  onEnd: () => void;
}

const ESTIMATE = 132;
const OVERSCAN = 6;

/** The items in sight, with a heading where a month begins. Up and down arrows move from one to the next. */
export function TimelineList({ items, personId, today, found, onEnd }: TimelineListProps) {
  const list = useRef<HTMLDivElement>(null);
  const top = useListTop(list);
  const [marked, setMarked] = useState<string | null>(null);
  const virtualizer = useVirtualizer<HTMLElement, HTMLDivElement>({
    count: items.length,
    getScrollElement: pageScrollElement,
    estimateSize: () => ESTIMATE,
    overscan: OVERSCAN,
    scrollMargin: top,
    getItemKey: (index) => keyOf(items[index], index),
  });
  const rows = virtualizer.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (items.length > 0 && last >= items.length - OVERSCAN) onEnd();
  }, [last, items.length, onEnd]);

  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (!found) return;
    wanted.current = found.index;
    setMarked(keyOf(items[found.index], found.index));
    virtualizer.scrollToIndex(found.index, { align: 'center' });
    // Only a new request scrolls; later pages do not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [found]);
  useEffect(() => {
    if (wanted.current === null) return;
    const button = list.current?.querySelector<HTMLElement>(
      `[data-index="${wanted.current}"] :is([data-entry-open], [data-promise-open])`,
    );
    if (!button) return;
    wanted.current = null;
    button.focus({ preventScroll: true });
  });

  const moveTo = (index: number) => {
    if (index < 0 || index >= items.length) return;
    wanted.current = index;
    virtualizer.scrollToIndex(index, { align: 'auto' });
    setMarked(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const row =
      event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-index]') : null;
    if (step === 0 || event.defaultPrevented || !row || isInMenu(event.target)) return;
    event.preventDefault();
    moveTo(Number(row.dataset['index']) + step);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears the arrows of the buttons in it
    <div
      ref={list}
      className={classes.list}
      role="list"
      style={{ height: virtualizer.getTotalSize() }}
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => {
        const item = items[row.index];
        if (!item) return null;
        const month = monthBefore(items, row.index);
        return (
          <div
            key={row.key}
            ref={virtualizer.measureElement}
            role="listitem"
            aria-setsize={items.length}
            aria-posinset={row.index + 1}
            data-index={row.index}
            className={classes.row}
            data-marked={marked === row.key || undefined}
            style={{ transform: `translateY(${row.start - top}px)` }}
          >
            {month ? <h2 className={classes.month}>{month}</h2> : null}
            <Item item={item} personId={personId} today={today} />
          </div>
        );
      })}
    </div>
  );
}

function Item({ item, personId, today }: { item: TimelineItem; personId: Id; today: CalendarDate }) {
  const remove = useWrite('interactions.delete');
  if (item.kind === 'promise') return <PromiseItem item={item} today={today} />;
  const day = formatDay(item.on, today);
  return (
    <EntryCard
      view={item.entry}
      personId={personId}
      today={today}
      onEdit={(editId) => openDebrief({ editId })}
      onDelete={(id) => {
        remove
          .mutateAsync({ id })
          .then(() => toastDone(`Entry of ${day} deleted`))
          .catch(toastError);
      }}
    />
  );
}

function keyOf(item: TimelineItem | undefined, index: number): string {
  if (!item) return String(index);
  return item.kind === 'entry' ? item.entry.interaction.id : `${item.promise.id} ${item.event}`;
}

function isInMenu(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[role="menu"], [aria-haspopup="menu"]') !== null;
}

/** Where the list begins in the page's scroller: what stands above it may grow. */
function useListTop(list: { current: HTMLElement | null }): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const scroller = pageScrollElement();
    if (!scroller || !list.current) return undefined;
    const measure = () => {
      const box = list.current?.getBoundingClientRect();
      if (box) setTop(Math.round(box.top - scroller.getBoundingClientRect().top + scroller.scrollTop));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    for (const content of scroller.children) observer.observe(content);
    return () => observer.disconnect();
  }, [list]);
  return top;
}
