/**
 * One chronological pass over all that could change the evidence: entries, replies, promises and days of silence. The
 * assessment reads its end, the history every step of it, so that there is one way to find a stage.
 *
 * Each step belongs to a day: an entry's is its date where it happened, a promise's the day it was closed or fell long
 * overdue. What has a date only comes first on its day. Days never run backwards, even for a traveller whose entries do:
 * a step's day is at least the day of the step before, and never after the date of `asOf`.
 */
import type { Interaction } from '../model/interaction';
import type { CalendarDate, Id, Instant } from '../model/primitives';
import { addDays, dateOf, daysBetween } from '../model/time';
import { exchangesWith, impressionsOf } from './about-person';
import type { Held, PromiseThen } from './as-of';
import { byMoment, byText, heldInteractions, promisesAsOf } from './as-of';
import type { Reached } from './contacts';
import { contactsAmong } from './contacts';
import type { LadderContact, LadderFigures } from './ladder';
import { earnedStage, emptyFigures, rankOf, STAGES } from './ladder';
import type { Norms } from './norms';
import type { SetbackLedger } from './setbacks';
import {
  addClosedPromise,
  addContact,
  addInteraction,
  addLongOverdue,
  emptyLedger,
  isAnyOpen,
} from './setbacks';
import type { EvidenceStage, PersonSlice, StageCause } from './types';

/** All there is to know about the stage at one moment. */
export interface StageState {
  personId: Id;
  figures: LadderFigures;
  ledger: SetbackLedger;
  /** The latest interaction with a read of mine. */
  read: Interaction | null;
}

/** Something happened on a day. `apply` puts it into the state. */
interface Step {
  on: CalendarDate;
  cause: StageCause;
  apply: (state: StageState) => void;
}

/** Called after each step with the state as it then is; the state goes on changing, so nothing of it may be kept. */
export type Visit = (on: CalendarDate, cause: StageCause, state: StageState) => void;

/** Passes over everything up to `asOf` and returns the state at its end. */
export function passThrough(slice: PersonSlice, asOf: Instant, visit?: Visit): StageState {
  const state: StageState = {
    personId: slice.person.id,
    figures: emptyFigures(slice.person.mentor === true, slice.norms.stage),
    ledger: emptyLedger(),
    read: null,
  };
  for (const step of stepsOf(slice, asOf)) {
    step.apply(state);
    visit?.(step.on, step.cause, state);
  }
  return state;
}

/** The evidence at a moment: what the ladder has earned, and what setbacks and silence take off. */
export interface Evidence {
  evidence: EvidenceStage;
  earned: EvidenceStage;
  bySetbacks: number;
  bySilence: number;
  silentDays: number | null;
}

/**
 * One stage off while any setback is open, one for 365 days of silence, two for 1,095; never below Know. What cannot be
 * taken off is not counted as taken off, and setbacks come first.
 */
export function evidenceOn(state: StageState, today: CalendarDate): Evidence {
  const earned = earnedStage(state.figures);
  const last = state.figures.contacts.at(-1);
  const silentDays = last ? Math.max(0, daysBetween(last.on, today)) : null;
  const spare = Math.max(0, rankOf(earned) - rankOf('know'));
  const bySetbacks = Math.min(spare, isAnyOpen(state.ledger) ? 1 : 0);
  const bySilence = Math.min(spare - bySetbacks, stagesLostTo(silentDays ?? 0, state.figures.norms));
  const evidence = STAGES[rankOf(earned) - bySetbacks - bySilence] ?? 'none';
  return { evidence, earned, bySetbacks, bySilence, silentDays };
}

function stagesLostTo(silentDays: number, norms: Norms['stage']): number {
  if (silentDays >= norms.longSilence) return 2;
  return silentDays >= norms.silence ? 1 : 0;
}

function stepsOf(slice: PersonSlice, asOf: Instant): Step[] {
  const held = heldInteractions(slice, asOf);
  const contacts = contactsAmong(held, asOf);
  const dated = [
    ...promisesAsOf(slice, asOf).flatMap((promise) => promiseSteps(promise, slice.norms.stage)),
    ...silenceSteps(
      contacts.map(({ contact }) => contact.on),
      slice.norms.stage,
    ),
  ].filter((step) => step.on <= dateOf(asOf));
  // The sort is stable, so what has a date only stays ahead of the entries of its day.
  return [...dated, ...happenedSteps(held, contacts, slice.person.id, dateOf(asOf))].sort((a, b) =>
    byText(a.on, b.on),
  );
}

/** Entries and two-way contacts by instant. An entry comes before the contact it makes. */
function happenedSteps(
  held: readonly Held[],
  contacts: readonly Reached[],
  personId: Id,
  lastDay: CalendarDate,
): Step[] {
  const entries = held.map(({ at, id, interaction }) => ({
    at,
    id,
    date: dateOf(interaction.at),
    apply: (state: StageState, on: CalendarDate) => applyEntry(state, interaction, on),
  }));
  const reached = contacts.map(({ at, id, contact: { interaction, on } }) => {
    const contact = ladderContact(interaction, on, personId);
    return { at, id, date: on, apply: (state: StageState) => applyContact(state, contact) };
  });
  let day: CalendarDate = '';
  return [...entries, ...reached].sort(byMoment).map(({ id, date, apply }) => {
    day = date > day ? date : day;
    const on = day < lastDay ? day : lastDay;
    return { on, cause: { kind: 'interaction', id }, apply: (state) => apply(state, on) };
  });
}

function ladderContact(interaction: Interaction, on: CalendarDate, personId: Id): LadderContact {
  const { ease, openness } = impressionsOf(interaction, personId);
  return { id: interaction.id, on, ease, openness };
}

function applyEntry(state: StageState, interaction: Interaction, today: CalendarDate): void {
  const { figures, ledger, personId } = state;
  addInteraction(ledger, interaction, personId, () => evidenceOn(state, today).evidence);
  const ref = { kind: 'interaction' as const, id: interaction.id };
  if (interaction.initiatedBy === 'them') figures.signs.push({ sign: 'theyInitiated', ref });
  if ((interaction.questionsTheyAsked ?? 0) >= 1) figures.signs.push({ sign: 'theyAsked', ref });
  for (const { exchange, ref: exchangeRef } of exchangesWith(interaction, personId)) {
    figures[exchange.direction].push(exchangeRef);
    if (exchange.direction === 'received') figures.signs.push({ sign: 'received', ref: exchangeRef });
    if (STAKES.has(exchange.kind)) figures.stakes.push(exchangeRef);
  }
  if (interaction.stageRead !== undefined) state.read = interaction;
}

/** T4: exchanges in which somebody stakes their name, their money or their trust. */
const STAKES: ReadonlySet<string> = new Set(['introduction', 'referral', 'business', 'confidence']);

function applyContact(state: StageState, contact: LadderContact): void {
  const { figures, ledger } = state;
  figures.contacts.push(contact);
  figures.dates.add(contact.on);
  if (contact.ease !== undefined) figures.easedContacts.push(contact);
  addContact(ledger, contact, figures.norms);
}

/**
 * The days on which a promise of mine changes something: when it is 15 days past due and open, when it is closed, and
 * when a broken one stops weighing on trust. One closed by the 15th day was never long overdue.
 */
function promiseSteps({ promise, status, closedOn }: PromiseThen, norms: Norms['stage']): Step[] {
  if (promise.by !== 'me') return [];
  const { id, dueOn, madeOn } = promise;
  const cause: StageCause = { kind: 'promise', id };
  const steps: Step[] = [];
  const overdueFrom = dueOn === undefined ? null : laterOf(madeOn, addDays(dueOn, norms.overdueGrace + 1));
  if (overdueFrom !== null && (closedOn === null || closedOn > overdueFrom)) {
    steps.push({ on: overdueFrom, cause, apply: (state) => applyLongOverdue(state, id, overdueFrom) });
  }
  if (closedOn !== null) {
    steps.push({ on: closedOn, cause, apply: (state) => applyClosed(state, id, status, closedOn) });
  }
  if (closedOn !== null && status === 'broken') {
    const on = addDays(closedOn, norms.brokenPromiseWeighs);
    steps.push({ on, cause, apply: ({ figures }) => figures.brokenRecently.delete(id) });
  }
  return steps;
}

function applyLongOverdue({ figures, ledger }: StageState, id: Id, on: CalendarDate): void {
  figures.longOverdue.add(id);
  addLongOverdue(ledger, id, on);
}

function applyClosed(
  { figures, ledger }: StageState,
  id: Id,
  status: PromiseThen['status'],
  on: CalendarDate,
): void {
  figures.longOverdue.delete(id);
  if (status === 'kept' || status === 'late') figures.kept.add(id);
  if (status === 'broken') figures.brokenRecently.add(id);
  addClosedPromise(ledger, id, on, status === 'broken');
}

function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}

/** The days on which silence after a contact takes a stage off, if the next contact comes later. They change nothing else. */
function silenceSteps(contactDates: readonly CalendarDate[], norms: Norms['stage']): Step[] {
  const steps: Step[] = [];
  for (const [index, date] of contactDates.entries()) {
    const next = contactDates[index + 1];
    const until = next === undefined ? Infinity : daysBetween(date, next);
    for (const days of [norms.silence, norms.longSilence]) {
      if (until <= days) continue;
      steps.push({ on: addDays(date, days), cause: { kind: 'silence', days }, apply: () => undefined });
    }
  }
  return steps;
}
