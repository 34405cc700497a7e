/** The questions that I asked one person, and how fully they were answered. */
import { concerns, type QuestionAsked } from '../model/interaction';
import type { Instant } from '../model/primitives';
import { interactionRef } from './about-person';
import { heldInteractions } from './as-of';
import type { EvidenceRef, PersonRecords } from './types';

export interface Asked {
  questionId: QuestionAsked['questionId'];
  text: QuestionAsked['text'];
  answer: QuestionAsked['answer'];
  ref: EvidenceRef;
}

/** Oldest first; a question that names nobody was asked of everybody. */
export function questionsAskedOf(slice: PersonRecords, asOf: Instant): Asked[] {
  return heldInteractions(slice, asOf).flatMap(({ interaction }) =>
    (interaction.questionsAsked ?? [])
      .filter((question) => concerns(question, slice.person.id))
      .map(({ questionId, text, answer }) => ({
        questionId,
        text,
        answer,
        ref: interactionRef(interaction),
      })),
  );
}
