import { z } from 'zod';
import { PassphraseStrength } from '../../shared/contract/backup';
import { FailureError } from '../journal/files/failure-error';
import type { Vault } from './vault';
import type { FromVault, ToVault } from './vault-protocol';

/** What is used of a `Worker`. */
export interface VaultPort {
  postMessage(message: ToVault): void;
  on(event: 'message', listener: (message: FromVault) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<number>;
}

interface Waiting {
  settle: (value: unknown) => void;
  fail: (error: Error) => void;
}

type WithoutId<T> = T extends { id: number } ? Omit<T, 'id'> : never;

const Sealed = z.instanceof(Uint8Array);
const OpenedFile = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), bytes: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('wrongPassphrase') }),
  z.object({ kind: z.literal('damaged') }),
]);

/** Unused for so long, the thread ends, and the word lists and keys in it are gone from memory. */
const IDLE_MS = 60_000;

/** The vault in a thread of its own, started when it is needed. Giving up a job ends the thread: scrypt stops for nothing else. */
export class ThreadVault implements Vault {
  private thread: VaultPort | null = null;
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();
  private idle: NodeJS.Timeout | null = null;

  constructor(private readonly start: () => VaultPort) {}

  async seal(bytes: Uint8Array, passphrase: string, signal?: AbortSignal): Promise<Uint8Array> {
    return Sealed.parse(await this.ask({ kind: 'seal', bytes, passphrase }, signal));
  }

  async open(bytes: Uint8Array, passphrase: string, signal?: AbortSignal) {
    return OpenedFile.parse(await this.ask({ kind: 'open', bytes, passphrase }, signal));
  }

  async strength(passphrase: string): Promise<PassphraseStrength> {
    return PassphraseStrength.parse(await this.ask({ kind: 'strength', passphrase }));
  }

  async suggest(): Promise<string> {
    return z.string().parse(await this.ask({ kind: 'suggest' }));
  }

  private ask(question: WithoutId<ToVault>, signal?: AbortSignal): Promise<unknown> {
    if (signal?.aborted) return Promise.reject(new FailureError({ kind: 'cancelled' }));
    if (this.idle) clearTimeout(this.idle);
    this.thread ??= this.begin();
    this.lastId += 1;
    const id = this.lastId;
    const stop = (): void => this.end(new FailureError({ kind: 'cancelled' }));
    signal?.addEventListener('abort', stop);
    const answer = new Promise((settle, fail) => this.waiting.set(id, { settle, fail }));
    this.thread.postMessage({ ...question, id });
    return answer.finally(() => {
      signal?.removeEventListener('abort', stop);
      this.idle = setTimeout(() => this.endIdle(), IDLE_MS).unref();
    });
  }

  private begin(): VaultPort {
    const thread = this.start();
    thread.on('message', (message) => {
      const waiting = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.ok) waiting?.settle(message.value);
      else waiting?.fail(new Error(message.detail));
    });
    thread.on('error', (error) => this.lose(thread, error));
    thread.on('exit', (code) =>
      this.lose(thread, new Error(`The passphrase thread ended with code ${code}.`)),
    );
    return thread;
  }

  private endIdle(): void {
    if (this.waiting.size === 0) this.end(new Error('The passphrase thread was not needed any more.'));
  }

  private end(reason: Error): void {
    const { thread } = this;
    if (!thread) return;
    this.lose(thread, reason);
    void thread.terminate();
  }

  private lose(lost: VaultPort, error: Error): void {
    if (this.thread !== lost) return;
    this.thread = null;
    for (const { fail } of this.waiting.values()) fail(error);
    this.waiting.clear();
  }
}
