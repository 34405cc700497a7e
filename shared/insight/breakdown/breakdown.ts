/** Why a connection broke down: each reason with what speaks for it and against it (INSIGHTS, "Breakdown review"). */
import { type BreakdownReason, standingAsOf } from '../../model/person';
import type { Instant } from '../../model/primitives';
import { dateOf } from '../../model/time';
import { impressionsOf, interactionRef } from '../about-person';
import { twoWayContacts } from '../contacts';
import { rhythmOver } from '../rhythm';
import { assessStage } from '../stage';
import type { Contact, PersonSlice, Rhythm, Setback } from '../types';
import { theirConduct, tooMuchSelling } from './conduct';
import { chemistry, noConnection } from './connection';
import { brokenPromise, slowFollowUp } from './follow-through';
import { incumbent, noNeed, oneSidedHelp, valueUnseen } from './help';
import {
  type Mean,
  type Parting,
  type ReasonReview,
  type Review,
  type Seen,
  STRENGTHS,
  type Surroundings,
} from './review';
import { changeOfDirection, drift } from './silence';

export interface BreakdownReview {
  parting: Parting;
  /** The strongest first. The user's own verdict is apart: it wins. */
  reasons: ReasonReview[];
}

/** Reasons of the same strength stand in this order: what somebody did before what merely happened. */
export const REASONS: readonly BreakdownReason[] = [
  'theirConduct',
  'tooMuchSelling',
  'brokenPromise',
  'incumbent',
  'oneSidedHelp',
  'noConnection',
  'valueUnseen',
  'changeOfDirection',
  'slowFollowUp',
  'chemistry',
  'drift',
  'noNeed',
];

export function breakdownOf(slice: PersonSlice, around: Surroundings, asOf: Instant): BreakdownReview {
  const seen = lookAt(slice, around, asOf);
  const reasons = Object.values(REVIEWS).map((review) => review(seen));
  const all = [...reasons, chemistry(seen, reasons)].sort(
    (a, b) =>
      STRENGTHS.indexOf(b.strength) - STRENGTHS.indexOf(a.strength) ||
      REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason),
  );
  return { parting: seen.parting, reasons: all };
}

const REVIEWS: Record<Exclude<BreakdownReason, 'chemistry'>, Review> = {
  noConnection,
  oneSidedHelp,
  incumbent,
  tooMuchSelling,
  noNeed,
  valueUnseen,
  brokenPromise,
  slowFollowUp,
  drift,
  changeOfDirection,
  theirConduct,
};

function lookAt(slice: PersonSlice, around: Surroundings, asOf: Instant): Seen {
  const contacts = twoWayContacts(slice, asOf);
  const { setbacks } = assessStage(slice, asOf);
  // Of somebody who is let go the rhythm says only "quiet": the silence is read as if they were not.
  const { standing: _standing, ...active } = slice.person;
  const rhythm = rhythmOver(contacts, { person: active, norms: slice.norms }, asOf);
  return {
    slice,
    around,
    asOf,
    contacts,
    setbacks,
    rhythm,
    parting: partingOf(slice, setbacks, rhythm, asOf),
    ease: meanOf(slice, contacts, 'ease'),
    openness: meanOf(slice, contacts, 'openness'),
  };
}

function partingOf(slice: PersonSlice, setbacks: readonly Setback[], rhythm: Rhythm, asOf: Instant): Parting {
  const standing = standingAsOf(slice.person, dateOf(asOf));
  if (standing === 'letGo' || standing === 'keepDistance') return 'ended';
  if (standing !== 'active') return null;
  if (rhythm.state === 'drifting' || rhythm.state === 'dormant') return 'faded';
  return setbacks.some(({ closedOn }) => closedOn === null) ? 'cooled' : null;
}

function meanOf(slice: PersonSlice, contacts: readonly Contact[], what: 'ease' | 'openness'): Mean {
  const rated = contacts.flatMap(({ interaction }) => {
    const value = impressionsOf(interaction, slice.person.id)[what];
    return value === undefined ? [] : [{ value, ref: interactionRef(interaction) }];
  });
  const sum = rated.reduce((total, { value }) => total + value, 0);
  return { mean: rated.length > 0 ? sum / rated.length : null, evidence: rated.map(({ ref }) => ref) };
}
