/**
 * Two lines to stand in: changes, one at a time, in the order asked for; and what is done for the files in the background,
 * one at a time as well, while changes go on. What fails is its caller's: the next goes ahead whatever became of it.
 */
export class Turns {
  private changes: Promise<unknown> = Promise.resolve();
  private upkeep: Promise<unknown> = Promise.resolve();

  /** When no change is under way. */
  inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const result = this.changes.then(work);
    this.changes = result.catch(() => undefined);
    return result;
  }

  /** When nothing else is done in the background. */
  inBackground<T>(work: () => Promise<T>): Promise<T> {
    const result = this.upkeep.then(work);
    this.upkeep = result.catch(() => undefined);
    return result;
  }
}
