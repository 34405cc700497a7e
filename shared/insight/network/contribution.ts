/**
 * What one person brings to the figures over everybody. Computed again only when something of that person changes; the
 * overview adds these up.
 */
import type { ConductCode, Interaction, PitchLevel } from '../../model/interaction';
import { isWritten } from '../../model/interaction';
import { type BreakdownReason, type Person, standingAsOf, type StandingKind } from '../../model/person';
import type { CalendarDate, Id, Instant, Purpose } from '../../model/primitives';
import { dateOf, daysBetween, epochMs } from '../../model/time';
import { conductWith, exchangesWith, impressionsOf, interactionRef, pitchesWith } from '../about-person';
import { heldInteractions, promisesAsOf } from '../as-of';
import { type Ask, asksOf } from '../asks';
import { balanceOf, talkShareOver } from '../balance';
import { breakdownOf } from '../breakdown/breakdown';
import type { Parting, Surroundings } from '../breakdown/review';
import { contactsAmong } from '../contacts';
import { rankOf } from '../ladder';
import { type PlannedMeeting, plannedMeetings } from '../planned';
import { questionsAskedOf } from '../questions-asked';
import { assessStage } from '../stage';
import { stageHistory } from '../stage-history';
import type { Balance, Contact, EvidenceRef, EvidenceStage, PersonSlice, StagePoint } from '../types';

export type Ground = NonNullable<Interaction['ground']>;

/** A figure of one relationship, with what it was counted from; null where nothing was noted. */
export interface Measured {
  value: number;
  evidence: EvidenceRef[];
}

/** What is compared between the relationships that ended and those that lasted. Shares are 0 or 1 per person. */
export const SPOTS = [
  'airtime',
  'firstQuestions',
  'earlyPitch',
  'followUpHours',
  'promisesKept',
  'theirGround',
  'iStarted',
  'minutes',
] as const;
export type Spot = (typeof SPOTS)[number];

export interface GroundNote {
  ground: Ground;
  ease: number | null;
  openness: number | null;
  travelMinutes: number | null;
  ref: EvidenceRef;
}

export interface PromiseCounts {
  kept: EvidenceRef[];
  late: EvidenceRef[];
  broken: EvidenceRef[];
  released: EvidenceRef[];
  open: EvidenceRef[];
  overdue: EvidenceRef[];
}

export interface Contribution {
  personId: Id;
  standing: StandingKind;
  purposes: readonly Purpose[];
  stage: EvidenceStage;
  best: EvidenceStage;
  history: readonly StagePoint[];
  balance: Pick<Balance, 'given' | 'received' | 'net' | 'exchange' | 'mentor'>;
  /** On which side of the comparison the relationship stands. */
  side: 'ended' | 'lasting' | null;
  spots: Partial<Record<Spot, Measured>>;
  parting: Parting;
  /** The user's own verdict, else the strongest reason that is more than weak. */
  reasons: { reason: BreakdownReason; own: boolean }[];
  conduct: { who: 'me' | 'them'; code: ConductCode; ref: EvidenceRef }[];
  pitches: { who: 'me' | 'them'; level: Exclude<PitchLevel, 'none'>; ref: EvidenceRef }[];
  planned: readonly PlannedMeeting[];
  invitations: { side: 'given' | 'received'; came: boolean; ref: EvidenceRef }[];
  grounds: GroundNote[];
  promises: { mine: PromiseCounts; theirs: PromiseCounts };
  /** First met at a gathering: whether another contact came within 60 days; null while it still may. */
  connected: { again: boolean | null; metOn: CalendarDate; evidence: EvidenceRef[] } | null;
  /** Where and when they were first met, and the days to the next contact (null: none yet). */
  met: { gatheringId: Id | null; on: CalendarDate; secondAfterDays: number | null } | null;
  /** Referrals and business, how often, both ways. */
  stakes: { given: number; received: number };
  introducedBy: readonly Id[];
  asks: readonly Ask[];
}

export function contributionOf(slice: PersonSlice, around: Surroundings, asOf: Instant): Contribution {
  const { person, norms } = slice;
  const held = heldInteractions(slice, asOf).map(({ interaction }) => interaction);
  const contacts = contactsAmong(heldInteractions(slice, asOf), asOf).map(({ contact }) => contact);
  const { evidence: history } = stageHistory(slice, asOf);
  const best = history.reduce<EvidenceStage>(
    (top, { stage }) => (rankOf(stage) > rankOf(top) ? stage : top),
    'none',
  );
  const breakdown = breakdownOf(slice, around, asOf);
  const parted = breakdown.parting === 'ended' || breakdown.parting === 'faded';
  const lasts = rankOf(best) >= rankOf('like') && !parted;
  return {
    personId: person.id,
    standing: standingAsOf(person, dateOf(asOf)),
    purposes: person.purposes ?? [],
    stage: assessStage(slice, asOf).evidence,
    best,
    history,
    balance: balanceOf(slice, asOf),
    side: contacts.length === 0 ? null : parted ? 'ended' : lasts ? 'lasting' : null,
    spots: spotsOf(slice, held, contacts, asOf),
    parting: breakdown.parting,
    reasons: reasonsOf(person, breakdown),
    conduct: held.flatMap((entry) =>
      conductWith(entry, person.id).map(({ who, code }) => ({ who, code, ref: interactionRef(entry) })),
    ),
    pitches: held.flatMap((entry) => pitchesOf(entry, person.id)),
    planned: plannedMeetings(slice, asOf),
    invitations: invitationsOf(held, person.id, norms.comparison.connectWithin),
    grounds: groundsOf(contacts, person.id),
    promises: { mine: promiseCounts(slice, asOf, 'me'), theirs: promiseCounts(slice, asOf, 'them') },
    connected: connectedOf(slice, contacts, asOf),
    met: metOf(person, contacts),
    stakes: stakesOf(held, person.id),
    introducedBy: person.met?.introducedBy ?? [],
    asks: asksOf(slice, asOf),
  };
}

function reasonsOf(
  person: Person,
  { parting, reasons }: ReturnType<typeof breakdownOf>,
): Contribution['reasons'] {
  if (person.breakdownVerdict)
    return person.breakdownVerdict.reasons.map((reason) => ({ reason, own: true }));
  const first = reasons[0];
  if (parting === null || !first || (first.strength !== 'some' && first.strength !== 'strong')) return [];
  return [{ reason: first.reason, own: false }];
}

function pitchesOf(entry: Interaction, personId: Id): Contribution['pitches'] {
  const { mine, theirs } = pitchesWith(entry, personId);
  const ref = interactionRef(entry);
  return [
    ...(mine === 'none' ? [] : [{ who: 'me' as const, level: mine, ref }]),
    ...(theirs === 'none' ? [] : [{ who: 'them' as const, level: theirs, ref }]),
  ];
}

/** An invitation was accepted when a spoken contact followed within 60 days. */
function invitationsOf(
  held: readonly Interaction[],
  personId: Id,
  withinDays: number,
): Contribution['invitations'] {
  return held.flatMap((entry) =>
    (entry.exchanges ?? [])
      .filter(({ kind, personId: who }) => kind === 'invitation' && (who === undefined || who === personId))
      .map(({ direction }) => ({
        side: direction,
        came: held.some((later) => {
          const days = daysBetween(dateOf(entry.at), dateOf(later.at));
          return !isWritten(later.kind) && days > 0 && days <= withinDays;
        }),
        ref: interactionRef(entry),
      })),
  );
}

function groundsOf(contacts: readonly Contact[], personId: Id): GroundNote[] {
  return contacts.flatMap(({ interaction }) => {
    const { ground, kind, travelMinutes } = interaction;
    if (ground === undefined || isWritten(kind)) return [];
    const { ease, openness } = impressionsOf(interaction, personId);
    if (ease === undefined && openness === undefined) return [];
    return [
      {
        ground,
        ease: ease ?? null,
        openness: openness ?? null,
        travelMinutes: travelMinutes ?? null,
        ref: interactionRef(interaction),
      },
    ];
  });
}

function promiseCounts(slice: PersonSlice, asOf: Instant, by: 'me' | 'them'): PromiseCounts {
  const counts: PromiseCounts = { kept: [], late: [], broken: [], released: [], open: [], overdue: [] };
  const today = dateOf(asOf);
  for (const { promise, status } of promisesAsOf(slice, asOf)) {
    if (promise.by !== by) continue;
    const isOverdue = status === 'open' && promise.dueOn !== undefined && promise.dueOn < today;
    counts[isOverdue ? 'overdue' : status].push({ kind: 'promise', id: promise.id });
  }
  return counts;
}

function connectedOf(
  { person, norms }: PersonSlice,
  contacts: readonly Contact[],
  asOf: Instant,
): Contribution['connected'] {
  const first = contacts[0];
  if (!first) return null;
  if (person.met?.gatheringId === undefined && !isFirstMetAtGathering(person, first)) return null;
  const within = norms.comparison.connectWithin;
  const again = contacts.find(({ on }) => on > first.on);
  const refs = [interactionRef(first.interaction), ...(again ? [interactionRef(again.interaction)] : [])];
  if (again && daysBetween(first.on, again.on) <= within)
    return { again: true, metOn: first.on, evidence: refs };
  const mayStill = daysBetween(first.on, dateOf(asOf)) <= within;
  return { again: mayStill ? null : false, metOn: first.on, evidence: refs };
}

/** By the first contact, unless they knew each other before it. */
function isFirstMetAtGathering(person: Person, { on, interaction }: Contact): boolean {
  if (person.met?.date !== undefined && person.met.date < on) return false;
  return interaction.kind === 'gathering' || interaction.gatheringId !== undefined;
}

function metOf(person: Person, contacts: readonly Contact[]): Contribution['met'] {
  const first = contacts[0];
  if (!first) return null;
  const again = contacts.find(({ on }) => on > first.on);
  const atFirst = isFirstMetAtGathering(person, first) ? first.interaction.gatheringId : undefined;
  return {
    gatheringId: person.met?.gatheringId ?? atFirst ?? null,
    on: first.on,
    secondAfterDays: again ? daysBetween(first.on, again.on) : null,
  };
}

function stakesOf(held: readonly Interaction[], personId: Id): Contribution['stakes'] {
  const stakes = { given: 0, received: 0 };
  for (const entry of held)
    for (const { exchange } of exchangesWith(entry, personId))
      if (exchange.kind === 'referral' || exchange.kind === 'business') stakes[exchange.direction] += 1;
  return stakes;
}

function spotsOf(
  slice: PersonSlice,
  held: readonly Interaction[],
  contacts: readonly Contact[],
  asOf: Instant,
): Contribution['spots'] {
  const spots: Contribution['spots'] = {};
  const first = contacts[0];
  if (!first) return spots;
  const { id } = slice.person;
  const firstRef = [interactionRef(first.interaction)];
  const talk = talkShareOver(contacts, id, slice.norms.balance);
  if (talk.mean !== null) spots.airtime = { value: talk.mean, evidence: talk.evidence };
  const asked = questionsAskedOf(slice, asOf).filter(({ ref }) => ref.id === first.interaction.id);
  if (first.interaction.questionsAsked !== undefined)
    spots.firstQuestions = { value: asked.length, evidence: firstRef };
  spots.earlyPitch = earlyPitch(contacts.slice(0, slice.norms.comparison.firstContacts), id);
  const next = held.find(
    (entry) => epochMs(entry.at) > epochMs(first.interaction.at) && entry.initiatedBy !== 'them',
  );
  if (next) {
    const hours = (epochMs(next.at) - epochMs(first.interaction.at)) / 3_600_000;
    spots.followUpHours = { value: hours, evidence: [...firstRef, interactionRef(next)] };
  }
  const { kept, late, broken } = promiseCounts(slice, asOf, 'me');
  const closed = [...kept, ...late, ...broken];
  if (closed.length > 0)
    spots.promisesKept = { value: (kept.length + late.length) / closed.length, evidence: closed };
  const { ground, initiatedBy } = first.interaction;
  if (ground !== undefined) spots.theirGround = { value: ground === 'theirs' ? 1 : 0, evidence: firstRef };
  if (initiatedBy !== undefined)
    spots.iStarted = {
      value: initiatedBy === 'me' ? 1 : initiatedBy === 'both' ? 0.5 : 0,
      evidence: firstRef,
    };
  const timed = contacts.filter(
    ({ interaction }) => interaction.minutes !== undefined && !isWritten(interaction.kind),
  );
  if (timed.length > 0) {
    const sum = timed.reduce((total, { interaction }) => total + (interaction.minutes ?? 0), 0);
    spots.minutes = {
      value: sum / timed.length,
      evidence: timed.map(({ interaction }) => interactionRef(interaction)),
    };
  }
  return spots;
}

/** Whether I pitched without being asked in the first contacts. */
function earlyPitch(first: readonly Contact[], personId: Id): Measured {
  const pitched = first.filter(({ interaction }) => {
    const { mine } = pitchesWith(interaction, personId);
    return mine === 'uninvited' || mine === 'relentless';
  });
  return {
    value: pitched.length > 0 ? 1 : 0,
    evidence: first.map(({ interaction }) => interactionRef(interaction)),
  };
}
