/** Where the hours go: interactions by kind, gatherings, and extra time (what networking costs). */
import type { Gathering } from '../model/gathering';
import type { Interaction, InteractionKind } from '../model/interaction';
import type { CalendarDate, Id } from '../model/primitives';
import type { TimeLog } from '../model/season';
import { addDays, dateOf, dayNumber } from '../model/time';

export type TimeRef =
  { kind: 'interaction'; id: Id } | { kind: 'gathering'; id: Id } | { kind: 'timeLog'; id: Id };

/** `kind` of an interaction, `gatherings`, `travel`, or the user's own word for a channel. */
export type Channel =
  | { kind: 'interaction'; of: InteractionKind }
  | { kind: 'gatherings' }
  | { kind: 'travel' }
  | { kind: 'own'; name: string };

export interface ChannelTime {
  channel: Channel;
  minutes: number;
  evidence: TimeRef[];
}

/** A channel's time and how many records it comes from, without them. */
export interface ChannelMinutes {
  channel: Channel;
  minutes: number;
  records: number;
}

export function countsOf({ channel, minutes, evidence }: ChannelTime): ChannelMinutes {
  return { channel, minutes, records: evidence.length };
}

export interface TimeSpent {
  interactions: Iterable<Interaction>;
  gatherings: Iterable<Gathering>;
  timeLogs: Iterable<TimeLog>;
}

/**
 * Minutes by channel from `from` to `to`, both included, most first. Only what was held counts, and only minutes that
 * were noted. A gathering's own minutes (else its length) hold its meetings; those of a gathering without any count themselves.
 */
export function timeByChannel(spent: TimeSpent, from: CalendarDate, to: CalendarDate): ChannelTime[] {
  const channels = new Map<string, ChannelTime>();
  const add = (channel: Channel, minutes: number, ref: TimeRef): void => {
    if (minutes <= 0) return;
    const key = keyOf(channel);
    const time = channels.get(key) ?? { channel, minutes: 0, evidence: [] };
    time.minutes += minutes;
    time.evidence.push(ref);
    channels.set(key, time);
  };
  const counted = new Set<Id>();
  for (const gathering of spent.gatherings) {
    const minutes = minutesOf(gathering);
    if (minutes > 0) counted.add(gathering.id);
    if (isWithin(dateOf(gathering.from), from, to))
      add({ kind: 'gatherings' }, minutes, { kind: 'gathering', id: gathering.id });
  }
  for (const interaction of spent.interactions) {
    if (interaction.status !== 'held' || !isWithin(dateOf(interaction.at), from, to)) continue;
    const ref: TimeRef = { kind: 'interaction', id: interaction.id };
    add({ kind: 'travel' }, interaction.travelMinutes ?? 0, ref);
    const isCounted = interaction.gatheringId !== undefined && counted.has(interaction.gatheringId);
    if (!isCounted) add({ kind: 'interaction', of: interaction.kind }, interaction.minutes ?? 0, ref);
  }
  for (const log of spent.timeLogs) {
    if (isWithin(log.date, from, to))
      add({ kind: 'own', name: log.channel }, log.minutes, { kind: 'timeLog', id: log.id });
  }
  return [...channels.values()].sort(
    (a, b) => b.minutes - a.minutes || (keyOf(a.channel) < keyOf(b.channel) ? -1 : 1),
  );
}

/** The user's minutes at a gathering: as noted, else from its beginning to its end (at most a day). */
export function minutesOf({ minutes, from, to }: Gathering): number {
  if (minutes !== undefined) return minutes;
  if (to === undefined) return 0;
  const length = Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
  return Math.min(Math.max(length, 0), 24 * 60);
}

/** The Monday of a day's week. */
export function mondayOf(date: CalendarDate): CalendarDate {
  // Day 0 of the count, 1970-01-01, was a Thursday.
  const weekday = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return addDays(date, -weekday);
}

/** The user's own words for a channel are the same in capitals. */
export function isSameChannel(a: Channel, b: Channel): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(channel: Channel): string {
  if (channel.kind === 'interaction') return `interaction ${channel.of}`;
  return channel.kind === 'own' ? `own ${channel.name.trim().toLowerCase()}` : channel.kind;
}

function isWithin(date: CalendarDate, from: CalendarDate, to: CalendarDate): boolean {
  return from <= date && date <= to;
}
