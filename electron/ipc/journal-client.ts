import type { Answer, Events, ParsedInput } from '../../shared/contract/contract';
import type { Failure } from '../../shared/errors';
import { assertNever } from '../../shared/assert-never';
import type { JournalCallName } from '../../shared/contract/names';
import type { BackupPlan, FromThread, OpenMode, ThreadState, ToThread } from '../journal/thread-protocol';
import { answered, refusal } from './refusal';

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

type WithoutId<T> = T extends { id: number } ? Omit<T, 'id'> : never;
type Question = WithoutId<ToThread>;

export const THREAD_STOPPED: Failure = {
  kind: 'unexpected',
  detail: 'The part of Rapport that keeps the journal stopped.',
};

/** The main process's end of the journal's thread. Its promises never reject: every outcome is an answer. */
export class JournalClient {
  private thread: ThreadPort | null = null;
  private lastId = 0;
  private readonly pending = new Map<number, (answer: Answer<unknown>) => void>();

  constructor(
    private readonly startThread: () => ThreadPort,
    private readonly listener: ThreadListener,
  ) {}

  /** Starts the thread, so that its code is loaded by the time it is needed. */
  warmUp(): void {
    this.thread ??= this.begin();
  }

  /** Opens a journal instead of the one that is open. Starts the thread when there is none, as after a crash. */
  open(where: { folder: string; mode: OpenMode; backups: BackupPlan }): Promise<Answer<unknown>> {
    this.warmUp();
    return this.ask({ kind: 'open', ...where });
  }

  move(folder: string): Promise<Answer<unknown>> {
    return this.ask({ kind: 'move', folder });
  }

  setBackups(backups: BackupPlan): Promise<Answer<unknown>> {
    return this.ask({ kind: 'backups', backups });
  }

  backUpAtQuit(): Promise<Answer<unknown>> {
    return this.ask({ kind: 'backUpAtQuit' });
  }

  /** Answered when all is on the disk and the lock is released. */
  async close(): Promise<Answer<unknown>> {
    return this.thread ? this.ask({ kind: 'close' }) : answered({});
  }

  forget(person: ParsedInput<'forget.person'>): Promise<Answer<unknown>> {
    return this.ask({ kind: 'forget', person });
  }

  undoRecovery(): Promise<Answer<unknown>> {
    return this.ask({ kind: 'undoRecovery' });
  }

  /** The thread parses the input. */
  call(name: JournalCallName, input: unknown): Promise<Answer<unknown>> {
    return this.ask({ kind: 'call', name, input });
  }

  /** Ends the thread, without asking it to close the journal first. */
  async stop(): Promise<void> {
    const stopping = this.thread;
    this.thread = null;
    await stopping?.terminate();
  }

  private begin(): ThreadPort {
    const thread = this.startThread();
    thread.on('message', (message) => {
      if (thread === this.thread) this.receive(message);
    });
    thread.on('error', (error) => this.lose(thread, error));
    thread.on('exit', (code) =>
      this.lose(thread, new Error(`The journal's thread ended with code ${code}.`)),
    );
    return thread;
  }

  private ask(question: Question): Promise<Answer<unknown>> {
    const { thread } = this;
    if (!thread) return Promise.resolve(refusal({ kind: 'notOpen' }));
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((settle) => {
      this.pending.set(id, settle);
      thread.postMessage({ ...question, id });
    });
  }

  private receive(message: FromThread): void {
    switch (message.kind) {
      case 'answer':
        this.pending.get(message.id)?.(message.answer);
        this.pending.delete(message.id);
        return;
      case 'state':
        this.listener.onState(message.state);
        return;
      case 'changed':
        this.listener.onChanged(message.event);
        return;
      case 'progress':
        this.listener.onProgress(message.event);
        return;
      default:
        assertNever(message);
    }
  }

  /** Both `error` and `exit` come here; the first one counts. */
  private lose(lost: ThreadPort, error: Error): void {
    if (this.thread !== lost) return;
    this.thread = null;
    for (const settle of this.pending.values()) settle(refusal(THREAD_STOPPED));
    this.pending.clear();
    this.listener.onCrash(error);
  }
}
