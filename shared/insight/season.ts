/** A change of direction and the key relationships that it puts at risk. */
import { standingAsOf } from '../model/person';
import type { CalendarDate, Id, Instant } from '../model/primitives';
import type { Season } from '../model/season';
import { addDays, dateOf, daysBetween } from '../model/time';
import { twoWayContacts } from './contacts';
import { rhythmOf } from './rhythm';
import { stageHistory } from './stage-history';
import type { EvidenceRef, PersonSlice } from './types';

/** Why somebody mattered when the season began. */
export type KeyReason = 'inner' | 'close' | 'partner' | 'trust' | 'wentSilent';

export interface AtRisk {
  personId: Id;
  why: KeyReason;
  /** The last contact before the change. */
  lastBefore: { on: CalendarDate; ref: EvidenceRef };
  toldOn: CalendarDate | null;
  /** The silence began within 90 days of the change, and is longer than usual: since when, and for how long. */
  silent: { since: CalendarDate; days: number; expectedDays: number } | null;
}

/**
 * Whether the person was a key one when the season began: in the inner rings, a partner, or at Trust, and in touch
 * within the year before; or went silent with it. Null for others, and for those who are left in peace.
 */
export function atRiskIn(season: Season, slice: PersonSlice, asOf: Instant): AtRisk | null {
  const { person } = slice;
  const today = dateOf(asOf);
  if (season.from > today || standingAsOf(person, today) !== 'active') return null;
  const contacts = twoWayContacts(slice, asOf);
  const before = contacts.filter(({ on }) => on < season.from).at(-1);
  if (!before || daysBetween(before.on, season.from) > slice.norms.season.inTouchWithin) return null;
  const silent = silenceOf(season, slice, asOf);
  const why = reasonOf(season, slice, asOf) ?? (silent ? 'wentSilent' : null);
  if (!why) return null;
  const told = season.watch?.find(({ personId }) => personId === person.id)?.toldOn ?? null;
  return {
    personId: person.id,
    why,
    lastBefore: { on: before.on, ref: { kind: 'interaction', id: before.interaction.id } },
    toldOn: told !== null && told <= today ? told : null,
    silent,
  };
}

function reasonOf(season: Season, slice: PersonSlice, asOf: Instant): KeyReason | null {
  const { ring, partnerSince } = slice.person;
  if (ring === 'inner' || ring === 'close') return ring;
  if (partnerSince !== undefined && partnerSince <= season.from) return 'partner';
  const stood = stageHistory(slice, asOf)
    .evidence.filter(({ on }) => on < season.from)
    .at(-1);
  return stood?.stage === 'trust' ? 'trust' : null;
}

function silenceOf(season: Season, slice: PersonSlice, asOf: Instant): AtRisk['silent'] {
  const { lastContact, gapDays, expectedDays, state } = rhythmOf(slice, asOf);
  if (!lastContact || gapDays === null) return null;
  const isLong = state === 'slipping' || state === 'drifting' || state === 'dormant';
  const reach = addDays(season.from, slice.norms.breakdown.seasonReach);
  // Whose next contact was due before the change had gone silent before it.
  const due = addDays(lastContact.on, Math.round(expectedDays));
  if (!isLong || lastContact.on > reach || due < season.from) return null;
  return { since: lastContact.on, days: gapDays, expectedDays };
}
