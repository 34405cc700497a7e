import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/**
 * What becomes of single items of a list in a JSON file, said apart from the file: it may be another one by the time it is
 * done, and what has come into it since stays.
 */
export const Revision = z.object({
  /** The list's key in the file. */
  list: z.string(),
  items: z.array(
    z.object({
      /** Fields by which an item is known. One that differs in them is another one. */
      same: z.record(z.string(), z.unknown()),
      /** Null: it goes. */
      becomes: z.unknown(),
    }),
  ),
});
export type Revision = z.infer<typeof Revision>;

const JsonFile = z.record(z.string(), z.unknown());

/** The text of the file as it is to be; null when nothing of it changes. Throws when it has no such list. */
export function revised(text: string, revision: Revision): string | null {
  const { list } = revision;
  const file = JsonFile.parse(JSON.parse(text));
  const before = z.array(z.unknown()).parse(file[list]);
  const after = before.map((item) => revisedItem(item, revision)).filter((item) => item !== null);
  return isDeepStrictEqual(before, after) ? null : JSON.stringify({ ...file, [list]: after });
}

/** Null: it goes. One that the revision does not know stays as it is. */
export function revisedItem(item: unknown, { items }: Revision): unknown {
  const found = items.find(({ same }) => isSame(item, same));
  return found ? found.becomes : item;
}

function isSame(item: unknown, same: Record<string, unknown>): boolean {
  const fields = JsonFile.safeParse(item);
  if (!fields.success) return false;
  return Object.entries(same).every(([field, value]) => isDeepStrictEqual(fields.data[field], value));
}
