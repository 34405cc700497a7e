import type { PromiseView } from '../../../shared/contract/common';
import type { CallOutput, ParsedInput } from '../../../shared/contract/contract';
import type { ChartEntry, TimelineItem } from '../../../shared/contract/people';
import { balanceByMonth } from '../../../shared/insight/balance-months';
import { stageHistory } from '../../../shared/insight/stage-history';
import { type Interaction, isWritten, participantOf } from '../../../shared/model/interaction';
import type { Person } from '../../../shared/model/person';
import type { Id } from '../../../shared/model/primitives';
import { dateOf } from '../../../shared/model/time';
import { FailureError } from '../failure-error';
import type { Journal } from '../journal';
import { pageOf } from '../paging';
import { entryView, newestFirst } from './entries';
import { byDueDate, promiseView } from './promises';

/** Of a long relationship the chart marks the latest entries; the lines go all the way back. */
const MARKED_ENTRIES = 500;
const CHART_WORDS = 120;

export function requirePerson(journal: Journal, id: Id): Person {
  const person = journal.tables.get('person', id);
  if (!person) throw new FailureError({ kind: 'notFound', what: 'person' });
  return person;
}

export function personPage(journal: Journal, id: Id): CallOutput<'people.page'> {
  const person = requirePerson(journal, id);
  const insight = journal.insights.of(id);
  if (!insight) throw new FailureError({ kind: 'notFound', what: 'person' });
  const entries = newestFirst(journal.tables.interactionsOf(id));
  const first = entries.at(-1);
  return {
    person,
    ...insight,
    owed: owedBothWays(journal, id),
    circles: (person.circleIds ?? [])
      .map((circle) => journal.circleName(circle))
      .filter((circle) => circle !== null),
    metAt: journal.gatheringName(person.met?.gatheringId),
    introducers: introducersOf(journal, person),
    entries: entries.length,
    firstEntryOn: first ? dateOf(first.at) : null,
    nextStep: nextStepOf(entries),
  };
}

function owedBothWays(journal: Journal, personId: Id): PromiseView[] {
  return journal.tables
    .promisesOf(personId)
    .filter((promise) => promise.status === 'open')
    .sort(byDueDate)
    .map((promise) => promiseView(journal, promise));
}

function introducersOf(journal: Journal, person: Person): CallOutput<'people.page'>['introducers'] {
  const thanked = new Set<string>();
  for (const introduction of journal.tables.all('introduction')) {
    if (introduction.thanked && (introduction.a === person.id || introduction.b === person.id))
      thanked.add(introduction.by);
  }
  return (person.met?.introducedBy ?? []).map((id) => ({
    ...journal.personName(id),
    thanked: thanked.has(id),
  }));
}

/** The next step noted last, as long as nothing happened after it. */
function nextStepOf(newest: readonly Interaction[]): CallOutput<'people.page'>['nextStep'] {
  const last = newest.find((entry) => entry.status === 'held');
  if (last?.nextStep === undefined) return null;
  return { text: last.nextStep, interactionId: last.id, on: dateOf(last.at) };
}

export function personCharts(journal: Journal, id: Id): CallOutput<'people.charts'> {
  requirePerson(journal, id);
  const slice = journal.insights.slice(id);
  if (!slice) throw new FailureError({ kind: 'notFound', what: 'person' });
  const asOf = journal.asOf();
  return {
    today: journal.today(),
    history: stageHistory(slice, asOf),
    months: balanceByMonth(slice, asOf),
    entries: newestFirst(slice.interactions)
      .filter((entry) => entry.status === 'held')
      .slice(0, MARKED_ENTRIES)
      .reverse()
      .map((entry) => chartEntry(entry, id)),
  };
}

function chartEntry(entry: Interaction, personId: Id): ChartEntry {
  return {
    id: entry.id,
    on: dateOf(entry.at),
    kind: entry.kind,
    talkShare: isWritten(entry.kind)
      ? null
      : (participantOf(entry, personId)?.talkShare ?? entry.talkShare ?? null),
    words: (entry.notes ?? '').slice(0, CHART_WORDS),
  };
}

export function personTimeline(
  journal: Journal,
  input: ParsedInput<'people.timeline'>,
): CallOutput<'people.timeline'> {
  requirePerson(journal, input.id);
  const items = timelineItems(journal, input);
  return pageOf(items, input, (item) => item());
}

/** The items of the timeline, newest first; each is made only when its page is asked for. */
function timelineItems(journal: Journal, input: ParsedInput<'people.timeline'>): (() => TimelineItem)[] {
  const items: { on: string; order: number; make: () => TimelineItem }[] = [];
  if (input.show !== 'promises') {
    for (const entry of newestFirst(journal.tables.interactionsOf(input.id))) {
      if (input.show === 'exchanges' && !entry.exchanges?.length) continue;
      if (input.show === 'meetings' && isWritten(entry.kind)) continue;
      const on = dateOf(entry.at);
      items.push({ on, order: 0, make: () => ({ kind: 'entry', on, entry: entryView(journal, entry) }) });
    }
  }
  if (input.show === 'everything' || input.show === 'promises') items.push(...promiseItems(journal, input));
  // Stable: entries of one day keep the order of their times, promises closed that day come first.
  items.sort((a, b) => (a.on === b.on ? b.order - a.order : a.on < b.on ? 1 : -1));
  return items.map(({ make }) => make);
}

function promiseItems(journal: Journal, input: ParsedInput<'people.timeline'>) {
  const items: { on: string; order: number; make: () => TimelineItem }[] = [];
  for (const promise of journal.tables.promisesOf(input.id)) {
    const shownWithEntry = promise.interactionId !== undefined && input.show === 'everything';
    const { madeOn, closedOn } = promise;
    if (!shownWithEntry) {
      items.push({
        on: madeOn,
        order: 1,
        make: () => ({ kind: 'promise', on: madeOn, event: 'made', promise }),
      });
    }
    if (promise.status !== 'open' && closedOn !== undefined) {
      items.push({
        on: closedOn,
        order: 2,
        make: () => ({ kind: 'promise', on: closedOn, event: 'closed', promise }),
      });
    }
  }
  return items;
}
