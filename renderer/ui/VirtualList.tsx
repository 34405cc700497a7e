import { type VirtualItem, type Virtualizer, useVirtualizer } from '@tanstack/react-virtual';
import {
  Fragment,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  startTransition,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { withIndex } from './list-window';
import { pageScrollElement } from './page-scroll';
import { useRovingFocus } from './useRovingFocus';
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
  /** The list's name, under which its row is kept, and the filters under which that row is the same one. */
  place: { key: string; filters: string };
  /** The rows that are in sight. */
  onShow: (first: number, last: number) => void;
  /** A row to scroll to and to give the focus; a new object asks again. */
  goTo?: { index: number } | null;
  onOpen?: (row: T) => void;
  /** Other keys on a row. Answers whether it was used. */
  onKey?: (row: T, key: string) => boolean;
  /** What takes the focus in a row, as a selector, when it is not the row itself: rows that have a main button. */
  focusOn?: string;
  children: (row: T, context: RowContext) => ReactNode;
}

const OVERSCAN = 8;
/** Before the first paint only what is in sight is drawn: what is waited for comes sooner. */
const FIRST_OVERSCAN = 0;

/** Measured heights by list and filters, so that coming back finds every row where it was. */
const measured = new Map<string, VirtualItem[]>();
const NONE_MEASURED: VirtualItem[] = [];

/**
 * A long list with rows of varying height in the page's own scroller, of which only those in sight exist. One row is in
 * the tab order; arrows, Home, End, Page Up and Page Down move along, Enter opens. Rows that grow above the sight do not
 * move what is in sight.
 */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { total, at, estimate, place, onShow, kind = 'list' } = props;
  const sizer = useRef<HTMLDivElement>(null);
  const margin = useScrollMargin(sizer);
  const overscan = useOverscan();
  const focus = useRovingFocus({ total, key: place.key, filters: place.filters, focusOn: props.focusOn });

  const virtualizer = useVirtualizer<HTMLElement, HTMLDivElement>({
    count: total,
    getScrollElement: pageScrollElement,
    estimateSize: () => estimate,
    // Until the scroller is measured: rows that are drawn in the first pass need no second one, nor a layout for it.
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    overscan,
    scrollMargin: margin.top,
    scrollPaddingStart: margin.covered,
    scrollPaddingEnd: 12,
    initialMeasurementsCache: measured.get(placeKey(place)) ?? NONE_MEASURED,
    // The row with the focus stays, or the keyboard would lose its place when it is scrolled out of sight.
    rangeExtractor: (range) => withIndex(range, focus.active),
  });

  const items = virtualizer.getVirtualItems();
  const [first, last] = [virtualizer.range?.startIndex ?? 0, virtualizer.range?.endIndex ?? 0];
  useEffect(
    () => onShow(Math.max(0, first - OVERSCAN), Math.max(0, Math.min(total - 1, last + OVERSCAN))),
    [first, last, total, onShow],
  );
  useTopOnOtherFilters(place.filters);
  useKeptHeights(place, virtualizer);
  useRequestedRow(props.goTo ?? null, (index) => {
    focus.go(index);
    virtualizer.scrollToIndex(index, { align: 'center' });
  });
  useEffect(() => focus.settle(sizer.current));

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.defaultPrevented || isTyping(event.target)) return;
    const visible = Math.max(1, last - first);
    const scrollTo = (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' });
    if (focus.move(event, visible, scrollTo) || pressRow(event, props, at(focus.active)))
      event.preventDefault();
  };

  return (
    <div
      ref={sizer}
      className={classes.sizer}
      style={{ height: virtualizer.getTotalSize() }}
      role={kind === 'list' ? 'list' : 'rowgroup'}
      aria-label={kind === 'list' ? props.label : undefined}
      onFocus={() => focus.enter()}
      onBlur={() => focus.leave()}
    >
      {items.map((item) => {
        return (
          <Row
            key={item.key}
            item={item}
            top={item.start - margin.top}
            row={at(item.index)}
            active={item.index === focus.active}
            measure={virtualizer.measureElement}
            onKeyDown={onKeyDown}
            onFocus={() => focus.take(item.index)}
            list={props}
          />
        );
      })}
    </div>
  );
}

interface RowProps<T> {
  item: VirtualItem;
  /** Pixels from the top of the list. */
  top: number;
  row: T | undefined;
  active: boolean;
  measure: (element: HTMLDivElement | null) => void;
  onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
  onFocus: () => void;
  list: VirtualListProps<T>;
}

function Row<T>({ item, top, row, active, measure, onKeyDown, onFocus, list }: RowProps<T>) {
  const { index } = item;
  const { kind = 'list', total, estimate, keyOf, focusOn, onOpen } = list;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- its role is listitem or row
    <div
      ref={measure}
      data-index={index}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      tabIndex={focusOn ? undefined : active ? 0 : -1}
      data-openable={onOpen ? true : undefined}
      role={kind === 'list' ? 'listitem' : 'row'}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onClick={(event) => {
        if (row !== undefined && isPlainClick(event)) onOpen?.(row);
      }}
      {...(kind === 'list'
        ? { 'aria-setsize': total, 'aria-posinset': index + 1 }
        : { 'aria-rowindex': index + 2 })}
    >
      {row === undefined ? (
        <div className={classes.pending} style={{ height: estimate }} />
      ) : (
        // A place in the list may come to hold another row, which must not inherit what was unfolded in the former.
        <Fragment key={keyOf(row)}>{list.children(row, { index, active })}</Fragment>
      )}
    </div>
  );
}

/** A key on the row itself, not on something in it. Answers whether it was used. */
function pressRow<T>(event: KeyboardEvent, props: VirtualListProps<T>, row: T | undefined): boolean {
  const onRow = event.target instanceof HTMLElement && event.target.dataset['index'] !== undefined;
  if (row === undefined || !onRow || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key !== 'Enter') return props.onKey?.(row, event.key) ?? false;
  props.onOpen?.(row);
  return props.onOpen !== undefined;
}

function useOverscan(): number {
  const [overscan, setOverscan] = useState(FIRST_OVERSCAN);
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => setOverscan(OVERSCAN)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return overscan;
}

/** Only a new request goes there; what changes in the list does not. */
function useRequestedRow(request: { index: number } | null, go: (index: number) => void): void {
  const latest = useRef(go);
  useLayoutEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    if (request) latest.current(request.index);
  }, [request]);
}

/** Coming back, every row is where it was. */
function useKeptHeights(
  place: VirtualListProps<unknown>['place'],
  virtualizer: Virtualizer<HTMLElement, HTMLDivElement>,
): void {
  const key = placeKey(place);
  useEffect(
    () => () => {
      measured.set(key, virtualizer.measurementsCache);
    },
    [key, virtualizer],
  );
}

/** A click on the row itself: not on something in it that can be pressed, and not the end of marking text. */
function isPlainClick(event: MouseEvent<HTMLDivElement>): boolean {
  const inner = event.target instanceof Element && event.target.closest('a, button, input, [role="menu"]');
  return !inner && event.button === 0 && (window.getSelection()?.isCollapsed ?? true);
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [role="menu"]') !== null;
}

function placeKey({ key, filters }: { key: string; filters: string }): string {
  return `${key} ${filters}`;
}

/** Under other filters it is another list, which begins at its top. */
function useTopOnOtherFilters(filters: string): void {
  const shown = useRef(filters);
  useLayoutEffect(() => {
    if (shown.current === filters) return;
    shown.current = filters;
    pageScrollElement()?.scrollTo({ top: 0 });
  }, [filters]);
}

/** Where the list begins in the scroller, and how much of the top is covered by what sticks there. */
function useScrollMargin(sizer: { current: HTMLElement | null }) {
  const [margin, setMargin] = useState({ top: 0, covered: 0, known: false });
  useLayoutEffect(() => {
    const scroller = pageScrollElement();
    const list = sizer.current;
    if (!scroller || !list) return undefined;
    const measure = () => {
      const top =
        list.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
      const covered = coveredHeight(scroller);
      setMargin((was) =>
        was.known && was.top === top && was.covered === covered ? was : { top, covered, known: true },
      );
    };
    measure();
    // What stands above the list grows and shrinks: filters wrap, an error appears.
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    for (const content of scroller.children) observer.observe(content);
    return () => observer.disconnect();
  }, [sizer]);
  return margin;
}

function coveredHeight(scroller: HTMLElement): number {
  let height = 0;
  for (const sticky of scroller.querySelectorAll<HTMLElement>('[data-sticky]')) height += sticky.offsetHeight;
  return height;
}

/** Leads from a search field into the list below it. */
export function focusFirstRow(): void {
  const first = pageScrollElement()?.querySelector<HTMLElement>('[data-index]');
  const target = first?.hasAttribute('tabindex') ? first : first?.querySelector<HTMLElement>('a, button');
  target?.focus();
}
