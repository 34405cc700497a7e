import { z } from 'zod';
import type { PersonFields } from '../../../../shared/contract/people';
import { ChannelKind, type Person, Ring } from '../../../../shared/model/person';
import { Purpose } from '../../../../shared/model/primitives';
import { formatYearlyForForm, parseYearly } from './yearly';

const Picked = z.object({ key: z.string(), name: z.string() });
const text = z.string();

/** The form as it was typed: every field is text until it is saved. Drafts are kept in this shape, and parsed again. */
export const PersonFormValue = z.object({
  /** The revision that is edited, null for a new person. */
  rev: z.string().nullable(),
  name: text,
  nickname: text,
  pronouns: text,
  organisation: text,
  role: text,
  headline: text,
  location: text,
  channels: z.array(z.looseObject({ kind: ChannelKind, value: text, label: text })),
  dates: z.array(
    z.looseObject({ kind: z.enum(['birthday', 'anniversary', 'other']), on: text, label: text }),
  ),
  tags: z.array(text),
  /** Names; those that do not exist yet are created when it is saved. */
  circles: z.array(text),
  purposes: z.array(Purpose),
  ring: Ring.nullable(),
  rhythmDays: text,
  mentor: z.boolean(),
  metOn: text,
  metAt: z.object({ id: text, name: text }).nullable(),
  introducedBy: z.array(Picked),
  /** One fact a line. */
  needs: text,
  inCommon: text,
  incumbents: text,
  idealReferral: text,
  partnerSince: text,
  customFields: z.array(z.looseObject({ name: text, value: text })),
  notes: text,
  avatar: text,
});
export type PersonFormValue = z.infer<typeof PersonFormValue>;

export function emptyForm(name = ''): PersonFormValue {
  return {
    rev: null,
    name,
    nickname: '',
    pronouns: '',
    organisation: '',
    role: '',
    headline: '',
    location: '',
    channels: [],
    dates: [],
    tags: [],
    circles: [],
    purposes: [],
    ring: null,
    rhythmDays: '',
    mentor: false,
    metOn: '',
    metAt: null,
    introducedBy: [],
    needs: '',
    inCommon: '',
    incumbents: '',
    idealReferral: '',
    partnerSince: '',
    customFields: [],
    notes: '',
    avatar: '',
  };
}

/** Names that a record only has as ids. */
export interface Names {
  circles: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
  metAt: { id: string; name: string } | null;
}

export function formOf(person: Person, names: Names): PersonFormValue {
  const known = (ids: readonly string[] | undefined, of: ReadonlyMap<string, string>) =>
    (ids ?? []).flatMap((id) => {
      const name = of.get(id);
      return name === undefined ? [] : [{ key: id, name }];
    });
  return {
    rev: person.rev,
    name: person.name,
    nickname: person.nickname ?? '',
    pronouns: person.pronouns ?? '',
    organisation: person.organisation ?? '',
    role: person.role ?? '',
    headline: person.headline ?? '',
    location: person.location ?? '',
    channels: (person.channels ?? []).map((channel) => ({ ...channel, label: channel.label ?? '' })),
    dates: (person.dates ?? []).map((date) => ({
      ...date,
      on: formatYearlyForForm(date.on),
      label: date.label ?? '',
    })),
    tags: person.tags ?? [],
    circles: known(person.circleIds, names.circles).map(({ name }) => name),
    purposes: person.purposes ?? [],
    ring: person.ring ?? null,
    rhythmDays: person.rhythmDays === undefined ? '' : String(person.rhythmDays),
    mentor: person.mentor ?? false,
    metOn: person.met?.date ?? '',
    metAt: names.metAt,
    introducedBy: known(person.met?.introducedBy, names.people),
    needs: lines(person.needs),
    inCommon: lines(person.inCommon),
    incumbents: lines(person.incumbents),
    idealReferral: person.idealReferral ?? '',
    partnerSince: person.partnerSince ?? '',
    customFields: person.customFields ?? [],
    notes: person.notes ?? '',
    avatar: person.avatar ?? '',
  };
}

/** The numbers of the rows in which something was typed; the others are no input. */
export function filledRows(value: PersonFormValue) {
  const filled = (rows: readonly string[][]) =>
    rows.flatMap((texts, index) => (texts.some((typed) => typed.trim() !== '') ? [index] : []));
  return {
    channels: filled(value.channels.map((row) => [row.value, row.label])),
    dates: filled(value.dates.map((row) => [row.on, row.label])),
    customFields: filled(value.customFields.map((row) => [row.name, row.value])),
  };
}

export function withoutEmptyRows(value: PersonFormValue): PersonFormValue {
  const filled = filledRows(value);
  return {
    ...value,
    channels: value.channels.filter((_, index) => filled.channels.includes(index)),
    dates: value.dates.filter((_, index) => filled.dates.includes(index)),
    customFields: value.customFields.filter((_, index) => filled.customFields.includes(index)),
  };
}

/**
 * What is saved. `base` is the record that is edited: what the form does not show (its standing, fields of a newer
 * version) stays. Input that makes no sense is passed on as it was typed and refused with a message at its field.
 */
export function fieldsOf(value: PersonFormValue, circleIds: string[], base: Person | null): PersonFields {
  const met = {
    ...base?.met,
    date: optional(value.metOn),
    gatheringId: value.metAt?.id,
    introducedBy: list(value.introducedBy.map(({ key }) => key)),
  };
  return {
    ...recordOnly(base),
    name: value.name.trim(),
    nickname: optional(value.nickname),
    pronouns: optional(value.pronouns),
    organisation: optional(value.organisation),
    role: optional(value.role),
    headline: optional(value.headline),
    location: optional(value.location),
    channels: list(value.channels.map((row) => ({ ...row, label: optional(row.label) }))),
    dates: list(
      value.dates.map((row) => ({ ...row, on: parseYearly(row.on) ?? row.on, label: optional(row.label) })),
    ),
    tags: list(value.tags),
    circleIds: list(circleIds),
    purposes: list(value.purposes),
    ring: value.ring ?? undefined,
    rhythmDays: value.rhythmDays.trim() === '' ? undefined : Number(value.rhythmDays),
    mentor: value.mentor ? true : undefined,
    met: (met.date ?? met.gatheringId ?? met.introducedBy) ? met : undefined,
    needs: list(split(value.needs)),
    inCommon: list(split(value.inCommon)),
    incumbents: list(split(value.incumbents)),
    idealReferral: optional(value.idealReferral),
    partnerSince: optional(value.partnerSince),
    customFields: list(value.customFields),
    notes: value.notes.trim() === '' ? undefined : value.notes,
    avatar: optional(value.avatar),
  };
}

/** The record without what only the journal writes. */
function recordOnly(base: Person | null): Partial<PersonFields> {
  if (!base) return {};
  const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, rev: _rev, ...fields } = base;
  return fields;
}

function optional(typed: string): string | undefined {
  return typed.trim() === '' ? undefined : typed.trim();
}

function list<T>(items: T[]): T[] | undefined {
  return items.length > 0 ? items : undefined;
}

function lines(facts: readonly string[] | undefined): string {
  return (facts ?? []).join('\n');
}

function split(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
