import { filledRows, type PersonFormValue } from './form-value';

/** What was wrong, by the path of the field: `name`, `channels.0.value`. */
export type FieldErrors = Readonly<Record<string, string>>;

/**
 * The errors of a refused save, by the paths that the form uses. Rows in which nothing was typed are not sent, so the
 * numbers of the rows are put back to those on the screen.
 */
export function fieldErrors(refused: FieldErrors, value: PersonFormValue): FieldErrors {
  const paths = Object.entries(refused).map(([path, message]): [string, string] => {
    const [field = '', index, ...rest] = path.replace(/^person\./, '').split('.');
    if (index === undefined || !isRows(field))
      return [[field, index, ...rest].filter(isPart).join('.'), message];
    const shown = filledRows(value)[field][Number(index)] ?? Number(index);
    return [[field, shown, ...rest].join('.'), message];
  });
  return Object.fromEntries(paths);
}

type RowsField = keyof ReturnType<typeof filledRows>;

function isRows(field: string): field is RowsField {
  return field === 'channels' || field === 'dates' || field === 'customFields';
}

function isPart(part: string | undefined): part is string {
  return part !== undefined;
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
