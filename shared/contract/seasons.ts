import { z } from 'zod';
import type { AtRisk } from '../insight/season';
import { CalendarDate, Id } from '../model/primitives';
import { Season } from '../model/season';
import { call } from './call';
import { ById, Editing, Nothing, PersonName, recordAdministration } from './common';
import { insight } from './insight-type';

export const SeasonView = z.object({
  season: Season,
  /** The key people of that time: those who went silent and were not told first. */
  people: z.array(z.object({ person: PersonName, risk: insight<AtRisk>() })),
});
export type SeasonView = z.infer<typeof SeasonView>;

/** Without whom was told: that is noted person by person. */
export const SeasonFields = z.object({ ...Season.shape }).omit({ ...recordAdministration, watch: true });

export const seasonCalls = {
  'seasons.list': call(Nothing, z.object({ today: CalendarDate, seasons: z.array(SeasonView) })),
  'seasons.save': call(z.object({ editing: Editing.nullable(), season: SeasonFields }), z.object({ id: Id })),
  'seasons.delete': call(ById, Nothing),
  /** Somebody was told of the change today, or was not after all. */
  'seasons.told': call(ById.extend({ personId: Id, told: z.boolean() }), Nothing),
};
