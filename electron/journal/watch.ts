import { FailureError } from './files/failure-error';

/** Whoever waits for long work: they hear how far it is, and may give it up. */
export interface Watch {
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
}

/** Throws `cancelled` when it was given up. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new FailureError({ kind: 'cancelled' });
}
