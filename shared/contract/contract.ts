import type { z } from 'zod';
import type { CommandId } from '../commands';
import { appCalls } from './app';
import { backupCalls } from './backup';
import type { Call } from './call';
import { gatheringCalls } from './gatherings';
import { interactionCalls } from './interactions';
import {
  type CallError,
  type ChangedEvent,
  journalCalls,
  type JournalState,
  type ProgressEvent,
} from './journal';
import type { CallName, EventName } from './names';
import { peopleCalls } from './people';
import { promiseCalls } from './promises';

/** The only list of calls between the renderer and the rest: name, where it runs, input schema, output schema. */
export const contract = {
  ...journalCalls,
  ...peopleCalls,
  ...interactionCalls,
  ...promiseCalls,
  ...gatheringCalls,
  ...backupCalls,
  ...appCalls,
} satisfies Record<CallName, Call>;

type Contract = typeof contract;

/** What the caller passes: defaults may be left out. */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
/** What the handler gets: parsed, with defaults filled in. */
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;

/** Every call answers this; it never throws across the border. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: CallError };

export type CallsOf<Where extends 'journal' | 'app'> = {
  [N in CallName]: Contract[N]['runsIn'] extends Where ? N : never;
}[CallName];

/** What main pushes to the renderer. */
export interface Events {
  state: JournalState;
  changed: ChangedEvent;
  progress: ProgressEvent;
  command: { id: CommandId };
}

type _EveryEventIsNamed = Events extends Record<EventName, unknown> ? true : never;

type Area<N extends CallName> = N extends `${infer A}.${string}` ? A : never;
type Method<N extends CallName, A extends string> = N extends `${A}.${infer M}` ? M : never;

/** `window.rapport`: the contract as methods, `rapport.people.list(…)`, and `rapport.on.changed(…)`. */
export type RapportApi = {
  [A in Area<CallName>]: {
    [M in Method<CallName, A>]: (
      input: CallInput<Extract<CallName, `${A}.${M}`>>,
    ) => Promise<Answer<CallOutput<Extract<CallName, `${A}.${M}`>>>>;
  };
} & {
  on: { [E in EventName]: (listener: (event: Events[E]) => void) => () => void };
};
