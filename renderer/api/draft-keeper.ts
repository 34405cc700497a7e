import type { CallInput, CallOutput } from '../../shared/contract/contract';

/** What is kept of a form while it is being filled in: everything of a draft but the time. */
export type DraftContent = CallInput<'drafts.keep'>;

/** What the user is told about the draft. */
export type DraftStatus =
  { kind: 'nothing' } | { kind: 'kept'; at: string } | { kind: 'notKept'; message: string };

/** A change is on its way to the disk at the latest this long after it was typed. */
const KEEP_AFTER_MS = 400;
const RETRY_AFTER_MS = 3_000;

interface Store {
  keep(content: DraftContent): Promise<CallOutput<'drafts.keep'>>;
  drop(id: string): Promise<unknown>;
  /** The failure in the user's words. */
  explain(thrown: unknown): string;
}

/**
 * Keeps one form's draft on the disk: within a second of every keystroke, one write at a time, the latest always last.
 * `read` gives the form as it is at the moment of keeping, or null while there is nothing in it worth keeping; an empty
 * form leaves no draft behind.
 */
export class DraftKeeper {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #running: Promise<void> | null = null;
  #changed = false;
  #ended = false;
  #keptId: string | null;
  #status: DraftStatus = { kind: 'nothing' };
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly read: () => DraftContent | null,
    private readonly store: Store,
    /** The draft that the form was opened from, when there was one. */
    openedFrom: string | null = null,
  ) {
    this.#keptId = openedFrom;
  }

  get status(): DraftStatus {
    return this.#status;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The form or the caret changed. */
  touch(): void {
    if (this.#ended) return;
    this.#changed = true;
    this.#schedule(KEEP_AFTER_MS);
  }

  /** Keeps at once what is not kept yet. Never throws: the status it answers says how it went. */
  async flush(): Promise<DraftStatus> {
    this.#unschedule();
    await this.#running;
    if (!this.#changed || this.#ended) {
      await this.#running;
      return this.#status;
    }
    this.#running = this.#write();
    await this.#running;
    this.#running = null;
    return this.#status;
  }

  /** Ends keeping and takes the draft from the disk: it was saved, or thrown away. */
  async drop(): Promise<void> {
    this.#ended = true;
    this.#unschedule();
    await this.#running;
    await this.#remove();
  }

  /** The same for what the user throws away; answers how to have it back as a draft, null when there was nothing. */
  async throwAway(): Promise<(() => Promise<unknown>) | null> {
    try {
      await this.drop();
    } catch (thrown) {
      // The form stays, and with it what was typed, meanwhile too.
      this.#ended = false;
      this.touch();
      throw thrown;
    }
    const content = this.read();
    return content === null ? null : () => this.store.keep(content);
  }

  #schedule(delayMs: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.flush();
    }, delayMs);
  }

  #unschedule(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #write(): Promise<void> {
    this.#changed = false;
    const content = this.read();
    try {
      if (content === null) {
        await this.#remove();
        this.#tell({ kind: 'nothing' });
        return;
      }
      const { keptAt } = await this.store.keep(content);
      this.#keptId = content.id;
      this.#tell({ kind: 'kept', at: keptAt });
    } catch (thrown) {
      this.#changed = true;
      this.#tell({ kind: 'notKept', message: this.store.explain(thrown) });
      if (!this.#ended) this.#schedule(RETRY_AFTER_MS);
    }
  }

  async #remove(): Promise<void> {
    const id = this.#keptId;
    if (id === null) return;
    await this.store.drop(id);
    this.#keptId = null;
  }

  #tell(status: DraftStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}
