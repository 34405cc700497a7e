/**
 * Every default the insights use, each with its unit and its source, in one place. The user's own settings and history
 * replace them wherever a rule says so.
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

export type Unit =
  | 'days'
  | 'contacts'
  | 'dates'
  | 'exchanges'
  | 'interactions'
  | 'replies'
  | 'share'
  | 'rating'
  | 'minutes'
  | 'times'
  | 'gaps';

/** One default: the figure, what it counts, and where it comes from. */
export interface Norm<Value extends number = number> {
  value: Value;
  unit: Unit;
  source: string;
}

function norm<const Value extends number>(value: Value, unit: Unit, ...from: string[]): Norm<Value> {
  return { value, unit, source: from.join(' ') };
}

const { burg, kooti, flynn, sprecher, hirschi, dunbar, vergaraHidd, levin, own } = sources;

/** Stage: the figures behind know, like and trust. */
export const stageNorms = {
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
} as const;

/** Outreach without an answer. */
export const replyNorms = {
  patience: norm(7, 'days', kooti, own),
  ownPatienceFrom: norm(5, 'replies', own),
  ownPatienceFactor: norm(2, 'times', own),
  ownPatienceAtLeast: norm(3, 'days', own),
} as const;

/** Balance: exchange, airtime and initiative. */
export const balanceNorms = {
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
} as const;

/** Rhythm: the days expected between two contacts, and the steps of drifting apart. */
export const rhythmNorms = {
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
  dueUpTo: norm(1.5, 'times', own),
  slippingUpTo: norm(2, 'times', own),
  dormantBeyond: norm(4, 'times', levin, own),
  dormantAtLeast: norm(365, 'days', levin, own),
} as const;

/** Today: what is worth a line, and for how long. */
export const todayNorms = {
  /** A promise of theirs is worth a nudge once it is this long overdue. */
  nudgeAfter: norm(3, 'days', own),
  /** A message that was not answered for longer is no reply owed any more. */
  replyOwedFor: norm(90, 'days', own),
  runFrom: norm(2, 'interactions', own),
  datesAhead: norm(14, 'days', own),
  /** A line about a tie that was seen to outside of Rapport comes back after this. */
  slippingRests: norm(30, 'days', own),
  dormantRests: norm(90, 'days', own),
} as const;

/** Why a connection broke down: from where on something counts as a sign. */
export const breakdownNorms = {
  lowRating: norm(2, 'rating', own),
  highRating: norm(4, 'rating', own),
  questionsNeeded: norm(2, 'times', own),
  veryLean: norm(2 / 3, 'share', flynn, own),
  needQuestions: norm(3, 'times', own),
  contactsWithoutQuestion: norm(3, 'contacts', own),
  followUpWithin: norm(3, 'days', own),
  followUpVeryLate: norm(14, 'days', own),
  seasonReach: norm(90, 'days', own),
} as const;

/** A change of direction: who was in touch before it. */
export const seasonNorms = {
  inTouchWithin: norm(365, 'days', own),
} as const;

/** Comparisons over everybody. */
export const comparisonNorms = {
  eachSide: norm(5, 'times', own),
  ground: norm(5, 'interactions', own),
  reliability: norm(3, 'times', own),
  connectWithin: norm(60, 'days', own),
  connectSoon: norm(14, 'days', own),
  connectReference: norm(1 / 3, 'share', own),
  connectNeeded: norm(5, 'times', own),
  asksNeeded: norm(3, 'times', own),
  firstContacts: norm(2, 'contacts', own),
} as const;

const ROUNDING = 1e-9;

/** Strictly above, with shares such as 0.7 met by sums that miss it only by rounding. */
export function isAbove(figure: number, limit: number): boolean {
  return figure > limit + ROUNDING;
}

/** Strictly below, with the same allowance for rounding. */
export function isBelow(figure: number, limit: number): boolean {
  return figure < limit - ROUNDING;
}
