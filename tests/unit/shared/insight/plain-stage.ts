/**
 * The rules of the stage written down once more, as plainly and as slowly as they read, with everything computed anew for
 * the moment asked for. The real thing must always agree with it. For journals kept in one time zone.
 */
import type { EvidenceStage, PersonSlice } from '../../../../shared/insight/types';
import { concerns, isWritten, participantOf, type Interaction } from '../../../../shared/model/interaction';
import type { CalendarDate } from '../../../../shared/model/primitives';
import type { PromiseRecord } from '../../../../shared/model/promise';
import { dateOf, daysBetween } from '../../../../shared/model/time';

const LADDER: EvidenceStage[] = ['none', 'know', 'like', 'trust'];
const GRAVE = ['rude', 'noShow', 'spokeIll', 'pushy', 'soldAtFirstMeeting'];

interface PlainContact {
  interaction: Interaction;
  at: string;
}

/** The evidence at a moment, of what happened before `isBefore` says so. */
export function plainStage(
  slice: PersonSlice,
  today: CalendarDate,
  isBefore: (at: string, id: string) => boolean,
) {
  const id = slice.person.id;
  const order = (a: { at: string; id: string }, b: { at: string; id: string }) =>
    Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1);
  const held = slice.interactions
    .filter((one) => one.status === 'held' && participantOf(one, id) && isBefore(one.at, one.id))
    .sort(order);
  const contacts = held
    .flatMap((interaction): (PlainContact & { id: string })[] => {
      const { answered, answeredAt, at, id: entryId, kind } = interaction;
      const isTwoWay = isWritten(kind) ? answered === true : answered !== false;
      const reached = answeredAt ?? at;
      return isTwoWay && isBefore(reached, entryId) ? [{ interaction, at: reached, id: entryId }] : [];
    })
    .sort(order);
  const mine = slice.promises
    .filter((one) => one.by === 'me' && one.madeOn <= today)
    .map((one) => asOfDay(one, today));

  const ladder = LADDER.indexOf(plainLadder(slice, held, contacts, mine, today));
  const isHeldBack =
    mine.some((one) => plainPromiseSetback(one, held, today)) ||
    held.some((one) => plainMeetingSetback(slice, one, held, contacts));
  const last = contacts.at(-1);
  const silent = last ? daysBetween(dateOf(last.at), today) : 0;
  const lost = (isHeldBack ? 1 : 0) + (silent >= 1_095 ? 2 : silent >= 365 ? 1 : 0);
  return LADDER[ladder === 0 ? 0 : Math.max(1, ladder - lost)];
}

/** Everything up to and including a moment. */
export function plainStageAt(slice: PersonSlice, asOf: string) {
  return plainStage(slice, dateOf(asOf), (at) => Date.parse(at) <= Date.parse(asOf));
}

function asOfDay(promise: PromiseRecord, today: CalendarDate): PromiseRecord {
  return promise.closedOn !== undefined && promise.closedOn > today
    ? { ...promise, status: 'open' }
    : promise;
}

function plainLadder(
  slice: PersonSlice,
  held: Interaction[],
  contacts: PlainContact[],
  promises: PromiseRecord[],
  today: CalendarDate,
): EvidenceStage {
  const id = slice.person.id;
  const easeOf = (one: Interaction) => participantOf(one, id)?.ease ?? one.ease;
  const opennessOf = (one: Interaction) => participantOf(one, id)?.openness ?? one.openness;
  const exchanges = held.flatMap((one) => one.exchanges ?? []).filter((one) => concerns(one, id));
  if (contacts.length === 0) return 'none';

  const dates = new Set(contacts.map(({ at }) => dateOf(at)));
  const eases = contacts.map((one) => easeOf(one.interaction)).filter((one) => one !== undefined);
  const latest = eases.slice(-3);
  const isEasy = latest.length > 0 && latest.reduce((a, b) => a + b) / latest.length >= 3.5;
  const isSign =
    held.some((one) => one.initiatedBy === 'them' || (one.questionsTheyAsked ?? 0) >= 1) ||
    exchanges.some((one) => one.direction === 'received') ||
    contacts.slice(-3).some((one) => (opennessOf(one.interaction) ?? 0) >= 4);
  if (dates.size < 2 || !isEasy || !isSign) return 'know';

  const sorted = [...dates].sort();
  const isLong = contacts.length >= 4 && daysBetween(sorted[0] ?? '', sorted.at(-1) ?? '') >= 60;
  const gave = exchanges.some((one) => one.direction === 'given');
  const got = exchanges.some((one) => one.direction === 'received');
  const isMutual = slice.person.mentor ? gave || got : gave && got;
  const isReliable =
    promises.some((one) => one.status === 'kept' || one.status === 'late') &&
    !promises.some((one) => one.status === 'broken' && daysBetween(one.closedOn ?? '', today) < 180) &&
    !promises.some((one) => isLongOverdue(one, today));
  const isStake = exchanges.some((one) =>
    ['introduction', 'referral', 'business', 'confidence'].includes(one.kind),
  );
  return isLong && isMutual && isReliable && isStake ? 'trust' : 'like';
}

function isLongOverdue(promise: PromiseRecord, today: CalendarDate): boolean {
  return promise.status === 'open' && promise.dueOn !== undefined && daysBetween(promise.dueOn, today) > 14;
}

function plainPromiseSetback(promise: PromiseRecord, held: Interaction[], today: CalendarDate): boolean {
  let since: number | null = null;
  if (promise.status === 'broken') since = daysBetween('1970-01-01', promise.closedOn ?? '');
  if (isLongOverdue(promise, today)) {
    const dueOn = daysBetween('1970-01-01', promise.dueOn ?? '');
    since = Math.max(dueOn + 15, daysBetween('1970-01-01', promise.madeOn));
  }
  const from = since;
  if (from === null) return false;
  return !held.some((one) => one.repaired && daysBetween('1970-01-01', dateOf(one.at)) > from);
}

function plainMeetingSetback(
  slice: PersonSlice,
  entry: Interaction,
  held: Interaction[],
  contacts: PlainContact[],
): boolean {
  const id = slice.person.id;
  const isEarlier = (at: string, other: string) =>
    Date.parse(at) < Date.parse(entry.at) || (at === entry.at && other < entry.id);
  const isPushed =
    ['uninvited', 'relentless'].includes(entry.pitch?.mine ?? 'none') &&
    concerns(entry.pitch ?? {}, id) &&
    ['none', 'know'].includes(plainStage(slice, dateOf(entry.at), isEarlier) ?? 'none');
  const isGrave = (entry.conduct ?? []).some((one) => concerns(one, id) && GRAVE.includes(one.code));
  if (!isPushed && !isGrave) return false;

  const isLater = (at: string, other: string) => other !== entry.id && !isEarlier(at, other);
  const isRepaired = held.some((one) => one.repaired && isLater(one.at, one.id));
  const easy = contacts.filter(
    ({ interaction: one, at }) => isLater(at, one.id) && (participantOf(one, id)?.ease ?? one.ease ?? 0) >= 4,
  );
  return !isRepaired && easy.length < 2;
}
