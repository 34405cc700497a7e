/** What Today asks for, of one person and in order over everybody (the list's order is that of `ORDER`). */
import { isWritten, type Interaction } from '../model/interaction';
import { standingAsOf } from '../model/person';
import type { CalendarDate, Id, Instant } from '../model/primitives';
import { addDays, dateOf, daysBetween } from '../model/time';
import { interactionRef } from './about-person';
import { type Held, heldInteractions, isTrailing, promisesAsOf } from './as-of';
import { contactsAmong, replyPatienceDays, unansweredRun } from './contacts';
import { datesAhead } from './dates-ahead';
import type { Norms } from './norms';
import type { Contact, EvidenceRef, EvidenceStage, PersonSlice, Rhythm, RhythmSource } from './types';

/** Why a line is there, with the figures behind it. */
export type TodayReason =
  | { kind: 'myPromise'; promiseId: Id; what: string; dueOn: CalendarDate; overdueDays: number }
  | { kind: 'theirPromise'; promiseId: Id; what: string; dueOn: CalendarDate; overdueDays: number }
  | { kind: 'replyOwed'; interactionId: Id; waitingDays: number; writtenAs: Interaction['kind'] }
  | { kind: 'unansweredRun'; count: number; sinceDays: number; since: CalendarDate; patienceDays: number }
  | {
      kind: 'slipping';
      gapDays: number;
      expectedDays: number;
      source: RhythmSource['kind'];
      state: 'slipping' | 'drifting';
      brought: Brought;
    }
  | { kind: 'newPerson'; metOn: CalendarDate; metDays: number; daysLeft: number }
  | {
      kind: 'date';
      date: 'birthday' | 'anniversary' | 'other';
      label: string | null;
      on: CalendarDate;
      inDays: number;
      years: number | null;
    }
  | { kind: 'dormant'; gapDays: number; earned: EvidenceStage; brought: Brought };

/** What a tie brought before it went quiet: sums of sizes, and how many contacts there were. */
export interface Brought {
  given: number;
  received: number;
  contacts: number;
}

/** One line of Today. `key` names it for snoozing: what is new about it makes it another line. */
export interface TodayLine {
  key: string;
  personId: Id;
  reason: TodayReason;
  evidence: EvidenceRef[];
}

/** The list's order, the most binding first. */
export const ORDER = [
  'myPromise',
  'theirPromise',
  'replyOwed',
  'unansweredRun',
  'slipping',
  'newPerson',
  'date',
  'dormant',
] as const satisfies readonly TodayReason['kind'][];

/** What was worked out of the person already. */
export interface Known {
  rhythm: Rhythm;
  earned: EvidenceStage;
  /** Over all time. */
  brought: Brought;
}

/**
 * The lines that one person gives rise to. Somebody who is not `active` gives none. Of the reasons to get in touch only the
 * first is named.
 */
export function todayLinesOf(slice: PersonSlice, known: Known, asOf: Instant): TodayLine[] {
  const standing = standingAsOf(slice.person, dateOf(asOf));
  // Quiet everywhere: what was promised stands on the promises' own page.
  if (standing !== 'active') return [];
  const mine = promiseLines(slice, asOf, 'me');
  const touch =
    replyOwed(slice, asOf) ??
    runLine(slice, asOf) ??
    slippingLine(slice, known) ??
    newPersonLine(slice, asOf) ??
    dormantLine(slice, known);
  return [
    ...mine,
    ...promiseLines(slice, asOf, 'them'),
    ...(touch ? [touch] : []),
    ...dateLines(slice, asOf),
  ];
}

/** Until when a line stays away: put off for some days from `today`, or done with. */
export function awayUntil(
  key: string,
  today: CalendarDate,
  days: number | 'done',
  norms: Norms['today'],
): CalendarDate {
  if (days !== 'done') return addDays(today, days);
  // A tie that was looked after without an entry: the journal cannot know, and asks again after a while.
  if (key.startsWith('slipping:')) return addDays(today, norms.slippingRests);
  if (key.startsWith('dormant:')) return addDays(today, norms.dormantRests);
  return END_OF_TIME;
}

/** The others name what they are about: once done, the same line does not come again. */
const END_OF_TIME: CalendarDate = '9999-12-31';

/** In the list's order: by kind, then the most pressing first. Of the dormant ties only the one worth most. */
export function inOrder(lines: readonly TodayLine[]): TodayLine[] {
  const sorted = [...lines].sort(
    (a, b) =>
      ORDER.indexOf(a.reason.kind) - ORDER.indexOf(b.reason.kind) ||
      weightOf(b.reason) - weightOf(a.reason) ||
      (a.key < b.key ? -1 : 1),
  );
  const dormant = sorted.findIndex(({ reason }) => reason.kind === 'dormant');
  return dormant < 0 ? sorted : sorted.slice(0, dormant + 1);
}

function weightOf(reason: TodayReason): number {
  switch (reason.kind) {
    case 'myPromise':
    case 'theirPromise':
      return reason.overdueDays;
    case 'replyOwed':
      return reason.waitingDays;
    case 'unansweredRun':
      return reason.count;
    case 'slipping':
      return reason.gapDays / reason.expectedDays;
    case 'newPerson':
      return -reason.daysLeft;
    case 'date':
      return -reason.inDays;
    case 'dormant':
      return STAGE_WORTH[reason.earned] * 100 + reason.brought.received + reason.brought.given;
  }
}

const STAGE_WORTH: Record<EvidenceStage, number> = { none: 0, know: 1, like: 2, trust: 3 };

function promiseLines(slice: PersonSlice, asOf: Instant, by: 'me' | 'them'): TodayLine[] {
  const today = dateOf(asOf);
  const grace = by === 'me' ? 0 : slice.norms.today.nudgeAfter - 1;
  return promisesAsOf(slice, asOf).flatMap(({ promise, status }) => {
    const { id, what, dueOn } = promise;
    if (promise.by !== by || status !== 'open' || dueOn === undefined) return [];
    const overdueDays = daysBetween(dueOn, today);
    if (overdueDays <= grace) return [];
    const kind = by === 'me' ? ('myPromise' as const) : ('theirPromise' as const);
    return [
      {
        key: `${kind}:${id}:${dueOn}`,
        personId: slice.person.id,
        reason: { kind, promiseId: id, what, dueOn, overdueDays },
        evidence: [{ kind: 'promise', id } as const],
      },
    ];
  });
}

/** Their last message, when nothing of mine and no contact came after it. */
function replyOwed(slice: PersonSlice, asOf: Instant): TodayLine | null {
  const held = heldInteractions(slice, asOf);
  const last = held.at(-1)?.interaction;
  if (!last || last.initiatedBy !== 'them' || !isWritten(last.kind)) return null;
  const answered = contactsAmong(held, asOf).some(({ contact }) => contact.interaction.id === last.id);
  if (answered || !isTrailing(dateOf(last.at), asOf, slice.norms.today.replyOwedFor)) return null;
  const waitingDays = daysBetween(dateOf(last.at), dateOf(asOf));
  // Today's message need not be answered today.
  if (waitingDays < 1) return null;
  return {
    key: `replyOwed:${last.id}`,
    personId: slice.person.id,
    reason: { kind: 'replyOwed', interactionId: last.id, waitingDays, writtenAs: last.kind },
    evidence: [interactionRef(last)],
  };
}

function runLine(slice: PersonSlice, asOf: Instant): TodayLine | null {
  const run = unansweredRun(slice, asOf);
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || run.length < slice.norms.today.runFrom) return null;
  const since = dateOf(first.at);
  return {
    key: `unansweredRun:${last.interactionId}`,
    personId: slice.person.id,
    reason: {
      kind: 'unansweredRun',
      count: run.length,
      since,
      sinceDays: daysBetween(since, dateOf(asOf)),
      patienceDays: replyPatienceDays(slice, asOf),
    },
    evidence: run.map(({ interactionId }) => ({ kind: 'interaction', id: interactionId })),
  };
}

function slippingLine(slice: PersonSlice, { rhythm, brought }: Known): TodayLine | null {
  const { ring } = slice.person;
  const { state, gapDays, expectedDays, source, lastContact } = rhythm;
  if (ring !== 'inner' && ring !== 'close' && slice.person.partnerSince === undefined) return null;
  if ((state !== 'slipping' && state !== 'drifting') || gapDays === null || !lastContact) return null;
  return {
    key: `slipping:${slice.person.id}:${lastContact.interactionId}`,
    personId: slice.person.id,
    reason: { kind: 'slipping', gapDays, expectedDays, source: source.kind, state, brought },
    evidence: [{ kind: 'interaction', id: lastContact.interactionId }],
  };
}

/** Met within the last 56 days and seen on one day only. */
function newPersonLine(slice: PersonSlice, asOf: Instant): TodayLine | null {
  const contacts = contactsOf(heldInteractions(slice, asOf), asOf);
  const today = dateOf(asOf);
  const first = contacts[0];
  const noted = slice.person.met?.date;
  const metOn = noted !== undefined && noted <= today ? noted : first?.on;
  if (metOn === undefined || !isTrailing(metOn, asOf, slice.norms.rhythm.newFor)) return null;
  const metDays = daysBetween(metOn, today);
  if (metDays < 1 || contacts.some(({ on }) => on > metOn)) return null;
  return {
    key: `newPerson:${slice.person.id}`,
    personId: slice.person.id,
    reason: { kind: 'newPerson', metOn, metDays, daysLeft: slice.norms.rhythm.newFor - metDays },
    evidence: first ? [interactionRef(first.interaction)] : [],
  };
}

function dateLines(slice: PersonSlice, asOf: Instant): TodayLine[] {
  return datesAhead(slice.person, dateOf(asOf), slice.norms.today.datesAhead).map((date) => ({
    key: `date:${slice.person.id}:${date.kind}:${date.on}`,
    personId: slice.person.id,
    reason: {
      kind: 'date',
      date: date.kind,
      label: date.label,
      on: date.on,
      inDays: date.inDays,
      years: date.years,
    },
    evidence: [],
  }));
}

/** Worth reconnecting: they had come to like each other, or something went back and forth. */
function dormantLine(slice: PersonSlice, { rhythm, earned, brought }: Known): TodayLine | null {
  const { state, gapDays, lastContact } = rhythm;
  if (state !== 'dormant' || gapDays === null || !lastContact) return null;
  if (STAGE_WORTH[earned] < STAGE_WORTH.like && brought.given + brought.received === 0) return null;
  return {
    key: `dormant:${slice.person.id}:${lastContact.interactionId}`,
    personId: slice.person.id,
    reason: { kind: 'dormant', gapDays, earned, brought },
    evidence: [{ kind: 'interaction', id: lastContact.interactionId }],
  };
}

function contactsOf(held: readonly Held[], asOf: Instant): Contact[] {
  return contactsAmong(held, asOf).map(({ contact }) => contact);
}
