/**
 * What the insights return. Every figure carries its evidence: the records it was counted from, and a reason code with
 * the figures that the screens turn into words.
 */
import type { Interaction, InteractionKind, PitchLevel } from '../model/interaction';
import type { Person } from '../model/person';
import type { CalendarDate, Id, Instant, Stage } from '../model/primitives';
import type { PromiseRecord } from '../model/promise';
import type { Norms } from './norms';

/** Everything of the journal that concerns one person. The order of the lists does not matter. */
export interface PersonRecords {
  person: Person;
  interactions: readonly Interaction[];
  promises: readonly PromiseRecord[];
}

/** A person's records, with the norms to judge them by. */
export interface PersonSlice extends PersonRecords {
  norms: Norms;
}

/** Points at what a figure was counted from. `index` is the place in the interaction's list of exchanges. */
export type EvidenceRef =
  { kind: 'interaction'; id: Id } | { kind: 'promise'; id: Id } | { kind: 'exchange'; id: Id; index: number };

/** `none`: not even one two-way contact. */
export type EvidenceStage = 'none' | Stage;

/** One requirement of the ladder, met or missing, with the figures that decided it. */
export type Requirement =
  | { code: 'contact'; contacts: number; evidence: EvidenceRef[] }
  | { code: 'twoDates'; dates: number; needed: number; evidence: EvidenceRef[] }
  | { code: 'ease'; mean: number | null; of: number; needed: number; evidence: EvidenceRef[] }
  | { code: 'theirSign'; signs: TheirSign[]; evidence: EvidenceRef[] }
  | {
      code: 'contactsOverTime';
      contacts: number;
      neededContacts: number;
      spanDays: number;
      neededDays: number;
      evidence: EvidenceRef[];
    }
  | { code: 'giveAndTake'; given: number; received: number; mentor: boolean; evidence: EvidenceRef[] }
  | { code: 'promises'; kept: number; brokenRecently: number; longOverdue: number; evidence: EvidenceRef[] }
  | { code: 'stake'; count: number; evidence: EvidenceRef[] };

/** Requirements by the stage that asks for them, in the ladder's order: know, like, trust. */
export type RequirementOf = { stage: Stage; met: boolean } & Requirement;

export type TheirSign = 'theyInitiated' | 'received' | 'theyAsked' | 'open';

export type Setback = {
  /** The day on which it began to count. */
  on: CalendarDate;
  /** Its end, when it was put right or lived down. */
  closedOn: CalendarDate | null;
  closedBy: EvidenceRef | null;
  evidence: EvidenceRef[];
} & (
  | { code: 'promiseBroken' }
  | { code: 'promiseLongOverdue' }
  | { code: 'pitchTooEarly'; level: PitchLevel }
  | { code: 'conduct'; who: 'me' | 'them'; conduct: string }
);

/** How the relationship stands as of a day. */
export interface StageAssessment {
  evidence: EvidenceStage;
  /** The stage by the ladder alone, before setbacks and silence lower it. */
  earned: EvidenceStage;
  /** The user's latest own read. */
  read: { stage: Stage; at: Instant; interactionId: Id } | null;
  /** The user's read is above the evidence: acting on it would be early. */
  readAboveEvidence: boolean;
  fading: boolean;
  met: RequirementOf[];
  /** What the next stage still asks for; empty at trust. */
  missing: RequirementOf[];
  /** Open setbacks first, then closed ones, newest first. */
  setbacks: Setback[];
  /** Stages actually taken off, never below Know: `earned` less these two is `evidence`. Setbacks are taken off first. */
  lowered: { bySetbacks: number; bySilence: number; silentDays: number | null };
}

/** Why the evidence changed on a day. */
export type StageCause =
  { kind: 'interaction'; id: Id } | { kind: 'promise'; id: Id } | { kind: 'silence'; days: number };

export interface StagePoint {
  on: CalendarDate;
  stage: EvidenceStage;
  cause: StageCause;
}

/** The two stepped lines of the stage chart, oldest first: only the days on which a line changes. */
export interface StageHistory {
  evidence: StagePoint[];
  read: { on: CalendarDate; stage: Stage; interactionId: Id }[];
}

/** A figure that may not exist yet for want of data. */
export type Reading<T> = { kind: 'tooEarly'; have: number; need: number } | ({ kind: 'known' } & T);

export type Verdict = 'even' | 'giveMore' | 'receiveMore';

export interface Balance {
  /** The days looked at, trailing from asOf. */
  days: number;
  /** Sums of sizes, 1 to 3 each. */
  given: number;
  received: number;
  net: number;
  /** How many exchanges: an even but empty ledger is not health. */
  exchanges: number;
  exchange: Reading<{ lean: number; verdict: Verdict; flagged: boolean }>;
  mentor: boolean;
  evidence: EvidenceRef[];
  /** My mean share of the talking, 0 to 1, weighted by minutes. */
  airtime: Reading<{ talkShare: number; flag: 'talkALot' | 'talkLittle' | null }> & {
    contacts: number;
    evidence: EvidenceRef[];
  };
  /** My share of the first moves, 0 to 1. */
  initiative: Reading<{ share: number; flag: 'mostlyMe' | 'mostlyThem' | null }> & {
    interactions: number;
    evidence: EvidenceRef[];
  };
  /** Two-way contacts with a pitch, by level; `contacts` is all of the span's, `evidence` those with a pitch. */
  agenda: {
    mine: Record<Exclude<PitchLevel, 'none'>, number>;
    theirs: Record<Exclude<PitchLevel, 'none'>, number>;
    contacts: number;
    evidence: EvidenceRef[];
  };
}

export interface BalanceMonth {
  /** `2026-05` */
  month: string;
  given: number;
  received: number;
  /** Running sum of given less received, from the first month on. */
  net: number;
  /** My mean share of the talking in this month, null when unknown. */
  talkShare: number | null;
  /** My share of the first moves in this month, null when unknown. */
  initiative: number | null;
  evidence: EvidenceRef[];
}

export type RhythmState = 'quiet' | 'never' | 'onRhythm' | 'due' | 'slipping' | 'drifting' | 'dormant';

export type RhythmSource =
  | { kind: 'ownSetting' }
  | { kind: 'median'; gaps: number[] }
  | { kind: 'ring'; ring: 'inner' | 'close' | 'active' | 'wider' }
  | { kind: 'newPerson'; metOn: CalendarDate }
  | { kind: 'default' };

export interface Rhythm {
  state: RhythmState;
  expectedDays: number;
  source: RhythmSource;
  lastContact: { on: CalendarDate; interactionId: Id } | null;
  /** Days since the last two-way contact, null when there was none. */
  gapDays: number | null;
}

/** Two-way contact: who reached whom, and on which day it counts. */
export interface Contact {
  interaction: Interaction;
  /** `at`, or of a written one the reply's date. */
  on: CalendarDate;
  /** The same as an instant, for the order of events. */
  at: Instant;
}

/** A message or call that I initiated. */
export interface Outreach {
  interactionId: Id;
  at: Instant;
  kind: InteractionKind;
  /** When they answered, null when they had not by asOf. */
  replyAt: Instant | null;
  /** No reply, and old enough for that to mean something. */
  unanswered: boolean;
}
