/** What became of meetings that were planned: kept, called off by whom, or missed (lesson: cancelled meetings wear a tie out). */
import { type Interaction, isWritten } from '../model/interaction';
import type { CalendarDate, Instant } from '../model/primitives';
import { dateOf, epochMs } from '../model/time';
import { interactionRef } from './about-person';
import { byText } from './as-of';
import type { EvidenceRef, PersonSlice } from './types';

export const OUTCOMES = ['held', 'cancelledByMe', 'cancelledByThem', 'cancelled', 'noShow'] as const;
export type PlannedOutcome = (typeof OUTCOMES)[number];

export interface PlannedMeeting {
  outcome: PlannedOutcome;
  on: CalendarDate;
  /** How often somebody was reminded of it. */
  reminders: number;
  ref: EvidenceRef;
}

/** Meetings up to `asOf`, oldest first: those called off or missed, and those held. What is still planned is neither. */
export function plannedMeetings(slice: PersonSlice, asOf: Instant): PlannedMeeting[] {
  return slice.interactions
    .filter(({ status, at }) => status !== 'planned' && epochMs(at) <= epochMs(asOf))
    .filter(({ status, kind }) => status !== 'held' || !isWritten(kind))
    .sort((a, b) => epochMs(a.at) - epochMs(b.at) || byText(a.id, b.id))
    .map((entry) => ({
      outcome: outcomeOf(entry),
      on: dateOf(entry.at),
      reminders: entry.remindersSent ?? 0,
      ref: interactionRef(entry),
    }));
}

function outcomeOf({ status, calledOffBy }: Interaction): PlannedOutcome {
  if (status === 'noShow') return 'noShow';
  if (status !== 'cancelled') return 'held';
  if (calledOffBy === undefined) return 'cancelled';
  return calledOffBy === 'me' ? 'cancelledByMe' : 'cancelledByThem';
}
