import type { QueryClient } from '@tanstack/react-query';
import { readAhead } from '../../api';
import { peekView } from '../../api/place';
import { readFirstPage } from '../../api/rows';
import { todayHere } from '../../ui/dates';
import { comingOf, comingPage, everything, JournalView, pastOf, queryOf } from './journal-view';

/** Reads what the journal's page will ask for first, while its frame is being drawn. */
export async function readJournalAhead(client: QueryClient): Promise<void> {
  const kept = JournalView.safeParse(peekView('journal'));
  const query = queryOf(kept.success ? kept.data : everything);
  const today = todayHere();
  const coming = comingOf(query, today);
  await Promise.all([
    readFirstPage(client, 'interactions.list', pastOf(query, today)),
    coming && readAhead(client, 'interactions.list', comingPage(coming)),
  ]);
}
