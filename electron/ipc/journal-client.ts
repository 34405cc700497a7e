import type { Answer, Events } from '../../shared/contract/contract';
import type {
  FromThread,
  JournalCallName,
  OpenMode,
  ThreadState,
  ToThread,
} from '../journal/thread-protocol';
import { refusal } from './refusal';

/** What is used of a `Worker`. */
export interface ThreadPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: FromThread) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<number>;
}

export interface ThreadListener {
  onState(state: ThreadState): void;
  onChanged(event: Events['changed']): void;
  onProgress(event: Events['progress']): void;
  /** The thread is gone, with whatever was not acknowledged. What was acknowledged is on the disk. */
  onCrash(error: Error): void;
}

/** The main process's end of the journal's thread. Never rejects: every outcome is an answer. */
export interface JournalClient {
  open(where: { folder: string; mode: OpenMode; backupFolder: string }): Promise<Answer<unknown>>;
  move(folder: string): Promise<Answer<unknown>>;
  setBackupFolder(backupFolder: string): Promise<Answer<unknown>>;
  /** Answered when all is on the disk and the lock is released. */
  close(): Promise<Answer<unknown>>;
  /** `input` was parsed with the call's schema. */
  call(name: JournalCallName, input: unknown): Promise<Answer<unknown>>;
  /** Starts the thread, so that its code is loaded by the time it is needed. */
  warmUp(): void;
  stop(): Promise<void>;
}

type WithoutId<T> = T extends { id: number } ? Omit<T, 'id'> : never;
type Question =
  | WithoutId<Exclude<ToThread, { kind: 'call' }>>
  // Which input goes with which name was settled where the input was parsed.
  | { kind: 'call'; name: JournalCallName; input: unknown };

/** Nothing is asked of a thread that was never started or is gone; only `open` starts one. */
const NOT_OPEN = refusal({ kind: 'notOpen' });

export function createJournalClient(startThread: () => ThreadPort, listener: ThreadListener): JournalClient {
  let thread: ThreadPort | null = null;
  let lastId = 0;
  const pending = new Map<number, (answer: Answer<unknown>) => void>();

  function start(): ThreadPort {
    const started = startThread();
    started.on('message', (message) => {
      if (thread === started) receive(message);
    });
    started.on('error', (error) => lose(started, error));
    started.on('exit', (code) => lose(started, new Error(`The journal's thread ended with code ${code}.`)));
    return started;
  }

  function receive(message: FromThread): void {
    switch (message.kind) {
      case 'answer':
        pending.get(message.id)?.(message.answer);
        pending.delete(message.id);
        return;
      case 'state':
        return listener.onState(message.state);
      case 'changed':
        return listener.onChanged(message.event);
      case 'progress':
        return listener.onProgress(message.event);
    }
  }

  /** Both `error` and `exit` come here; the first one counts. */
  function lose(lost: ThreadPort, error: Error): void {
    if (thread !== lost) return;
    thread = null;
    const refused = refusal({
      kind: 'unexpected',
      detail: 'The part of Rapport that keeps the journal stopped.',
    });
    for (const settle of pending.values()) settle(refused);
    pending.clear();
    listener.onCrash(error);
  }

  function ask(to: ThreadPort | null, message: Question): Promise<Answer<unknown>> {
    if (!to) return Promise.resolve(NOT_OPEN);
    lastId += 1;
    const id = lastId;
    return new Promise((settle) => {
      pending.set(id, settle);
      to.postMessage({ ...message, id });
    });
  }

  return {
    open: (where) => ask((thread ??= start()), { kind: 'open', ...where }),
    move: (folder) => ask(thread, { kind: 'move', folder }),
    setBackupFolder: (backupFolder) => ask(thread, { kind: 'backupFolder', backupFolder }),
    close: () => (thread ? ask(thread, { kind: 'close' }) : Promise.resolve({ ok: true, value: {} })),
    call: (name, input) => ask(thread, { kind: 'call', name, input }),
    warmUp: () => {
      thread ??= start();
    },
    stop: async () => {
      const stopping = thread;
      thread = null;
      await stopping?.terminate();
    },
  };
}
