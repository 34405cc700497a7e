/** What every reason of a breakdown review is made of: what was seen, and signs for and against that add up to a strength. */
import type { BreakdownReason } from '../../model/person';
import type { Id, Instant } from '../../model/primitives';
import type { Season } from '../../model/season';
import type { Contact, EvidenceRef, PersonSlice, Rhythm, Setback } from '../types';

export type Strength = 'none' | 'weak' | 'some' | 'strong';

export const STRENGTHS: readonly Strength[] = ['none', 'weak', 'some', 'strong'];

/** One thing that speaks for or against a reason: a code for the screens, its figure, and the records behind it. */
export interface Sign {
  code: SignCode;
  /** What the code counts: days, a mean, a share, a number of records. */
  figure: number | null;
  /** Out of how many, where that says something. */
  of: number | null;
  evidence: EvidenceRef[];
}

export type SignCode =
  | 'lowEase'
  | 'goodEase'
  | 'lowOpenness'
  | 'goodOpenness'
  | 'iTalkedALot'
  | 'iTalkedLittle'
  | 'talkShared'
  | 'shortAnswers'
  | 'fullAnswers'
  | 'theyGiveMore'
  | 'iGiveMore'
  | 'giveAndTakeEven'
  | 'hasIncumbent'
  | 'businessAllTheSame'
  | 'myEarlyPitch'
  | 'theirSelling'
  | 'earlyAsk'
  | 'noSelling'
  | 'noNeedFound'
  | 'needsKnown'
  | 'needsAsked'
  | 'theyAskedNothing'
  | 'theyAsked'
  | 'wantClientsOnly'
  | 'myPromiseBroken'
  | 'theirPromiseBroken'
  | 'promisesKept'
  | 'lateFollowUp'
  | 'promptFollowUp'
  | 'silence'
  | 'setbackBefore'
  | 'seasonNear'
  | 'theirConduct'
  | 'smallConduct'
  | 'repaired'
  | 'otherReasons';

export interface ReasonReview {
  reason: BreakdownReason;
  strength: Strength;
  for: Sign[];
  against: Sign[];
}

/** What became of the tie: `ended` by the user, `faded` into silence, `cooled` by an open setback, or none of it. */
export type Parting = 'ended' | 'faded' | 'cooled' | null;

/** What the review needs beside the person's own records. */
export interface Surroundings {
  seasons: readonly Season[];
  /** The questions of the bank that are about needs. */
  needQuestions: ReadonlySet<Id>;
}

export interface Mean {
  mean: number | null;
  evidence: EvidenceRef[];
}

export interface Seen {
  slice: PersonSlice;
  around: Surroundings;
  asOf: Instant;
  parting: Parting;
  contacts: readonly Contact[];
  setbacks: Setback[];
  rhythm: Rhythm;
  ease: Mean;
  openness: Mean;
}

export type Review = (seen: Seen) => ReasonReview;

/** Strengths add up: each sign brings its points, and three of them make a strong reason. */
export function weigh(reason: BreakdownReason, points: number, signs: Sign[], against: Sign[]): ReasonReview {
  const strength = STRENGTHS[Math.max(0, Math.min(3, points))] ?? 'none';
  return { reason, strength, for: signs, against };
}

export function sign(
  code: SignCode,
  evidence: EvidenceRef[],
  figure: number | null = null,
  of: number | null = null,
): Sign {
  return { code, evidence: eachOnce(evidence), figure, of };
}

/** Two questions of one entry point to the same entry: it is shown once. */
function eachOnce(evidence: readonly EvidenceRef[]): EvidenceRef[] {
  const keyOf = (ref: EvidenceRef): string =>
    ref.kind === 'exchange' ? `${ref.id} ${ref.index}` : `${ref.kind} ${ref.id}`;
  return [...new Map(evidence.map((ref) => [keyOf(ref), ref])).values()];
}
