/**
 * The user's own norms: what is usual in their own journal (PRODUCT, "Own norms before textbook norms"). Each is the middle
 * of what is usual with each person, so that nobody with many entries outweighs the others, and one entry moves it little.
 */
import type { Ring } from '../model/person';
import type { Instant } from '../model/primitives';
import { dateOf } from '../model/time';
import { isTrailing } from './as-of';
import { talkShareOver } from './balance';
import { ownPatienceDays, twoWayContacts } from './contacts';
import type { NormName, Norms } from './norms';
import { medianOf, usualGapDays } from './rhythm';
import type { PersonSlice, Reading } from './types';

/** What is usual with one person; null where there is too little. */
export interface OwnSample {
  ring: Ring | null;
  /** Days after which silence is more than their own slowest replies. */
  patienceDays: number | null;
  /** The middle of the latest gaps between contacts. */
  gapDays: number | null;
  /** My share of the talking in the trailing span, 0 to 1. */
  talkShare: number | null;
}

export function ownSampleOf(slice: PersonSlice, asOf: Instant): OwnSample {
  const { person, norms } = slice;
  const contacts = twoWayContacts(slice, asOf);
  const recent = contacts.filter(({ on }) => isTrailing(on, asOf, norms.balance.span) && on <= dateOf(asOf));
  const talk = talkShareOver(recent, person.id, norms.balance);
  return {
    ring: person.ring ?? null,
    patienceDays: ownPatienceDays(slice, asOf),
    gapDays: usualGapDays(contacts, norms.rhythm),
    talkShare: talk.evidence.length >= norms.balance.airtimeContactsNeeded ? talk.mean : null,
  };
}

/** A norm of one's own: its value and the number of people it was counted from, or how many are still missing. */
export type OwnFigure = Reading<{ value: number; people: number }>;

/** The norms that have a figure of one's own. The others are rules: how much is enough, what counts as a sign. */
export const MEASURED = [
  'reply.patience',
  'rhythm.otherwise',
  'rhythm.ring.inner',
  'rhythm.ring.close',
  'rhythm.ring.active',
  'rhythm.ring.wider',
  'balance.talkLittle',
  'balance.talkALot',
] as const satisfies NormName[];
export type MeasuredNorm = (typeof MEASURED)[number];

const COUNTED: Record<MeasuredNorm, (samples: readonly OwnSample[]) => Counted> = {
  'reply.patience': (samples) => middle(samples, ({ patienceDays }) => patienceDays),
  'rhythm.otherwise': (samples) => middle(samples, ({ gapDays }) => gapDays),
  'rhythm.ring.inner': (samples) => ringGap(samples, 'inner'),
  'rhythm.ring.close': (samples) => ringGap(samples, 'close'),
  'rhythm.ring.active': (samples) => ringGap(samples, 'active'),
  'rhythm.ring.wider': (samples) => ringGap(samples, 'wider'),
  'balance.talkLittle': (samples) => shareAt(samples, 0.1),
  'balance.talkALot': (samples) => shareAt(samples, 0.9),
};

/**
 * The norms that the own figure replaces by itself: those that say how quick a person is of whom too little is known. The
 * others say how one would like it to be: a habit must not become its own measure unless the user says so.
 */
export const REPLACED_BY_HISTORY = ['reply.patience', 'rhythm.otherwise'] as const satisfies MeasuredNorm[];

export function ownFigures(
  samples: readonly OwnSample[],
  norms: Norms,
  of: readonly MeasuredNorm[] = MEASURED,
): Map<MeasuredNorm, OwnFigure> {
  const need = norms.comparison.ownNormFrom;
  return new Map(
    of.map((name) => {
      const { value, people } = COUNTED[name](samples);
      return [
        name,
        value === null || people < need
          ? { kind: 'tooEarly', have: people, need }
          : { kind: 'known', value, people },
      ];
    }),
  );
}

interface Counted {
  value: number | null;
  people: number;
}

/** In whole days. */
function middle(samples: readonly OwnSample[], pick: (sample: OwnSample) => number | null): Counted {
  const values = samples.map(pick).filter((value) => value !== null);
  return { value: values.length > 0 ? Math.round(medianOf(values)) : null, people: values.length };
}

function ringGap(samples: readonly OwnSample[], ring: Ring): Counted {
  return middle(
    samples.filter((sample) => sample.ring === ring),
    ({ gapDays }) => gapDays,
  );
}

/** The share below which my part of the talking stays with this part of the people, in whole hundredths. */
function shareAt(samples: readonly OwnSample[], part: number): Counted {
  const shares = samples.map(({ talkShare }) => talkShare).filter((share) => share !== null);
  const sorted = shares.sort((a, b) => a - b);
  const at = sorted[Math.round((sorted.length - 1) * part)];
  return { value: at === undefined ? null : Math.round(at * 100) / 100, people: sorted.length };
}
