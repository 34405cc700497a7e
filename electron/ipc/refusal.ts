import type { z } from 'zod';
import type { Answer } from '../../shared/contract/contract';
import type { CallError } from '../../shared/contract/journal';
import { describeFailure, type Failure } from '../../shared/errors';
import { FailureError } from '../journal/files/failure-error';

export type Refusal = Extract<Answer<never>, { ok: false }>;

/** A failure as the renderer gets it: its code, and what the user reads. */
export function callErrorOf(failure: Failure): CallError {
  const message = describeFailure(failure);
  return failure.kind === 'invalidInput'
    ? { code: failure.kind, message, fields: failure.fields }
    : { code: failure.kind, message };
}

export function refusal(failure: Failure): Refusal {
  return { ok: false, error: callErrorOf(failure) };
}

/** One field of what was asked for cannot be taken. To be thrown. */
export function refusedField(field: string, problem: string): FailureError {
  return new FailureError({ kind: 'invalidInput', fields: { [field]: problem } });
}

export function answered<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** What was wrong, by field: `interaction.participants.0.note`. The first thing said about a field counts. */
export function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.map(String).join('.')] ??= issue.message;
  return fields;
}

/** Throws when our own code answered what is not in the contract: a mistake to be found before a release. */
export function checkOutput(name: string, value: unknown, output: z.ZodType): void {
  const checked = output.safeParse(value);
  if (checked.success) return;
  const where = Object.entries(fieldsOf(checked.error)).map(([path, message]) => `${path}: ${message}`);
  throw new Error(`${name} answered something that is not in the contract (${where.join('; ')}).`);
}
