import type { EntryView, Excerpt } from '../../../shared/contract/common';
import type { EntryQuery } from '../../../shared/contract/interactions';
import { excerptOf, foldText, searchWords } from '../../../shared/fold-text';
import type { Interaction } from '../../../shared/model/interaction';
import { dateOf, epochMs } from '../../../shared/model/time';
import { type Block, byTime } from '../tables/chronology';
import type { ReadableJournal } from '../journal';
import { interactionWords } from '../search/folded-texts';
import { scanBlock, soughtWords } from '../search/scan';

/** Longer notes are cut in lists; the entry itself has them whole. */
const LIST_NOTES_LENGTH = 1_200;

/**
 * One page of the interactions that answer the query, newest first, and how many there are in all. Only the page's own
 * are gathered: a list of all would take longer to make than they take to find.
 */
export function findEntries(
  journal: ReadableJournal,
  query: EntryQuery,
  page: { offset: number; limit: number },
): { total: number; shown: Interaction[] } {
  const { tables, texts } = journal;
  const words = soughtWords(tables, texts, searchWords(query.text ?? ''));
  const filtered = hasFilter(query);
  const end = page.offset + page.limit;
  const shown: Interaction[] = [];
  let total = 0;
  for (const block of [...candidates(journal, query)].reverse()) {
    const places = words.length === 0 ? null : scanBlock(block, texts.ofBlock(block), words);
    for (let index = (places ?? block.interactions).length - 1; index >= 0; index--) {
      const entry = block.interactions[places ? (places[index] ?? -1) : index];
      if (filtered && !(entry && matchesFilters(journal, query, entry))) continue;
      if (entry !== undefined && total >= page.offset && total < end) shown.push(entry);
      total += 1;
    }
  }
  return { total, shown };
}

/** Oldest first: everyone's, or one person's or gathering's when the query names one. */
function candidates({ tables }: ReadableJournal, query: EntryQuery): readonly Block[] {
  if (query.personId !== undefined) return [oneBlock(tables.interactionsOf(query.personId))];
  if (query.gatheringId !== undefined) return [oneBlock(tables.interactionsAt(query.gatheringId))];
  return tables.chronology.blocks;
}

function oneBlock(entries: readonly Interaction[]): Block {
  return { interactions: newestFirst(entries).reverse(), text: null };
}

/** Sorted by when they happened, the latest first; those of the same moment by id. */
export function newestFirst(entries: readonly Interaction[]): Interaction[] {
  return entries
    .map((entry) => ({ entry, ms: Date.parse(entry.at) }))
    .sort((a, b) => b.ms - a.ms || (a.entry.id < b.entry.id ? 1 : -1))
    .map(({ entry }) => entry);
}

/** The last one that took place: of those noted for later than today nothing is known yet. */
export function lastHeld(journal: ReadableJournal, entries: readonly Interaction[]): Interaction | undefined {
  const endMs = epochMs(journal.asOf());
  let last: Interaction | undefined;
  for (const entry of entries) {
    if (entry.status !== 'held' || epochMs(entry.at) > endMs) continue;
    if (!last || byTime(last, entry) < 0) last = entry;
  }
  return last;
}

function hasFilter({ from, to, kinds, statuses, gatheringId, tag, circleId, stage }: EntryQuery): boolean {
  return [from, to, kinds, statuses, gatheringId, tag, circleId, stage].some(
    (filter) => filter !== undefined,
  );
}

function matchesFilters(journal: ReadableJournal, query: EntryQuery, entry: Interaction): boolean {
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

function inCircle(journal: ReadableJournal, personId: string, circleId: string): boolean {
  return journal.tables.get('person', personId)?.circleIds?.includes(circleId) ?? false;
}

/** An interaction as lists show it. `words`: of a search, to show the piece of the notes that answers it. */
export function entryView(
  journal: ReadableJournal,
  interaction: Interaction,
  words: readonly string[] = [],
): EntryView {
  const notes = interaction.notes ?? '';
  const notesCut = notes.length > LIST_NOTES_LENGTH;
  return {
    interaction: notesCut ? { ...interaction, notes: notes.slice(0, LIST_NOTES_LENGTH) } : interaction,
    notesCut,
    people: interaction.participants.map(({ personId }) => journal.personName(personId)),
    gathering: journal.gatheringName(interaction.gatheringId),
    promises: journal.tables.promisesMadeIn(interaction.id),
    excerpt: words.length > 0 ? excerptIn(interaction, words) : null,
  };
}

/** The piece of the notes, or else of another text of the entry, in which a word stands; null when a name answered. */
function excerptIn(interaction: Interaction, words: readonly string[]): Excerpt | null {
  const text = interactionWords(interaction)
    .split('\n')
    .find((line) => words.some((word) => foldText(line).includes(word)));
  return text === undefined ? null : excerptOf(text, words);
}
