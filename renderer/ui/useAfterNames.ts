import { useLayoutEffect, useRef } from 'react';

/** Names that were typed into a field for people, as long as the journal is being asked who that is. */
const underWay = new Set<Promise<unknown>>();

/** Until then the form does not have the name that was in its field. */
export function nameUnderWay(lookup: Promise<unknown>): void {
  const settled: Promise<unknown> = lookup.catch(() => undefined).finally(() => underWay.delete(settled));
  underWay.add(settled);
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
