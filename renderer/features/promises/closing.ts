import type { PromiseStatus } from '../../../shared/model/promise';

export type Closing = Exclude<PromiseStatus, 'open'>;

interface Way {
  status: Closing;
  key: string;
  label: string;
  /** What is said afterwards. */
  done: string;
}

const kept: Way = { status: 'kept', key: 'K', label: 'Kept', done: 'Kept' };
const keptLate: Way = { status: 'late', key: 'L', label: 'Kept, but late', done: 'Kept, late' };

/** The ways to close a promise. */
export const closings: readonly Way[] = [
  kept,
  keptLate,
  { status: 'broken', key: 'B', label: 'Broken', done: 'Closed as broken' },
  { status: 'released', key: 'R', label: 'Released: no longer expected', done: 'Released' },
];

export type PromiseAction =
  | { kind: 'close'; status: Closing }
  | { kind: 'reopen' }
  | { kind: 'edit' }
  | { kind: 'history' }
  | { kind: 'delete' };

/** What a key does on a promise; null when it does nothing. */
export function actionOf(key: string, status: PromiseStatus): PromiseAction | null {
  const pressed = key.toUpperCase();
  if (pressed === 'DELETE') return { kind: 'delete' };
  if (pressed === 'E') return { kind: 'edit' };
  if (pressed === 'H') return { kind: 'history' };
  if (status !== 'open') return pressed === 'O' ? { kind: 'reopen' } : null;
  const closing = closings.find((one) => one.key === pressed);
  return closing ? { kind: 'close', status: closing.status } : null;
}

/** The usual end: a promise past its date is kept late, if at all. */
export function usualClosing(late: boolean): Way {
  return late ? keptLate : kept;
}
