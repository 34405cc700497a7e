/** One page of a list, with its length as a whole. */
export function pageOf<T, R>(
  all: readonly T[],
  page: { offset: number; limit: number },
  toRow: (item: T) => R,
) {
  return {
    total: all.length,
    offset: page.offset,
    rows: all.slice(page.offset, page.offset + page.limit).map(toRow),
  };
}
