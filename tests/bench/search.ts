import type { Journal } from '../../electron/journal/journal';
import { search } from '../../electron/journal/views/search';
import { type Figure, ms, percentile, timeMs } from './bench-kit';

const QUERIES = [
  'merger',
  'pension landlord',
  'maya',
  'hélène canal',
  'LUKASZ',
  'lukasz coffee good',
  'nothing-that-is-anywhere',
  'e',
  'kowalsky',
  'byrne promised monday',
  'checklist invoice partner autumn',
  'Çelik',
];
const ROUNDS = 10;

/** The first page of a search over everything, as the user sees it come up while typing. */
export async function benchSearch(journal: Journal): Promise<Figure> {
  await journal.texts.warm(() => false);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const text of QUERIES)
      times.push(await timeMs(() => search(journal, { text, offset: 0, limit: 50 })));
  }
  return {
    name: 'search over everything, 95th percentile',
    detail: `median ${ms(percentile(times, 50))}, slowest ${ms(percentile(times, 100))}, ${QUERIES.length} searches, ${ROUNDS} times each`,
    value: percentile(times, 95),
    unit: 'ms',
    limit: { kind: 'atMost', value: 50 },
  };
}
