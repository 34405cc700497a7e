import { z } from 'zod';
import { Interaction, InteractionKind, InteractionStatus, Participant } from '../model/interaction';
import { CalendarDate, Id, line, Side } from '../model/primitives';
import { PromiseRecord, PromiseStatus } from '../model/promise';
import { call } from './call';
import {
  ById,
  DateSpan,
  Editing,
  EntryView,
  Excerpt,
  Named,
  Nothing,
  Page,
  paged,
  PersonName,
  recordAdministration,
} from './common';
import { GatheringFields } from './gatherings';

/** A person who does not exist yet, referred to inside one save as `new:1`, `new:2`, … */
export const NewPersonKey = z.string().regex(/^new:\d{1,4}$/);
const PersonKey = z.union([Id, NewPersonKey]);
const OptionalPersonKey = { personId: PersonKey.optional() };
const ExchangePersonKeys = { ...OptionalPersonKey, aboutPersonId: PersonKey.optional() };

export const NewPerson = z.object({ key: NewPersonKey, name: line(300, 'The name') });

const shape = Interaction.shape;

/** What the debrief saves. Everyone in it may be new; who was forgotten stays counted without it. */
export const InteractionFields = Interaction.omit({ ...recordAdministration, unnamed: true }).extend({
  participants: z
    .array(Participant.extend({ personId: PersonKey }))
    .min(1, { error: 'Say who it was with.' })
    .max(500),
  exchanges: z.array(shape.exchanges.unwrap().element.extend(ExchangePersonKeys)).max(200).optional(),
  questionsAsked: z
    .array(shape.questionsAsked.unwrap().element.extend(OptionalPersonKey))
    .max(200)
    .optional(),
  conduct: z.array(shape.conduct.unwrap().element.extend(OptionalPersonKey)).max(100).optional(),
  pitch: shape.pitch.unwrap().extend(OptionalPersonKey).optional(),
  ask: shape.ask.unwrap().extend(OptionalPersonKey).optional(),
});
export type InteractionFields = z.infer<typeof InteractionFields>;

/** A promise made in the interaction. With an id it is one that is there already and is changed. */
export const PromiseFields = z.object({
  id: Id.optional(),
  personId: PersonKey,
  by: Side,
  what: line(1_000, 'The promise'),
  dueOn: CalendarDate.optional(),
  status: PromiseStatus.default('open'),
  closedOn: CalendarDate.optional(),
});
export type PromiseFields = z.infer<typeof PromiseFields>;

/** One debrief: the interaction, the people it introduces to the journal, and all the promises made in it. */
export const Debrief = z.object({
  editing: Editing.nullable(),
  interaction: InteractionFields,
  newPeople: z.array(NewPerson).max(500),
  /** The full list: a promise of this interaction that is not in it any more is deleted. */
  promises: z.array(PromiseFields).max(100),
  /** The user was asked whether somebody they had forgotten may come back. */
  welcome: z.boolean().optional(),
  /** The draft that this came from; it is dropped once the entry is on the disk. */
  draftId: z.string().optional(),
});
export type Debrief = z.infer<typeof Debrief>;

export const EntryQuery = DateSpan.extend({
  text: z.string().max(500).optional(),
  personId: Id.optional(),
  circleId: Id.optional(),
  gatheringId: Id.optional(),
  kinds: z.array(InteractionKind).optional(),
  statuses: z.array(InteractionStatus).optional(),
  tag: z.string().optional(),
  /** Entries with people whose evidence stands at this stage today. */
  stage: z.enum(['none', 'know', 'like', 'trust']).optional(),
});
export type EntryQuery = z.infer<typeof EntryQuery>;

export const SearchHit = z.object({
  type: z.enum(['person', 'interaction', 'promise', 'gathering', 'circle', 'introduction']),
  id: Id,
  /** Whose page shows it best, when it has one. */
  personId: Id.nullable(),
  title: Excerpt,
  excerpt: Excerpt.nullable(),
  on: CalendarDate.nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const interactionCalls = {
  /** Newest first. */
  'interactions.list': call(EntryQuery.extend(Page.shape), paged(EntryView)),
  'interactions.get': call(
    ById,
    z.object({
      interaction: Interaction,
      promises: z.array(PromiseRecord),
      /** Those who took part, and those to whom there was an introduction. */
      people: z.array(PersonName),
      gathering: Named.nullable(),
    }),
  ),
  'interactions.save': call(Debrief, z.object({ id: Id, personIds: z.array(Id) })),
  /** One-to-one rounds: a gathering and its short meetings, saved and undone as one. */
  'interactions.saveRounds': call(
    z.object({
      gathering: z.union([z.object({ id: Id }), z.object({ fields: GatheringFields })]),
      rounds: z.array(Debrief).min(1, { error: 'Write down at least one round.' }).max(200),
      draftId: z.string().optional(),
    }),
    z.object({ gatheringId: Id, ids: z.array(Id) }),
  ),
  'interactions.delete': call(ById, Nothing),
  'search.query': call(EntryQuery.extend(Page.shape), paged(SearchHit)),
};
