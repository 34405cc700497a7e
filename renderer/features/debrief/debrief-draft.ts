import { z } from 'zod';
import {
  AnswerDepth,
  AskLevel,
  ConductCode,
  ExchangeKind,
  Interaction,
  InteractionKind,
  InteractionStatus,
  PitchLevel,
} from '../../../shared/model/interaction';
import { CalendarDate, Instant, openObject, Side, Stage } from '../../../shared/model/primitives';
import { PromiseStatus } from '../../../shared/model/promise';

/**
 * What the debrief's form holds: not a record yet. Texts are as they were typed, also when they make no sense; what was
 * not touched is absent or empty, and never gets into the record. Unknown fields of an edited record are carried along.
 */
const text = z.string().catch('');
const choice = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items): z.output<T>[] => items.flatMap((value) => parsedOrNothing(item, value)));
const Rating = z.int().min(1).max(5);
const Share = z.number().min(0).max(1);
const Both = z.enum(['me', 'them', 'both']);
/** A person's id, or `new:1`. Absent: everyone who took part. */
const PersonKey = z.string().min(1);

export const DraftPerson = openObject({
  key: PersonKey,
  name: z.string(),
  note: text,
  talkShare: choice(Share),
  ease: choice(Rating),
  openness: choice(Rating),
});
export type DraftPerson = z.infer<typeof DraftPerson>;

export const DraftExchange = openObject({
  personId: choice(PersonKey),
  direction: z.enum(['given', 'received']),
  kind: ExchangeKind,
  size: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  note: text,
  /** Of an introduction: to whom. */
  about: choice(z.object({ key: PersonKey, name: z.string() })),
});
export type DraftExchange = z.infer<typeof DraftExchange>;

export const DraftQuestion = openObject({
  personId: choice(PersonKey),
  questionId: choice(z.string()),
  text,
  answer: choice(AnswerDepth),
});
export type DraftQuestion = z.infer<typeof DraftQuestion>;

export const DraftConduct = openObject({
  personId: choice(PersonKey),
  who: Side,
  code: ConductCode,
  note: text,
});
export type DraftConduct = z.infer<typeof DraftConduct>;

export const DraftPromise = z.object({
  /** Of a promise that is in the journal already. */
  id: choice(z.string()),
  /** Absent: the first person. */
  personId: choice(PersonKey),
  by: Side,
  what: text,
  /** What was typed, while it is not understood. */
  dueText: text,
  dueOn: choice(CalendarDate),
  status: PromiseStatus.catch('open'),
  closedOn: choice(CalendarDate),
});
export type DraftPromise = z.infer<typeof DraftPromise>;

export const DebriefDraft = z.object({
  editing: z.object({ id: z.string(), rev: z.string() }).nullable().catch(null),
  people: list(DraftPerson),
  kind: InteractionKind.catch('oneToOne'),
  at: Instant,
  /** What was typed, while it is not understood. */
  whenText: text,
  minutes: text,
  travelMinutes: text,
  place: text,
  ground: choice(Interaction.shape.ground.unwrap()),
  groundChosenBy: choice(Both),
  gathering: z.object({ id: z.string(), name: z.string() }).nullable().catch(null),
  status: choice(InteractionStatus),
  calledOffBy: choice(Side),
  remindersSent: text,
  initiatedBy: choice(Both),
  answered: choice(z.boolean()),
  answeredText: text,
  answeredAt: choice(Instant),
  words: text,
  talkShare: choice(Share),
  ease: choice(Rating),
  openness: choice(Rating),
  exchanges: list(DraftExchange),
  pitch: openObject({
    mine: choice(PitchLevel),
    theirs: choice(PitchLevel),
    personId: choice(PersonKey),
  }).catch({}),
  ask: openObject({ mine: choice(AskLevel), theirs: choice(AskLevel), personId: choice(PersonKey) }).catch(
    {},
  ),
  stageRead: choice(Stage),
  promises: list(DraftPromise),
  questionsAsked: list(DraftQuestion),
  questionsTheyAsked: text,
  theyAsked: text,
  conduct: list(DraftConduct),
  feedback: openObject({ heldBack: text, given: text, askedFor: text }).catch({
    heldBack: '',
    given: '',
    askedFor: '',
  }),
  followUpReason: text,
  nextStep: text,
  repaired: choice(z.boolean()),
  tags: list(z.string()),
  /** Fields of an edited record that this version does not know. */
  unknown: z.record(z.string(), z.unknown()).catch({}),
});
export type DebriefDraft = z.infer<typeof DebriefDraft>;

/** A new, untouched form. `now` is when it was opened. */
export function emptyDraft(now: Instant): DebriefDraft {
  return DebriefDraft.parse({ at: now });
}

/** A draft read from the disk. A field that is damaged is empty; null when nothing of it can be used. */
export function restoredDraft(value: unknown): DebriefDraft | null {
  return DebriefDraft.safeParse(value).data ?? null;
}

/** Whether nothing was entered since the form was opened as `opened`. */
export function isUntouched(draft: DebriefDraft, opened: DebriefDraft): boolean {
  if (draft === opened) return true;
  // The long text decides most cases without looking at the rest.
  return draft.words === opened.words && JSON.stringify(draft) === JSON.stringify(opened);
}

/** How a draft is recognised later: by the people, else by its first words. */
export function draftTitle(draft: DebriefDraft): string {
  const names = draft.people.map((person) => person.name);
  if (names.length > 2) return `${names[0]} and ${names.length - 1} others`;
  if (names.length > 0) return names.join(' and ');
  const words = draft.words.trim().split(/\s+/).slice(0, 8).join(' ');
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}

/** What was noted "now" must not become a plan because two clocks were read at different moments. */
const NOW_MS = 60_000;

/** Whether it is still to come. */
export function liesAhead(at: Instant, now: Date): boolean {
  return Date.parse(at) > now.getTime() + NOW_MS;
}

/** Planned when it lies ahead, unless the user says otherwise. */
export function statusOf(draft: Pick<DebriefDraft, 'status' | 'at'>, now: Date): InteractionStatus {
  return draft.status ?? (liesAhead(draft.at, now) ? 'planned' : 'held');
}

/** Sets who took part. What concerned somebody who is taken out concerns everyone again. */
export function withPeople(
  draft: DebriefDraft,
  people: readonly { key: string; name: string }[],
): Partial<DebriefDraft> {
  const present = new Set(people.map((person) => person.key));
  const gone = new Set(draft.people.map((person) => person.key).filter((key) => !present.has(key)));
  const freed = <T extends { personId?: string | undefined }>(item: T): T =>
    item.personId !== undefined && gone.has(item.personId) ? { ...item, personId: undefined } : item;
  const before = new Map(draft.people.map((person) => [person.key, person]));
  return {
    people: people.map(({ key, name }) => before.get(key) ?? { key, name, note: '' }),
    exchanges: draft.exchanges.map(freed),
    promises: draft.promises.map(freed),
    questionsAsked: draft.questionsAsked.map(freed),
    conduct: draft.conduct.map(freed),
    pitch: freed(draft.pitch),
    ask: freed(draft.ask),
  };
}

function parsedOrNothing<T extends z.ZodType>(schema: T, value: unknown): z.output<T>[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [parsed.data] : [];
}
