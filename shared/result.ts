import type { Failure } from './errors';

/** What a fallible operation returns: its value, or a failure with a closed kind. */
export type Result<T, F = Failure> = { ok: true; value: T } | { ok: false; failure: F };

export function success<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function failed<F>(failure: F): { ok: false; failure: F } {
  return { ok: false, failure };
}
