import { z } from 'zod';
import type { PromiseView } from '../../../shared/contract/common';
import type { CallInput } from '../../../shared/contract/contract';
import { understandDue } from '../../../shared/debrief/when';
import type { CalendarDate } from '../../../shared/model/primitives';
import { PromiseStatus } from '../../../shared/model/promise';
import { formatDay } from '../../../shared/words/dates';

/** The form of a promise as it is typed. Dates are text until they are saved. */
export const PromiseValue = z.object({
  by: z.enum(['me', 'them']),
  person: z.object({ key: z.string(), name: z.string() }).nullable(),
  what: z.string(),
  due: z.string(),
  /** What is not in the form and must stay: the record that is being edited. */
  kept: z.object({
    editing: z.object({ id: z.string(), rev: z.string() }).nullable(),
    interactionId: z.string().nullable(),
    madeOn: z.string(),
    dueOn: z.string().nullable(),
    status: PromiseStatus,
    closedOn: z.string().nullable(),
  }),
});
export type PromiseValue = z.infer<typeof PromiseValue>;

export function newPromise(today: CalendarDate, person: PromiseValue['person']): PromiseValue {
  return {
    by: 'me',
    person,
    what: '',
    due: '',
    kept: {
      editing: null,
      interactionId: null,
      madeOn: today,
      dueOn: null,
      status: 'open',
      closedOn: null,
    },
  };
}

export function formOf({ promise, person }: PromiseView): PromiseValue {
  return {
    by: promise.by,
    person: { key: person.id, name: person.name },
    what: promise.what,
    due: promise.dueOn === undefined ? '' : dueText(promise.dueOn),
    kept: {
      editing: { id: promise.id, rev: promise.rev },
      interactionId: promise.interactionId ?? null,
      madeOn: promise.madeOn,
      dueOn: promise.dueOn ?? null,
      status: promise.status,
      closedOn: promise.closedOn ?? null,
    },
  };
}

export type DueInput =
  { kind: 'none' } | { kind: 'on'; on: CalendarDate } | { kind: 'refused'; message: string };

/** What the text of the due date means. Text that was not touched means the date it was written from. */
export function readDue(value: PromiseValue, now: Date): DueInput {
  const text = value.due.trim();
  if (text === '') return { kind: 'none' };
  const kept = value.kept.dueOn;
  if (kept !== null && text === dueText(kept)) return { kind: 'on', on: kept };
  const due = understandDue(text, now);
  return due.kind === 'understood' ? { kind: 'on', on: due.on } : due;
}

export type SavePromise =
  { kind: 'ready'; input: CallInput<'promises.save'> } | { kind: 'refused'; fields: Record<string, string> };

/** What is saved, or what is wrong at which field. */
export function toSave(value: PromiseValue, now: Date): SavePromise {
  const due = readDue(value, now);
  const fields: Record<string, string> = {};
  if (!value.person) fields['promise.personId'] = 'Say who it is with.';
  if (value.what.trim() === '') fields['promise.what'] = 'Say what was promised.';
  if (due.kind === 'refused') fields['promise.dueOn'] = due.message;
  if (!value.person || Object.keys(fields).length > 0) return { kind: 'refused', fields };
  const { kept } = value;
  return {
    kind: 'ready',
    input: {
      editing: kept.editing,
      promise: {
        personId: value.person.key,
        by: value.by,
        // A promise is one line; pasted line breaks become spaces.
        what: value.what.replace(/\s*\n\s*/g, ' ').trim(),
        madeOn: kept.madeOn,
        status: kept.status,
        ...(due.kind === 'on' ? { dueOn: due.on } : {}),
        ...(kept.interactionId === null ? {} : { interactionId: kept.interactionId }),
        ...(kept.closedOn === null ? {} : { closedOn: kept.closedOn }),
      },
    },
  };
}

/** Always with its year, so that it is read back as the same day. */
function dueText(on: CalendarDate): string {
  return formatDay(on, '0000');
}
