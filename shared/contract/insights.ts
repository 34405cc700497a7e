import { z } from 'zod';
import type { BreakdownReview } from '../insight/breakdown/breakdown';
import { DOOR_PARTS, PARTS, type PeopleFigure, type RecordFigure } from '../insight/network/figures';
import type { Funnel, FunnelSum } from '../insight/network/gathering-return';
import { GROUNDS } from '../insight/network/meetings';
import type { Overview } from '../insight/network/overview';
import { BALANCE_SIDES } from '../insight/network/people-tally';
import { PROMISE_STATES } from '../insight/network/promise-refs';
import { SPOTS } from '../insight/network/spots';
import { OUTCOMES } from '../insight/planned';
import type { Norms } from '../insight/norms';
import type { CostPerLike } from '../insight/cost-per-like';
import type { ChannelMinutes } from '../insight/time-by-channel';
import type { Openings } from '../insight/openings';
import type { EvidenceRef, EvidenceStage, Reading } from '../insight/types';
import { GatheringFormat } from '../model/gathering';
import { AskLevel, ConductCode, InteractionKind, PitchLevel } from '../model/interaction';
import { BreakdownReason, BreakdownVerdict } from '../model/person';
import { CalendarDate, Id, Purpose, Side, Stage } from '../model/primitives';
import { call } from './call';
import { ById, ByIdOn, Nothing } from './common';
import { insight } from './insight-type';
import { BriefPerson } from './meetings';

/** Minutes of one week, from Monday on. */
export const WeekOfTime = z.object({
  from: CalendarDate,
  channels: z.array(insight<ChannelMinutes>()),
  /** Entries, gatherings and time logs, each once: the way to an entry is of the same record. */
  records: z.int(),
});
export type WeekOfTime = z.infer<typeof WeekOfTime>;

export const InsightsPage = z.object({
  today: CalendarDate,
  overview: insight<Overview>(),
  /** The last 12 weeks, oldest first. */
  time: z.array(WeekOfTime),
  cost: insight<CostPerLike>(),
});
export type InsightsPage = z.infer<typeof InsightsPage>;

const AnyStage = z.enum(['none', ...Stage.options]);
const Direction = z.enum(['given', 'received']);

const Channel = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('interaction'), of: InteractionKind }),
  z.object({ kind: z.literal('gatherings') }),
  z.object({ kind: z.literal('travel') }),
  z.object({ kind: z.literal('own'), name: z.string().max(1_000) }),
]);

/** A part of what networking cost, or a week of it. */
const SpentFigure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('channel'), channel: Channel }),
  z.object({ kind: z.literal('money'), currency: z.string().length(3) }),
  z.object({ kind: z.literal('week'), from: CalendarDate }),
]);
export type SpentFigure = z.infer<typeof SpentFigure>;

/** A figure over everybody, to be opened: the page itself has only the counts. */
export const Figure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stage'), stage: AnyStage }),
  z.object({ kind: z.literal('balance'), side: z.enum(BALANCE_SIDES) }),
  z.object({ kind: z.literal('connect'), which: z.enum(['met', 'again', 'pending']) }),
  z.object({ kind: z.literal('door'), by: Id, part: z.enum(DOOR_PARTS) }),
  z.object({ kind: z.literal('purpose'), purpose: Purpose, part: z.enum(PARTS) }),
  z.object({ kind: z.literal('reason'), reason: BreakdownReason }),
  z.object({ kind: z.literal('likedLately') }),
  z.object({ kind: z.literal('spot'), spot: z.enum(SPOTS), side: z.enum(['ended', 'lasting']) }),
  z.object({ kind: z.literal('conduct'), who: Side, code: ConductCode }),
  z.object({ kind: z.literal('pitch'), who: Side, level: PitchLevel.exclude(['none']) }),
  z.object({ kind: z.literal('planned'), outcome: z.enum(OUTCOMES) }),
  z.object({ kind: z.literal('invitations'), side: Direction }),
  z.object({ kind: z.literal('ground'), ground: z.enum(GROUNDS) }),
  z.object({ kind: z.literal('promises'), side: z.enum(['mine', 'theirs']), state: z.enum(PROMISE_STATES) }),
  z.object({ kind: z.literal('asks'), stage: AnyStage }),
  SpentFigure,
]) satisfies z.ZodType<PeopleFigure | RecordFigure | SpentFigure>;
export type Figure = z.infer<typeof Figure>;

/** Whom or what a figure was counted from: as many as can be looked through, and how many there are. */
export const BehindFigure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('people'), total: z.int(), people: z.array(Id) }),
  z.object({ kind: z.literal('records'), total: z.int(), refs: z.array(insight<EvidenceRef>()) }),
  z.object({
    kind: z.literal('spent'),
    total: z.int(),
    /** Entries that time went into, beside the lines of what is no entry. */
    refs: z.array(insight<EvidenceRef>()),
    lines: z.array(
      z.object({
        on: CalendarDate,
        what: z.string(),
        minutes: z.number(),
        cost: z.object({ amount: z.number(), currency: z.string() }).nullable(),
      }),
    ),
  }),
]);
export type BehindFigure = z.infer<typeof BehindFigure>;

const ComparedWith = { norms: insight<Norms['comparison']>() };

/** What came of one gathering; null before it took place. */
export const GatheringBrief = z.object({
  ...ComparedWith,
  funnel: insight<Funnel>().nullable(),
  /** Members of its circle and people met at its earlier gatherings, active ones first. */
  mayCome: z.array(BriefPerson),
});
export type GatheringBrief = z.infer<typeof GatheringBrief>;

export const AskCheck = z.object({
  name: z.string(),
  stage: insight<{ is: EvidenceStage; needed: EvidenceStage }>(),
  above: z.boolean(),
  /** The user's own asks at this stage: how many were answered. */
  rate: insight<Reading<{ asked: number; answered: number }>>(),
});
export type AskCheck = z.infer<typeof AskCheck>;

export const insightCalls = {
  'insights.page': call(Nothing, InsightsPage),
  'insights.behind': call(z.object({ figure: Figure }), BehindFigure),
  /** Why a connection broke down. */
  'insights.breakdown': call(
    ByIdOn,
    z.object({ review: insight<BreakdownReview>(), verdict: BreakdownVerdict.nullable() }),
  ),
  /** What is worth asking somebody, and what is waiting to be said. */
  'insights.openings': call(ByIdOn, insight<Openings>()),
  /** Whether an ask goes beyond the stage, and how asks at that stage fared so far. */
  'insights.askCheck': call(z.object({ personId: Id, level: AskLevel.exclude(['none']) }), AskCheck),
  'insights.gathering': call(ById, GatheringBrief),
  /** Gatherings compared by circle and by format. */
  'insights.gatherings': call(
    Nothing,
    z.object({
      ...ComparedWith,
      circles: z.array(z.object({ id: Id, name: z.string(), funnel: insight<FunnelSum>() })),
      formats: z.array(z.object({ format: GatheringFormat, funnel: insight<FunnelSum>() })),
    }),
  ),
  /** The user's own verdict; null takes it back. */
  'insights.verdict': call(ById.extend({ verdict: BreakdownVerdict.omit({ on: true }).nullable() }), Nothing),
};
