/**
 * Every default the insights use, each with its unit and its source, in one place; and `Norms`, the values that they are
 * given to count with. Which of them the user's own history or hand has replaced is worked out in `norms-in-use.ts`.
 */

/** Where a default comes from. */
export const sources = {
  burg: 'Burg: Endless Referrals (1994). People do business with, and refer business to, those they know, like and trust.',
  kooti:
    'Kooti, Aiello, Grbovic, Lerman & Mantrach: Evolution of Conversations in the Age of Email Overload (WWW 2015). About 90 % of e-mail replies come within a day.',
  flynn:
    'Flynn: How much should I give and how often? (Academy of Management Journal 46, 2003). Balance and frequency of exchange count together.',
  sprecher:
    'Sprecher, Treger, Wondra, Hilaire & Wallpe: Taking turns (Journal of Experimental Social Psychology 49, 2013). Taking turns builds liking.',
  hirschi:
    'Hirschi, Wilson & Gilbert: Speak up! (Personality and Social Psychology Bulletin, 2023). Talking less is not better in itself.',
  dunbar:
    'Dunbar: The anatomy of friendship (Trends in Cognitive Sciences 22, 2018). Layers of 5, 15, 50 and 150, kept up weekly, monthly, … yearly.',
  vergaraHidd:
    'Vergara Hidd, López, Centellegher, Roberts, Lepri & Dunbar: The stability of transient relationships (Scientific Reports 13, 2023). A tie’s life span shows in its first weeks.',
  levin:
    'Levin, Walter & Murnighan: Dormant ties (Organization Science 22, 2011). Old ties advise as well as current ones.',
  own: 'Rapport’s own default.',
} as const;

/** What a default counts; a `factor` multiplies another figure. */
export type Unit =
  | 'days'
  | 'minutes'
  | 'share'
  | 'rating'
  | 'factor'
  | 'contacts'
  | 'dates'
  | 'exchanges'
  | 'interactions'
  | 'replies'
  | 'gaps'
  | 'questions'
  | 'promises'
  | 'asks'
  | 'people';

/** One default: the figure, what it counts, and where it comes from. */
export interface Norm {
  value: number;
  unit: Unit;
  source: string;
}

function norm(value: number, unit: Unit, ...from: string[]): Norm {
  return { value, unit, source: from.join(' ') };
}

const { burg, kooti, flynn, sprecher, hirschi, dunbar, vergaraHidd, levin, own } = sources;

/** By group. A norm's name, in records and on screen, is its path: `stage.likeEase`, `rhythm.ring.inner`. */
export const defaults = {
  /** Stage: the figures behind know, like and trust. */
  stage: {
    likeDates: norm(2, 'dates', burg, own),
    likeEase: norm(3.5, 'rating', burg, own),
    likeEaseOver: norm(3, 'contacts', own),
    openness: norm(4, 'rating', own),
    opennessOver: norm(3, 'contacts', own),
    trustContacts: norm(4, 'contacts', burg, own),
    trustSpan: norm(60, 'days', burg, own),
    brokenPromiseWeighs: norm(180, 'days', own),
    overdueGrace: norm(14, 'days', own),
    makingUpContacts: norm(2, 'contacts', own),
    makingUpEase: norm(4, 'rating', own),
    silence: norm(365, 'days', own),
    longSilence: norm(1_095, 'days', own),
  },
  /** Outreach without an answer. */
  reply: {
    patience: norm(7, 'days', kooti, own),
    ownPatienceFrom: norm(5, 'replies', own),
    ownPatienceFactor: norm(2, 'factor', own),
    ownPatienceAtLeast: norm(3, 'days', own),
  },
  /** Balance: exchange, airtime and initiative. */
  balance: {
    span: norm(365, 'days', own),
    exchangesNeeded: norm(3, 'exchanges', flynn, own),
    evenLean: norm(1 / 3, 'share', flynn, own),
    airtimeContactsNeeded: norm(3, 'contacts', own),
    talkLittle: norm(0.3, 'share', sprecher, hirschi),
    talkALot: norm(0.7, 'share', sprecher, hirschi),
    assumedMinutes: norm(30, 'minutes', own),
    initiativeNeeded: norm(4, 'interactions', own),
    mostlyMe: norm(0.8, 'share', own),
    mostlyThem: norm(0.2, 'share', own),
  },
  /** Rhythm: the days expected between two contacts, and the steps of drifting apart. */
  rhythm: {
    gapsUsed: norm(8, 'gaps', own),
    gapsNeeded: norm(3, 'gaps', own),
    shortestMedian: norm(7, 'days', own),
    longestMedian: norm(365, 'days', own),
    ring: {
      inner: norm(7, 'days', dunbar),
      close: norm(30, 'days', dunbar),
      active: norm(180, 'days', dunbar, 'The 180 is our own interpolation.'),
      wider: norm(365, 'days', dunbar),
    },
    newPerson: norm(14, 'days', vergaraHidd, own),
    newFor: norm(56, 'days', vergaraHidd),
    otherwise: norm(90, 'days', own),
    dueUpTo: norm(1.5, 'factor', own),
    slippingUpTo: norm(2, 'factor', own),
    dormantBeyond: norm(4, 'factor', levin, own),
    dormantAtLeast: norm(365, 'days', levin, own),
  },
  /** Today: what is worth a line, and for how long. */
  today: {
    /** A promise of theirs is worth a nudge once it is this long overdue. */
    nudgeAfter: norm(3, 'days', own),
    /** A message that was not answered for longer is no reply owed any more. */
    replyOwedFor: norm(90, 'days', own),
    runFrom: norm(2, 'interactions', own),
    datesAhead: norm(14, 'days', own),
    /** A planned meeting asks this long what became of it. */
    unsettledFor: norm(30, 'days', own),
    /** A line about a tie that was seen to outside of Rapport comes back after this. */
    slippingRests: norm(30, 'days', own),
    dormantRests: norm(90, 'days', own),
  },
  /** Why a connection broke down: from where on something counts as a sign. */
  breakdown: {
    lowRating: norm(2, 'rating', own),
    highRating: norm(4, 'rating', own),
    questionsNeeded: norm(2, 'questions', own),
    veryLean: norm(2 / 3, 'share', flynn, own),
    needQuestions: norm(3, 'questions', own),
    contactsWithoutQuestion: norm(3, 'contacts', own),
    followUpWithin: norm(3, 'days', own),
    followUpVeryLate: norm(14, 'days', own),
    seasonReach: norm(90, 'days', own),
  },
  /** A change of direction: who was in touch before it. */
  season: {
    inTouchWithin: norm(365, 'days', own),
  },
  /** Comparisons over everybody. */
  comparison: {
    eachSide: norm(5, 'people', own),
    ground: norm(5, 'interactions', own),
    reliability: norm(3, 'promises', own),
    connectWithin: norm(60, 'days', own),
    connectSoon: norm(14, 'days', own),
    connectReference: norm(1 / 3, 'share', own),
    connectNeeded: norm(5, 'people', own),
    asksNeeded: norm(3, 'asks', own),
    firstContacts: norm(2, 'contacts', own),
    /** People with a usual of their own, before the middle of them is the user's norm. */
    ownNormFrom: norm(5, 'people', own),
    answersNeeded: norm(3, 'questions', own),
  },

  /** What networking costs for each relationship that reached Like. */
  cost: {
    span: norm(365, 'days', own),
    likedNeeded: norm(3, 'people', own),
  },
} as const satisfies Record<string, object>;

type PathsOf<T> = {
  [K in keyof T & string]: T[K] extends Norm ? K : `${K}.${PathsOf<T[K]>}`;
}[keyof T & string];

type ValuesOf<T> = { readonly [K in keyof T]: T[K] extends Norm ? number : ValuesOf<T[K]> };

export type NormName = PathsOf<typeof defaults>;

/** The values to count with, in the shape of `defaults`: handed to every insight, so that none has figures of its own. */
export type Norms = ValuesOf<typeof defaults>;

/** Every default by its name, in the order in which they stand above. */
export const normsByName: ReadonlyMap<NormName, Norm> = new Map(
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the paths of this tree are what NormName is made of
  [...named('', defaults)].map(([name, one]) => [name as NormName, one]),
);

export const normNames: readonly NormName[] = [...normsByName.keys()];

/** The defaults, some of them replaced. */
export function normsWith(replaced: ReadonlyMap<NormName, number>): Norms {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same tree, with a number in each norm's place
  return valuesOf('', defaults, replaced) as Norms;
}

export const defaultNorms: Norms = normsWith(new Map());

interface Tree {
  readonly [key: string]: Norm | Tree;
}

function isNorm(one: Norm | Tree): one is Norm {
  return typeof one.value === 'number';
}

function* named(before: string, tree: Tree): Generator<[name: string, norm: Norm]> {
  for (const [key, one] of Object.entries(tree)) {
    if (isNorm(one)) yield [`${before}${key}`, one];
    else yield* named(`${before}${key}.`, one);
  }
}

function valuesOf(before: string, tree: Tree, replaced: ReadonlyMap<string, number>): object {
  return Object.fromEntries(
    Object.entries(tree).map(([key, one]) => [
      key,
      isNorm(one)
        ? (replaced.get(`${before}${key}`) ?? one.value)
        : valuesOf(`${before}${key}.`, one, replaced),
    ]),
  );
}

const ROUNDING = 1e-9;

/** Strictly above, with shares such as 0.7 met by sums that miss it only by rounding. */
export function isAbove(figure: number, limit: number): boolean {
  return figure > limit + ROUNDING;
}

/** Strictly below, with the same allowance for rounding. */
export function isBelow(figure: number, limit: number): boolean {
  return figure < limit - ROUNDING;
}
