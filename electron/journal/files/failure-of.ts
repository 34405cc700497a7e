import type { Failure } from '../../../shared/errors';
import { diskFailure } from './durable-file';
import { FailureError } from './failure-error';

/** What was thrown while working on the files at `path`, as a failure of the closed set. */
export function failureOf(thrown: unknown, path: string): Failure {
  return thrown instanceof FailureError ? thrown.failure : diskFailure(thrown, path);
}
