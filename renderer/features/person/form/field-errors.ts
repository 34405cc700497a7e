import type { CallError } from '../../../../shared/contract/journal';

/** What was wrong, by the path of the field: `name`, `channels.0.value`. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The errors of a refused save, by the paths that the form uses. */
export function fieldErrors(error: CallError | null): FieldErrors {
  const entries = Object.entries(error?.fields ?? {});
  return Object.fromEntries(entries.map(([path, message]) => [path.replace(/^person\./, ''), message]));
}

/** The message at a field, or at anything inside it: `needs` also answers for `needs.3`. */
export function errorAt(errors: FieldErrors, path: string): string | undefined {
  if (errors[path] !== undefined) return errors[path];
  const inside = Object.keys(errors).find((key) => key.startsWith(`${path}.`));
  return inside === undefined ? undefined : errors[inside];
}

const FIRST_FIELDS = ['name', 'organisation', 'role', 'met', 'circleIds', 'ring', 'tags', 'purposes'];

/** Whether something is wrong in a field that stands behind "More". */
export function errorBehindMore(errors: FieldErrors): boolean {
  return Object.keys(errors).some((path) => !FIRST_FIELDS.includes(path.split('.')[0] ?? ''));
}
