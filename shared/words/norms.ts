import { limitsOf, type NormRefusal, valueIn } from '../insight/norm-limits';
import { type NormName, normNames, normsByName, type Unit } from '../insight/norms';
import type { Origin, Usual } from '../insight/norms-in-use';
import { percent } from './labels';
import { count } from './spans';

/** What each norm says, as a line that its figure completes. */
export const normLabels: Record<NormName, string> = {
  'stage.likeDates': 'Like takes contact on this many different days',
  'stage.likeEase': 'Like takes this much ease, on average',
  'stage.likeEaseOver': 'That average is over the latest',
  'stage.openness': 'They opened up, from this openness on',
  'stage.opennessOver': 'Openness is looked for in the latest',
  'stage.trustContacts': 'Trust takes this many contacts both ways',
  'stage.trustSpan': 'Trust takes contacts at least this far apart, first to last',
  'stage.brokenPromiseWeighs': 'A broken promise of yours weighs for',
  'stage.overdueGrace': 'An open promise of yours is a setback once it is overdue for longer than',
  'stage.makingUpContacts': 'A setback is lived down by this many good contacts',
  'stage.makingUpEase': 'Such a contact has at least this ease',
  'stage.silence': 'Silence takes off a stage after',
  'stage.longSilence': 'Silence takes off a second stage after',
  'reply.patience': 'A message counts as unanswered after',
  'reply.ownPatienceFrom': 'A person’s own pace counts from this many replies on',
  'reply.ownPatienceFactor': 'A message to them is unanswered once their slowest reply has passed',
  'reply.ownPatienceAtLeast': 'A person’s own pace is never shorter than',
  'balance.span': 'Balance looks back over',
  'balance.exchangesNeeded': 'Give and take says something from',
  'balance.evenLean': 'Give and take is even while neither side is further ahead than',
  'balance.airtimeContactsNeeded': 'The share of the talking says something from',
  'balance.talkLittle': 'They have the floor when you talk less than',
  'balance.talkALot': 'You have the floor when you talk more than',
  'balance.assumedMinutes': 'A talk of unknown length counts as',
  'balance.initiativeNeeded': 'First moves say something from',
  'balance.mostlyMe': 'First moves are mostly yours above',
  'balance.mostlyThem': 'First moves are mostly theirs below',
  'rhythm.gapsUsed': 'A rhythm of your own is the middle of the latest',
  'rhythm.gapsNeeded': 'A rhythm of your own takes at least',
  'rhythm.shortestMedian': 'A rhythm of your own is never shorter than',
  'rhythm.longestMedian': 'A rhythm of your own is never longer than',
  'rhythm.ring.inner': 'Your inner ring: in touch every',
  'rhythm.ring.close': 'Your close ring: in touch every',
  'rhythm.ring.active': 'Your active ring: in touch every',
  'rhythm.ring.wider': 'Your wider ring: in touch every',
  'rhythm.newPerson': 'Somebody new: in touch every',
  'rhythm.newFor': 'Somebody is new for',
  'rhythm.otherwise': 'Everybody else: in touch every',
  'rhythm.dueUpTo': 'Due until the expected days have passed',
  'rhythm.slippingUpTo': 'Slipping until the expected days have passed',
  'rhythm.dormantBeyond': 'Dormant once the expected days have passed',
  'rhythm.dormantAtLeast': 'Dormant at the earliest after',
  'today.nudgeAfter': 'A promise of theirs is worth a word once it is overdue for',
  'today.replyOwedFor': 'A reply is owed for',
  'today.runFrom': 'Messages without a reply are shown from',
  'today.datesAhead': 'Birthdays and other days show ahead by',
  'today.unsettledFor': 'A meeting whose time has come asks what became of it for',
  'today.slippingRests': 'Somebody slipping whom you saw to rests for',
  'today.dormantRests': 'A dormant tie that you saw to rests for',
  'breakdown.lowRating': 'Ease or openness is low up to',
  'breakdown.highRating': 'Ease or openness is high from',
  'breakdown.questionsNeeded': 'Short answers say something from',
  'breakdown.veryLean': 'Help is very one-sided when one side is ahead by more than',
  'breakdown.needQuestions': 'You looked for a need when you asked',
  'breakdown.contactsWithoutQuestion': 'They asked you nothing in',
  'breakdown.followUpWithin': 'A first follow-up is in time within',
  'breakdown.followUpVeryLate': 'A first follow-up is very late after',
  'breakdown.seasonReach': 'A silence belongs to a change of direction within',
  'season.inTouchWithin': 'You were in touch before a change when the last contact lay within',
  'comparison.eachSide': 'A comparison takes on each side',
  'comparison.ground': 'A kind of ground says something from',
  'comparison.reliability': 'Promises kept say something from',
  'comparison.connectWithin': 'Somebody met connected when you were in touch again within',
  'comparison.connectSoon': 'Soon after a gathering means within',
  'comparison.connectReference': 'Of those met, this share is usually seen again',
  'comparison.connectNeeded': 'The connect rate says something from',
  'comparison.asksNeeded': 'Your asks say something from',
  'comparison.firstContacts': 'First contacts are the first',
  'comparison.ownNormFrom': 'Your own history counts from',
  'comparison.answersNeeded': 'How a question is answered says something from',
  'cost.span': 'What networking costs is counted over',
  'cost.likedNeeded': 'What a relationship costs says something from',
};

export type NormTopic =
  'stage' | 'reply' | 'balance' | 'rhythm' | 'today' | 'breakdown' | 'season' | 'comparison' | 'cost';

/** In the order in which they are shown. */
export const topicLabels: Record<NormTopic, string> = {
  rhythm: 'Rhythm',
  stage: 'Know, Like, Trust',
  balance: 'Give and take, talk and first moves',
  reply: 'Replies',
  today: 'Today',
  breakdown: 'What came between',
  season: 'Changes of direction',
  comparison: 'Comparisons over everybody',
  cost: 'What networking costs',
};

export function topicOf(name: NormName): NormTopic {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the first part of a norm's path is its group
  return name.slice(0, name.indexOf('.')) as NormTopic;
}

const NOUNS: Partial<Record<Unit, readonly [one: string, many: string]>> = {
  days: ['day', 'days'],
  minutes: ['minute', 'minutes'],
  contacts: ['contact', 'contacts'],
  dates: ['day', 'days'],
  exchanges: ['exchange', 'exchanges'],
  interactions: ['entry', 'entries'],
  replies: ['reply', 'replies'],
  gaps: ['gap', 'gaps'],
  questions: ['question', 'questions'],
  promises: ['promise', 'promises'],
  asks: ['ask', 'asks'],
  people: ['person', 'people'],
};

/** What stands behind the figure in a field: `days`, `%`, `of 5`, `times`. */
export function unitWords(name: NormName, value: number): string {
  const unit = unitOf(name);
  if (unit === 'share') return '%';
  if (unit === 'rating') return 'of 5';
  if (unit === 'factor') return 'times';
  const [one, many] = NOUNS[unit] ?? ['', ''];
  return value === 1 ? one : many;
}

/** The figure with its unit: `30 days`, `70%`, `3.5 of 5`, `1.5 times`. */
export function normValue(name: NormName, value: number): string {
  const unit = unitOf(name);
  if (unit === 'share') return percent(value);
  const [one, many] = NOUNS[unit] ?? [];
  return one === undefined ? `${figureText(name, value)} ${unitWords(name, value)}` : count(value, one, many);
}

/** The figure as it stands in a field: shares in hundredths. */
export function figureText(name: NormName, value: number): string {
  return String(unitOf(name) === 'share' ? Math.round(value * 1_000) / 10 : value);
}

/** What was typed, in the norm's unit; null when it is no number. */
export function figureTyped(name: NormName, text: string): number | null {
  const plain = text.trim().replace(',', '.').replace(/%$/, '').trim();
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return null;
  const typed = Number(plain);
  return unitOf(name) === 'share' ? Math.round(typed * 10) / 1_000 : typed;
}

/** Why a figure is refused, and what it may be. */
export function refusalWords(name: NormName, refusal: NormRefusal): string {
  switch (refusal.kind) {
    case 'outOfRange':
      return rangeWords(name);
    case 'below':
      return `Not below ${normValue(name, refusal.bound)}, as “${normLabels[refusal.neighbour]}” is set.`;
    case 'above':
      return `Not above ${normValue(name, refusal.bound)}, as “${normLabels[refusal.neighbour]}” is set.`;
  }
}

/** `A whole number from 1 to 3650.` */
export function rangeWords(name: NormName): string {
  const { min, max, whole } = limitsOf(name);
  return `A ${whole ? 'whole ' : ''}number from ${figureText(name, min)} to ${figureText(name, max)}.`;
}

/** Where the figure in use comes from, as part of a sentence. */
export const originLabels: Record<Origin, string> = {
  default: 'Rapport’s default',
  ownHistory: 'your own history',
  fixed: 'fixed by you',
};

/** Where the figures of a sentence come from; those of the default need no word beside one that was fixed. */
export function originWords({ origins }: Usual, ...names: NormName[]): string {
  const from = new Set(names.map((name) => origins[name] ?? 'default'));
  if (from.size > 1) from.delete('default');
  return [...from].map((origin) => originLabels[origin]).join(', ');
}

/** `A first follow-up is in time within: 3 days (fixed by you).` */
export function replacedLine(name: NormName, value: number, origin: Origin): string {
  return `${normLabels[name]}: ${normValue(name, value)} (${originLabels[origin]}).`;
}

/** Which figures of a topic are not Rapport's own, each as `Label: 3 days, fixed by you`. */
export function replacedWords({ norms, origins }: Usual, topic: NormTopic): string[] {
  return normNames.flatMap((name) => {
    const origin = topicOf(name) === topic ? origins[name] : undefined;
    return origin === undefined ? [] : [replacedLine(name, valueIn(norms, name), origin)];
  });
}

function unitOf(name: NormName): Unit {
  const norm = normsByName.get(name);
  if (!norm) throw new Error(`There is no norm ${name}.`);
  return norm.unit;
}
