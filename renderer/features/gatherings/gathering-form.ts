import { z } from 'zod';
import type { CallInput } from '../../../shared/contract/contract';
import { type When, understandWhen } from '../../../shared/debrief/when';
import { type Gathering, GatheringFormat } from '../../../shared/model/gathering';
import type { Instant } from '../../../shared/model/primitives';
import { epochMs } from '../../../shared/model/time';
import { formatInstant } from '../../../shared/words/dates';

/** The form of a gathering as it is typed: numbers and times are text until they are saved. */
export const GatheringValue = z.object({
  name: z.string(),
  from: z.string(),
  to: z.string(),
  place: z.string(),
  circleId: z.string().nullable(),
  format: GatheringFormat.nullable(),
  minutesPerRound: z.string(),
  intention: z.string(),
  outcome: z.string(),
  minutes: z.string(),
  cost: z.string(),
  currency: z.string(),
  notes: z.string(),
  kept: z.object({
    editing: z.object({ id: z.string(), rev: z.string() }).nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
});
export type GatheringValue = z.infer<typeof GatheringValue>;

export function newGathering(circleId: string | null): GatheringValue {
  return {
    name: '',
    from: '',
    to: '',
    place: '',
    circleId,
    format: null,
    minutesPerRound: '',
    intention: '',
    outcome: '',
    minutes: '',
    cost: '',
    currency: '',
    notes: '',
    kept: { editing: null, from: null, to: null },
  };
}

export function formOf(gathering: Gathering): GatheringValue {
  const text = (value: number | undefined) => (value === undefined ? '' : String(value));
  return {
    name: gathering.name,
    from: instantText(gathering.from),
    to: gathering.to === undefined ? '' : instantText(gathering.to),
    place: gathering.place ?? '',
    circleId: gathering.circleId ?? null,
    format: gathering.format ?? null,
    minutesPerRound: text(gathering.minutesPerRound),
    intention: gathering.intention ?? '',
    outcome: gathering.outcome ?? '',
    minutes: text(gathering.minutes),
    cost: text(gathering.cost?.amount),
    currency: gathering.cost?.currency ?? '',
    notes: gathering.notes ?? '',
    kept: {
      editing: { id: gathering.id, rev: gathering.rev },
      from: gathering.from,
      to: gathering.to ?? null,
    },
  };
}

export type Moment = { kind: 'none' } | { kind: 'at'; at: Instant } | { kind: 'refused'; message: string };

/** What the text of the beginning means. Text that was not touched means the moment it was written from. */
export function readFrom(value: GatheringValue, now: Date): Moment {
  return readMoment(value.from, value.kept.from, now);
}

/** What the text of the end means, counted from the beginning: "10:30" is on that day. */
export function readTo(value: GatheringValue, now: Date): Moment {
  const from = readFrom(value, now);
  return readMoment(value.to, value.kept.to, from.kind === 'at' ? new Date(epochMs(from.at)) : now);
}

function readMoment(typed: string, kept: string | null, base: Date): Moment {
  const text = typed.trim();
  if (text === '') return { kind: 'none' };
  if (kept !== null && text === instantText(kept)) return { kind: 'at', at: kept };
  const when: When = understandWhen(text, base);
  return when.kind === 'understood' ? { kind: 'at', at: when.at } : when;
}

export type SaveGathering =
  | { kind: 'ready'; input: CallInput<'gatherings.save'> }
  | { kind: 'refused'; fields: Record<string, string> };

/** What is saved, or what is wrong at which field. */
export function toSave(value: GatheringValue, now: Date): SaveGathering {
  const fields: Record<string, string> = {};
  const wrong = (field: string, message: string) => {
    fields[`gathering.${field}`] = message;
  };
  const from = readFrom(value, now);
  const to = readTo(value, now);
  if (value.name.trim() === '') wrong('name', 'Give it a name.');
  if (from.kind === 'none') wrong('from', 'Say when it begins.');
  if (from.kind === 'refused') wrong('from', from.message);
  if (to.kind === 'refused') wrong('to', to.message);
  if (from.kind === 'at' && to.kind === 'at' && epochMs(to.at) < epochMs(from.at)) {
    wrong('to', 'It ends before it starts.');
  }
  const minutes = wholeNumber(value.minutes, (message) => wrong('minutes', message));
  const minutesPerRound = wholeNumber(value.minutesPerRound, (message) => wrong('minutesPerRound', message));
  const cost = readCost(value, wrong);
  if (from.kind !== 'at' || Object.keys(fields).length > 0) return { kind: 'refused', fields };
  return {
    kind: 'ready',
    input: {
      editing: value.kept.editing,
      gathering: {
        name: value.name.trim(),
        from: from.at,
        ...(to.kind === 'at' ? { to: to.at } : {}),
        ...filled('place', value.place),
        ...(value.circleId === null ? {} : { circleId: value.circleId }),
        ...(value.format === null ? {} : { format: value.format }),
        ...(minutesPerRound === null ? {} : { minutesPerRound }),
        ...filled('intention', oneLine(value.intention)),
        ...filled('outcome', oneLine(value.outcome)),
        ...(minutes === null ? {} : { minutes }),
        ...(cost === null ? {} : { cost }),
        ...filled('notes', value.notes),
      },
    },
  };
}

type OptionalText = 'place' | 'intention' | 'outcome' | 'notes';

function filled(key: OptionalText, text: string): Partial<Record<OptionalText, string>> {
  return text.trim() === '' ? {} : { [key]: text.trim() };
}

/** Pasted line breaks become spaces. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function wholeNumber(typed: string, wrong: (message: string) => void): number | null {
  const text = typed.trim();
  if (text === '') return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  wrong('Use whole minutes, such as 90.');
  return null;
}

function readCost(
  value: GatheringValue,
  wrong: (field: string, message: string) => void,
): { amount: number; currency: string } | null {
  const [amount, currency] = [value.cost.trim().replace(',', '.'), value.currency.trim().toUpperCase()];
  if (amount === '' && currency === '') return null;
  if (!/^\d+(?:\.\d+)?$/.test(amount)) wrong('cost.amount', 'Use a number, such as 25.');
  else if (!/^[A-Z]{3}$/.test(currency)) wrong('cost.currency', 'Use three letters, such as EUR.');
  else return { amount: Number(amount), currency };
  return null;
}

/** Always with its year, so that it is read back as the same moment. */
function instantText(instant: Instant): string {
  return formatInstant(instant, '0000');
}
