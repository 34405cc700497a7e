import { z } from 'zod';
import type { EvidenceStage } from '../insight/types';
import { CalendarDate } from '../model/primitives';
import { call } from './call';
import { Nothing, type PersonName } from './common';
import { insight } from './insight-type';
import { LeadView } from './introductions';

/** Somebody in the picture of who led to whom. Everybody comes after the one they stand under. */
export interface NetworkPerson extends PersonName {
  stage: EvidenceStage;
  /** Under whom, by index; null: under the user. */
  parent: number | null;
  /** Who told the user to meet them besides, by index. */
  others: number[];
  /** How many stand below, at any depth. */
  below: number;
  /** How many they led to, and how many of those reached Like or better. */
  led: number;
  liked: number;
  /** Where they stand in the picture: steps from the user, and the row, in heights of a line. */
  depth: number;
  row: number;
}

export const NetworkPage = z.object({
  today: CalendarDate,
  people: z.array(insight<NetworkPerson>()),
  /** The user's own row, and the last one. */
  rootRow: z.number(),
  lastRow: z.number(),
  /** How many of the journal nobody led to, and who led to nobody. */
  apart: z.int(),
  /** Where thanks or word of what came of it are open, the latest first; not towards those who are left in peace. */
  openThanks: z.object({ total: z.int(), leads: z.array(LeadView) }),
});
export type NetworkPage = z.infer<typeof NetworkPage>;

export const networkCalls = { 'network.page': call(Nothing, NetworkPage) };
