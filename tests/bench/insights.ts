import { TODAY_LINES } from '../../shared/contract/today-lines';
import type { Interaction } from '../../shared/model/interaction';
import { journalHandlers } from '../../electron/journal/calls/handlers';
import type { Journal } from '../../electron/journal/journal';
import { valueOrThrow } from '../../electron/journal/journal-store';
import { changeOf } from '../../electron/journal/changes/edit';
import { created } from '../../shared/model/stamp';
import { addDays } from '../../shared/model/time';
import { success } from '../../shared/result';
import { type Figure, median, ms, timeMs } from './bench-kit';

const ROUNDS = 9;
const MANY = 2_000;

/**
 * What the screens ask for first, over the whole journal: computed once, and then kept up to date entry by entry. The
 * entries are with those of entries spread over the whole journal, so that whom one meets often comes up often.
 */
export async function benchScreens(journal: Journal): Promise<Figure[]> {
  const calls = journalHandlers(journal);
  const met = peopleMet(journal);
  const pages = [
    { name: 'Today', limit: 150, read: () => calls['today.page']({ lines: TODAY_LINES }) },
    { name: 'the Insights page', limit: 500, read: () => calls['insights.page']({}) },
  ];
  const figures: Figure[] = [];
  for (const { name, limit, read } of pages) {
    const full = await timeMs(read);
    const updates: number[] = [];
    const opened: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await addEntries(journal, met[round] ?? '', 1);
      updates.push(await timeMs(read));
      opened.push(await timeMs(read));
    }
    const [busiest] = journal.tables.all('person');
    await addEntries(journal, busiest?.id ?? '', 1);
    const slowest = await timeMs(read);
    figures.push(
      {
        name: `${name} after a new entry`,
        detail: `median ${ms(median(updates))}, without one ${ms(median(opened))}, ${ROUNDS} times; with somebody of ${journal.tables.interactionsOf(busiest?.id ?? '').length} entries ${ms(slowest)}`,
        value: median(updates),
        unit: 'ms',
        limit: { kind: 'atMost', value: limit },
      },
      {
        name: `${name}: everything computed against one entry's update`,
        detail: `${ms(full)} against ${ms(median(updates))}`,
        value: full / median(updates),
        unit: 'times',
        limit: { kind: 'atLeast', value: 50 },
      },
    );
  }
  return figures;
}

/** All that the page of somebody with 2,000 entries asks for: after a new entry, and while it is slid back in time. */
export async function benchPerson(journal: Journal): Promise<Figure[]> {
  const calls = journalHandlers(journal);
  const id = peopleMet(journal).at(-1) ?? '';
  await addEntries(journal, id, MANY - journal.tables.interactionsOf(id).length);
  const read = async (input: { id: string; on?: string }): Promise<void> => {
    await calls['people.page'](input);
    await calls['people.charts'](input);
    await calls['people.timeline']({ ...input, show: 'everything', offset: 0, limit: 40 });
    await calls['insights.breakdown'](input);
    await calls['insights.openings'](input);
  };
  const after: number[] = [];
  const past: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await addEntries(journal, id, 1);
    after.push(await timeMs(() => read({ id })));
    past.push(await timeMs(() => read({ id, on: addDays(journal.today(), -1 - round) })));
  }
  const figure = (name: string, times: number[]): Figure => ({
    name: `the page of a person with ${MANY} entries, ${name}`,
    detail: `median of ${ROUNDS}`,
    value: median(times),
    unit: 'ms',
    limit: { kind: 'atMost', value: 200 },
  });
  return [figure('after a new one', after), figure('at a past day', past)];
}

/** As many people as there are rounds, each of an entry: the entries lie evenly in the whole of the journal. */
function peopleMet({ tables }: Journal): string[] {
  const entries = [...tables.all('interaction')];
  return Array.from({ length: ROUNDS }, (_, round) => {
    const entry = entries[Math.floor(((round + 0.5) / ROUNDS) * entries.length)];
    return entry?.participants[0]?.personId ?? '';
  });
}

/** More entries with somebody, one a day back from today. */
async function addEntries(journal: Journal, personId: string, count: number): Promise<void> {
  valueOrThrow(
    await journal.store.change('entries', (_tables, stamp) =>
      success(
        Array.from({ length: count }, (_, index) => {
          const fields: Omit<Interaction, 'id' | 'createdAt' | 'updatedAt' | 'rev'> = {
            participants: [{ personId }],
            status: 'held',
            at: new Date(journal.now().getTime() - index * 86_400_000).toISOString(),
            kind: 'coffee',
            ease: 4,
            minutes: 40,
          };
          return changeOf('interaction', undefined, created(fields, stamp));
        }),
      ),
    ),
  );
}
