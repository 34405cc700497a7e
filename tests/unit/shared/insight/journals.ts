/** Random journals with one person for the properties: short, but rich in what the rules look at. */
import * as fc from 'fast-check';
import { defaultNorms } from '../../../../shared/insight/norms';
import type { PersonSlice } from '../../../../shared/insight/types';
import type { Interaction } from '../../../../shared/model/interaction';
import { addDays } from '../../../../shared/model/time';
import type { PromiseRecord } from '../../../../shared/model/promise';
import { ANNA, BEN, interaction, person, promise, testId } from '../../builders';

/** Where a journal is kept: its offset on a day. */
export type Place = (date: string) => string;

export const places: Record<'utc' | 'london' | 'stJohns' | 'auckland', Place> = {
  utc: () => 'Z',
  london: (date) => (isBetween(date, '03-29', '10-25') ? '+01:00' : 'Z'),
  stJohns: (date) => (isBetween(date, '03-08', '11-01') ? '-02:30' : '-03:30'),
  auckland: (date) => (isBetween(date, '04-05', '09-27') ? '+12:00' : '+13:00'),
};

function isBetween(date: string, from: string, to: string): boolean {
  return date.slice(5) >= from && date.slice(5) < to;
}

export const FIRST_DAY = '2020-01-01';

/** The last moment of a day, where the journal is kept. */
export function endOf(date: string, place: Place): string {
  return `${date}T23:59:59.999${place(date)}`;
}

/** Clocks are changed in the night: until then the day before still counts. */
function momentAt(date: string, time: string, place: Place): string {
  return `${date}T${time}${place(time < '02:00:00' ? addDays(date, -1) : date)}`;
}

/** A slice whose days lie between `FIRST_DAY` and about 8 years later, in one place. */
export function sliceAt(place: Place): fc.Arbitrary<PersonSlice> {
  return sliceWith(fc.constant(place));
}

/** A slice of somebody who travels: each instant is in a place of its own. */
export function travellersSlice(): fc.Arbitrary<PersonSlice> {
  return sliceWith(fc.constantFrom(...Object.values(places)));
}

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const rating = fc.constantFrom(2, 3, 4, 4, 5);

/** Gaps between two entries, in days, on and around the thresholds of the rules. */
const gap = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 0, 1, 14, 15, 59, 60, 179, 180, 181) },
  { weight: 1, arbitrary: fc.constantFrom(364, 365, 366, 1_094, 1_095, 1_096) },
);

const clock = fc.constantFrom('00:00:00', '00:30:00', '09:00:00', '12:00:00', '23:59:59');

const details = fc.record(
  {
    kind: fc.constantFrom('coffee', 'meal', 'call', 'email', 'message', 'other'),
    status: fc.constantFrom('held', 'held', 'held', 'held', 'held', 'planned', 'noShow'),
    initiatedBy: fc.constantFrom('me', 'me', 'them', 'both'),
    minutes: fc.constantFrom(0, 15, 60),
    talkShare: fc.constantFrom(0.1, 0.3, 0.7, 0.9),
    ease: rating,
    openness: rating,
    questionsTheyAsked: fc.constantFrom(0, 0, 1),
    repaired: fc.constantFrom(true, false, false),
    stageRead: fc.constantFrom('know', 'like', 'trust'),
    participants: fc.constantFrom(
      [{ personId: ANNA }],
      [{ personId: ANNA }, { personId: BEN, ease: 1 }],
      [{ personId: ANNA, ease: 5, openness: 2, talkShare: 0.5 }],
    ),
    exchanges: fc.array(
      fc.record({
        personId: fc.constantFrom(ANNA, ANNA, BEN),
        direction: fc.constantFrom('given', 'received'),
        kind: fc.constantFrom('advice', 'introduction', 'confidence'),
        size: fc.constantFrom(1, 2, 3),
      }),
      { maxLength: 2 },
    ),
    pitch: fc.record({ mine: fc.constantFrom('none', 'none', 'invited', 'uninvited', 'relentless') }),
    conduct: fc.array(
      fc.record({
        who: fc.constantFrom('me', 'them'),
        code: fc.constantFrom('helpful', 'generous', 'late', 'late', 'rude'),
      }),
      { maxLength: 1 },
    ),
  },
  { requiredKeys: ['kind', 'status'] },
) as fc.Arbitrary<Partial<Interaction>>;

const entry = fc.record({ gap, clock, details, answered: some(fc.boolean()), replyGap: some(gap) });

const promised = fc.record({
  madeAfter: fc.integer({ min: 0, max: 400 }),
  dueAfter: some(fc.integer({ min: 0, max: 30 })),
  closedAfter: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constantFrom(14, 15, 16, 200)),
  status: fc.constantFrom('open', 'kept', 'kept', 'late', 'broken', 'released'),
  by: fc.constantFrom('me', 'me', 'me', 'them'),
}) as fc.Arbitrary<{
  madeAfter: number;
  dueAfter: number | undefined;
  closedAfter: number;
  status: PromiseRecord['status'];
  by: 'me' | 'them';
}>;

function sliceWith(placeOfEach: fc.Arbitrary<Place>): fc.Arbitrary<PersonSlice> {
  return fc
    .record({
      entries: fc.array(fc.tuple(entry, placeOfEach), { maxLength: 14 }),
      promises: fc.array(promised, { maxLength: 4 }),
      mentor: fc.boolean(),
    })
    .map(({ entries, promises, mentor }) => ({
      person: person({ mentor }),
      interactions: interactionsFrom(entries),
      promises: promises.map((one, index) => promiseFrom(one, index)),
      norms: defaultNorms,
    }));
}

type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never;

function interactionsFrom(entries: readonly [Entry, Place][]): Interaction[] {
  let date = FIRST_DAY;
  return entries.map(([one, place], index) => {
    date = addDays(date, one.gap);
    const replyDate = one.replyGap === undefined ? undefined : addDays(date, one.replyGap + 1);
    const isReply = one.answered === true && replyDate !== undefined && !isSpokenForSure(one.details);
    return interaction(momentAt(date, one.clock, place), {
      // Ids that do not follow the order of time.
      id: testId(5_000 + ((index * 7) % 97)),
      ...one.details,
      ...(one.answered === undefined || isSpokenForSure(one.details) ? {} : { answered: one.answered }),
      ...(isReply ? { answeredAt: momentAt(replyDate, one.clock, place) } : {}),
    });
  });
}

function isSpokenForSure({ kind }: Partial<Interaction>): boolean {
  return kind === 'coffee' || kind === 'meal' || kind === 'other';
}

function promiseFrom(
  one: typeof promised extends fc.Arbitrary<infer T> ? T : never,
  index: number,
): PromiseRecord {
  const madeOn = addDays(FIRST_DAY, one.madeAfter);
  return promise(madeOn, {
    id: testId(9_000 - index),
    by: one.by,
    status: one.status,
    ...(one.dueAfter === undefined ? {} : { dueOn: addDays(madeOn, one.dueAfter) }),
    ...(one.status === 'open' ? {} : { closedOn: addDays(madeOn, one.closedAfter) }),
  });
}
