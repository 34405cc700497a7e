import { z } from 'zod';
import type { BreakdownReview } from '../insight/breakdown/breakdown';
import type { Funnel } from '../insight/network/gathering-return';
import type { Overview } from '../insight/network/overview';
import type { ChannelTime } from '../insight/time-by-channel';
import type { Openings } from '../insight/openings';
import type { EvidenceStage, Reading } from '../insight/types';
import { GatheringFormat } from '../model/gathering';
import { AskLevel } from '../model/interaction';
import { BreakdownVerdict } from '../model/person';
import { CalendarDate, Id } from '../model/primitives';
import { call } from './call';
import { ById, ByIdOn, Nothing } from './common';
import { insight } from './insight-type';
import { BriefPerson } from './meetings';

/** Minutes of one week, from Monday on. */
export const WeekOfTime = z.object({ from: CalendarDate, channels: z.array(insight<ChannelTime>()) });
export type WeekOfTime = z.infer<typeof WeekOfTime>;

export const InsightsPage = z.object({
  today: CalendarDate,
  overview: insight<Overview>(),
  /** The last 12 weeks, oldest first. */
  time: z.array(WeekOfTime),
});
export type InsightsPage = z.infer<typeof InsightsPage>;

/** What came of one gathering; null before it took place. */
export const GatheringBrief = z.object({
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
      circles: z.array(z.object({ id: Id, name: z.string(), funnel: insight<Funnel>() })),
      formats: z.array(z.object({ format: GatheringFormat, funnel: insight<Funnel>() })),
    }),
  ),
  /** The user's own verdict; null takes it back. */
  'insights.verdict': call(ById.extend({ verdict: BreakdownVerdict.omit({ on: true }).nullable() }), Nothing),
};
