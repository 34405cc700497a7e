/** What counts by a moment: only what had happened, as it stood then (INSIGHTS, "Words"). */
import type { Interaction } from '../model/interaction';
import { participantOf } from '../model/interaction';
import type { CalendarDate, Id, Instant } from '../model/primitives';
import type { PromiseRecord } from '../model/promise';
import { dateOf, daysBetween, epochMs } from '../model/time';
import type { PersonRecords } from './types';

/** When something happened, in epoch milliseconds, and which record it is. */
export interface Moment {
  at: number;
  id: Id;
}

/** An interaction that was held, with its instant read once. */
export interface Held extends Moment {
  interaction: Interaction;
}

/** The person's interactions that were held at or before `asOf`, oldest first. */
export function heldInteractions(slice: PersonRecords, asOf: Instant): Held[] {
  const now = epochMs(asOf);
  const held: Held[] = [];
  for (const interaction of slice.interactions) {
    if (interaction.status !== 'held' || !participantOf(interaction, slice.person.id)) continue;
    const at = epochMs(interaction.at);
    if (at <= now) held.push({ at, id: interaction.id, interaction });
  }
  return held.sort(byMoment);
}

/** Chronological; what happened at the same instant goes by id, so that the order of a list never matters. */
export function byMoment(a: Moment, b: Moment): number {
  if (a.at !== b.at) return a.at - b.at;
  return byText(a.id, b.id);
}

/** Plain order of texts (ids, calendar dates), the same on every machine. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whether a date is one of the `days` days that end with `asOf`: date difference below `days`. */
export function isTrailing(date: CalendarDate, asOf: Instant, days: number): boolean {
  return daysBetween(date, dateOf(asOf)) < days;
}

/** A promise as it stood on a day: closed on a day, or open. */
export interface PromiseThen {
  promise: PromiseRecord;
  status: PromiseRecord['status'];
  closedOn: CalendarDate | null;
}

/** The person's promises that had been made by the date of `asOf`; one closed after it is still open. */
export function promisesAsOf(slice: PersonRecords, asOf: Instant): PromiseThen[] {
  const today = dateOf(asOf);
  return slice.promises
    .filter((promise) => promise.personId === slice.person.id && promise.madeOn <= today)
    .map((promise) => promiseOn(promise, today))
    .sort((a, b) => byText(a.promise.id, b.promise.id));
}

/** A promise as it stood at the end of a day. */
export function promiseOn(promise: PromiseRecord, day: CalendarDate): PromiseThen {
  const closedOn = closingDay(promise);
  if (closedOn === null || closedOn > day) return { promise, status: 'open', closedOn: null };
  return { promise, status: promise.status, closedOn };
}

/** The record as it stood at the end of a day: one closed later is open. */
export function promiseRecordOn(promise: PromiseRecord, day: CalendarDate): PromiseRecord {
  if (promiseOn(promise, day).status === promise.status) return promise;
  const { closedOn: _later, ...open } = promise;
  return { ...open, status: 'open' };
}

/** An interaction as it stood at the end of a day: a reply that came later had not come yet. */
export function interactionOn(interaction: Interaction, day: CalendarDate): Interaction {
  const { answeredAt, ...rest } = interaction;
  return answeredAt === undefined || dateOf(answeredAt) <= day ? interaction : { ...rest, answered: false };
}

/**
 * The day on which a promise was closed, null while it is open. One closed without a day counts from its due day, or from
 * its last change when that was earlier or nothing was due; none closes before it was made.
 */
function closingDay(promise: PromiseRecord): CalendarDate | null {
  if (promise.status === 'open') return null;
  const changedOn = dateOf(promise.updatedAt);
  const assumed = promise.dueOn !== undefined && promise.dueOn < changedOn ? promise.dueOn : changedOn;
  const closedOn = promise.closedOn ?? assumed;
  return closedOn < promise.madeOn ? promise.madeOn : closedOn;
}
