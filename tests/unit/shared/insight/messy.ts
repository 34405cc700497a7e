/**
 * Records that the journal's files admit but no screen writes: later than today, without what their kind usually has,
 * about people who are gone, at the edges of the time zones.
 */
import * as fc from 'fast-check';
import { defaultNorms } from '../../../../shared/insight/norms';
import type { PersonSlice } from '../../../../shared/insight/types';
import {
  AskLevel,
  ConductCode,
  Interaction,
  InteractionKind,
  InteractionStatus,
  PitchLevel,
} from '../../../../shared/model/interaction';
import { Person, Ring, StandingKind } from '../../../../shared/model/person';
import { PromiseRecord, PromiseStatus } from '../../../../shared/model/promise';
import { ANNA, BEN, testId } from '../../builders';

/** Nobody has this id. */
export const GONE = testId(404);

const days = [
  '0001-01-01',
  '1969-12-31',
  '2024-02-29',
  '2026-05-03',
  '2026-05-04',
  '2026-05-05',
  '2027-01-01',
  '9999-12-31',
];
const clocks = ['00:00:00', '09:30:00', '23:59:59.999'];
const offsets = ['Z', '+14:00', '-12:00', '+05:45', '-03:30'];

const day = fc.constantFrom(...days);
const instantOf = fc
  .tuple(day, fc.constantFrom(...clocks), fc.constantFrom(...offsets))
  .map(([date, clock, offset]) => `${date}T${clock}${offset}`);
const who = fc.constantFrom(ANNA, BEN, GONE);
const maybe = { requiredKeys: [] };
const side = fc.constantFrom('me', 'them');
const rating = fc.constantFrom(1, 5);
const share = fc.constantFrom(0, 0.5, 1);
const minutes = fc.constantFrom(0, 30, 44_640);
const words = fc.constantFrom('', ' ', 'Words');

const fields = fc.record(
  {
    calledOffBy: side,
    remindersSent: fc.constantFrom(0, 1_000),
    minutes,
    travelMinutes: minutes,
    gatheringId: fc.constant(GONE),
    ground: fc.constantFrom('mine', 'theirs', 'neutral', 'online'),
    initiatedBy: fc.constantFrom('me', 'them', 'both'),
    answered: fc.boolean(),
    answeredAt: instantOf,
    talkShare: share,
    ease: rating,
    openness: rating,
    questionsAsked: fc.array(
      fc.record(
        { personId: who, questionId: fc.constant(GONE), answer: fc.constantFrom('none', 'minimal', 'full') },
        maybe,
      ),
      { maxLength: 2 },
    ),
    questionsTheyAsked: fc.constantFrom(0, 1_000),
    exchanges: fc.array(
      fc.record(
        {
          direction: fc.constantFrom('given', 'received'),
          kind: fc.constantFrom('advice', 'referral', 'business', 'invitation', 'confidence'),
          size: fc.constantFrom(1, 3),
          personId: who,
          aboutPersonId: who,
        },
        { requiredKeys: ['direction', 'kind', 'size'] },
      ),
      { maxLength: 2 },
    ),
    pitch: fc.record(
      {
        mine: fc.constantFrom(...PitchLevel.options),
        theirs: fc.constantFrom(...PitchLevel.options),
        personId: who,
      },
      maybe,
    ),
    ask: fc.record(
      {
        mine: fc.constantFrom(...AskLevel.options),
        theirs: fc.constantFrom(...AskLevel.options),
        personId: who,
      },
      maybe,
    ),
    conduct: fc.array(
      fc.record(
        { who: side, code: fc.constantFrom(...ConductCode.options), personId: who },
        { requiredKeys: ['who', 'code'] },
      ),
      { maxLength: 2 },
    ),
    feedback: fc.record({ heldBack: words, given: words, askedFor: words }, maybe),
    stageRead: fc.constantFrom('know', 'like', 'trust'),
    repaired: fc.boolean(),
    notes: words,
  },
  maybe,
);

const participant = fc.record(
  { personId: who, talkShare: share, ease: rating, openness: rating },
  { requiredKeys: ['personId'] },
);

const messyInteraction = fc
  .record({
    at: instantOf,
    kind: fc.constantFrom(...InteractionKind.options),
    status: fc.constantFrom('held', 'held', ...InteractionStatus.options),
    others: fc.array(participant, { maxLength: 2 }),
    number: fc.integer({ min: 1_000, max: 9_999 }),
    fields,
  })
  .map(({ others, number, fields: more, ...required }) =>
    Interaction.parse({
      ...administration(number),
      ...more,
      ...required,
      // Also twice the same person.
      participants: [{ personId: ANNA }, ...others],
    }),
  );

const messyPromise = fc
  .record(
    {
      madeOn: day,
      status: fc.constantFrom(...PromiseStatus.options),
      by: side,
      dueOn: day,
      closedOn: day,
      interactionId: fc.constant(GONE),
      number: fc.integer({ min: 10_000, max: 19_999 }),
    },
    { requiredKeys: ['madeOn', 'status', 'by', 'number'] },
  )
  .map(({ number, ...promise }) =>
    PromiseRecord.parse({ ...administration(number), personId: ANNA, what: 'Something', ...promise }),
  );

const messyPerson = fc
  .record(
    {
      ring: fc.constantFrom(...Ring.options),
      rhythmDays: fc.constantFrom(1, 3_650),
      mentor: fc.boolean(),
      partnerSince: day,
      met: fc.record(
        {
          date: day,
          gatheringId: fc.constant(GONE),
          introducedBy: fc.constantFrom([], [GONE], [GONE, ANNA]),
        },
        maybe,
      ),
      standing: fc.record({ kind: fc.constantFrom(...StandingKind.options), since: day }),
      circleIds: fc.constantFrom([], [GONE]),
      dates: fc.array(
        fc.record({
          kind: fc.constantFrom('birthday', 'anniversary', 'other'),
          on: fc.constantFrom('--02-29', '9999-12-31', '0001-01-01'),
        }),
        { maxLength: 2 },
      ),
      needs: fc.constantFrom([], ['A need']),
      incumbents: fc.constantFrom([], ['Somebody']),
    },
    maybe,
  )
  .map((more) => Person.parse({ ...administration(1), name: 'Anna', ...more }));

/** Each with ids of its own, in no order. */
export const messySlice: fc.Arbitrary<PersonSlice> = fc.record({
  norms: fc.constant(defaultNorms),
  person: messyPerson,
  interactions: fc.uniqueArray(messyInteraction, { maxLength: 12, selector: ({ id }) => id }),
  promises: fc.uniqueArray(messyPromise, { maxLength: 4, selector: ({ id }) => id }),
});

/** Also before everything, as after the clock was set back. */
export const messyNow = fc.oneof(instantOf, fc.constantFrom('2026-05-04T23:59:59Z', '1970-01-01T00:00:00Z'));

function administration(number: number) {
  const long = '2026-01-01T09:00:00Z';
  return { id: testId(number), createdAt: long, updatedAt: long, rev: '0-test' };
}
