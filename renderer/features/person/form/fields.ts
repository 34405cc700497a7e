import { errorAt, type FieldErrors } from './field-errors';
import type { PersonFormValue } from './form-value';

/** What every part of the form gets. */
export interface FormPart {
  value: PersonFormValue;
  patch: (part: Partial<PersonFormValue>) => void;
  errors: FieldErrors;
}

type TextKey = {
  [K in keyof PersonFormValue]: PersonFormValue[K] extends string ? K : never;
}[keyof PersonFormValue];

/** The props of a text field: its value, its change, its error, and its name for the draft's caret. */
export function textField({ value, patch, errors }: FormPart, key: TextKey, path: string = key) {
  return {
    value: value[key],
    onChange: (event: { currentTarget: { value: string } }) => patch({ [key]: event.currentTarget.value }),
    error: errorAt(errors, path),
    'data-field': key,
  };
}
