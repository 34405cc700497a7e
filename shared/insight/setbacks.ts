/**
 * Setbacks: what stands between the two, and what puts it right (INSIGHTS, "Setback" a, b and c). Kept up in
 * chronological order, one entry at a time.
 */
import type { Interaction } from '../model/interaction';
import type { CalendarDate, Id } from '../model/primitives';
import { dateOf } from '../model/time';
import { byText } from './as-of';
import { conductWith, interactionRef, pitchesWith } from './about-person';
import { rankOf, type LadderContact } from './ladder';
import type { Norms } from './norms';
import type { EvidenceRef, EvidenceStage, Setback } from './types';

export interface SetbackLedger {
  /** Open ones from promises, by the promise's id. */
  promises: Map<Id, Setback>;
  /** Open ones from what happened in an interaction, oldest first. */
  meetings: OpenMeetingSetback[];
  closed: Setback[];
}

interface OpenMeetingSetback {
  setback: Setback;
  interactionId: Id;
  /** Easy two-way contacts since. */
  easyContacts: number;
}

export function emptyLedger(): SetbackLedger {
  return { promises: new Map(), meetings: [], closed: [] };
}

export function isAnyOpen({ promises, meetings }: SetbackLedger): boolean {
  return promises.size > 0 || meetings.length > 0;
}

/** Open ones first, then closed ones, newest first each. */
export function setbacksIn({ promises, meetings, closed }: SetbackLedger): Setback[] {
  const open = [...promises.values(), ...meetings.map(({ setback }) => setback)];
  return [...open.sort(newestFirst), ...[...closed].sort(newestFirst)];
}

/**
 * An interaction that was held: marked `repaired` it closes every setback before it (one from a promise only when that
 * began on an earlier date), and it may bring setbacks of its own. `stageBefore` finds the evidence stage before it.
 */
export function addInteraction(
  ledger: SetbackLedger,
  interaction: Interaction,
  personId: Id,
  stageBefore: () => EvidenceStage,
): void {
  const begun = setbacksOf(interaction, personId, stageBefore);
  if (interaction.repaired === true) repairAll(ledger, dateOf(interaction.at), interactionRef(interaction));
  const interactionId = interaction.id;
  ledger.meetings.push(...begun.map((setback) => ({ setback, interactionId, easyContacts: 0 })));
}

/** A two-way contact: the second later one of ease 4 or more makes up for a pitch or for conduct, not for a promise. */
export function addContact(ledger: SetbackLedger, contact: LadderContact, norms: Norms['stage']): void {
  if (contact.ease === undefined || contact.ease < norms.makingUpEase) return;
  const stillOpen: OpenMeetingSetback[] = [];
  for (const one of ledger.meetings) {
    if (one.interactionId !== contact.id) one.easyContacts += 1;
    if (one.easyContacts < norms.makingUpContacts) stillOpen.push(one);
    else close(ledger, one.setback, contact.on, interactionRef(contact));
  }
  ledger.meetings = stillOpen;
}

/** A promise of mine is open and past due for more than 14 days, from `on` (the 15th day). */
export function addLongOverdue(ledger: SetbackLedger, promiseId: Id, on: CalendarDate): void {
  ledger.promises.set(promiseId, fromPromise('promiseLongOverdue', promiseId, on));
}

/** A promise of mine was closed on a day. Broken, it is a setback from then on, in place of the one for being overdue. */
export function addClosedPromise(
  ledger: SetbackLedger,
  promiseId: Id,
  on: CalendarDate,
  broken: boolean,
): void {
  const overdue = ledger.promises.get(promiseId);
  ledger.promises.delete(promiseId);
  if (broken) ledger.promises.set(promiseId, fromPromise('promiseBroken', promiseId, on));
  else if (overdue) close(ledger, overdue, on, { kind: 'promise', id: promiseId });
}

const GRAVE_CONDUCT: ReadonlySet<string> = new Set([
  'rude',
  'noShow',
  'spokeIll',
  'pushy',
  'soldAtFirstMeeting',
]);

function setbacksOf(interaction: Interaction, personId: Id, stageBefore: () => EvidenceStage): Setback[] {
  const begun: Setback[] = [];
  const ref = interactionRef(interaction);
  const open = { on: dateOf(interaction.at), closedOn: null, closedBy: null, evidence: [ref] };
  const pitch = pitchesWith(interaction, personId).mine;
  if ((pitch === 'uninvited' || pitch === 'relentless') && rankOf(stageBefore()) <= rankOf('know')) {
    begun.push({ ...open, code: 'pitchTooEarly', level: pitch });
  }
  for (const { who, code } of conductWith(interaction, personId)) {
    if (GRAVE_CONDUCT.has(code)) begun.push({ ...open, code: 'conduct', who, conduct: code });
  }
  return begun;
}

function fromPromise(code: 'promiseBroken' | 'promiseLongOverdue', id: Id, on: CalendarDate): Setback {
  return { code, on, closedOn: null, closedBy: null, evidence: [{ kind: 'promise', id }] };
}

function repairAll(ledger: SetbackLedger, on: CalendarDate, by: EvidenceRef): void {
  for (const { setback } of ledger.meetings) close(ledger, setback, on, by);
  ledger.meetings = [];
  for (const [promiseId, setback] of ledger.promises) {
    if (setback.on >= on) continue;
    close(ledger, setback, on, by);
    ledger.promises.delete(promiseId);
  }
}

function close(ledger: SetbackLedger, setback: Setback, closedOn: CalendarDate, closedBy: EvidenceRef): void {
  ledger.closed.push({ ...setback, closedOn, closedBy });
}

function newestFirst(a: Setback, b: Setback): number {
  return (
    byText(b.on, a.on) || byText(b.evidence[0]?.id ?? '', a.evidence[0]?.id ?? '') || byText(b.code, a.code)
  );
}
