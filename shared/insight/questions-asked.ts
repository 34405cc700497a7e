/** The questions that I asked one person, and how fully they were answered. */
import { concerns, type QuestionAsked } from '../model/interaction';
import { interactionRef } from './about-person';
import { heldInteractions } from './as-of';
import { perSlice } from './per-slice';
import type { EvidenceRef, PersonRecords } from './types';

export interface Asked {
  questionId: QuestionAsked['questionId'];
  text: QuestionAsked['text'];
  answer: QuestionAsked['answer'];
  ref: EvidenceRef;
  /** When, in epoch milliseconds. */
  at: number;
}

/** Oldest first; a question that names nobody was asked of everybody. */
export const questionsAskedOf = perSlice((slice: PersonRecords, asOf): readonly Asked[] =>
  heldInteractions(slice, asOf).flatMap(({ interaction, at }) =>
    (interaction.questionsAsked ?? [])
      .filter((question) => concerns(question, slice.person.id))
      .map(({ questionId, text, answer }) => ({
        questionId,
        text,
        answer,
        ref: interactionRef(interaction),
        at,
      })),
  ),
);
