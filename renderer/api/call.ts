import type { Answer, CallInput, CallOutput } from '../../shared/contract/contract';
import type { CallError } from '../../shared/contract/journal';
import type { CallName } from '../../shared/contract/names';

/** A call that was refused. `error.message` is in the user's words; `error.fields` names what was wrong in the input. */
export class CallRefused extends Error {
  constructor(readonly error: CallError) {
    super(error.message);
    this.name = 'CallRefused';
  }
}

/** Calls main and returns its value. Throws `CallRefused`. */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const [area = '', method = ''] = name.split('.');
  // The preload builds the methods from the same list of names that `CallName` is made of.
  const methods = window.rapport as unknown as Record<
    string,
    Record<string, (input: CallInput<N>) => Promise<Answer<CallOutput<N>>>>
  >;
  const perform = methods[area]?.[method];
  if (!perform) throw new Error(`There is no call named ${name}.`);
  const answer = await perform(input);
  if (!answer.ok) throw new CallRefused(answer.error);
  return answer.value;
}

/** What went wrong, as a call's error: anything else that was thrown is unexpected, and says so. */
export function callErrorOf(thrown: unknown): CallError {
  if (thrown instanceof CallRefused) return thrown.error;
  return { code: 'unexpected', message: thrown instanceof Error ? thrown.message : String(thrown) };
}
