/** How often the two are in touch, and whether they drift apart (INSIGHTS, "Rhythm and drift"). */
import type { Person } from '../model/person';
import { standingAsOf } from '../model/person';
import type { CalendarDate, Instant } from '../model/primitives';
import { dateOf, daysBetween } from '../model/time';
import { byText, isTrailing } from './as-of';
import { twoWayContacts } from './contacts';
import type { Norms } from './norms';
import type { Contact, PersonSlice, Rhythm, RhythmSource, RhythmState } from './types';

/**
 * The days expected between two contacts, where they come from, and how the days since the last one compare. All are whole
 * days but for a median, which can be a half. People who are not `active` are `quiet`, whatever the gap.
 */
export function rhythmOf(slice: PersonSlice, asOf: Instant): Rhythm {
  const contacts = twoWayContacts(slice, asOf);
  const { expectedDays, source } = expectation(slice, contacts, asOf);
  const last = contacts.at(-1);
  const gapDays = last ? Math.max(0, daysBetween(last.on, dateOf(asOf))) : null;
  const isActive = standingAsOf(slice.person, dateOf(asOf)) === 'active';
  return {
    state: isActive ? stateAt(gapDays, expectedDays, slice.norms.rhythm) : 'quiet',
    expectedDays,
    source,
    lastContact: last ? { on: last.on, interactionId: last.interaction.id } : null,
    gapDays,
  };
}

interface Expectation {
  expectedDays: number;
  source: RhythmSource;
}

/** The first that applies: own setting, own median, the ring's default, a new person's, everybody's. */
function expectation(
  { person, norms: { rhythm: norms } }: PersonSlice,
  contacts: readonly Contact[],
  asOf: Instant,
): Expectation {
  if (person.rhythmDays !== undefined) {
    return { expectedDays: person.rhythmDays, source: { kind: 'ownSetting' } };
  }
  const usual = usualGapDays(contacts, norms);
  if (usual !== null) {
    return { expectedDays: usual, source: { kind: 'median', gaps: latestGaps(contacts, norms) } };
  }
  if (person.ring !== undefined) {
    return { expectedDays: norms.ring[person.ring], source: { kind: 'ring', ring: person.ring } };
  }
  const metOn = firstMet(person, contacts, asOf);
  if (metOn !== null && isTrailing(metOn, asOf, norms.newFor)) {
    return { expectedDays: norms.newPerson, source: { kind: 'newPerson', metOn } };
  }
  return { expectedDays: norms.otherwise, source: { kind: 'default' } };
}

/** The middle of the latest gaps, kept within bounds; null while there are too few of them. */
export function usualGapDays(contacts: readonly Contact[], norms: Norms['rhythm']): number | null {
  const gaps = latestGaps(contacts, norms);
  return gaps.length >= norms.gapsNeeded ? keptWithin(medianOf(gaps), norms) : null;
}

/** The last 8 gaps, in days, between different contact dates, oldest first. */
function latestGaps(contacts: readonly Contact[], norms: Norms['rhythm']): number[] {
  const dates = [...new Set(contacts.map(({ on }) => on))].sort(byText).slice(-norms.gapsUsed - 1);
  return dates.slice(1).map((date, index) => daysBetween(dates[index] ?? date, date));
}

/** An even count takes the mean of the middle two. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return (lower + upper) / 2;
}

function keptWithin(days: number, norms: Norms['rhythm']): number {
  return Math.min(norms.longestMedian, Math.max(norms.shortestMedian, days));
}

/** The day they met; one noted for after `asOf` is not known yet. Else the first contact. */
function firstMet(person: Person, contacts: readonly Contact[], asOf: Instant): CalendarDate | null {
  const noted = person.met?.date;
  if (noted !== undefined && noted <= dateOf(asOf)) return noted;
  return contacts[0]?.on ?? null;
}

function stateAt(gapDays: number | null, expectedDays: number, norms: Norms['rhythm']): RhythmState {
  if (gapDays === null) return 'never';
  if (gapDays <= expectedDays) return 'onRhythm';
  if (gapDays <= norms.dueUpTo * expectedDays) return 'due';
  if (gapDays <= norms.slippingUpTo * expectedDays) return 'slipping';
  if (gapDays > Math.max(norms.dormantBeyond * expectedDays, norms.dormantAtLeast)) return 'dormant';
  return 'drifting';
}
