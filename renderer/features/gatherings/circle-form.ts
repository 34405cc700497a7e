import { z } from 'zod';
import type { CallInput } from '../../../shared/contract/contract';
import type { Circle } from '../../../shared/model/gathering';
import { Purpose } from '../../../shared/model/primitives';

/** The form of a circle as it is typed. */
export const CircleValue = z.object({
  name: z.string(),
  kind: z.string(),
  purpose: Purpose.nullable(),
  notes: z.string(),
  editing: z.object({ id: z.string(), rev: z.string() }).nullable(),
});
export type CircleValue = z.infer<typeof CircleValue>;

export const newCircle: CircleValue = { name: '', kind: '', purpose: null, notes: '', editing: null };

export function formOf(circle: Circle): CircleValue {
  return {
    name: circle.name,
    kind: circle.kind ?? '',
    purpose: circle.purpose ?? null,
    notes: circle.notes ?? '',
    editing: { id: circle.id, rev: circle.rev },
  };
}

/** What is saved; the journal says what is wrong with it. */
export function toSave(value: CircleValue): CallInput<'circles.save'> {
  const [kind, notes] = [value.kind.trim(), value.notes.trim()];
  return {
    editing: value.editing,
    circle: {
      name: value.name.trim(),
      ...(kind === '' ? {} : { kind }),
      ...(value.purpose === null ? {} : { purpose: value.purpose }),
      ...(notes === '' ? {} : { notes }),
    },
  };
}
