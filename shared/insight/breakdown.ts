/** Why a connection broke down: each reason with what speaks for it and against it (INSIGHTS, "Breakdown review"). */
import { type BreakdownReason, standingAsOf } from '../model/person';
import type { CalendarDate, Id, Instant } from '../model/primitives';
import type { Season } from '../model/season';
import { dateOf, daysBetween } from '../model/time';
import { conductWith, exchangesWith, impressionsOf, interactionRef, pitchesWith } from './about-person';
import { heldInteractions, promisesAsOf } from './as-of';
import { asksOf, isAboveStage } from './asks';
import { sizesOf, talkShareOver } from './balance';
import { contactsAmong } from './contacts';
import { balanceNorms, breakdownNorms, isAbove, isBelow } from './norms';
import { questionsAskedOf } from './questions-asked';
import { rhythmOf } from './rhythm';
import { assessStage } from './stage';
import type { Contact, EvidenceRef, PersonSlice, Rhythm, Setback } from './types';

export type Strength = 'none' | 'weak' | 'some' | 'strong';

/** One thing that speaks for or against a reason: a code for the screens, its figure, and the records behind it. */
export interface Sign {
  code: SignCode;
  /** What the code counts: days, a mean, a share, a number of records. */
  figure: number | null;
  /** Out of how many, where that says something. */
  of: number | null;
  evidence: EvidenceRef[];
}

export type SignCode =
  | 'lowEase'
  | 'goodEase'
  | 'lowOpenness'
  | 'goodOpenness'
  | 'iTalkedALot'
  | 'iTalkedLittle'
  | 'talkShared'
  | 'shortAnswers'
  | 'fullAnswers'
  | 'theyGiveMore'
  | 'iGiveMore'
  | 'giveAndTakeEven'
  | 'hasIncumbent'
  | 'businessAllTheSame'
  | 'myEarlyPitch'
  | 'theirSelling'
  | 'earlyAsk'
  | 'noSelling'
  | 'noNeedFound'
  | 'needsKnown'
  | 'needsAsked'
  | 'theyAskedNothing'
  | 'theyAsked'
  | 'wantClientsOnly'
  | 'myPromiseBroken'
  | 'theirPromiseBroken'
  | 'promisesKept'
  | 'lateFollowUp'
  | 'promptFollowUp'
  | 'silence'
  | 'setbackBefore'
  | 'seasonNear'
  | 'theirConduct'
  | 'smallConduct'
  | 'repaired'
  | 'otherReasons';

export interface ReasonReview {
  reason: BreakdownReason;
  strength: Strength;
  for: Sign[];
  against: Sign[];
}

/** What became of the tie: `ended` by the user, `faded` into silence, `cooled` by an open setback, or none of it. */
export type Parting = 'ended' | 'faded' | 'cooled' | null;

export interface BreakdownReview {
  parting: Parting;
  /** The strongest first. The user's own verdict is apart: it wins. */
  reasons: ReasonReview[];
}

/** What the review needs beside the person's own records. */
export interface Surroundings {
  seasons: readonly Season[];
  /** The questions of the bank that are about needs. */
  needQuestions: ReadonlySet<Id>;
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

const STRENGTHS: readonly Strength[] = ['none', 'weak', 'some', 'strong'];

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

interface Seen {
  slice: PersonSlice;
  around: Surroundings;
  asOf: Instant;
  parting: Parting;
  contacts: Contact[];
  setbacks: Setback[];
  rhythm: Rhythm;
  ease: Mean;
  openness: Mean;
}

interface Mean {
  mean: number | null;
  evidence: EvidenceRef[];
}

function lookAt(slice: PersonSlice, around: Surroundings, asOf: Instant): Seen {
  const held = heldInteractions(slice, asOf);
  const contacts = contactsAmong(held, asOf).map(({ contact }) => contact);
  const { setbacks } = assessStage(slice, asOf);
  // Of somebody who is let go the rhythm says only "quiet": the silence is read as if they were not.
  const { standing: _standing, ...active } = slice.person;
  const rhythm = rhythmOf({ ...slice, person: active }, asOf);
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

type Review = (seen: Seen) => ReasonReview;

/** Strengths add up: each sign brings its points, and three of them make a strong reason. */
function weigh(reason: BreakdownReason, points: number, signs: Sign[], against: Sign[]): ReasonReview {
  const strength = STRENGTHS[Math.max(0, Math.min(3, points))] ?? 'none';
  return { reason, strength, for: signs, against };
}

function sign(
  code: SignCode,
  evidence: EvidenceRef[],
  figure: number | null = null,
  of: number | null = null,
): Sign {
  return { code, evidence, figure, of };
}

/** Low ease alone may be chemistry: a wall shows in closed answers, a closed posture or one-sided talk as well. */
const noConnection: Review = (seen) => {
  const { low, high } = ratingSigns(seen);
  const questions = questionsAskedOf(seen.slice, seen.asOf).filter(({ answer }) => answer !== undefined);
  const short = questions.filter(({ answer }) => answer !== 'full');
  const full = questions.filter(({ answer }) => answer === 'full');
  const talk = talkShareOver(seen.contacts, seen.slice.person.id);
  const talkSign = talkSignOf(talk);
  const enough = questions.length >= breakdownNorms.questionsNeeded.value;
  const isShort = enough && short.length > full.length;
  const others = [
    ...low.filter(({ code }) => code === 'lowOpenness'),
    ...(isShort
      ? [
          sign(
            'shortAnswers',
            short.map(({ ref }) => ref),
            short.length,
            questions.length,
          ),
        ]
      : []),
    ...(talkSign && talkSign.code !== 'talkShared' ? [talkSign] : []),
  ];
  const ease = low.filter(({ code }) => code === 'lowEase');
  return weigh(
    'noConnection',
    others.length === 0 ? 0 : others.length + ease.length,
    [...ease, ...others],
    [
      ...high,
      ...(enough && !isShort
        ? [
            sign(
              'fullAnswers',
              full.map(({ ref }) => ref),
              full.length,
              questions.length,
            ),
          ]
        : []),
      ...(talkSign?.code === 'talkShared' ? [talkSign] : []),
    ],
  );
};

function ratingSigns({ ease, openness }: Seen): { low: Sign[]; high: Sign[] } {
  const low: Sign[] = [];
  const high: Sign[] = [];
  for (const [{ mean, evidence }, lowCode, highCode] of [
    [ease, 'lowEase', 'goodEase'],
    [openness, 'lowOpenness', 'goodOpenness'],
  ] as const) {
    if (mean === null) continue;
    if (!isAbove(mean, breakdownNorms.lowRating.value)) low.push(sign(lowCode, evidence, mean));
    else if (!isBelow(mean, breakdownNorms.highRating.value)) high.push(sign(highCode, evidence, mean));
  }
  return { low, high };
}

function talkSignOf({ mean, evidence }: Mean): Sign | null {
  if (mean === null || evidence.length < balanceNorms.airtimeContactsNeeded.value) return null;
  if (isAbove(mean, balanceNorms.talkALot.value)) return sign('iTalkedALot', evidence, mean);
  if (isBelow(mean, balanceNorms.talkLittle.value)) return sign('iTalkedLittle', evidence, mean);
  return sign('talkShared', evidence, mean);
}

/** Over all the time they knew each other: of a tie that ended, the last year is empty. */
const oneSidedHelp: Review = ({ slice, asOf }) => {
  const exchanges = heldInteractions(slice, asOf).flatMap(({ interaction }) =>
    exchangesWith(interaction, slice.person.id),
  );
  const evidence = exchanges.map(({ ref }) => ref);
  const { given, received } = sizesOf(exchanges.map(({ exchange }) => exchange));
  const isKnown = exchanges.length >= balanceNorms.exchangesNeeded.value && slice.person.mentor !== true;
  if (!isKnown) return weigh('oneSidedHelp', 0, [], []);
  const lean = (given - received) / (given + received);
  if (!isBelow(lean, -balanceNorms.evenLean.value)) {
    const code = isAbove(lean, balanceNorms.evenLean.value) ? 'iGiveMore' : 'giveAndTakeEven';
    return weigh('oneSidedHelp', 0, [], [sign(code, evidence, given, received)]);
  }
  const points = isAbove(lean, -breakdownNorms.veryLean.value) ? 2 : 3;
  return weigh('oneSidedHelp', points, [sign('theyGiveMore', evidence, given, received)], []);
};

const incumbent: Review = ({ slice, asOf }) => {
  const { incumbents = [] } = slice.person;
  if (incumbents.length === 0) return weigh('incumbent', 0, [], []);
  const business = heldInteractions(slice, asOf)
    .flatMap(({ interaction }) => exchangesWith(interaction, slice.person.id))
    .filter(({ exchange }) => exchange.kind === 'business' && exchange.direction === 'received')
    .map(({ ref }) => ref);
  const against = business.length > 0 ? [sign('businessAllTheSame', business, business.length)] : [];
  return weigh(
    'incumbent',
    against.length > 0 ? 1 : 3,
    [sign('hasIncumbent', [], incumbents.length)],
    against,
  );
};

const tooMuchSelling: Review = ({ slice, asOf, setbacks }) => {
  const pitches = setbacks.filter(({ code }) => code === 'pitchTooEarly');
  const sold = heldInteractions(slice, asOf).filter(({ interaction }) => {
    const { theirs } = pitchesWith(interaction, slice.person.id);
    return theirs === 'uninvited' || theirs === 'relentless';
  });
  const early = asksOf(slice, asOf).filter(isAboveStage);
  const mine = pitches.flatMap(({ evidence }) => evidence);
  const isOpen = pitches.some(({ closedOn }) => closedOn === null);
  const signs = [
    ...(mine.length > 0 ? [sign('myEarlyPitch', mine, mine.length)] : []),
    ...(sold.length > 0
      ? [
          sign(
            'theirSelling',
            sold.map(({ interaction }) => interactionRef(interaction)),
            sold.length,
          ),
        ]
      : []),
    ...(early.length > 0
      ? [
          sign(
            'earlyAsk',
            early.map(({ interactionId: id }) => ({ kind: 'interaction' as const, id })),
            early.length,
          ),
        ]
      : []),
  ];
  const points =
    (mine.length === 0 ? 0 : isOpen ? 3 : 1) + Math.min(sold.length, 3) + Math.min(early.length * 2, 3);
  const closed = pitches.flatMap(({ closedBy }) => (closedBy === null ? [] : [closedBy]));
  const against =
    signs.length === 0 ? [sign('noSelling', [])] : closed.length > 0 ? [sign('repaired', closed)] : [];
  return weigh('tooMuchSelling', points, signs, against);
};

/** It holds of so many ties that it never stands first by itself. */
const noNeed: Review = ({ slice, around, asOf, contacts }) => {
  const { needs = [] } = slice.person;
  const asked = questionsAskedOf(slice, asOf).filter(
    ({ questionId }) => questionId !== undefined && around.needQuestions.has(questionId),
  );
  const refs = asked.map(({ ref }) => ref);
  if (needs.length > 0) return weigh('noNeed', 0, [], [sign('needsKnown', [], needs.length)]);
  if (asked.length >= breakdownNorms.needQuestions.value) {
    return weigh('noNeed', 0, [], [sign('needsAsked', refs, asked.length)]);
  }
  const points = contacts.length < 2 ? 1 : 2;
  return weigh(
    'noNeed',
    points,
    [sign('noNeedFound', refs, asked.length, breakdownNorms.needQuestions.value)],
    [],
  );
};

const valueUnseen: Review = ({ slice, contacts }) => {
  const counted = contacts.filter(({ interaction }) => interaction.questionsTheyAsked !== undefined);
  const asking = counted.filter(({ interaction }) => (interaction.questionsTheyAsked ?? 0) > 0);
  const refs = (list: readonly Contact[]) => list.map(({ interaction }) => interactionRef(interaction));
  const clients = (slice.person.needs ?? []).filter((need) =>
    /\b(?:clients?|customers?|leads?|buyers?)\b/i.test(need),
  );
  const isSilent = counted.length >= breakdownNorms.contactsWithoutQuestion.value && asking.length === 0;
  const wantsClients = clients.length > 0 && clients.length === (slice.person.needs ?? []).length;
  const signs = [
    ...(isSilent ? [sign('theyAskedNothing', refs(counted), counted.length)] : []),
    ...(wantsClients ? [sign('wantClientsOnly', [], clients.length)] : []),
  ];
  const against = asking.length > 0 ? [sign('theyAsked', refs(asking), asking.length, counted.length)] : [];
  return weigh('valueUnseen', (isSilent ? 3 : 0) + (wantsClients ? 1 : 0), signs, against);
};

const brokenPromise: Review = ({ slice, asOf, setbacks }) => {
  const promises = promisesAsOf(slice, asOf);
  const ref = ({ promise }: (typeof promises)[number]): EvidenceRef => ({ kind: 'promise', id: promise.id });
  const mine = setbacks.filter(({ code }) => code === 'promiseBroken' || code === 'promiseLongOverdue');
  const theirs = promises.filter(({ promise, status }) => promise.by === 'them' && status === 'broken');
  const kept = promises.filter(
    ({ promise, status }) => promise.by === 'me' && (status === 'kept' || status === 'late'),
  );
  const isOpen = mine.some(({ closedOn }) => closedOn === null);
  const refs = mine.flatMap(({ evidence }) => evidence);
  return weigh(
    'brokenPromise',
    (mine.length === 0 ? 0 : isOpen ? 3 : 1) + Math.min(theirs.length * 2, 3),
    [
      ...(refs.length > 0 ? [sign('myPromiseBroken', refs, refs.length)] : []),
      ...(theirs.length > 0 ? [sign('theirPromiseBroken', theirs.map(ref), theirs.length)] : []),
    ],
    kept.length > 0 ? [sign('promisesKept', kept.map(ref), kept.length)] : [],
  );
};

/** From the first contact to the first thing that came after it from the user's side. */
const slowFollowUp: Review = ({ slice, asOf, contacts }) => {
  const first = contacts[0];
  if (!first) return weigh('slowFollowUp', 0, [], []);
  const next = heldInteractions(slice, asOf).find(
    ({ interaction: { at, initiatedBy } }) => dateOf(at) > first.on && initiatedBy !== 'them',
  );
  if (!next) return weigh('slowFollowUp', 0, [], []);
  const days = daysBetween(first.on, dateOf(next.interaction.at));
  const evidence = [interactionRef(first.interaction), interactionRef(next.interaction)];
  if (days <= breakdownNorms.followUpWithin.value) {
    return weigh('slowFollowUp', 0, [], [sign('promptFollowUp', evidence, days)]);
  }
  const points = days > breakdownNorms.followUpVeryLate.value ? 3 : 2;
  return weigh('slowFollowUp', points, [sign('lateFollowUp', evidence, days)], []);
};

const drift: Review = (seen) => {
  const { rhythm, parting } = seen;
  const { gapDays, expectedDays, lastContact } = rhythm;
  const isSilent =
    rhythm.state === 'drifting' ||
    rhythm.state === 'dormant' ||
    (parting === 'ended' && rhythm.state === 'slipping');
  if (!isSilent || gapDays === null || !lastContact) return weigh('drift', 0, [], []);
  const before = openAt(seen.setbacks, lastContact.on);
  const silence = sign(
    'silence',
    [{ kind: 'interaction', id: lastContact.interactionId }],
    gapDays,
    expectedDays,
  );
  const against = [
    ...(before.length > 0
      ? [
          sign(
            'setbackBefore',
            before.flatMap(({ evidence }) => evidence),
            before.length,
          ),
        ]
      : []),
    ...(seasonNear(seen) === null ? [] : [sign('seasonNear', [], seasonNear(seen))]),
  ];
  return weigh('drift', against.length > 0 ? 1 : 3, [silence], against);
};

function openAt(setbacks: readonly Setback[], day: CalendarDate): Setback[] {
  return setbacks.filter(({ on, closedOn }) => on <= day && (closedOn === null || closedOn > day));
}

const changeOfDirection: Review = (seen) => {
  const { rhythm, parting } = seen;
  const days = seasonNear(seen);
  if (days === null || !rhythm.lastContact || parting === null || parting === 'cooled') {
    return weigh('changeOfDirection', 0, [], []);
  }
  const last: EvidenceRef[] = [{ kind: 'interaction', id: rhythm.lastContact.interactionId }];
  const before = openAt(seen.setbacks, rhythm.lastContact.on);
  const against =
    before.length > 0
      ? [
          sign(
            'setbackBefore',
            before.flatMap(({ evidence }) => evidence),
            before.length,
          ),
        ]
      : [];
  // A silence that had begun before the change may have had another beginning.
  const points = against.length > 0 ? 1 : days < 0 ? 2 : 3;
  return weigh('changeOfDirection', points, [sign('seasonNear', last, days)], against);
};

/** Days between the beginning of the silence and that of the nearest season, when it is near enough to be its cause. */
function seasonNear({ rhythm, around, asOf }: Seen): number | null {
  const { lastContact } = rhythm;
  if (!lastContact) return null;
  const days = around.seasons
    .filter(({ from }) => from <= dateOf(asOf))
    .map(({ from }) => daysBetween(from, lastContact.on))
    .filter((gap) => Math.abs(gap) <= breakdownNorms.seasonReach.value);
  return days.length === 0 ? null : days.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a));
}

const SMALL_CONDUCT: ReadonlySet<string> = new Set(['late', 'interrupted', 'distracted', 'oversharing']);

const theirConduct: Review = ({ slice, asOf, setbacks }) => {
  const grave = setbacks.filter((setback) => setback.code === 'conduct' && setback.who === 'them');
  const small = heldInteractions(slice, asOf).filter(({ interaction }) =>
    conductWith(interaction, slice.person.id).some(
      ({ who, code }) => who === 'them' && SMALL_CONDUCT.has(code),
    ),
  );
  const isOpen = grave.some(({ closedOn }) => closedOn === null);
  const closed = grave.flatMap(({ closedBy }) => (closedBy === null ? [] : [closedBy]));
  return weigh(
    'theirConduct',
    (grave.length === 0 ? 0 : isOpen ? 3 : 1) + (small.length >= 2 ? 2 : small.length),
    [
      ...(grave.length > 0
        ? [
            sign(
              'theirConduct',
              grave.flatMap(({ evidence }) => evidence),
              grave.length,
            ),
          ]
        : []),
      ...(small.length > 0
        ? [
            sign(
              'smallConduct',
              small.map(({ interaction }) => interactionRef(interaction)),
              small.length,
            ),
          ]
        : []),
    ],
    closed.length > 0 ? [sign('repaired', closed)] : [],
  );
};

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

/** What did not gel with nothing to point at. Silence and an unasked need follow from it, and do not speak against it. */
function chemistry({ ease }: Seen, others: readonly ReasonReview[]): ReasonReview {
  const isLow = ease.mean !== null && !isAbove(ease.mean, breakdownNorms.lowRating.value);
  const better = others.filter(
    ({ reason, strength }) =>
      reason !== 'drift' && reason !== 'noNeed' && (strength === 'some' || strength === 'strong'),
  );
  const against = [
    ...(isLow || ease.mean === null ? [] : [sign('goodEase', ease.evidence, ease.mean)]),
    ...(better.length > 0 ? [sign('otherReasons', [], better.length)] : []),
  ];
  return weigh(
    'chemistry',
    !isLow ? 0 : better.length > 0 ? 1 : 3,
    isLow ? [sign('lowEase', ease.evidence, ease.mean)] : [],
    against,
  );
}
