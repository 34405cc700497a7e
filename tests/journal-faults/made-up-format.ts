import type { Format, Migration } from '../../shared/model/migrations';
import type { Content } from './golden';

const IN_WORDS = ' (format 2)';

/** A step that leaves its mark once on whatever has notes, and on the header. */
const step: Migration = {
  from: 1,
  migrate: ({ header, lists }) => ({
    header: { ...header, era: 'second' },
    lists: Object.fromEntries(Object.entries(lists).map(([name, items]) => [name, items.map(marked)])),
  }),
};

export const madeUpFormat: Format = { version: 2, migrations: [step] };

/** What the step has to make of a journal. */
export function migrated(content: Content): Content {
  return Object.fromEntries(Object.entries(content).map(([key, record]) => [key, marked(record)]));
}

/** The same format with a mistake in its step, made with a list that has a record of this kind. */
export function withMistake(list: string, mistake: (record: object) => unknown): Format {
  const migrate: Migration['migrate'] = (volume) => {
    const { header, lists } = step.migrate(volume);
    const items = lists[list];
    return items
      ? { header, lists: { ...lists, [list]: items.map((item) => mistake(item as object)) } }
      : { header, lists };
  };
  return { version: 2, migrations: [{ from: 1, migrate }] };
}

function marked(item: unknown): unknown {
  const record = item as { notes?: string };
  return record.notes === undefined ? record : { ...record, notes: record.notes + IN_WORDS };
}
