import type { CalendarDate } from '../model/primitives';
import { isWritten } from '../model/interaction';
import { daysBetween } from '../model/time';
import { questionBank } from '../model/question-bank';
import type { SampleCalendar } from './calendar';
import { filled } from './deck';
import type { MannerFacts } from './manners';
import { manners } from './manners';
import type { PlannedContact } from './plan';
import type { Random } from './random';
import { randomFrom } from './random';
import { giftsFor } from './stock/gifts';
import { promisesFor } from './stock/promises';
import type { Shelf } from './stock/texts';
import type { CastStory, EntryStory, Gift, PromiseStory } from './story';

/** An entry without its words, and the shelf to take them from. */
export interface Draft {
  key: string;
  story: CastStory;
  date: CalendarDate;
  shelf: Shelf;
  entry: EntryStory;
}

interface Moment {
  story: CastStory;
  contact: PlannedContact;
  date: CalendarDate;
  /** How many contacts of the plan came before. */
  nth: number;
  calendar: SampleCalendar;
}

/** Fills in what such a contact with such a person looks like. Depends on nothing but the person's own plan. */
export function draftOf(moment: Moment): Draft {
  const { story, contact, date, nth } = moment;
  const key = `${story.person.key} plan ${nth} ${contact.kind} ${contact.on ?? contact.gathering}`;
  const random = randomFrom(key);
  const base: EntryStory = {
    kind: contact.kind,
    ...(contact.on && { on: contact.on }),
    ...(contact.gathering && { gathering: contact.gathering }),
    initiatedBy: contact.kind === 'gathering' ? 'both' : contact.theyBegan ? 'them' : 'me',
  };
  const facts = manners[story.manner];
  const entry =
    contact.turnedOut !== 'held'
      ? { ...base, ...notHeld(contact, random) }
      : isWritten(contact.kind)
        ? { ...base, ...written(contact, moment, facts, random) }
        : { ...base, ...spoken(contact, moment, facts, random) };
  return { key, story, date, shelf: shelfOf(contact, isWhereWeMet(moment), facts), entry };
}

/** Whether this is the occasion on which the journal says that we met. */
function isWhereWeMet({ story, contact, date, calendar }: Moment): boolean {
  const met = story.person.met;
  if (contact.gathering) return met?.at === contact.gathering;
  return met?.on !== undefined && Math.abs(daysBetween(calendar.dateOf(met.on), date)) < 5;
}

function shelfOf(contact: PlannedContact, first: boolean, { mood }: MannerFacts): Shelf {
  if (contact.turnedOut !== 'held') return contact.turnedOut;
  if (isWritten(contact.kind)) {
    if (contact.unanswered) return contact.theyBegan ? 'owed' : 'unanswered';
    if (contact.kind === 'letter' || contact.kind === 'social') return contact.kind;
    return contact.theyBegan ? 'mailIn' : 'mailOut';
  }
  if (contact.kind === 'call' && contact.unanswered) return 'callMissed';
  if (contact.gathering?.startsWith('walk')) return 'outing';
  if (contact.kind === 'gathering') return first ? 'firstAtGathering' : `gathering${capital(mood)}`;
  if (contact.kind === 'call' || contact.kind === 'video') return `call${capital(mood)}`;
  if (contact.kind === 'other') return 'outing';
  return first ? 'firstMeeting' : `meeting${capital(mood)}`;
}

function capital<Text extends string>(text: Text): Capitalize<Text> {
  return (text.charAt(0).toUpperCase() + text.slice(1)) as Capitalize<Text>;
}

function notHeld(contact: PlannedContact, random: Random): Partial<EntryStory> {
  switch (contact.turnedOut) {
    case 'theyCancelled':
      return { status: 'cancelled', calledOffBy: 'them', remindersSent: random.int(0, 2) };
    case 'iCancelled':
      return { status: 'cancelled', calledOffBy: 'me' };
    case 'noShow':
      return { status: 'noShow', remindersSent: 1, minutes: 20, ground: 'neutral' };
    default:
      return { status: 'planned', ...placeOf(contact, random) };
  }
}

function written(
  contact: PlannedContact,
  moment: Moment,
  facts: MannerFacts,
  random: Random,
): Partial<EntryStory> {
  if (contact.unanswered) return { answered: false };
  const daysLeft = daysBetween(moment.date, moment.calendar.today) - 1;
  const slowest = Math.max(0, Math.min(60, daysLeft * 24 - 12));
  const hours = Math.min(slowest, random.pick([0.2, 0.7, 1.5, 3, 4.5, 9, 20, 26, 49]));
  return { repliedAfter: hours, ...exchanged(moment, facts, random, 0.5) };
}

function spoken(
  contact: PlannedContact,
  moment: Moment,
  facts: MannerFacts,
  random: Random,
): Partial<EntryStory> {
  if (contact.kind === 'call' && contact.unanswered) return { answered: false, ground: 'online' };
  const asked = random.int(...facts.theyAsk);
  const read = moment.nth === 0 ? 'know' : moment.nth > 2 ? facts.read : undefined;
  return {
    ...placeOf(contact, random),
    ...(contact.kind === 'call' && { answered: true }),
    minutes: minutesOf(contact, random),
    talkShare: random.int(...facts.talk) / 100,
    ease: random.int(...facts.ease),
    openness: random.int(...facts.openness),
    ...(asked > 0 && { questionsTheyAsked: asked }),
    ...(random.chance(0.45) && { asked: questionsFor(moment, facts, random) }),
    ...(read && random.chance(moment.nth === 0 ? 0.4 : 0.35) && { stageRead: read }),
    ...pitched(moment, random),
    ...exchanged(moment, facts, random, 1),
    ...promised(moment, facts, random),
  };
}

const PLACES = [
  'Kirkgate Coffee Rooms, Leeds',
  'The Weigh House, Leeds',
  'Canal Street Bakery, Leeds',
  'The Lockkeeper, Saltaire',
  'Station café, York',
  'Bridge End Tea Rooms, Hebden Bridge',
];

const TOPS = ['Nidderdale', 'Ilkley Moor', 'Malham', 'Otley Chevin', 'Buckden Pike', 'Littondale'];

function placeOf(contact: PlannedContact, random: Random): Partial<EntryStory> {
  const chosen = { groundChosenBy: random.pick(['me', 'them', 'both'] as const) };
  switch (contact.kind) {
    case 'call':
    case 'video':
      return { ground: 'online' };
    case 'gathering':
      return { ground: contact.gathering?.startsWith('online') ? 'online' : 'neutral' };
    case 'other':
      return { ground: 'neutral', ...chosen, travelMinutes: random.int(6, 12) * 5, place: random.pick(TOPS) };
    case 'oneToOne': {
      const ground = random.pick(['mine', 'theirs', 'theirs'] as const);
      const away = { travelMinutes: random.int(3, 9) * 5, place: 'Their office' };
      return { ground, ...chosen, ...(ground === 'theirs' ? away : { place: 'Our office, Leeds' }) };
    }
    default:
      return {
        ground: 'neutral',
        place: random.pick(PLACES),
        travelMinutes: random.int(1, 5) * 5,
        ...chosen,
      };
  }
}

function minutesOf({ kind, gathering }: PlannedContact, random: Random): number {
  if (gathering?.startsWith('rounds')) return 10;
  const [from, to] = { gathering: [2, 6], call: [2, 8], video: [5, 9], meal: [14, 22] }[kind as string] ?? [
    8, 16,
  ];
  return random.int(from ?? 8, to ?? 16) * 5;
}

function questionsFor(
  { nth }: Moment,
  { mood }: MannerFacts,
  random: Random,
): [string, 'none' | 'minimal' | 'full'][] {
  const suitable = questionBank.filter(({ stage }) => !stage || (stage === 'like' && nth > 1));
  const answers = ({ warm: ['full'], fair: ['full', 'minimal'], cool: ['minimal', 'none'] } as const)[mood];
  return random
    .shuffled(suitable)
    .slice(0, random.int(1, 2))
    .map(({ key }) => [key, random.pick(answers)]);
}

function pitched({ story, nth }: Moment, random: Random): Partial<EntryStory> {
  if (story.manner === 'sells') {
    const conduct = nth === 0 ? [{ who: 'them' as const, code: 'soldAtFirstMeeting' as const }] : undefined;
    return { pitch: { theirs: 'uninvited' }, ...(conduct && { conduct }) };
  }
  if (nth > 1 && random.chance(0.08)) return { pitch: { mine: 'invited' }, ask: { mine: 'advice' } };
  return nth > 1 && random.chance(0.06) ? { pitch: { theirs: 'invited' } } : {};
}

function exchanged(
  { story, nth }: Moment,
  facts: MannerFacts,
  random: Random,
  weight: number,
): Partial<EntryStory> {
  const gift = (direction: 'gave' | 'got'): Gift => {
    const atStake = facts.stakes === true && nth > 2 && random.chance(0.4);
    const { note, ...rest } = random.pick(giftsFor(story.person, direction, atStake));
    return { ...rest, note: filled(note, story, random.pick(story.subjects)) };
  };
  return {
    ...(random.chance(facts.give * weight) && { gave: [gift('gave')] }),
    ...(random.chance(facts.take * weight) && { got: [gift('got')] }),
  };
}

function promised(moment: Moment, facts: MannerFacts, random: Random): Partial<EntryStory> {
  if (!random.chance(facts.promise)) return {};
  const by = random.chance(0.6) ? 'me' : 'them';
  const what = filled(
    random.pick(promisesFor(moment.story.person, by)),
    moment.story,
    random.pick(moment.story.subjects),
  );
  const dueDaysAgo = daysBetween(moment.date, moment.calendar.today) - random.pick([1, 3, 7, 7, 10, 14]);
  return { promises: [{ by, what, due: daysAgo(dueDaysAgo), ...closing(by, dueDaysAgo, random) }] };
}

/** What became of it. What fell due lately may still be open; an old promise of mine was never left broken. */
function closing(by: 'me' | 'them', dueDaysAgo: number, random: Random): Partial<PromiseStory> {
  if (dueDaysAgo < 12) return {};
  const became = random.pick(
    by === 'me'
      ? (['kept', 'kept', 'kept', 'kept', 'kept', 'late', 'released'] as const)
      : (['kept', 'kept', 'kept', 'late', 'broken', 'released'] as const),
  );
  const lateBy = became === 'late' ? random.int(2, 9) : became === 'broken' ? 10 : 0;
  return { became, closed: daysAgo(dueDaysAgo - lateBy) };
}

function daysAgo(days: number): string {
  return days > 0 ? `today-${days}` : days < 0 ? `today+${-days}` : 'today';
}
