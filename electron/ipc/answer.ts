import type { z } from 'zod';
import { appContract } from '../../shared/contract/app-contract';
import type { Answer, CallOutput, ParsedInput } from '../../shared/contract/contract';
import {
  type AppCallName,
  appCallNames,
  type CallName,
  type JournalCallName,
} from '../../shared/contract/names';
import { FailureError } from '../journal/files/failure-error';
import { checkOutput, fieldsOf, refusal } from './refusal';
import type { AnswerCall } from './register';

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

/** Routes and answers a call; parses the inputs of those that main itself answers. Never rejects. */
export function createAnswerCall(options: AnswerOptions): AnswerCall {
  return async (name, input) => {
    try {
      return isAppCall(name) ? await callApp(name, input, options) : await callJournal(name, input, options);
    } catch (error) {
      if (error instanceof FailureError) return refusal(error.failure);
      options.report(name, error);
      return refusal({ kind: 'unexpected', detail: messageOf(error) });
    }
  };
}

const appCalls: ReadonlySet<string> = new Set(appCallNames);

function isAppCall(name: CallName): name is AppCallName {
  return appCalls.has(name);
}

async function callApp<N extends AppCallName>(
  name: N,
  input: unknown,
  { handlers, checkOutputs }: { handlers: Pick<AppHandlers, N>; checkOutputs: boolean },
): Promise<Answer<CallOutput<N>>> {
  const answer = await handlers[name](parseInput(name, input));
  if (answer.ok && checkOutputs) checkOutput(name, answer.value, appContract[name].output);
  return answer;
}

async function callJournal(
  name: JournalCallName,
  input: unknown,
  options: AnswerOptions,
): Promise<Answer<unknown>> {
  const answer = await options.callJournal(name, input);
  const draftId = draftIdOf(input);
  if (answer.ok && draftId !== null) {
    // What it was for is on the disk: a draft that cannot be dropped must not make that look like a failure.
    await options.dropDraft(draftId).catch((error: unknown) => options.report(name, error));
  }
  return answer;
}

/** The draft that an accepted input came from. */
function draftIdOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !('draftId' in input)) return null;
  return typeof input.draftId === 'string' ? input.draftId : null;
}

// The same schemas, typed by what they make of an input.
const inputs: { [N in AppCallName]: { input: z.ZodType<ParsedInput<N>> } } = appContract;

function parseInput<N extends AppCallName>(name: N, input: unknown): ParsedInput<N> {
  const parsed = inputs[name].input.safeParse(input);
  if (!parsed.success) throw new FailureError({ kind: 'invalidInput', fields: fieldsOf(parsed.error) });
  return parsed.data;
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
