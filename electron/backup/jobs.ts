import type { ProgressEvent } from '../../shared/contract/journal';

export interface Job {
  name: ProgressEvent['job'];
  signal: AbortSignal;
}

/** Long work on backups, one piece at a time, in the order asked for. What runs can be given up. */
export class Jobs {
  private turn: Promise<unknown> = Promise.resolve();
  private running: AbortController | null = null;

  get busy(): boolean {
    return this.running !== null;
  }

  run<T>(name: Job['name'], work: (job: Job) => Promise<T>): Promise<T> {
    const result = this.turn.then(async () => {
      const controller = new AbortController();
      this.running = controller;
      try {
        return await work({ name, signal: controller.signal });
      } finally {
        this.running = null;
      }
    });
    // The next job goes ahead whatever became of this one; its caller hears of it through `result`.
    this.turn = result.catch(() => undefined);
    return result;
  }

  /** The job that runs now ends with `cancelled`, and leaves nothing half done. */
  cancel(): void {
    this.running?.abort();
  }
}
