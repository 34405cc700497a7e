/** Messages both ways: what waits for a reply, on either side, and how long a reply usually takes (INSIGHTS, "Words"). */
import type { Interaction } from '../model/interaction';
import { isWritten } from '../model/interaction';
import type { CalendarDate, Instant } from '../model/primitives';
import { dateOf, daysBetween } from '../model/time';
import { interactionRef } from './about-person';
import { heldInteractions } from './as-of';
import { replyPatienceDays, replyTimes, twoWayContacts, unansweredRun } from './contacts';
import type { EvidenceRef, PersonSlice, Reading } from './types';

/** Messages in a row that wait for a reply. */
export interface Waiting {
  count: number;
  /** The day of the first. */
  since: CalendarDate;
  days: number;
  /** Oldest first. */
  evidence: EvidenceRef[];
}

export interface Replies {
  /** My messages and calls that they did not answer; null for none. */
  unanswered: Waiting | null;
  /** Their messages that I did not answer; null for none. */
  owed: Waiting | null;
  /** The middle of their last reply times, in days, each with the message that was answered. */
  usual: Reading<{ days: number }> & { times: { days: number; ref: EvidenceRef }[] };
  /** After how many days without a reply one of mine counts as unanswered, and whether that is their own measure. */
  patience: { days: number; own: boolean };
}

export function repliesOf(slice: PersonSlice, asOf: Instant): Replies {
  const need = slice.norms.reply.ownPatienceFrom;
  const all = replyTimes(slice, asOf);
  const times = all.slice(-need).map(({ id, days }) => ({ days, ref: interactionRef({ id }) }));
  const days = times.map((time) => time.days).sort((a, b) => a - b)[Math.floor(need / 2)];
  const isKnown = all.length >= need && days !== undefined;
  const run = unansweredRun(slice, asOf).map(({ interactionId, at }) => ({ id: interactionId, at }));
  return {
    unanswered: waiting(run, asOf),
    owed: waiting(repliesOwed(slice, asOf), asOf),
    usual: { ...(isKnown ? { kind: 'known', days } : { kind: 'tooEarly', have: all.length, need }), times },
    patience: { days: replyPatienceDays(slice, asOf), own: isKnown },
  };
}

/** Their latest messages in a row, oldest first, when nothing of mine and no contact came after them. */
export function repliesOwed(slice: PersonSlice, asOf: Instant): Interaction[] {
  const held = heldInteractions(slice, asOf);
  const reached = new Set(twoWayContacts(slice, asOf).map(({ interaction }) => interaction.id));
  const owed: Interaction[] = [];
  for (const { id, interaction } of [...held].reverse()) {
    if (interaction.initiatedBy !== 'them' || !isWritten(interaction.kind) || reached.has(id)) break;
    owed.unshift(interaction);
  }
  return owed;
}

function waiting(messages: readonly Pick<Interaction, 'id' | 'at'>[], asOf: Instant): Waiting | null {
  const [first] = messages;
  if (!first) return null;
  const since = dateOf(first.at);
  return {
    count: messages.length,
    since,
    days: daysBetween(since, dateOf(asOf)),
    evidence: messages.map(interactionRef),
  };
}
