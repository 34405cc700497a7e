import type { CallOutput } from '../../../shared/contract/contract';
import type { ReviewPerson, TodayLineView, WeekAtAGlance } from '../../../shared/contract/today';
import { byText } from '../../../shared/insight/as-of';
import { exchangesWith, interactionRef } from '../../../shared/insight/about-person';
import { sizesOf, talkShareOver } from '../../../shared/insight/balance';
import type { Norms } from '../../../shared/insight/norms';
import { mondayOf, timeByChannel } from '../../../shared/insight/time-by-channel';
import type { TodayLine } from '../../../shared/insight/today';
import type { Interaction } from '../../../shared/model/interaction';
import { type Person, standingAsOf } from '../../../shared/model/person';
import type { CalendarDate } from '../../../shared/model/primitives';
import { addDays, dateOf, epochMs } from '../../../shared/model/time';
import { plainText } from '../../../shared/plain-text';
import type { Journal } from '../journal';
import { lastHeld } from './entries';
import { byDueDate, promiseView } from './promises';

const WORDS_SHOWN = 220;

/** Copied from process to process: only as many lines as are shown. */
export function todayPage(journal: Journal, lines: number): CallOutput<'today.page'> {
  const today = journal.today();
  const { shown, snoozed } = journal.todayLines.on(today);
  const reviewed = reviewPeople(journal);
  return {
    today,
    lines: shown.slice(0, lines).map((line) => lineView(journal, line)),
    total: shown.length,
    snoozed: snoozed.map(({ line, until }) => ({ ...lineView(journal, line), until })),
    week: weekAtAGlance(journal, today),
    comingUp: comingUp(journal, today),
    unsettled: unsettled(journal, today),
    review: { people: reviewed.length, done: reviewed.filter(({ id }) => isReviewed(journal, id)).length },
    empty: journal.tables.count('interaction') === 0 && journal.tables.count('promise') === 0,
  };
}

function lineView(journal: Journal, { key, personId, reason, evidence }: TodayLine): TodayLineView {
  const person = journal.tables.get('person', personId);
  return {
    key,
    person: journal.personName(personId),
    ring: person?.ring ?? null,
    partner: person?.partnerSince !== undefined,
    reason,
    evidence,
  };
}

/** From Monday up to today; each exchange is counted once, however many took part. */
function weekAtAGlance(journal: Journal, today: CalendarDate): WeekAtAGlance {
  const from = mondayOf(today);
  const held = [...journal.tables.chronology.betweenDays(from, today)].filter(
    ({ status, at }) => status === 'held' && from <= dateOf(at) && dateOf(at) <= today,
  );
  const exchanges = held.flatMap((entry) => entry.exchanges ?? []);
  const channels = timeByChannel(
    {
      interactions: held,
      gatherings: journal.tables.all('gathering'),
      timeLogs: journal.tables.all('timeLog'),
    },
    from,
    today,
  );
  return {
    from,
    people: new Set(held.flatMap(({ participants }) => participants.map(({ personId }) => personId))).size,
    ...sizesOf(exchanges),
    talkShare: talkShareOfEntries(held, journal.norms.current().norms.balance),
    minutes: channels.reduce((sum, { minutes }) => sum + minutes, 0),
    channels,
    timeLogs: [...journal.tables.all('timeLog')]
      .filter(({ date }) => from <= date && date <= today)
      .sort((a, b) => (a.date === b.date ? (a.id < b.id ? 1 : -1) : a.date < b.date ? 1 : -1)),
    evidence: held.map(interactionRef),
  };
}

/** Over entries, whoever they were with: what was noted for all who took part. */
function talkShareOfEntries(held: readonly Interaction[], norms: Norms['balance']): number | null {
  const contacts = held.map((interaction) => ({
    interaction,
    on: dateOf(interaction.at),
    at: interaction.at,
  }));
  return talkShareOver(contacts, '', norms).mean;
}

function comingUp(journal: Journal, today: CalendarDate): CallOutput<'today.page'>['comingUp'] {
  const last = addDays(today, journal.norms.current().norms.today.datesAhead);
  const isAhead = (at: string): boolean => today <= dateOf(at) && dateOf(at) <= last;
  const nowMs = journal.now().getTime();
  const planned = [...journal.tables.chronology.betweenDays(today, last)]
    .filter(({ status, at }) => status === 'planned' && isAhead(at) && epochMs(at) >= nowMs)
    .map((entry) => plannedItem(journal, entry));
  const gatherings = [...journal.tables.all('gathering')]
    .filter(({ from }) => isAhead(from))
    .map(({ id, from, name }) => ({ at: from, kind: 'gathering' as const, id, name, people: [] }));
  const promises = [...journal.tables.all('promise')]
    .filter(
      ({ by, status, dueOn }) => by === 'me' && status === 'open' && dueOn !== undefined && isAhead(dueOn),
    )
    .map(({ id, dueOn, what, personId }) => ({
      at: dueOn ?? today,
      kind: 'promise' as const,
      id,
      name: what,
      people: [journal.personName(personId)],
    }));
  return [...planned, ...gatherings, ...promises].sort(
    (a, b) => byText(dateOf(a.at), dateOf(b.at)) || epochMs(a.at) - epochMs(b.at),
  );
}

function plannedItem(journal: Journal, entry: Interaction): CallOutput<'today.page'>['comingUp'][number] {
  return {
    at: entry.at,
    kind: 'planned',
    id: entry.id,
    name: journal.gatheringName(entry.gatheringId)?.name ?? '',
    people: entry.participants.map(({ personId }) => journal.personName(personId)),
  };
}

/** Their time has come, and nobody said what became of them. */
function unsettled(journal: Journal, today: CalendarDate): CallOutput<'today.page'>['unsettled'] {
  const first = addDays(today, 1 - journal.norms.current().norms.today.unsettledFor);
  const nowMs = journal.now().getTime();
  return [...journal.tables.chronology.betweenDays(first, today)]
    .filter(({ status, at }) => status === 'planned' && first <= dateOf(at) && epochMs(at) < nowMs)
    .reverse()
    .map((entry) => plannedItem(journal, entry));
}

/** Inner and close people and partners who are active: the one most in need of a word first. */
export function reviewPeople(journal: Journal): Person[] {
  const today = journal.today();
  const isKey = ({ ring, partnerSince }: Person): boolean =>
    ring === 'inner' || ring === 'close' || partnerSince !== undefined;
  const lateness = (person: Person): number => {
    const rhythm = journal.insights.of(person.id)?.rhythm;
    return rhythm && rhythm.gapDays !== null ? rhythm.gapDays / rhythm.expectedDays : 0;
  };
  return [...journal.tables.all('person')]
    .filter((person) => isKey(person) && standingAsOf(person, today) === 'active')
    .map((person) => ({ person, late: lateness(person) }))
    .sort((a, b) => b.late - a.late || (a.person.id < b.person.id ? -1 : 1))
    .map(({ person }) => person);
}

/** The mark that somebody was looked at this week lies with the snoozed lines: it goes by itself on Monday. */
export function reviewKey(personId: string): string {
  return `review:${personId}`;
}

function isReviewed(journal: Journal, personId: string): boolean {
  const today = journal.today();
  for (const snooze of journal.tables.all('snooze'))
    if (snooze.line === reviewKey(personId) && snooze.until > today) return true;
  return false;
}

export function weeklyReview(journal: Journal): CallOutput<'review.people'> {
  return {
    week: mondayOf(journal.today()),
    people: reviewPeople(journal).map((person) => reviewed(journal, person)),
  };
}

function reviewed(journal: Journal, person: Person): ReviewPerson {
  const insight = journal.insights.of(person.id);
  if (!insight) throw new Error(`The person ${person.id} went while being reviewed.`);
  const entries = journal.tables.interactionsOf(person.id);
  const held = entries.filter(
    ({ status, at }) => status === 'held' && epochMs(at) <= epochMs(journal.asOf()),
  );
  const last = lastHeld(journal, entries);
  const sums = sizesOf(
    held.flatMap((entry) => exchangesWith(entry, person.id).map(({ exchange }) => exchange)),
  );
  return {
    person: journal.personName(person.id),
    ring: person.ring ?? null,
    partner: person.partnerSince !== undefined,
    stage: insight.stage.evidence,
    rhythm: insight.rhythm,
    ...sums,
    last: last
      ? { id: last.id, on: dateOf(last.at), words: plainText(last.notes ?? '').slice(0, WORDS_SHOWN) }
      : null,
    nextStep: last?.nextStep ?? null,
    owed: journal.tables
      .promisesOf(person.id)
      .filter(({ status }) => status === 'open')
      .sort(byDueDate)
      .map((promise) => promiseView(journal, promise)),
    reviewed: isReviewed(journal, person.id),
  };
}
