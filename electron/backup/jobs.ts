import type { JobName } from '../../shared/contract/common';

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

  /** `work` is begun also when it was given up before its turn: it looks at the signal first. */
  run<T>(name: Job['name'], work: (job: Job) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.inHand.set(controller, name);
    const result = this.turn
      .then(() => work({ name, signal: controller.signal }))
      .finally(() => this.inHand.delete(controller));
    // The next job goes ahead whatever became of this one; its caller hears of it through `result`.
    this.turn = result.catch(() => undefined);
    return result;
  }

  /** Jobs of that name, or all, end with `cancelled`, and leave nothing half done. */
  cancel(name?: Job['name']): void {
    for (const [controller, one] of this.inHand) if (name === undefined || one === name) controller.abort();
  }
}
