import { useLayoutEffect, useRef } from 'react';

/** Names that were typed into a field for people, as long as the journal is being asked who that is. */
const underWay = new Set<Promise<unknown>>();

/** Until then the form does not have the name that was in its field. */
export function nameUnderWay(lookup: Promise<unknown>): void {
  const settled: Promise<unknown> = lookup.catch(() => undefined).finally(() => underWay.delete(settled));
  underWay.add(settled);
}

/** The fields for people that are shown: each takes into its form what is typed in it. */
const fields = new Set<() => void>();

/** For a field for people. `take` does nothing while nothing is typed. */
export function useTakesNames(take: () => void): void {
  const latest = useRef(take);
  useLayoutEffect(() => {
    latest.current = take;
  });
  useLayoutEffect(() => {
    const takeLatest = () => latest.current();
    fields.add(takeLatest);
    return () => {
      fields.delete(takeLatest);
    };
  }, []);
}

/** When every name that was typed is in its form, also one that its field still has: before a form is closed. */
export async function namesTaken(): Promise<void> {
  for (const take of fields) take();
  await Promise.all(underWay);
}

/**
 * Saving a form that has fields for people: at once, or when the last name is in it. What is saved is the form as it is
 * then, not as it was when the key was pressed.
 */
export function useAfterNames(save: () => void): () => void {
  const latest = useRef(save);
  useLayoutEffect(() => {
    latest.current = save;
  });
  return () => {
    if (underWay.size === 0) latest.current();
    else void Promise.all(underWay).then(() => latest.current());
  };
}
