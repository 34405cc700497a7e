/** Who reached whom: two-way contacts, outreach, and outreach left unanswered (INSIGHTS, "Words"). */
import type { Interaction } from '../model/interaction';
import { isWritten } from '../model/interaction';
import type { Instant } from '../model/primitives';
import { dateOf, daysBetween, epochMs } from '../model/time';
import type { Held, Moment } from './as-of';
import { byMoment, heldInteractions, isTrailing } from './as-of';
import type { Norms } from './norms';
import type { Contact, Outreach, PersonRecords, PersonSlice } from './types';

/** The person's two-way contacts by `asOf`, oldest first; equal instants go by the interaction's id. */
export function twoWayContacts(slice: PersonRecords, asOf: Instant): Contact[] {
  return contactsAmong(heldInteractions(slice, asOf), asOf).map(({ contact }) => contact);
}

/** A two-way contact with its instant read once. */
export interface Reached extends Moment {
  contact: Contact;
}

/** The two-way contacts among interactions that had been held by `asOf`, oldest first. */
export function contactsAmong(held: readonly Held[], asOf: Instant): Reached[] {
  const now = epochMs(asOf);
  const found: Reached[] = [];
  for (const one of held) {
    const reached = reachedAt(one);
    if (reached === null || reached.ms > now) continue;
    const contact = { interaction: one.interaction, on: dateOf(reached.at), at: reached.at };
    found.push({ at: reached.ms, id: one.id, contact });
  }
  return found.sort(byMoment);
}

/**
 * Written messages and calls that I initiated, oldest first, with the reply there was by `asOf`. Video calls are calls. One is
 * unanswered when there is no reply and it is at least as old as this person's patience, see `replyPatienceDays`.
 */
export function outreaches(slice: PersonSlice, asOf: Instant): Outreach[] {
  const sent = sentToThem(slice, asOf);
  const patience = patienceFrom(sent, slice.norms.reply);
  return sent.map(({ interaction, reply }) => ({
    interactionId: interaction.id,
    at: interaction.at,
    kind: interaction.kind,
    replyAt: reply?.at ?? null,
    unanswered: reply === null && !isTrailing(dateOf(interaction.at), asOf, patience),
  }));
}

/**
 * The run of unanswered: my unanswered outreaches after the last two-way contact and after the last interaction that they
 * initiated (`both` is not theirs alone), oldest first.
 */
export function unansweredRun(slice: PersonSlice, asOf: Instant): Outreach[] {
  const held = heldInteractions(slice, asOf);
  const theirs = held.filter(({ interaction }) => interaction.initiatedBy === 'them').at(-1);
  const contact = contactsAmong(held, asOf).at(-1);
  const ends: Moment[] = [theirs, contact].filter((end) => end !== undefined);
  return outreaches(slice, asOf).filter((outreach) => {
    const moment = { at: epochMs(outreach.at), id: outreach.interactionId };
    return outreach.unanswered && ends.every((end) => byMoment(moment, end) > 0);
  });
}

/**
 * Days after which an outreach to this person counts as unanswered: 7; once they have answered 5 times, twice the slowest
 * of their last 5 reply times, at least 3. Reply times are differences of dates. A call that they took at once is a
 * conversation and no reply; a written one answered at an unknown time was answered on the same day.
 */
export function replyPatienceDays(slice: PersonSlice, asOf: Instant): number {
  return patienceFrom(sentToThem(slice, asOf), slice.norms.reply);
}

/** An instant as it was written, and in epoch milliseconds. */
interface Timed {
  at: Instant;
  ms: number;
}

/**
 * When an interaction became two-way, null for never. Spoken: at once, unless it is a call attempt (`answered: false`); a
 * call attempt that was answered later (`answered`, with a later `answeredAt`) became one with that answer, or nobody had
 * spoken yet on the day it counts for. Written: with its reply.
 */
function reachedAt(held: Held): Timed | null {
  const { interaction } = held;
  if (isWritten(interaction.kind)) return repliedAt(held);
  if (interaction.answered === false) return null;
  return (isCall(interaction) ? repliedAt(held) : null) ?? { at: interaction.at, ms: held.at };
}

/** When the reply came, null for none. One without a time came at once, and none comes before what it answers. */
function repliedAt({ interaction, at }: Held): Timed | null {
  const { answered, answeredAt } = interaction;
  if (answered === false || (answered === undefined && answeredAt === undefined)) return null;
  const ms = answeredAt === undefined ? at : epochMs(answeredAt);
  return answeredAt !== undefined && ms > at ? { at: answeredAt, ms } : { at: interaction.at, ms: at };
}

function isOutreachKind(interaction: Interaction): boolean {
  return isWritten(interaction.kind) || isCall(interaction);
}

function isCall({ kind }: Interaction): boolean {
  return kind === 'call' || kind === 'video';
}

/** Twice the slowest of this person's last replies, once there are enough of them; null before. */
export function ownPatienceDays(slice: PersonSlice, asOf: Instant): number | null {
  return ownPatienceFrom(sentToThem(slice, asOf), slice.norms.reply);
}

interface Sent extends Held {
  /** What made it two-way by `asOf`: the reply, or the conversation that a call became. */
  reply: Timed | null;
}

function sentToThem(slice: PersonRecords, asOf: Instant): Sent[] {
  const now = epochMs(asOf);
  return heldInteractions(slice, asOf)
    .filter(({ interaction }) => interaction.initiatedBy === 'me' && isOutreachKind(interaction))
    .map((held) => {
      const reached = reachedAt(held);
      return { ...held, reply: reached !== null && reached.ms <= now ? reached : null };
    });
}

function patienceFrom(sent: readonly Sent[], norms: Norms['reply']): number {
  return ownPatienceFrom(sent, norms) ?? norms.patience;
}

function ownPatienceFrom(sent: readonly Sent[], norms: Norms['reply']): number | null {
  const replies = sent
    .flatMap(({ interaction, at, id, reply }) => {
      if (reply === null || (!isWritten(interaction.kind) && reply.ms === at)) return [];
      return [{ at: reply.ms, id, days: daysBetween(dateOf(interaction.at), dateOf(reply.at)) }];
    })
    .sort(byMoment);
  const needed = norms.ownPatienceFrom;
  if (replies.length < needed) return null;
  const slowest = Math.max(...replies.slice(-needed).map(({ days }) => days));
  return Math.max(norms.ownPatienceAtLeast, norms.ownPatienceFactor * slowest);
}
