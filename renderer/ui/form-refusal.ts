import { describeFailure } from '../../shared/errors';
import { CallRefused } from '../api';

/** Refuses what a form holds before it is sent, the way a call would: with words for each field. */
export function refuseFields(fields: Record<string, string>): CallRefused {
  return new CallRefused({
    code: 'invalidInput',
    message: describeFailure({ kind: 'invalidInput', fields }),
    fields,
  });
}
