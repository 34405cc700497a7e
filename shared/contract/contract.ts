import type { z } from 'zod';
import type { CommandId } from '../commands';
import type { appContract } from './app-contract';
import type { journalContract } from './journal-contract';
import type { CallError, ChangedEvent, JournalState, ProgressEvent } from './journal';
import type { CallName, EventName } from './names';

/** The only list of calls between the renderer and the rest: name, input schema, output schema. */
type Contract = typeof appContract & typeof journalContract;

/** What the caller passes: defaults may be left out. */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
/** What the handler gets: parsed, with defaults filled in. */
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;

/** Every call answers this; it never throws across the border. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: CallError };

/** What main pushes to the renderer. */
export interface Events {
  state: JournalState;
  changed: ChangedEvent;
  progress: ProgressEvent;
  command: { id: CommandId };
  /** The app ends as soon as its last backup is made. */
  quitting: Record<string, never>;
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
