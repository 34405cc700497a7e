import type { QueryClient } from '@tanstack/react-query';
import { readAhead } from '../../api';
import { TODAY_LINES } from '../../../shared/contract/today-lines';

/** Reads what the page of today will ask for first, while its frame is being drawn. */
export function readTodayAhead(client: QueryClient): Promise<unknown> {
  return readAhead(client, 'today.page', { lines: TODAY_LINES });
}
