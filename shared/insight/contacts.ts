/** Who reached whom: two-way contacts, outreach, and outreach left unanswered (INSIGHTS, "Words"). */
import type { Interaction } from '../model/interaction';
import { isWritten } from '../model/interaction';
import type { Instant } from '../model/primitives';
import { dateOf, daysBetween, epochMs } from '../model/time';
import type { Moment } from './as-of';
import { byMoment, heldInteractions, isTrailing } from './as-of';
import { replyNorms } from './norms';
import type { Contact, Outreach, PersonSlice } from './types';

/** The person's two-way contacts by `asOf`, oldest first; equal instants go by the interaction's id. */
export function twoWayContacts(slice: PersonSlice, asOf: Instant): Contact[] {
  return contactsAmong(heldInteractions(slice, asOf), asOf);
}

/** The two-way contacts among interactions that had been held by `asOf`, oldest first. */
export function contactsAmong(interactions: readonly Interaction[], asOf: Instant): Contact[] {
  const now = epochMs(asOf);
  const found: { contact: Contact; moment: Moment }[] = [];
  for (const interaction of interactions) {
    const at = contactInstant(interaction);
    if (at === null || epochMs(at) > now) continue;
    const contact = { interaction, on: dateOf(at), at };
    found.push({ contact, moment: { at: epochMs(at), id: interaction.id } });
  }
  return found.sort((a, b) => byMoment(a.moment, b.moment)).map(({ contact }) => contact);
}

/**
 * Written messages and calls that I initiated, oldest first, with the reply there was by `asOf`. Video calls are calls. One is
 * unanswered when there is no reply and it is at least as old as this person's patience, see `replyPatienceDays`.
 */
export function outreaches(slice: PersonSlice, asOf: Instant): Outreach[] {
  const sent = sentToThem(slice, asOf);
  const patience = patienceFrom(sent);
  return sent.map(({ interaction, replyAt }) => ({
    interactionId: interaction.id,
    at: interaction.at,
    kind: interaction.kind,
    replyAt,
    unanswered: replyAt === null && !isTrailing(dateOf(interaction.at), asOf, patience),
  }));
}

/**
 * The run of unanswered: my unanswered outreaches after the last two-way contact and after the last interaction that they
 * initiated (`both` is not theirs alone), oldest first.
 */
export function unansweredRun(slice: PersonSlice, asOf: Instant): Outreach[] {
  const interactions = heldInteractions(slice, asOf);
  const theirs = interactions.filter((interaction) => interaction.initiatedBy === 'them').at(-1);
  const contact = contactsAmong(interactions, asOf).at(-1);
  const ends: Moment[] = [];
  if (theirs) ends.push({ at: epochMs(theirs.at), id: theirs.id });
  if (contact) ends.push({ at: epochMs(contact.at), id: contact.interaction.id });
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
  return patienceFrom(sentToThem(slice, asOf));
}

/**
 * When an interaction became two-way, null for never. Spoken: at once, unless it is a call attempt (`answered: false`); a
 * call attempt that was answered later (`answered`, with a later `answeredAt`) became one with that answer. Written: with
 * its reply.
 */
function contactInstant(interaction: Interaction): Instant | null {
  if (isWritten(interaction.kind)) return replyInstant(interaction);
  return interaction.answered === false ? null : (replyInstant(interaction) ?? interaction.at);
}

/** When the reply came, null for none. One without a time came at once, and none comes before what it answers. */
function replyInstant(interaction: Interaction): Instant | null {
  const { answered, answeredAt, at } = interaction;
  if (answered === false || (answered === undefined && answeredAt === undefined)) return null;
  return answeredAt !== undefined && epochMs(answeredAt) > epochMs(at) ? answeredAt : at;
}

/** The reply to an outreach by `asOf`; a call that became a conversation is answered by it. */
function replyBy(interaction: Interaction, asOf: Instant): Instant | null {
  const at = contactInstant(interaction);
  return at !== null && epochMs(at) <= epochMs(asOf) ? at : null;
}

function isOutreachKind(interaction: Interaction): boolean {
  return isWritten(interaction.kind) || interaction.kind === 'call' || interaction.kind === 'video';
}

interface Sent {
  interaction: Interaction;
  replyAt: Instant | null;
}

function sentToThem(slice: PersonSlice, asOf: Instant): Sent[] {
  return heldInteractions(slice, asOf)
    .filter((interaction) => interaction.initiatedBy === 'me' && isOutreachKind(interaction))
    .map((interaction) => ({ interaction, replyAt: replyBy(interaction, asOf) }));
}

function patienceFrom(sent: readonly Sent[]): number {
  const replies = sent
    .flatMap(({ interaction, replyAt }) => (replyAt === null ? [] : [{ interaction, replyAt }]))
    .filter(
      ({ interaction, replyAt }) => isWritten(interaction.kind) || epochMs(replyAt) > epochMs(interaction.at),
    )
    .map(({ interaction, replyAt }) => ({
      moment: { at: epochMs(replyAt), id: interaction.id },
      days: daysBetween(dateOf(interaction.at), dateOf(replyAt)),
    }))
    .sort((a, b) => byMoment(a.moment, b.moment));
  const needed = replyNorms.ownPatienceFrom.value;
  if (replies.length < needed) return replyNorms.patience.value;
  const slowest = Math.max(...replies.slice(-needed).map((reply) => reply.days));
  return Math.max(replyNorms.ownPatienceAtLeast.value, replyNorms.ownPatienceFactor.value * slowest);
}
