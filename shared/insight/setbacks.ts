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
import { stageNorms } from './norms';
import type { EvidenceRef, EvidenceStage, Setback } from './types';

export interface SetbackLedger {
  open: OpenSetback[];
  closed: Setback[];
}

interface OpenSetback {
  setback: Setback;
  /** The promise or the interaction it came from. */
  from: EvidenceRef;
  /** Easy two-way contacts since; they make up for what happened in a meeting, not for a promise. */
  easyContacts: number;
}

export function emptyLedger(): SetbackLedger {
  return { open: [], closed: [] };
}

/** Open ones first, then closed ones, newest first each. */
export function setbacksIn(ledger: SetbackLedger): Setback[] {
  const open = ledger.open.map(({ setback }) => setback);
  return [...open.sort(newestFirst), ...[...ledger.closed].sort(newestFirst)];
}

/**
 * An interaction that was held: marked `repaired` it closes every setback before it (one from a promise only when that
 * began on an earlier date), and it may bring setbacks of its own. `stageBefore` is the evidence stage before it.
 */
export function addInteraction(
  ledger: SetbackLedger,
  interaction: Interaction,
  personId: Id,
  stageBefore: EvidenceStage,
): void {
  const on = dateOf(interaction.at);
  const ref = interactionRef(interaction);
  if (interaction.repaired === true) {
    closeWhere(ledger, ({ setback, from }) => from.kind !== 'promise' || setback.on < on, on, ref);
  }
  const still = { on, closedOn: null, closedBy: null, evidence: [ref] };
  const pitch = pitchesWith(interaction, personId).mine;
  if ((pitch === 'uninvited' || pitch === 'relentless') && rankOf(stageBefore) <= rankOf('know')) {
    open(ledger, { ...still, code: 'pitchTooEarly', level: pitch }, ref);
  }
  for (const { who, code } of conductWith(interaction, personId)) {
    if (GRAVE_CONDUCT.has(code)) open(ledger, { ...still, code: 'conduct', who, conduct: code }, ref);
  }
}

/** A two-way contact: the second later one of ease 4 or more makes up for a pitch or for conduct. */
export function addContact(ledger: SetbackLedger, contact: LadderContact): void {
  if (contact.ease === undefined || contact.ease < stageNorms.makingUpEase.value) return;
  for (const one of ledger.open) {
    if (one.from.kind === 'interaction' && one.from.id !== contact.id) one.easyContacts += 1;
  }
  const enough = stageNorms.makingUpContacts.value;
  closeWhere(ledger, (one) => one.easyContacts >= enough, contact.on, interactionRef(contact));
}

/** A promise of mine is open and past due for more than 14 days, from `on` (the 15th day). */
export function addLongOverdue(ledger: SetbackLedger, promiseId: Id, on: CalendarDate): void {
  addPromiseSetback(ledger, 'promiseLongOverdue', promiseId, on);
}

/** A promise of mine was closed on a day. Broken, it is a setback from then on, in place of the one for being overdue. */
export function addClosedPromise(
  ledger: SetbackLedger,
  promiseId: Id,
  on: CalendarDate,
  broken: boolean,
): void {
  const ref: EvidenceRef = { kind: 'promise', id: promiseId };
  const isThis = ({ from }: OpenSetback) => from.kind === 'promise' && from.id === promiseId;
  if (!broken) {
    closeWhere(ledger, isThis, on, ref);
    return;
  }
  ledger.open = ledger.open.filter((one) => !isThis(one));
  addPromiseSetback(ledger, 'promiseBroken', promiseId, on);
}

const GRAVE_CONDUCT: ReadonlySet<string> = new Set([
  'rude',
  'noShow',
  'spokeIll',
  'pushy',
  'soldAtFirstMeeting',
]);

function addPromiseSetback(
  ledger: SetbackLedger,
  code: 'promiseBroken' | 'promiseLongOverdue',
  id: Id,
  on: CalendarDate,
): void {
  const ref: EvidenceRef = { kind: 'promise', id };
  open(ledger, { code, on, closedOn: null, closedBy: null, evidence: [ref] }, ref);
}

function open(ledger: SetbackLedger, setback: Setback, from: EvidenceRef): void {
  ledger.open.push({ setback, from, easyContacts: 0 });
}

function closeWhere(
  ledger: SetbackLedger,
  isEnded: (one: OpenSetback) => boolean,
  closedOn: CalendarDate,
  closedBy: EvidenceRef,
): void {
  if (ledger.open.length === 0) return;
  const stillOpen: OpenSetback[] = [];
  for (const one of ledger.open) {
    if (isEnded(one)) ledger.closed.push({ ...one.setback, closedOn, closedBy });
    else stillOpen.push(one);
  }
  ledger.open = stillOpen;
}

function newestFirst(a: Setback, b: Setback): number {
  return (
    byText(b.on, a.on) || byText(b.evidence[0]?.id ?? '', a.evidence[0]?.id ?? '') || byText(b.code, a.code)
  );
}
