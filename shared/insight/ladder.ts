/**
 * The ladder none, Know, Like, Trust: what each rung asks for (INSIGHTS, "Stage"; Burg, Endless Referrals). It reads figures
 * gathered in chronological order, so that a rung can be judged after each entry without looking at all of them again.
 */
import type { CalendarDate, Id, Stage } from '../model/primitives';
import { daysBetween } from '../model/time';
import { interactionRef } from './about-person';
import type { Norms } from './norms';
import type { EvidenceRef, EvidenceStage, Requirement, RequirementOf, TheirSign } from './types';

/** A two-way contact with what the ladder needs of it. */
export interface LadderContact {
  id: Id;
  on: CalendarDate;
  ease: number | undefined;
  openness: number | undefined;
}

/** What the ladder is judged by, as it stands at one moment. Lists are in chronological order. */
export interface LadderFigures {
  norms: Norms['stage'];
  mentor: boolean;
  contacts: LadderContact[];
  dates: Set<CalendarDate>;
  easedContacts: LadderContact[];
  /** Signs that last; their openness fades, and is read off the latest contacts. */
  signs: { sign: TheirSign; ref: EvidenceRef }[];
  given: EvidenceRef[];
  received: EvidenceRef[];
  stakes: EvidenceRef[];
  /** Ids of promises of mine: closed as kept or late, broken in the trailing 180 days, open and more than 14 days past due. */
  kept: Set<Id>;
  brokenRecently: Set<Id>;
  longOverdue: Set<Id>;
}

export function emptyFigures(mentor: boolean, norms: Norms['stage']): LadderFigures {
  return {
    norms,
    mentor,
    contacts: [],
    dates: new Set(),
    easedContacts: [],
    signs: [],
    given: [],
    received: [],
    stakes: [],
    kept: new Set(),
    brokenRecently: new Set(),
    longOverdue: new Set(),
  };
}

export const STAGES: readonly EvidenceStage[] = ['none', 'know', 'like', 'trust'];

/** 0 for none, 1 Know, 2 Like, 3 Trust. */
export function rankOf(stage: EvidenceStage): number {
  return STAGES.indexOf(stage);
}

/** The highest stage whose requirements, and those of all stages below it, are met. */
export function earnedStage(figures: LadderFigures): EvidenceStage {
  let earned: EvidenceStage = 'none';
  for (const rung of LADDER) {
    if (!rung.isMet(figures)) return earned;
    if (rung.completes) earned = rung.stage;
  }
  return earned;
}

/** Every requirement of the ladder, from Know to Trust, with the figures and entries that decide it. */
export function requirementsOf(figures: LadderFigures): RequirementOf[] {
  return LADDER.map((rung) => ({
    stage: rung.stage,
    met: rung.isMet(figures),
    ...rung.describe(figures),
  }));
}

interface Rung {
  stage: Stage;
  /** The last one its stage asks for. */
  completes?: true;
  isMet: (figures: LadderFigures) => boolean;
  describe: (figures: LadderFigures) => Requirement;
}

const LADDER: readonly Rung[] = [
  { stage: 'know', completes: true, isMet: (f) => f.contacts.length > 0, describe: contact },
  { stage: 'like', isMet: (f) => f.dates.size >= f.norms.likeDates, describe: twoDates },
  { stage: 'like', isMet: (f) => (meanEase(f) ?? 0) >= f.norms.likeEase, describe: ease },
  {
    stage: 'like',
    completes: true,
    isMet: (f) => f.signs.length > 0 || openContacts(f).length > 0,
    describe: theirSign,
  },
  { stage: 'trust', isMet: isOftenAndLong, describe: contactsOverTime },
  { stage: 'trust', isMet: isGiveAndTake, describe: giveAndTake },
  { stage: 'trust', isMet: isReliable, describe: promises },
  { stage: 'trust', completes: true, isMet: (f) => f.stakes.length > 0, describe: stake },
];

function contact(f: LadderFigures): Requirement {
  return { code: 'contact', contacts: f.contacts.length, evidence: f.contacts.map(interactionRef) };
}

/** L1. */
function twoDates(f: LadderFigures): Requirement {
  const needed = f.norms.likeDates;
  return { code: 'twoDates', dates: f.dates.size, needed, evidence: f.contacts.map(interactionRef) };
}

/** L2. */
function ease(f: LadderFigures): Requirement {
  const latest = latestEased(f);
  const needed = f.norms.likeEase;
  return { code: 'ease', mean: meanEase(f), of: latest.length, needed, evidence: latest.map(interactionRef) };
}

function latestEased(f: LadderFigures): LadderContact[] {
  return f.easedContacts.slice(-f.norms.likeEaseOver);
}

function meanEase(f: LadderFigures): number | null {
  const latest = latestEased(f);
  if (latest.length === 0) return null;
  return latest.reduce((sum, { ease: rating }) => sum + (rating ?? 0), 0) / latest.length;
}

/** L3. */
function theirSign(f: LadderFigures): Requirement {
  const open = openContacts(f).map((one) => ({ sign: 'open' as const, ref: interactionRef(one) }));
  const all = [...f.signs, ...open];
  return {
    code: 'theirSign',
    signs: [...new Set(all.map(({ sign }) => sign))],
    evidence: withoutRepeats(all.map(({ ref }) => ref)),
  };
}

function openContacts(f: LadderFigures): LadderContact[] {
  return f.contacts
    .slice(-f.norms.opennessOver)
    .filter(({ openness }) => openness !== undefined && openness >= f.norms.openness);
}

/** One interaction can hold two signs; it is one entry all the same. */
function withoutRepeats(refs: EvidenceRef[]): EvidenceRef[] {
  const seen = new Set<string>();
  return refs.filter((ref) => {
    const key = ref.kind === 'exchange' ? `${ref.id} ${ref.index}` : ref.id;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** T1. */
function isOftenAndLong(f: LadderFigures): boolean {
  return f.contacts.length >= f.norms.trustContacts && spanDays(f) >= f.norms.trustSpan;
}

function contactsOverTime(f: LadderFigures): Requirement {
  return {
    code: 'contactsOverTime',
    contacts: f.contacts.length,
    neededContacts: f.norms.trustContacts,
    spanDays: spanDays(f),
    neededDays: f.norms.trustSpan,
    evidence: f.contacts.map(interactionRef),
  };
}

/** Days between the first and the last contact. */
function spanDays(f: LadderFigures): number {
  const first = f.contacts[0];
  const last = f.contacts.at(-1);
  return first && last ? Math.max(0, daysBetween(first.on, last.on)) : 0;
}

/** T2; with a mentor, one of either is enough. */
function isGiveAndTake(f: LadderFigures): boolean {
  const [given, received] = [f.given.length > 0, f.received.length > 0];
  return f.mentor ? given || received : given && received;
}

function giveAndTake(f: LadderFigures): Requirement {
  return {
    code: 'giveAndTake',
    given: f.given.length,
    received: f.received.length,
    mentor: f.mentor,
    evidence: [...f.given, ...f.received],
  };
}

/** T3. */
function isReliable(f: LadderFigures): boolean {
  return f.kept.size > 0 && f.brokenRecently.size === 0 && f.longOverdue.size === 0;
}

function promises(f: LadderFigures): Requirement {
  const ids = [...f.kept, ...f.brokenRecently, ...f.longOverdue];
  return {
    code: 'promises',
    kept: f.kept.size,
    brokenRecently: f.brokenRecently.size,
    longOverdue: f.longOverdue.size,
    evidence: ids.map((id) => ({ kind: 'promise', id })),
  };
}

/** T4. */
function stake(f: LadderFigures): Requirement {
  return { code: 'stake', count: f.stakes.length, evidence: f.stakes };
}
