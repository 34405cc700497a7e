import { z } from 'zod';
import type { Lead, Pairing } from '../insight/network/leads';
import { Introduction, PersonOrMe } from '../model/introduction';
import { Id } from '../model/primitives';
import { call } from './call';
import { ById, ByIdOn, Editing, Nothing, PersonName, recordAdministration } from './common';
import { insight } from './insight-type';
import { NewPerson, NewPersonKey } from './interactions';

/** `by` led the user to `to`. */
export const LeadView = z.object({ by: PersonName, to: PersonName, lead: insight<Lead>() });
export type LeadView = z.infer<typeof LeadView>;

/** A record of its own with the names in it; null is the user. */
export const IntroductionView = z.object({
  introduction: Introduction,
  by: PersonName.nullable(),
  a: PersonName.nullable(),
  b: PersonName.nullable(),
});
export type IntroductionView = z.infer<typeof IntroductionView>;

export const PersonIntroductions = z.object({
  /** Who led the user to this person. */
  introducers: z.array(LeadView),
  /** Whom this person led the user to. */
  ledTo: z.array(LeadView),
  /** To whom the user introduced this person. */
  made: z.array(z.object({ person: PersonName, pairing: insight<Pairing>() })),
  /** Introductions by or of this person in which the user has no part. */
  others: z.array(IntroductionView),
});
export type PersonIntroductions = z.infer<typeof PersonIntroductions>;

const PersonKey = z.union([PersonOrMe, NewPersonKey]);

/** What the form saves. Everyone in it may be new. */
export const IntroductionFields = z.object({
  ...Introduction.shape,
  by: PersonKey,
  a: PersonKey,
  b: PersonKey,
});

export const introductionCalls = {
  /** Also as of a past day. */
  'introductions.of': call(ByIdOn, PersonIntroductions),
  'introductions.get': call(ById, IntroductionView),
  'introductions.save': call(
    z.object({
      editing: Editing.nullable(),
      introduction: IntroductionFields.omit(recordAdministration),
      newPeople: z.array(NewPerson).max(3),
    }),
    z.object({ id: Id }),
  ),
  /** Notes that the introducer was thanked or told what came of it, or not after all. Begins a record where there is none. */
  'introductions.mark': call(
    z.object({
      by: PersonOrMe,
      a: PersonOrMe,
      b: PersonOrMe,
      thanked: z.boolean().optional(),
      reportedBack: z.boolean().optional(),
    }),
    Nothing,
  ),
  'introductions.delete': call(ById, Nothing),
};
