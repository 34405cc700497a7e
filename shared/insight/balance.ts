/** Whether a relationship is in balance: exchange, airtime, initiative and agenda (INSIGHTS, "Balance"). */
import type { Exchange, Interaction, PitchLevel } from '../model/interaction';
import { isWritten } from '../model/interaction';
import type { Id, Instant } from '../model/primitives';
import { dateOf } from '../model/time';
import { exchangesWith, impressionsOf, interactionRef, pitchesWith } from './about-person';
import { heldInteractions, isTrailing } from './as-of';
import { contactsAmong } from './contacts';
import { isAbove, isBelow, type Norms } from './norms';
import type { Balance, Contact, EvidenceRef, PersonSlice } from './types';

/**
 * The balance over the `days` that end with `asOf`. Exchange and initiative go by an interaction's date, airtime and
 * agenda by that of the two-way contact. Below the needed number a figure is `tooEarly`; a mentor's exchange is never flagged.
 */
export function balanceOf(
  slice: PersonSlice,
  asOf: Instant,
  days: number = slice.norms.balance.span,
): Balance {
  const { id, mentor = false } = slice.person;
  const norms = slice.norms.balance;
  const held = heldInteractions(slice, asOf);
  const interactions = held
    .map(({ interaction }) => interaction)
    .filter(({ at }) => isTrailing(dateOf(at), asOf, days));
  const contacts = contactsAmong(held, asOf)
    .map(({ contact }) => contact)
    .filter(({ on }) => isTrailing(on, asOf, days));
  const exchanges = interactions.flatMap((interaction) => exchangesWith(interaction, id));
  const { given, received } = sizesOf(exchanges.map(({ exchange }) => exchange));
  return {
    days,
    given,
    received,
    net: given - received,
    exchanges: exchanges.length,
    exchange: exchangeReading({ given, received, count: exchanges.length, mentor }, norms),
    mentor,
    evidence: exchanges.map(({ ref }) => ref),
    airtime: airtimeOf(contacts, id, norms),
    initiative: initiativeOf(interactions, norms),
    agenda: agendaOf(contacts, id),
  };
}

/** Sums of sizes, 1 to 3 each. */
export function sizesOf(exchanges: readonly Exchange[]): { given: number; received: number } {
  const sums = { given: 0, received: 0 };
  for (const { direction, size } of exchanges) sums[direction] += size;
  return sums;
}

/**
 * My mean share of the talking, 0 to 1, over spoken two-way contacts that have it, weighted by minutes (30 when unknown);
 * null without any. Contacts of no minutes at all weigh the same.
 */
export function talkShareOver(
  contacts: readonly Contact[],
  personId: Id,
  norms: Norms['balance'],
): { mean: number | null; evidence: EvidenceRef[] } {
  const measured = contacts.flatMap(({ interaction }) => {
    const { talkShare } = impressionsOf(interaction, personId);
    if (talkShare === undefined || isWritten(interaction.kind)) return [];
    const minutes = interaction.minutes ?? norms.assumedMinutes;
    return [{ talkShare, minutes, ref: interactionRef(interaction) }];
  });
  const allMinutes = measured.reduce((sum, { minutes }) => sum + minutes, 0);
  const weightOf = (minutes: number) => (allMinutes > 0 ? minutes / allMinutes : 1 / measured.length);
  const mean = measured.reduce((sum, { talkShare, minutes }) => sum + talkShare * weightOf(minutes), 0);
  return { mean: measured.length > 0 ? mean : null, evidence: measured.map(({ ref }) => ref) };
}

/**
 * My share of the first moves, 0 to 1, over interactions that say who made them, answered or not; one by both counts half.
 * Null without any.
 */
export function firstMovesIn(interactions: readonly Interaction[]): {
  share: number | null;
  evidence: EvidenceRef[];
} {
  const known = interactions.filter(({ initiatedBy }) => initiatedBy !== undefined);
  const moves = { me: 0, both: 0, them: 0 };
  for (const { initiatedBy } of known) if (initiatedBy !== undefined) moves[initiatedBy] += 1;
  const share = known.length > 0 ? (moves.me + moves.both / 2) / known.length : null;
  return { share, evidence: known.map(interactionRef) };
}

function exchangeReading(
  { given, received, count, mentor }: { given: number; received: number; count: number; mentor: boolean },
  norms: Norms['balance'],
): Balance['exchange'] {
  const need = norms.exchangesNeeded;
  if (count < need) return { kind: 'tooEarly', have: count, need };
  const lean = (given - received) / (given + received);
  if (!isAbove(Math.abs(lean), norms.evenLean)) {
    return { kind: 'known', lean, verdict: 'even', flagged: false };
  }
  return { kind: 'known', lean, verdict: lean > 0 ? 'giveMore' : 'receiveMore', flagged: !mentor };
}

function airtimeOf(contacts: readonly Contact[], personId: Id, norms: Norms['balance']): Balance['airtime'] {
  const { mean, evidence } = talkShareOver(contacts, personId, norms);
  const counted = { contacts: evidence.length, evidence };
  const need = norms.airtimeContactsNeeded;
  if (mean === null || evidence.length < need) {
    return { kind: 'tooEarly', have: evidence.length, need, ...counted };
  }
  return { kind: 'known', talkShare: mean, flag: airtimeFlag(mean, norms), ...counted };
}

function airtimeFlag(talkShare: number, norms: Norms['balance']): 'talkALot' | 'talkLittle' | null {
  if (isAbove(talkShare, norms.talkALot)) return 'talkALot';
  return isBelow(talkShare, norms.talkLittle) ? 'talkLittle' : null;
}

function initiativeOf(interactions: readonly Interaction[], norms: Norms['balance']): Balance['initiative'] {
  const { share, evidence } = firstMovesIn(interactions);
  const counted = { interactions: evidence.length, evidence };
  const need = norms.initiativeNeeded;
  if (share === null || evidence.length < need) {
    return { kind: 'tooEarly', have: evidence.length, need, ...counted };
  }
  return { kind: 'known', share, flag: initiativeFlag(share, norms), ...counted };
}

function initiativeFlag(share: number, norms: Norms['balance']): 'mostlyMe' | 'mostlyThem' | null {
  if (isAbove(share, norms.mostlyMe)) return 'mostlyMe';
  return isBelow(share, norms.mostlyThem) ? 'mostlyThem' : null;
}

function agendaOf(contacts: readonly Contact[], personId: Id): Balance['agenda'] {
  const mine = { invited: 0, uninvited: 0, relentless: 0 };
  const theirs = { invited: 0, uninvited: 0, relentless: 0 };
  const evidence: EvidenceRef[] = [];
  for (const { interaction } of contacts) {
    const pitches = pitchesWith(interaction, personId);
    countPitch(mine, pitches.mine);
    countPitch(theirs, pitches.theirs);
    if (pitches.mine !== 'none' || pitches.theirs !== 'none') evidence.push(interactionRef(interaction));
  }
  return { mine, theirs, contacts: contacts.length, evidence };
}

function countPitch(counts: Balance['agenda']['mine'], level: PitchLevel): void {
  if (level !== 'none') counts[level] += 1;
}
