/** What is worth asking somebody next, and what is waiting to be said. */
import type { Id, Instant } from '../model/primitives';
import type { Question, QuestionPurpose } from '../model/question';
import { dateOf } from '../model/time';
import { heldInteractions } from './as-of';
import { rankOf } from './ladder';
import { questionsAskedOf } from './questions-asked';
import type { EvidenceRef, EvidenceStage, PersonSlice } from './types';

export interface WorthAsking {
  question: Question;
  /** Asked before, and answered in a word or not at all; else never asked. */
  again: boolean;
}

/** Feedback that was held back because nobody had asked. */
export interface HeldBack {
  interactionId: Id;
  on: string;
  words: string;
}

export interface Openings {
  /** Questions about needs that were asked, and how many got a full answer. */
  needs: { asked: number; full: number; evidence: EvidenceRef[] };
  worthAsking: WorthAsking[];
  heldBack: HeldBack[];
}

const SHOWN = 4;

/** Needs first while none is known: what is not asked is never found. */
function orderOf(needsKnown: boolean): readonly QuestionPurpose[] {
  return needsKnown
    ? ['value', 'referral', 'story', 'fun', 'open', 'need']
    : ['need', 'story', 'value', 'open', 'fun', 'referral'];
}

/** At most four, of different purposes first, each natural to ask at the stage and not fully answered yet. */
export function openingsOf(
  slice: PersonSlice,
  stage: EvidenceStage,
  bank: readonly Question[],
  asOf: Instant,
): Openings {
  const asked = questionsAskedOf(slice, asOf);
  const needIds = new Set(bank.filter(({ purpose }) => purpose === 'need').map(({ id }) => id));
  const aboutNeeds = asked.filter(({ questionId }) => questionId !== undefined && needIds.has(questionId));
  const answered = new Set(
    asked.filter(({ answer }) => answer === 'full').map(({ questionId }) => questionId),
  );
  const before = new Set(asked.map(({ questionId }) => questionId));
  const order = orderOf((slice.person.needs ?? []).length > 0);
  const natural = bank
    .filter(
      ({ id, stage: from, hidden }) =>
        hidden !== true && !answered.has(id) && (from === undefined || rankOf(stage) >= rankOf(from)),
    )
    .sort((a, b) => order.indexOf(a.purpose) - order.indexOf(b.purpose) || (a.id < b.id ? -1 : 1));
  const firstOfEach = order.flatMap((purpose) => natural.find((one) => one.purpose === purpose) ?? []);
  const chosen = [...firstOfEach, ...natural.filter((one) => !firstOfEach.includes(one))].slice(0, SHOWN);
  return {
    needs: {
      asked: aboutNeeds.length,
      full: aboutNeeds.filter(({ answer }) => answer === 'full').length,
      evidence: aboutNeeds.map(({ ref }) => ref),
    },
    worthAsking: chosen.map((question) => ({ question, again: before.has(question.id) })),
    heldBack: heldBackFrom(slice, asOf),
  };
}

/** Given in a later entry, it is held back no longer. */
function heldBackFrom(slice: PersonSlice, asOf: Instant): HeldBack[] {
  const held = heldInteractions(slice, asOf).map(({ interaction }) => interaction);
  const lastGiven = held.map(({ feedback }) => Boolean(feedback?.given)).lastIndexOf(true);
  return held.flatMap(({ id, at, feedback }, index) =>
    feedback?.heldBack && index > lastGiven
      ? [{ interactionId: id, on: dateOf(at), words: feedback.heldBack }]
      : [],
  );
}
