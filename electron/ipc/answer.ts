import type { z } from 'zod';
import {
  type Answer,
  type CallOutput,
  type CallsOf,
  contract,
  type ParsedInput,
} from '../../shared/contract/contract';
import type { CallName } from '../../shared/contract/names';
import { FailureError } from '../journal/failure-error';
import type { JournalCallName } from '../journal/thread-protocol';
import { fieldsOf, refusal } from './refusal';
import type { AnswerCall } from './register';

export type AppCallName = CallsOf<'app'>;

/** What answers the calls that run in the main process. An input has been parsed when it gets here. */
export type AppHandlers = {
  [N in AppCallName]: (input: ParsedInput<N>) => Promise<Answer<CallOutput<N>>>;
};

export interface AnswerOptions {
  handlers: AppHandlers;
  callJournal: (name: JournalCallName, input: unknown) => Promise<Answer<unknown>>;
  /** After a write was answered: the draft it came from is not needed any more. */
  dropDraft: (id: string) => Promise<unknown>;
  /** Off in a release: the values are what our own code computed. */
  checkOutputs: boolean;
  /** `error` may hold the user's words: see `log.ts` for what of it may be written down. */
  report: (name: CallName, error: unknown) => void;
}

/** Parses, routes and answers a call. Never rejects. */
export function createAnswerCall(options: AnswerOptions): AnswerCall {
  return async (name, input) => {
    try {
      const answer = isAppCall(name)
        ? await callApp(name, input, options.handlers)
        : await callJournal(name, input, options);
      if (answer.ok && options.checkOutputs) checkOutput(name, answer.value);
      return answer;
    } catch (error) {
      if (error instanceof FailureError) return refusal(error.failure);
      options.report(name, error);
      return refusal({ kind: 'unexpected', detail: messageOf(error) });
    }
  };
}

function isAppCall(name: CallName): name is AppCallName {
  return contract[name].runsIn === 'app';
}

function callApp<N extends AppCallName>(
  name: N,
  input: unknown,
  handlers: Pick<AppHandlers, N>,
): Promise<Answer<CallOutput<N>>> {
  return handlers[name](parseInput(name, input));
}

async function callJournal(
  name: JournalCallName,
  input: unknown,
  options: AnswerOptions,
): Promise<Answer<unknown>> {
  const parsed = parseInput(name, input);
  const answer = await options.callJournal(name, parsed);
  const draftId = 'draftId' in parsed ? parsed.draftId : undefined;
  if (answer.ok && draftId !== undefined) {
    // What it was for is on the disk: a draft that cannot be dropped must not make that look like a failure.
    await options.dropDraft(draftId).catch((error: unknown) => options.report(name, error));
  }
  return answer;
}

// The same schemas, typed by what they make of an input.
const inputs: { [N in CallName]: { input: z.ZodType<ParsedInput<N>> } } = contract;

function parseInput<N extends CallName>(name: N, input: unknown): ParsedInput<N> {
  const parsed = inputs[name].input.safeParse(input);
  if (!parsed.success) throw new FailureError({ kind: 'invalidInput', fields: fieldsOf(parsed.error) });
  return parsed.data;
}

function checkOutput(name: CallName, value: unknown): void {
  const checked = contract[name].output.safeParse(value);
  if (checked.success) return;
  const where = Object.entries(fieldsOf(checked.error)).map(([path, message]) => `${path}: ${message}`);
  throw new Error(`${name} answered something that is not in the contract (${where.join('; ')}).`);
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
