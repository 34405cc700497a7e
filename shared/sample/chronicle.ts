import type { CalendarDate } from '../model/primitives';
import type { SampleCalendar } from './calendar';
import { deckOf } from './deck';
import type { Directory } from './directory';
import { draftOf } from './draft';
import type { Draft } from './draft';
import type { PlannedContact } from './plan';
import { contactsOf } from './plan';
import { randomFrom } from './random';
import type { CastStory, EntryStory, PersonKey } from './story';
import { texts } from './stock/texts';

interface KeyedEntry {
  key: string;
  main: PersonKey;
  entry: EntryStory;
}

/**
 * The entries of the cast, `wanted` in all: what is told of each in their own words, what their plans say, and small
 * talk for the rest. Words are dealt in the order of time, so that neighbours never share a template.
 */
export function chronicleOf({
  cast,
  wanted,
  calendar,
  directory,
}: {
  cast: readonly CastStory[];
  wanted: number;
  calendar: SampleCalendar;
  directory: Directory;
}): KeyedEntry[] {
  const told = cast.flatMap(({ person, told: entries = [] }) =>
    entries.map((entry, index) => ({ key: `${person.key} told ${index}`, main: person.key, entry })),
  );
  const planned = cast.flatMap((story) => draftsOf(story, contactsOf(story.plan), calendar, directory));
  const missing = wanted - told.length - planned.length;
  if (missing < 0) {
    throw new Error(`The sample has ${-missing} entries too many: shorten some plans in shared/sample/cast.`);
  }
  const drafts = [...planned, ...smallTalk(cast, missing, calendar, directory)];
  return [...told, ...withWords(drafts, calendar)];
}

function draftsOf(
  story: CastStory,
  contacts: PlannedContact[],
  calendar: SampleCalendar,
  directory: Directory,
): Draft[] {
  const dateOf = (contact: PlannedContact): CalendarDate =>
    contact.on ? calendar.dateOf(contact.on) : directory.gathering(contact.gathering ?? '').date;
  const inOrder = contacts
    .map((contact, index) => ({ contact, index, date: dateOf(contact) }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.index - b.index));
  return inOrder.map(({ contact, date }, nth) => draftOf({ story, contact, date, nth, calendar }));
}

/** Short written contacts, spread evenly over the weeks that each talkative person allows. */
function smallTalk(
  cast: readonly CastStory[],
  count: number,
  calendar: SampleCalendar,
  directory: Directory,
): Draft[] {
  const talkers = cast.filter((story) => story.smallTalk);
  return talkers.flatMap((story, place) => {
    const own = Math.floor(count / talkers.length) + (place < count % talkers.length ? 1 : 0);
    const [from, to] = story.smallTalk ?? [0, 0];
    const random = randomFrom(`small talk ${story.person.key}`);
    const plan = Array.from({ length: own }, (_, index) => {
      const week = Math.round(from - ((from - to) * (index + 0.5)) / own);
      return `${week}${random.pick(['tue', 'wed', 'fri'])}:${random.pick(['msg', 'mail', 'post'])}${random.pick(['', '!'])}`;
    });
    if (own === 0) return [];
    return draftsOf(story, contactsOf(plan.join(' ')), calendar, directory).map((draft) => ({
      ...draft,
      key: `${draft.key} small talk`,
    }));
  });
}

/** Deals a text to each draft, in the order of time. */
function withWords(drafts: Draft[], calendar: SampleCalendar): KeyedEntry[] {
  const deck = deckOf(texts, 'texts');
  const inOrder = [...drafts].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return inOrder.map(({ key, story, shelf, entry, date }) => {
    const text = deck.deal(shelf, story);
    const planned = entry.status === 'planned' && date >= calendar.today;
    return {
      key,
      main: story.person.key,
      entry: planned ? { ...entry, nextStep: text } : { ...entry, text },
    };
  });
}
