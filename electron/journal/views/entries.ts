import type { EntryView } from '../../../shared/contract/common';
import type { EntryQuery } from '../../../shared/contract/interactions';
import { excerptOf, searchWords } from '../../../shared/fold-text';
import type { Interaction } from '../../../shared/model/interaction';
import { dateOf } from '../../../shared/model/time';
import type { Journal } from '../journal';
import { peopleNamedBy } from '../search/people-matcher';

/** Longer notes are cut in lists; the entry itself has them whole. */
const LIST_NOTES_LENGTH = 1_200;

/** The ids of all interactions that answer the query, newest first. */
export function findEntries(journal: Journal, query: EntryQuery): string[] {
  const words = searchWords(query.text ?? '');
  const named = words.length > 0 ? peopleNamedBy(journal.tables, words) : new Map<string, Set<string>>();
  const wantsText = (entry: Interaction): boolean => {
    if (words.length === 0) return true;
    const text = journal.texts.of('interaction', entry);
    return words.every(
      (word) =>
        text.includes(word) || entry.participants.some(({ personId }) => named.get(word)?.has(personId)),
    );
  };
  const ids: string[] = [];
  for (const entry of candidates(journal, query)) {
    if (matchesFilters(journal, query, entry) && wantsText(entry)) ids.push(entry.id);
  }
  return ids;
}

/** Newest first: everyone's, or one person's or gathering's when the query names one. */
function* candidates(journal: Journal, query: EntryQuery): Generator<Interaction> {
  if (query.personId !== undefined) {
    yield* newestFirst(journal.tables.interactionsOf(query.personId));
  } else if (query.gatheringId !== undefined) {
    yield* newestFirst(journal.tables.interactionsAt(query.gatheringId));
  } else {
    const moments = journal.tables.chronology.oldestFirst;
    for (let at = moments.length - 1; at >= 0; at--) {
      const entry = journal.tables.get('interaction', moments[at]?.id ?? '');
      if (entry) yield entry;
    }
  }
}

/** Sorted by when they happened, the latest first; those of the same moment by id. */
export function newestFirst(entries: readonly Interaction[]): Interaction[] {
  return entries
    .map((entry) => ({ entry, ms: Date.parse(entry.at) }))
    .sort((a, b) => b.ms - a.ms || (a.entry.id < b.entry.id ? 1 : -1))
    .map(({ entry }) => entry);
}

function matchesFilters(journal: Journal, query: EntryQuery, entry: Interaction): boolean {
  const on = dateOf(entry.at);
  if (query.from !== undefined && on < query.from) return false;
  if (query.to !== undefined && on > query.to) return false;
  if (query.kinds && query.kinds.length > 0 && !query.kinds.includes(entry.kind)) return false;
  if (query.statuses && query.statuses.length > 0 && !query.statuses.includes(entry.status)) return false;
  if (query.gatheringId !== undefined && entry.gatheringId !== query.gatheringId) return false;
  if (query.tag !== undefined && !entry.tags?.includes(query.tag)) return false;
  const { circleId, stage } = query;
  if (circleId !== undefined && !someone(entry, (id) => inCircle(journal, id, circleId))) return false;
  if (stage !== undefined && !someone(entry, (id) => journal.insights.of(id)?.stage.evidence === stage))
    return false;
  return true;
}

function someone(entry: Interaction, test: (personId: string) => boolean): boolean {
  return entry.participants.some(({ personId }) => test(personId));
}

function inCircle(journal: Journal, personId: string, circleId: string): boolean {
  return journal.tables.get('person', personId)?.circleIds?.includes(circleId) ?? false;
}

/** An interaction as lists show it. `words`: of a search, to show the piece of the notes that answers it. */
export function entryView(
  journal: Journal,
  interaction: Interaction,
  words: readonly string[] = [],
): EntryView {
  const notes = interaction.notes ?? '';
  const notesCut = notes.length > LIST_NOTES_LENGTH;
  const text = journal.texts.of('interaction', interaction);
  const answers = words.some((word) => text.includes(word));
  return {
    interaction: notesCut ? { ...interaction, notes: notes.slice(0, LIST_NOTES_LENGTH) } : interaction,
    notesCut,
    people: interaction.participants.map(({ personId }) => journal.personName(personId)),
    gathering: journal.gatheringName(interaction.gatheringId),
    promises: journal.tables.promisesMadeIn(interaction.id),
    excerpt: answers ? excerptOf(searchedText(interaction, words), words) : null,
  };
}

/** The notes when a word is in them, else the first other text of the entry in which one is. */
function searchedText(interaction: Interaction, words: readonly string[]): string {
  const others = [
    interaction.place,
    interaction.nextStep,
    interaction.followUpReason,
    interaction.theyAsked,
    ...(interaction.tags ?? []),
    ...(interaction.exchanges ?? []).map((exchange) => exchange.note),
    ...interaction.participants.map((participant) => participant.note),
  ];
  const texts = [interaction.notes, ...others].filter((text) => text !== undefined);
  return texts.find((text) => excerptOf(text, words).marks.length > 0) ?? interaction.notes ?? '';
}
