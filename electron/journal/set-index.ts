import type { Id } from '../../shared/model/primitives';

const NONE: ReadonlySet<Id> = new Set();

/** Which ids belong to a key: the entries of a person, the promises of an entry, … */
export class SetIndex {
  private readonly sets = new Map<string, Set<Id>>();

  get(key: string): ReadonlySet<Id> {
    return this.sets.get(key) ?? NONE;
  }

  /** Keys that have at least one id. */
  keys(): IterableIterator<string> {
    return this.sets.keys();
  }

  add(key: string, id: Id): void {
    const set = this.sets.get(key);
    if (set) set.add(id);
    else this.sets.set(key, new Set([id]));
  }

  remove(key: string, id: Id): void {
    const set = this.sets.get(key);
    if (!set?.delete(id)) return;
    if (set.size === 0) this.sets.delete(key);
  }
}
