import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { withIndex } from './list-window';
import { pageScrollElement } from './page-scroll';
import { useRovingFocus } from './useRovingFocus';
import { useKeptScroll } from './useKeptScroll';
import classes from './VirtualList.module.css';

export interface RowContext {
  index: number;
  /** This row is the one that Tab reaches: what can be pressed in it joins the tab order, in others it stays out. */
  active: boolean;
}

export interface VirtualListProps<T> {
  /** What the list is, for a screen reader: "People". */
  label: string;
  /** `list` has items; `table` has rows with cells and belongs inside an element with role `table` or `grid`. */
  kind?: 'list' | 'table';
  total: number;
  /** Undefined while its page is on its way. */
  at: (index: number) => T | undefined;
  keyOf: (row: T) => string;
  /** The usual height of a row in pixels; the real one is measured. */
  estimate: number;
  /** Where scroll and focus are kept, and under which filters they are valid. */
  place: { key: string; filters: string };
  /** The rows that are in sight. */
  onShow: (first: number, last: number) => void;
  onOpen?: (row: T) => void;
  /** Other keys on a row. Answers whether it was used. */
  onKey?: (row: T, key: string) => boolean;
  children: (row: T, context: RowContext) => ReactNode;
}

const OVERSCAN = 8;

/**
 * A long list with rows of varying height in the page's own scroller, of which only those in sight exist. One row is in
 * the tab order; arrows, Home, End, Page Up and Page Down move along, Enter opens. Rows that grow above the sight do not
 * move what is in sight.
 */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { total, at, keyOf, estimate, place, onShow, kind = 'list' } = props;
  const sizer = useRef<HTMLDivElement>(null);
  const margin = useScrollMargin(sizer);
  const focus = useRovingFocus({ total, key: place.key, filters: place.filters });

  const virtualizer = useVirtualizer<HTMLElement, HTMLDivElement>({
    count: total,
    getScrollElement: pageScrollElement,
    estimateSize: () => estimate,
    overscan: OVERSCAN,
    scrollMargin: margin.top,
    scrollPaddingStart: margin.covered,
    scrollPaddingEnd: 12,
    getItemKey: (index) => {
      const row = at(index);
      return row === undefined ? index : keyOf(row);
    },
    // The row with the focus stays, or the keyboard would lose its place when it is scrolled out of sight.
    rangeExtractor: (range) => withIndex(range, focus.active),
  });

  const items = virtualizer.getVirtualItems();
  const [first, last] = [virtualizer.range?.startIndex ?? 0, virtualizer.range?.endIndex ?? 0];
  useEffect(() => onShow(Math.max(0, first - OVERSCAN), Math.min(total, last + OVERSCAN)), [first, last, total, onShow]);
  useKeptScroll({ place, virtualizer, ready: margin.known });
  useLayoutEffect(() => focus.settle(sizer.current));

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.defaultPrevented || isTyping(event.target)) return;
    const visible = Math.max(1, last - first);
    if (focus.move(event, visible, (index) => virtualizer.scrollToIndex(index, { align: 'auto' }))) {
      event.preventDefault();
      return;
    }
    const row = at(focus.active);
    const onRow = event.target instanceof HTMLElement && event.target.dataset['index'] !== undefined;
    if (row === undefined || !onRow || event.ctrlKey || event.metaKey || event.altKey) return;
    const used = event.key === 'Enter' ? open(props, row) : (props.onKey?.(row, event.key) ?? false);
    if (used) event.preventDefault();
  };

  return (
    // The rows take the focus; the list only hears the keys that come from them.
    <div
      ref={sizer}
      className={classes.sizer}
      style={{ height: virtualizer.getTotalSize() }}
      role={kind === 'list' ? 'list' : 'rowgroup'}
      aria-label={kind === 'list' ? props.label : undefined}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => {
        const row = at(item.index);
        const active = item.index === focus.active;
        return (
          <div
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            className={classes.row}
            style={{ transform: `translateY(${item.start - margin.top}px)` }}
            tabIndex={active ? 0 : -1}
            onFocus={() => focus.take(item.index)}
            {...(kind === 'list'
              ? { role: 'listitem', 'aria-setsize': total, 'aria-posinset': item.index + 1 }
              : { role: 'row', 'aria-rowindex': item.index + 2 })}
          >
            {row === undefined ? (
              <div className={classes.pending} style={{ height: estimate }} />
            ) : (
              props.children(row, { index: item.index, active })
            )}
          </div>
        );
      })}
    </div>
  );
}

function open<T>(props: VirtualListProps<T>, row: T): boolean {
  props.onOpen?.(row);
  return props.onOpen !== undefined;
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [role="menu"]') !== null;
}

/** Where the list begins in the scroller, and how much of the top is covered by what sticks there. */
function useScrollMargin(sizer: { current: HTMLElement | null }) {
  const [margin, setMargin] = useState({ top: 0, covered: 0, known: false });
  useLayoutEffect(() => {
    const scroller = pageScrollElement();
    const list = sizer.current;
    if (!scroller || !list) return undefined;
    const measure = () => {
      const top = list.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
      const covered = coveredHeight(scroller);
      setMargin((was) =>
        was.known && was.top === top && was.covered === covered ? was : { top, covered, known: true },
      );
    };
    measure();
    // What stands above the list grows and shrinks: filters wrap, an error appears.
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    for (const child of list.parentElement?.parentElement?.children ?? []) observer.observe(child);
    return () => observer.disconnect();
  }, [sizer]);
  return margin;
}

function coveredHeight(scroller: HTMLElement): number {
  let height = 0;
  for (const sticky of scroller.querySelectorAll<HTMLElement>('[data-sticky]')) height += sticky.offsetHeight;
  return height;
}
