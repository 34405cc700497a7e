import type { JobName } from '../../shared/contract/common';
import type { Failure } from '../../shared/errors';
import { FailureError } from '../journal/files/failure-error';

export interface Job {
  name: JobName;
  signal: AbortSignal;
}

/** Long work on backups, one piece at a time, in the order asked for. What runs can be given up. */
export class Jobs {
  private turn: Promise<unknown> = Promise.resolve();
  /** What runs, and what waits for its turn. */
  private readonly inHand = new Map<AbortController, Job['name']>();

  get busy(): boolean {
    return this.inHand.size > 0;
  }

  /**
   * Given up while it waits for others it is never begun, and ends at once: a drive may hold up what runs before it. Where
   * nothing is before it, `work` may be begun with a signal that is aborted already.
   */
  run<T>(name: Job['name'], work: (job: Job) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const { signal } = controller;
    this.inHand.set(controller, name);
    const givenUp = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as FailureError));
    });
    const before = this.turn;
    const result = Promise.race([before, givenUp]).then(() => work({ name, signal }));
    const ended = result.finally(() => this.inHand.delete(controller));
    // The next job goes ahead whatever became of this one; its caller hears of it through the result.
    this.turn = Promise.allSettled([before, ended]);
    return ended;
  }

  /** Jobs of that name, or all, end and leave nothing half done: what waits with `why`, what runs by its own `cancelled`. */
  cancel(name?: Job['name'], why: Failure = { kind: 'cancelled' }): void {
    for (const [controller, one] of this.inHand)
      if (name === undefined || one === name) controller.abort(new FailureError(why));
  }
}
