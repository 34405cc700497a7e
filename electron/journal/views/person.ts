import type { EntryView, PromiseView } from '../../../shared/contract/common';
import type { CallOutput, ParsedInput } from '../../../shared/contract/contract';
import type { ChartEntry, TimelineItem } from '../../../shared/contract/people';
import { interactionOn, promiseRecordOn } from '../../../shared/insight/as-of';
import { balanceByMonth } from '../../../shared/insight/balance-months';
import { usualOf } from '../../../shared/insight/norms-in-use';
import { repliesOf } from '../../../shared/insight/replies';
import { stageHistory } from '../../../shared/insight/stage-history';
import type { PersonSlice } from '../../../shared/insight/types';
import { type Interaction, isWritten, participantOf } from '../../../shared/model/interaction';
import type { Person } from '../../../shared/model/person';
import type { Id, Instant } from '../../../shared/model/primitives';
import type { PromiseRecord } from '../../../shared/model/promise';
import { dateOf, epochMs } from '../../../shared/model/time';
import { FailureError } from '../files/failure-error';
import type { PersonInsight } from '../insights/insight-cache';
import type { Look, ReadableJournal } from '../journal';
import { leadsToPerson } from '../insights/leads';
import { pageOf } from '../calls/paging';
import { entryView, lastHeld, newestFirst } from './entries';
import { byDueDate, promiseView } from './promises';

/** Of a long relationship the chart marks the latest entries; the lines go all the way back. */
const MARKED_ENTRIES = 500;
const CHART_WORDS = 120;

export function requirePerson(journal: ReadableJournal, id: Id): Person {
  const person = journal.tables.get('person', id);
  if (!person) throw new FailureError({ kind: 'notFound', what: 'person' });
  return person;
}

/** All that concerns a person. */
export function requireSlice(journal: ReadableJournal, id: Id): PersonSlice {
  const slice = journal.insights.slice(id);
  if (!slice) throw new FailureError({ kind: 'notFound', what: 'person' });
  return slice;
}

/** A person's figures as of a moment. */
export function requireInsight(journal: ReadableJournal, id: Id, asOf: Instant): PersonInsight {
  const insight = journal.insights.at(id, asOf);
  if (!insight) throw new FailureError({ kind: 'notFound', what: 'person' });
  return insight;
}

export function personPage(
  journal: ReadableJournal,
  { id, on }: ParsedInput<'people.page'>,
): CallOutput<'people.page'> {
  const person = requirePerson(journal, id);
  const look = journal.look(on);
  const entries = entriesUntil(journal, id, look);
  const first = entries.at(-1);
  return {
    person,
    ...requireInsight(journal, id, look.asOf),
    replies: repliesOf(requireSlice(journal, id), look.asOf),
    usual: usualOf(journal.norms.current()),
    owed: owedBothWays(journal, id, look),
    circles: (person.circleIds ?? [])
      .map((circle) => journal.circleName(circle))
      .filter((circle) => circle !== null),
    metAt: journal.gatheringName(person.met?.gatheringId),
    introducers: leadsToPerson(journal.tables, person, look.asOf).map(({ by }) => journal.personName(by)),
    entries: entries.length,
    firstEntryOn: first ? dateOf(first.at) : null,
    nextMeeting: nextMeetingOf(entries, journal.now().getTime()),
    nextStep: nextStepOf(lastHeld(journal, entries)),
  };
}

/** Newest first; of a past day only what had happened by its end. */
function entriesUntil(journal: ReadableJournal, id: Id, { day, past }: Look): Interaction[] {
  const entries = newestFirst(journal.tables.interactionsOf(id));
  return past ? entries.filter(({ at }) => dateOf(at) <= day) : entries;
}

function owedBothWays(journal: ReadableJournal, personId: Id, look: Look): PromiseView[] {
  return promisesUntil(journal, personId, look)
    .filter((promise) => promise.status === 'open')
    .sort(byDueDate)
    .map((promise) => promiseView(journal, promise, look.day));
}

/** Of a past day what had been promised by its end, as it stood then. */
function promisesUntil(journal: ReadableJournal, personId: Id, { day, past }: Look): PromiseRecord[] {
  const promises = journal.tables.promisesOf(personId);
  if (!past) return [...promises];
  return promises.filter(({ madeOn }) => madeOn <= day).map((promise) => promiseRecordOn(promise, day));
}

function nextMeetingOf(
  newest: readonly Interaction[],
  nowMs: number,
): CallOutput<'people.page'>['nextMeeting'] {
  const next = newest.filter(({ status, at }) => status === 'planned' && epochMs(at) >= nowMs).at(-1);
  return next ? { id: next.id, at: next.at, kind: next.kind } : null;
}

/** The next step noted last, as long as nothing happened after it. */
function nextStepOf(last: Interaction | undefined): CallOutput<'people.page'>['nextStep'] {
  if (last?.nextStep === undefined) return null;
  return { text: last.nextStep, interactionId: last.id, on: dateOf(last.at) };
}

export function personCharts(
  journal: ReadableJournal,
  { id, on }: ParsedInput<'people.charts'>,
): CallOutput<'people.charts'> {
  const slice = requireSlice(journal, id);
  const look = journal.look(on);
  return {
    today: look.day,
    history: stageHistory(slice, look.asOf),
    months: balanceByMonth(slice, look.asOf),
    entries: entriesUntil(journal, id, look)
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
  journal: ReadableJournal,
  input: ParsedInput<'people.timeline'>,
): CallOutput<'people.timeline'> {
  requirePerson(journal, input.id);
  const items = timelineItems(journal, input);
  return pageOf(items, input, (item) => item());
}

/** The items of the timeline, newest first; each is made only when its page is asked for. */
function timelineItems(
  journal: ReadableJournal,
  input: ParsedInput<'people.timeline'>,
): (() => TimelineItem)[] {
  const look = journal.look(input.on);
  const items: { on: string; order: number; make: () => TimelineItem }[] = [];
  if (input.show !== 'promises') {
    for (const entry of entriesUntil(journal, input.id, look)) {
      if (input.show === 'exchanges' && !entry.exchanges?.length) continue;
      if (input.show === 'meetings' && isWritten(entry.kind)) continue;
      const on = dateOf(entry.at);
      items.push({ on, order: 0, make: () => ({ kind: 'entry', on, entry: entryOn(journal, entry, look) }) });
    }
  }
  if (input.show === 'everything' || input.show === 'promises')
    items.push(...promiseItems(journal, input, look));
  // Stable: entries of one day keep the order of their times, promises closed that day come first.
  items.sort((a, b) => (a.on === b.on ? b.order - a.order : a.on < b.on ? 1 : -1));
  return items.map(({ make }) => make);
}

/** An entry of the timeline as it stood on a day, with its promises. */
function entryOn(journal: ReadableJournal, entry: Interaction, { day, past }: Look): EntryView {
  if (!past) return entryView(journal, entry);
  const view = entryView(journal, interactionOn(entry, day));
  return { ...view, promises: view.promises.map((promise) => promiseRecordOn(promise, day)) };
}

function promiseItems(journal: ReadableJournal, input: ParsedInput<'people.timeline'>, look: Look) {
  const items: { on: string; order: number; make: () => TimelineItem }[] = [];
  for (const promise of promisesUntil(journal, input.id, look)) {
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
