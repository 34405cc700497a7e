import { useEffect, useState } from 'react';

/** By then the first page has been drawn: until it has, nothing else may take the processor's time. */
const FIRST_PAGE_MS = 500;
const BUSY_MS = 1_000;

let stands = false;

/** Does what can wait, once the page that is about to be drawn stands and nothing else is to do. Returns how to call it off. */
export function afterFirstPage(work: () => void): () => void {
  let request = 0;
  const run = (): void => {
    stands = true;
    work();
  };
  const timer = setTimeout(() => (request = requestIdleCallback(run, { timeout: BUSY_MS })), FIRST_PAGE_MS);
  return () => {
    clearTimeout(timer);
    cancelIdleCallback(request);
  };
}

/** Whether what the first page can do without may be drawn by now. Whoever needs it sooner asks for it. */
export function useAfterFirstPage(): [isAfter: boolean, now: () => void] {
  const [isAfter, setAfter] = useState(stands);
  useEffect(() => afterFirstPage(() => setAfter(true)), []);
  return [isAfter, () => setAfter(true)];
}
