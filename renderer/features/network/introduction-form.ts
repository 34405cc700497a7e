import { z } from 'zod';
import type { CallInput } from '../../../shared/contract/contract';
import type { IntroductionView } from '../../../shared/contract/introductions';
import { understandWhen } from '../../../shared/debrief/when';
import type { CalendarDate } from '../../../shared/model/primitives';
import { dateOf } from '../../../shared/model/time';
import { formatDay } from '../../../shared/words/dates';
import { isNewPerson, type PickedPerson } from '../../ui/person-options';

const Picked = z.object({ key: z.string(), name: z.string() });

/** Who introduced whom: somebody me, I two people, or somebody two others. */
export const IntroductionKind = z.enum(['toMe', 'byMe', 'others']);
export type IntroductionKind = z.infer<typeof IntroductionKind>;

/** The form of an introduction as it is typed. The day is text until it is saved. */
export const IntroductionValue = z.object({
  kind: IntroductionKind,
  by: Picked.nullable(),
  a: Picked.nullable(),
  b: Picked.nullable(),
  when: z.string(),
  askedBoth: z.boolean(),
  thanked: z.boolean(),
  reportedBack: z.boolean(),
  outcome: z.string(),
  kept: z.object({
    editing: z.object({ id: z.string(), rev: z.string() }).nullable(),
    /** The moment that `when` was written from. */
    at: z.string().nullable(),
  }),
});
export type IntroductionValue = z.infer<typeof IntroductionValue>;

/** Who has which part, of those who are known; `me` is the user. */
export interface Parts {
  by: PickedPerson | 'me' | null;
  a: PickedPerson | 'me' | null;
  b: PickedPerson | 'me' | null;
}

export function newIntroduction(parts: Parts, on: CalendarDate | null): IntroductionValue {
  return {
    ...people(parts),
    when: on === null ? 'today' : dayText(on),
    askedBoth: false,
    thanked: false,
    reportedBack: false,
    outcome: '',
    kept: { editing: null, at: null },
  };
}

export function formOf({ introduction, by, a, b }: IntroductionView): IntroductionValue {
  const { id, rev, at, askedBoth, thanked, reportedBack, outcome } = introduction;
  const picked = (who: IntroductionView['by']) => (who === null ? 'me' : { key: who.id, name: who.name });
  return {
    ...people({ by: picked(by), a: picked(a), b: picked(b) }),
    when: dayText(dateOf(at)),
    askedBoth: askedBoth ?? false,
    thanked: thanked ?? false,
    reportedBack: reportedBack ?? false,
    outcome: outcome ?? '',
    kept: { editing: { id, rev }, at },
  };
}

/** The user stands in `a` when introduced: the form asks for the other one as `b`. */
function people({ by, a, b }: Parts): Pick<IntroductionValue, 'kind' | 'by' | 'a' | 'b'> {
  const picked = (who: Parts['a']) => (who === 'me' ? null : who);
  if (by === 'me') return { kind: 'byMe', by: null, a: picked(a), b: picked(b) };
  if (a === 'me' || b === 'me') return { kind: 'toMe', by, a: null, b: picked(a === 'me' ? b : a) };
  return { kind: a === null || b === null ? 'toMe' : 'others', by, a, b };
}

export type SaveIntroduction =
  | { kind: 'ready'; input: CallInput<'introductions.save'> }
  | { kind: 'refused'; fields: Record<string, string> };

/** What is saved, or what is wrong at which field. */
export function toSave(value: IntroductionValue, now: Date): SaveIntroduction {
  const fields: Record<string, string> = {};
  const parts = {
    by: value.kind === 'byMe' ? ME : value.by,
    a: value.kind === 'toMe' ? ME : value.a,
    b: value.b,
  };
  for (const part of ['by', 'a', 'b'] as const)
    if (!parts[part]) fields[`introduction.${part}`] = 'Say who it was.';
  const at = momentOf(value, now);
  if (at.kind === 'refused') fields['introduction.at'] = at.message;
  const { by, a, b } = parts;
  if (!by || !a || !b || at.kind === 'refused') return { kind: 'refused', fields };
  const outcome = value.outcome.replace(/\s*\n\s*/g, ' ').trim();
  return {
    kind: 'ready',
    input: {
      editing: value.kept.editing,
      introduction: {
        by: by.key,
        a: a.key,
        b: b.key,
        at: at.at,
        ...(value.askedBoth ? { askedBoth: true } : {}),
        ...(value.thanked ? { thanked: true } : {}),
        ...(value.reportedBack ? { reportedBack: true } : {}),
        ...(outcome === '' ? {} : { outcome }),
      },
      newPeople: [by, a, b].flatMap(({ key, name }) => (isNewPerson(key) ? [{ key, name }] : [])),
    },
  };
}

const ME: PickedPerson = { key: 'me', name: 'you' };

/** Text that was not touched means the moment it was written from. */
function momentOf(
  { when, kept }: IntroductionValue,
  now: Date,
): { kind: 'understood'; at: string } | { kind: 'refused'; message: string } {
  if (kept.at !== null && when === dayText(dateOf(kept.at))) return { kind: 'understood', at: kept.at };
  const read = understandWhen(when, now);
  return read.kind === 'understood' ? { kind: 'understood', at: read.at } : read;
}

/** Always with its year, so that it is read back as the same day. */
function dayText(day: CalendarDate): string {
  return formatDay(day, '0000');
}
