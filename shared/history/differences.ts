/** One field that two versions of a record differ in: what went, and what came. A plain field has one value at most. */
export interface FieldDifference {
  /** `organisation`, `channels`, `standing.kind`, `customFields`: a path into the record. */
  field: string;
  removed: unknown[];
  added: unknown[];
}

const ADMINISTRATION = new Set(['id', 'createdAt', 'updatedAt', 'rev']);

/** What differs from one version to the next, in the order of the fields. No `before`: all that the record says. */
export function differencesBetween(before: object | null, after: object): FieldDifference[] {
  const [was, is] = [fieldsOf(before ?? {}), fieldsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field) => {
    const [old, now] = [was.get(field) ?? [], is.get(field) ?? []];
    const removed = without(old, now);
    const added = without(now, old);
    return removed.length === 0 && added.length === 0 ? [] : [{ field, removed, added }];
  });
}

/** Each field with its values: a list's are its items, an object's fields stand for themselves. */
function fieldsOf(record: object, path = ''): Map<string, unknown[]> {
  const fields = new Map<string, unknown[]>();
  for (const [key, value] of Object.entries(record)) {
    if (path === '' && ADMINISTRATION.has(key)) continue;
    const field = path + key;
    if (Array.isArray(value)) fields.set(field, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [inner, values] of fieldsOf(value as object, `${field}.`)) fields.set(inner, values);
    } else if (value !== undefined) fields.set(field, [value]);
  }
  return fields;
}

function without(values: readonly unknown[], others: readonly unknown[]): unknown[] {
  const texts = others.map((other) => JSON.stringify(other));
  return values.filter((value) => {
    const at = texts.indexOf(JSON.stringify(value));
    if (at < 0) return true;
    // Of two that are equal each stands for one.
    texts.splice(at, 1);
    return false;
  });
}
