import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { CallInput, CallOutput } from '../../shared/contract/contract';
import { call } from './call';

export type RowsName =
  | 'people.list'
  | 'people.timeline'
  | 'interactions.list'
  | 'promises.list'
  | 'gatherings.list'
  | 'search.query';
/** What a list is asked for, besides the page. */
export type RowsInput<N extends RowsName> = Omit<CallInput<N>, 'offset' | 'limit'>;
export type RowOf<N extends RowsName> = CallOutput<N>['rows'][number];

/** A long list as a virtual list shows it. */
export interface Rows<N extends RowsName> {
  /** How many rows there are; null until the first page has arrived. */
  total: number | null;
  /** The row at a place of the whole list; undefined while its page is on its way. */
  at: (index: number) => RowOf<N> | undefined;
  /** Says which rows are in sight: their pages, and no others, are read and kept current. */
  show: (first: number, last: number) => void;
  /** A page that arrived, for what comes with it besides its rows. */
  head: CallOutput<N> | undefined;
  /** What was thrown by the last read, or null. */
  error: unknown;
  retry: () => void;
}

/** A page is copied from process to process three times: a few screens of rows, so that the first is there soon. */
const PAGE_SIZE = 40;

/**
 * Reads a long list, only the pages in sight, wherever the user jumps to. A change of the journal reads those pages
 * again and no others, so its cost does not grow with how far one has scrolled. While the input changes, the former
 * rows stay in place until the new ones are there: nothing flashes.
 */
export function useRows<N extends RowsName>(name: N, input: RowsInput<N>): Rows<N> {
  const asked = JSON.stringify(input);
  const [sight, setSight] = useState({ asked, first: 0, last: 0 });
  const { first, last } = sight.asked === asked ? sight : { first: 0, last: 0 };
  const numbers = useMemo(() => pagesBetween(first, last), [first, last]);
  const reads = useQueries({
    queries: numbers.map((page) => pageQuery(name, input, page)),
    combine: combined,
  });

  const pages = useMemo(() => {
    const arrived = new Map<number, CallOutput<N>>();
    for (const [i, page] of numbers.entries()) {
      const data = reads.data[i];
      if (data) arrived.set(page, data);
    }
    return arrived;
  }, [numbers, reads.data]);
  const shown = useLatestFilled(pages);
  const head = [...shown.values()][0];

  const show = useCallback(
    (from: number, to: number) => {
      const [a, b] = [pageOf(from) * PAGE_SIZE, pageOf(to) * PAGE_SIZE];
      setSight((was) =>
        was.asked === asked && was.first === a && was.last === b ? was : { asked, first: a, last: b },
      );
    },
    [asked],
  );

  return {
    total: head?.total ?? null,
    at: (index) => rowsOf<N>(shown.get(pageOf(index)))[index % PAGE_SIZE],
    show,
    head,
    error: reads.error,
    retry: () => {
      for (const refetch of reads.refetch) void refetch();
    },
  };
}

/**
 * Finds a row's place in a long list, page by page from the top; null when it is not in it. The pages it went through
 * are there when they are shown.
 */
export function useFindRow() {
  const client = useQueryClient();
  return useCallback(
    async <N extends RowsName>(
      name: N,
      input: RowsInput<N>,
      matches: (row: RowOf<N>) => boolean,
    ): Promise<number | null> => {
      for (let page = 0; ; page++) {
        const read = await client.query(pageQuery(name, input, page));
        const index = rowsOf<N>(read).findIndex(matches);
        if (index >= 0) return page * PAGE_SIZE + index;
        if ((page + 1) * PAGE_SIZE >= read.total) return null;
      }
    },
    [client],
  );
}

/** The pages shown last stay for as long as none of the wanted ones is there. */
function useLatestFilled<T>(pages: ReadonlyMap<number, T>): ReadonlyMap<number, T> {
  const [former, setFormer] = useState(pages);
  if (pages.size > 0 && former !== pages) setFormer(pages);
  return pages.size > 0 ? pages : former;
}

/** Kept the same object by react-query for as long as nothing in it changes. */
function combined<T>(reads: UseQueryResult<T>[]) {
  return {
    data: reads.map((read) => read.data),
    error: reads.find((read) => read.error !== null)?.error ?? null,
    refetch: reads.map((read) => read.refetch),
  };
}

function pageQuery<N extends RowsName>(name: N, input: RowsInput<N>, page: number) {
  return {
    queryKey: [name, 'rows', input, page],
    queryFn: () => call(name, pageInput<N>(input, page)),
  };
}

function pageInput<N extends RowsName>(input: RowsInput<N>, page: number): CallInput<N> {
  // The compiler cannot put a generic input and its page back together.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...input, offset: page * PAGE_SIZE, limit: PAGE_SIZE } as unknown as CallInput<N>;
}

function rowsOf<N extends RowsName>(page: CallOutput<N> | undefined): RowOf<N>[] {
  return page?.rows ?? [];
}

function pageOf(index: number): number {
  return Math.floor(index / PAGE_SIZE);
}

function pagesBetween(first: number, last: number): number[] {
  const from = pageOf(first);
  return Array.from({ length: pageOf(last) - from + 1 }, (_, i) => from + i);
}
