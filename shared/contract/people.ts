import { z } from 'zod';
import type { Replies } from '../insight/replies';
import type {
  Balance,
  BalanceMonth,
  EvidenceStage,
  Rhythm,
  RhythmState,
  StageAssessment,
  StageHistory,
} from '../insight/types';
import type { Usual } from '../insight/norms-in-use';
import { InteractionKind } from '../model/interaction';
import { Person, Ring, StandingKind } from '../model/person';
import { CalendarDate, Id, Purpose, Stage } from '../model/primitives';
import { PromiseRecord } from '../model/promise';
import { call } from './call';
import { insight } from './insight-type';
import {
  ById,
  ByIdOn,
  Editing,
  EntryView,
  Named,
  Nothing,
  Page,
  paged,
  PersonName,
  PromiseView,
  recordAdministration,
} from './common';

const EvidenceStageName = z.enum(['none', 'know', 'like', 'trust']) satisfies z.ZodType<EvidenceStage>;
const RhythmStateName = z.enum([
  'quiet',
  'never',
  'onRhythm',
  'due',
  'slipping',
  'drifting',
  'dormant',
]) satisfies z.ZodType<RhythmState>;

export const PersonRow = z.object({
  id: Id,
  name: z.string(),
  organisation: z.string().optional(),
  role: z.string().optional(),
  tags: z.array(z.string()),
  circles: z.array(Named),
  purposes: z.array(Purpose),
  ring: Ring.nullable(),
  standing: StandingKind,
  stage: EvidenceStageName,
  read: Stage.nullable(),
  rhythm: RhythmStateName,
  gapDays: z.int().nullable(),
  expectedDays: z.number(),
  lastContactOn: CalendarDate.nullable(),
  entries: z.int(),
  given: z.number(),
  received: z.number(),
});
export type PersonRow = z.infer<typeof PersonRow>;

export const PeopleQuery = z.object({
  text: z.string().max(500).optional(),
  stages: z.array(EvidenceStageName).optional(),
  rhythms: z.array(RhythmStateName).optional(),
  tag: z.string().optional(),
  circleId: Id.optional(),
  purpose: Purpose.optional(),
  ring: Ring.optional(),
  /** Absent: everyone but those let go, kept at a distance or deceased. */
  standings: z.array(StandingKind).optional(),
  sort: z.enum(['name', 'stage', 'rhythm', 'lastContact', 'added']).default('name'),
  descending: z.boolean().default(false),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;

/** Fields of a person that the user edits. */
export const PersonFields = Person.omit(recordAdministration);
export type PersonFields = z.infer<typeof PersonFields>;

/** The head and the side of the person's page. */
export const PersonPage = z.object({
  person: Person,
  stage: insight<StageAssessment>(),
  balance: insight<Balance>(),
  rhythm: insight<Rhythm>(),
  replies: insight<Replies>(),
  /** What the figures were judged by. */
  usual: insight<Usual>(),
  owed: z.array(PromiseView),
  circles: z.array(Named),
  metAt: Named.nullable(),
  /** Who led the user to them. */
  introducers: z.array(PersonName),
  entries: z.int(),
  firstEntryOn: CalendarDate.nullable(),
  /** The next meeting planned. */
  nextMeeting: z.object({ id: Id, at: z.string(), kind: InteractionKind }).nullable(),
  /** The last next step that the user noted, while nothing has happened since. */
  nextStep: z.object({ text: z.string(), interactionId: Id, on: CalendarDate }).nullable(),
});
export type PersonPage = z.infer<typeof PersonPage>;

/** A point on the time axis of the person's charts: one entry. */
export const ChartEntry = z.object({
  id: Id,
  on: CalendarDate,
  kind: InteractionKind,
  talkShare: z.number().nullable(),
  /** A few words of the notes, for the tooltip. */
  words: z.string(),
});
export type ChartEntry = z.infer<typeof ChartEntry>;

export const PersonCharts = z.object({
  /** Up to which day: today, unless another was asked for. */
  today: CalendarDate,
  history: insight<StageHistory>(),
  months: z.array(insight<BalanceMonth>()),
  /** Oldest first; of a long relationship the latest 500. */
  entries: z.array(ChartEntry),
});
export type PersonCharts = z.infer<typeof PersonCharts>;

export const TimelineItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('entry'), on: CalendarDate, entry: EntryView }),
  z.object({
    kind: z.literal('promise'),
    on: CalendarDate,
    event: z.enum(['made', 'closed']),
    promise: PromiseRecord,
  }),
]);
export type TimelineItem = z.infer<typeof TimelineItem>;

export const TimelineFilter = z.enum(['everything', 'meetings', 'promises', 'exchanges']);
export type TimelineFilter = z.infer<typeof TimelineFilter>;

export const peopleCalls = {
  'people.list': call(PeopleQuery.extend(Page.shape), paged(PersonRow)),
  /** People whose name or organisation answers a few typed letters, best first. */
  'people.suggest': call(
    z.object({ text: z.string().max(500), limit: z.int().min(1).max(50), exclude: z.array(Id).optional() }),
    z.object({ people: z.array(PersonName) }),
  ),
  'people.names': call(z.object({ ids: z.array(Id).max(500) }), z.object({ people: z.array(PersonName) })),
  'people.get': call(ById, Person),
  'people.page': call(ByIdOn, PersonPage),
  'people.charts': call(ByIdOn, PersonCharts),
  'people.timeline': call(ByIdOn.extend({ show: TimelineFilter }).extend(Page.shape), paged(TimelineItem)),
  /** `welcome`: the user was asked whether somebody they had forgotten may come back. */
  'people.save': call(
    z.object({ editing: Editing.nullable(), person: PersonFields, welcome: z.boolean().optional() }),
    z.object({ id: Id, rev: z.string() }),
  ),
  /** Deletes the person, the entries that are only about them, and their promises; takes them out of shared entries. */
  'people.delete': call(ById, Nothing),
  'people.deletionEffect': call(
    ById,
    z.object({ entriesDeleted: z.int(), entriesKept: z.int(), promisesDeleted: z.int() }),
  ),
  'tags.list': call(Nothing, z.object({ tags: z.array(z.object({ tag: z.string(), people: z.int() })) })),
};
