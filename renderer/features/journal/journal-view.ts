import { z } from 'zod';
import type { EntryQuery } from '../../../shared/contract/interactions';
import { InteractionKind, InteractionStatus } from '../../../shared/model/interaction';
import type { CalendarDate } from '../../../shared/model/primitives';
import { addDays } from '../../../shared/model/time';

/** What the journal (or the search) is set to. Kept over restarts. */
export const JournalView = z.object({
  text: z.string().max(500),
  person: z.object({ key: z.string(), name: z.string() }).nullable(),
  circleId: z.string().nullable(),
  kinds: z.array(InteractionKind),
  statuses: z.array(InteractionStatus),
  tag: z.string().nullable(),
  stage: z.enum(['none', 'know', 'like', 'trust']).nullable(),
  /** Calendar dates; empty when there is no bound. */
  from: z.string(),
  to: z.string(),
});
export type JournalView = z.infer<typeof JournalView>;

export const everything: JournalView = {
  text: '',
  person: null,
  circleId: null,
  kinds: [],
  statuses: [],
  tag: null,
  stage: null,
  from: '',
  to: '',
};

export function isFiltered(view: JournalView): boolean {
  return JSON.stringify({ ...view, text: view.text.trim() }) !== JSON.stringify(everything);
}

/** What the view asks the journal. What is not filtered by is left out; dates that make no sense are too. */
export function queryOf(view: JournalView): EntryQuery {
  const text = view.text.trim();
  const span = spanProblem(view) === null ? view : everything;
  return {
    ...(text === '' ? {} : { text }),
    ...(view.person === null ? {} : { personId: view.person.key }),
    ...(view.circleId === null ? {} : { circleId: view.circleId }),
    ...(view.kinds.length > 0 ? { kinds: view.kinds } : {}),
    ...(view.statuses.length > 0 ? { statuses: view.statuses } : {}),
    ...(view.tag === null ? {} : { tag: view.tag }),
    ...(view.stage === null ? {} : { stage: view.stage }),
    ...(span.from === '' ? {} : { from: span.from }),
    ...(span.to === '' ? {} : { to: span.to }),
  };
}

export function spanProblem({ from, to }: Pick<JournalView, 'from' | 'to'>): string | null {
  return from !== '' && to !== '' && to < from ? 'This ends before it starts.' : null;
}

/** What has been, up to today: what is still to come stands apart. */
export function pastOf(query: EntryQuery, today: CalendarDate): EntryQuery {
  return { ...query, to: query.to !== undefined && query.to < today ? query.to : today };
}

/** What is still to come, from tomorrow on; null when the dates asked for leave none. */
export function comingOf(query: EntryQuery, today: CalendarDate): EntryQuery | null {
  const tomorrow = addDays(today, 1);
  if (query.to !== undefined && query.to < tomorrow) return null;
  return { ...query, from: query.from !== undefined && query.from > tomorrow ? query.from : tomorrow };
}

/** Plans for the years to come fit in one page of the journal. */
export function comingPage(query: EntryQuery): EntryQuery & { offset: number; limit: number } {
  return { ...query, offset: 0, limit: 200 };
}
