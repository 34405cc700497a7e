import { useDeferredValue, useMemo } from 'react';
import { type Command, type CommandId, commands } from '../../../shared/commands';
import type { Excerpt } from '../../../shared/contract/common';
import type { SearchHit } from '../../../shared/contract/interactions';
import { assertNever } from '../../../shared/assert-never';
import { useRead } from '../../api';
import { useAvailableCommands, runCommand } from '../../ui/commands';
import { formatDay, formatNumber } from '../../../shared/words/dates';
import { toastError } from '../../ui/toasts';
import { features } from '../features';
import { navigate } from '../location';
import { groupTitles } from '../ShortcutSheet';
import { aroundFirstMark, matchRank } from './match';

/** One line of the palette. */
export interface PaletteItem {
  id: string;
  group: string;
  title: Excerpt;
  aside?: string | undefined;
  date?: string | undefined;
  keys?: string | undefined;
  kind: SearchHit['type'] | 'command' | 'search' | 'new';
  run: () => void;
}

const FOUND_LIMIT = 12;

/** What the palette offers for what was typed: commands, then people and entries, then ways to go on. */
export function usePaletteItems(typed: string): { items: PaletteItem[]; error: unknown; searching: boolean } {
  const available = useAvailableCommands();
  const text = useDeferredValue(typed.trim());
  const found = useRead('search.query', { text, offset: 0, limit: FOUND_LIMIT }, { enabled: text !== '' });
  const commandItems = useMemo(() => matchingCommands(typed, available), [typed, available]);
  const hits = useMemo(() => (text === '' ? [] : (found.data?.rows ?? []).map(hitItem)), [text, found.data]);
  const onward = typed.trim() === '' ? [] : onwardItems(typed.trim(), found.data?.total ?? 0, hits);
  return {
    items: [...commandItems, ...hits, ...onward],
    error: found.error,
    searching: text !== '' && found.isFetching,
  };
}

function matchingCommands(typed: string, available: ReadonlySet<CommandId>): PaletteItem[] {
  const ranked: { item: PaletteItem; rank: number }[] = [];
  for (const { id, ...command } of commands) {
    const { title, group, keys }: Omit<Command, 'id'> = command;
    const rank = matchRank(title, typed);
    // The palette does not offer to open itself.
    if (rank === null || id === 'palette' || !available.has(id)) continue;
    const item: PaletteItem = {
      id: `command:${id}`,
      group: groupTitles[group],
      title: { text: title, marks: [] },
      keys,
      kind: 'command',
      run: () => runCommand(id),
    };
    ranked.push({ item, rank });
  }
  if (typed.trim() === '') return ranked.map(({ item }) => item);
  // While searching, what was found is one short list, best first.
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => ({ ...item, group: 'Do' }));
}

function hitItem(hit: SearchHit): PaletteItem {
  const excerpt = wordsOf(hit);
  return {
    id: `${hit.type}:${hit.id}`,
    group: hit.type === 'person' ? 'People' : 'In the journal',
    title: hit.type === 'person' || !excerpt ? hit.title : aroundFirstMark(excerpt),
    aside: asideOf(hit),
    date: hit.on ? formatDay(hit.on) : undefined,
    kind: hit.type,
    run: () => void openHit(hit).catch(toastError),
  };
}

/** An entry may have no words at all. */
function wordsOf({ excerpt }: SearchHit): Excerpt | null {
  return excerpt && excerpt.text.trim() !== '' ? excerpt : null;
}

function asideOf(hit: SearchHit): string | undefined {
  const excerpt = wordsOf(hit);
  if (!excerpt) return undefined;
  return hit.type === 'person' ? aroundFirstMark(excerpt).text : hit.title.text;
}

async function openHit(hit: SearchHit): Promise<void> {
  const target = (await features.journal()).targetOf(hit);
  switch (target.kind) {
    case 'route':
      return navigate(target.route);
    case 'entry':
      return (await features.debrief()).openDebrief({ editId: target.id });
    case 'promise':
      return (await features.promises()).openPromiseForm({ editId: target.id });
    case 'introduction':
      return (await features.network()).openIntroduction({ editId: target.id });
    default:
      return assertNever(target);
  }
}

/** Ways to go on: to all that was found, or to a person who is not there yet. */
function onwardItems(typed: string, total: number, hits: PaletteItem[]): PaletteItem[] {
  const all: PaletteItem = {
    id: 'search:all',
    group: 'Or',
    title: { text: `Show all ${formatNumber(total)} in the search`, marks: [] },
    kind: 'search',
    run: () => void searchFor(typed).catch(toastError),
  };
  const newPerson: PaletteItem = {
    id: 'new:person',
    group: 'Or',
    title: { text: `New person “${typed}”`, marks: [] },
    kind: 'new',
    run: () => void features.person().then((person) => person.openPersonForm({ name: typed }), toastError),
  };
  const isKnown = hits.some((hit) => hit.kind === 'person');
  return [...(total > hits.length ? [all] : []), ...(isKnown ? [] : [newPerson])];
}

async function searchFor(typed: string): Promise<void> {
  (await features.journal()).keepSearch(typed);
  navigate('/search');
}
