import type { Id } from '../../../shared/model/primitives';

const NONE: readonly Id[] = [];

/**
 * Which ids belong to a key: the entries of a person, the promises of an entry, … Lists, not sets: one key has some
 * thousand ids at most, and loading a journal adds hundreds of thousands.
 */
export class IdLists {
  private readonly lists = new Map<string, Id[]>();

  /** In no particular order. */
  get(key: string): readonly Id[] {
    return this.lists.get(key) ?? NONE;
  }

  /** The id must not be there yet. */
  add(key: string, id: Id): void {
    const list = this.lists.get(key);
    if (list) list.push(id);
    else this.lists.set(key, [id]);
  }

  remove(key: string, id: Id): void {
    const list = this.lists.get(key);
    const at = list?.indexOf(id) ?? -1;
    if (!list || at < 0) return;
    const last = list.pop();
    if (last !== undefined && at < list.length) list[at] = last;
    if (list.length === 0) this.lists.delete(key);
  }
}
