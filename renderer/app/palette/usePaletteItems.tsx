import { useDeferredValue, useMemo } from 'react';
import { type Command, type CommandId, commands } from '../../../shared/commands';
import type { Excerpt } from '../../../shared/contract/common';
import type { SearchHit } from '../../../shared/contract/interactions';
import { useRead } from '../../api';
import { useAvailableCommands, runCommand } from '../../ui/commands';
import { formatDay } from '../../ui/dates';
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
  const onward = typed.trim() === '' ? [] : onwardItems(typed.trim(), hits);
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
  return {
    id: `${hit.type}:${hit.id}`,
    group: hit.type === 'person' ? 'People' : 'In the journal',
    title: hit.type === 'person' ? hit.title : aroundFirstMark(hit.excerpt ?? hit.title),
    aside: asideOf(hit),
    kind: hit.type,
    run: () => navigate(routeOf(hit)),
  };
}

function asideOf(hit: SearchHit): string {
  const about =
    hit.type === 'person'
      ? hit.excerpt && aroundFirstMark(hit.excerpt).text
      : hit.excerpt
        ? hit.title.text
        : undefined;
  return [about, hit.on ? formatDay(hit.on) : undefined].filter(Boolean).join(' · ');
}

function routeOf(hit: SearchHit): string {
  switch (hit.type) {
    case 'person':
      return `/people/${hit.id}`;
    case 'gathering':
      return `/gatherings/${hit.id}`;
    case 'circle':
      return `/circles/${hit.id}`;
    case 'promise':
      return hit.personId ? `/people/${hit.personId}` : '/promises';
    case 'interaction':
      return hit.personId ? `/people/${hit.personId}` : '/journal';
  }
}

function onwardItems(typed: string, hits: PaletteItem[]): PaletteItem[] {
  const newPerson: PaletteItem = {
    id: 'new:person',
    group: 'Or',
    title: { text: `New person “${typed}”`, marks: [] },
    kind: 'new',
    run: () => void features.person().then((person) => person.openPersonForm({ name: typed }), toastError),
  };
  const isKnown = hits.some((hit) => hit.kind === 'person');
  return isKnown ? [] : [newPerson];
}
