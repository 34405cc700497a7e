import type { Failure } from '../../../shared/errors';

/** Carries a failure through code that cannot return one; caught at the border and answered as a value. */
export class FailureError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind);
    this.name = 'FailureError';
  }
}
