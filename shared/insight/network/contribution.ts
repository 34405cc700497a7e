/**
 * What one person brings to the figures over everybody. Computed again only when something of that person changes; the
 * overview adds these up.
 */
import type { ConductCode, Interaction, PitchLevel } from '../../model/interaction';
import { type BreakdownReason, type Person, standingAsOf, type StandingKind } from '../../model/person';
import type { CalendarDate, Id, Instant, Purpose } from '../../model/primitives';
import { dateOf, daysBetween } from '../../model/time';
import { conductWith, exchangesWith, interactionRef, pitchesWith } from '../about-person';
import { heldInteractions, isTrailing } from '../as-of';
import { type Ask, asksOf } from '../asks';
import { balanceOf } from '../balance';
import { breakdownOf } from '../breakdown/breakdown';
import type { Parting, Surroundings } from '../breakdown/review';
import { twoWayContacts } from '../contacts';
import { rankOf } from '../ladder';
import { type PlannedMeeting, plannedMeetings } from '../planned';
import { type Asked, questionsAskedOf } from '../questions-asked';
import { assessStage } from '../stage';
import { stageHistory } from '../stage-history';
import type { Balance, Contact, EvidenceRef, EvidenceStage, PersonSlice, StagePoint } from '../types';
import { type GroundNote, groundsOf, type InvitationNote, invitationsOf } from './meetings';
import type { Lead } from './leads';
import { type PromiseRefs, promiseRefs } from './promise-refs';
import { type Spots, spotsOf } from './spots';

export type PitchMade = Exclude<PitchLevel, 'none'>;

export interface Contribution {
  personId: Id;
  standing: StandingKind;
  purposes: readonly Purpose[];
  stage: EvidenceStage;
  best: EvidenceStage;
  history: readonly StagePoint[];
  /** First reached Like within the span over which the cost of networking is counted. */
  likedLately: boolean;
  balance: Pick<Balance, 'given' | 'received' | 'net' | 'exchange' | 'mentor'>;
  /** On which side of the comparison the relationship stands. */
  side: 'ended' | 'lasting' | null;
  spots: Spots;
  parting: Parting;
  /** The user's own verdict, else the strongest reason that is more than weak. */
  reasons: { reason: BreakdownReason; own: boolean }[];
  conduct: { who: 'me' | 'them'; code: ConductCode; ref: EvidenceRef }[];
  pitches: { who: 'me' | 'them'; level: PitchMade; ref: EvidenceRef }[];
  planned: readonly PlannedMeeting[];
  invitations: InvitationNote[];
  grounds: GroundNote[];
  promises: { mine: PromiseRefs; theirs: PromiseRefs };
  /** First met at a gathering: whether another contact came within 60 days; null while it still may. */
  connected: { again: boolean | null; metOn: CalendarDate; evidence: EvidenceRef[] } | null;
  /** Where and when they were first met, and the days to the next contact (null: none yet). */
  met: { gatheringId: Id | null; on: CalendarDate; secondAfterDays: number | null } | null;
  /** Referrals and business, how often, both ways. */
  stakes: { given: number; received: number };
  /** Who led the user to them. */
  leads: readonly Lead[];
  asks: readonly Ask[];
  questions: readonly Asked[];
}

/** `leads`: those who led the user to the person. */
export function contributionOf(
  slice: PersonSlice,
  leads: readonly Lead[],
  around: Surroundings,
  asOf: Instant,
): Contribution {
  const { person, norms } = slice;
  const held = heldInteractions(slice, asOf).map(({ interaction }) => interaction);
  const contacts = twoWayContacts(slice, asOf);
  const promises = promiseRefs(slice, asOf);
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
    likedLately: likedLately(history, asOf, norms.cost.span),
    balance: balanceOf(slice, asOf),
    side: contacts.length === 0 ? null : parted ? 'ended' : lasts ? 'lasting' : null,
    spots: spotsOf({
      personId: person.id,
      held,
      contacts,
      asked: questionsAskedOf(slice, asOf),
      promises: promises.mine,
      norms,
    }),
    parting: breakdown.parting,
    reasons: reasonsOf(person, breakdown),
    conduct: held.flatMap((entry) =>
      conductWith(entry, person.id).map(({ who, code }) => ({ who, code, ref: interactionRef(entry) })),
    ),
    pitches: held.flatMap((entry) => pitchesOf(entry, person.id)),
    planned: plannedMeetings(slice, asOf),
    invitations: invitationsOf(held, person.id, norms.comparison.connectWithin),
    grounds: groundsOf(contacts, person.id),
    promises,
    connected: connectedOf(slice, contacts, asOf),
    met: metOf(person, contacts),
    stakes: stakesOf(held, person.id),
    leads,
    asks: asksOf(slice, asOf),
    questions: questionsAskedOf(slice, asOf),
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

/** A relationship that fell back and was restored counts where it first got there. */
function likedLately(history: readonly StagePoint[], asOf: Instant, spanDays: number): boolean {
  const first = history.find(({ stage }) => rankOf(stage) >= rankOf('like'));
  return first !== undefined && isTrailing(first.on, asOf, spanDays);
}

function pitchesOf(entry: Interaction, personId: Id): Contribution['pitches'] {
  const { mine, theirs } = pitchesWith(entry, personId);
  const ref = interactionRef(entry);
  return [
    ...(mine === 'none' ? [] : [{ who: 'me' as const, level: mine, ref }]),
    ...(theirs === 'none' ? [] : [{ who: 'them' as const, level: theirs, ref }]),
  ];
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
