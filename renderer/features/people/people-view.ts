import { z } from 'zod';
import type { PeopleQuery } from '../../../shared/contract/people';
import { Ring, StandingKind } from '../../../shared/model/person';
import { Purpose } from '../../../shared/model/primitives';

export const sortLabels = {
  name: 'Name',
  stage: 'Stage',
  rhythm: 'Rhythm',
  lastContact: 'Last contact',
  added: 'Added',
} as const;
export type PeopleSort = keyof typeof sortLabels;

/** What the list of people is set to. Kept over restarts. */
export const PeopleView = z.object({
  text: z.string().max(500),
  stages: z.array(z.enum(['none', 'know', 'like', 'trust'])),
  rhythms: z.array(z.enum(['quiet', 'never', 'onRhythm', 'due', 'slipping', 'drifting', 'dormant'])),
  tag: z.string().nullable(),
  circleId: z.string().nullable(),
  purpose: Purpose.nullable(),
  ring: Ring.nullable(),
  standings: z.array(StandingKind),
  sort: z.enum(['name', 'stage', 'rhythm', 'lastContact', 'added']),
  descending: z.boolean(),
});
export type PeopleView = z.infer<typeof PeopleView>;

export const everyone: PeopleView = {
  text: '',
  stages: [],
  rhythms: [],
  tag: null,
  circleId: null,
  purpose: null,
  ring: null,
  standings: [],
  sort: 'name',
  descending: false,
};

/** The view without its filters, in the same order. */
export function withoutFilters(view: PeopleView): PeopleView {
  return { ...everyone, sort: view.sort, descending: view.descending };
}

export function isFiltered(view: PeopleView): boolean {
  return JSON.stringify({ ...view, text: view.text.trim() }) !== JSON.stringify(withoutFilters(view));
}

/** What the view asks the journal. What is not filtered by is left out. */
export function queryOf(view: PeopleView): PeopleQuery {
  const text = view.text.trim();
  return {
    ...(text === '' ? {} : { text }),
    ...(view.stages.length > 0 ? { stages: view.stages } : {}),
    ...(view.rhythms.length > 0 ? { rhythms: view.rhythms } : {}),
    ...(view.tag === null ? {} : { tag: view.tag }),
    ...(view.circleId === null ? {} : { circleId: view.circleId }),
    ...(view.purpose === null ? {} : { purpose: view.purpose }),
    ...(view.ring === null ? {} : { ring: view.ring }),
    ...(view.standings.length > 0 ? { standings: view.standings } : {}),
    sort: view.sort,
    descending: view.descending,
  };
}

/**
 * The journal's orders begin with what is most useful: Trust, who wants attention, the latest contact. Only the order of
 * adding begins with the oldest.
 */
const DESCENDING_FIRST: ReadonlySet<PeopleSort> = new Set(['added']);

/** Sorting by something else begins in its useful direction; by the same again it turns round. */
export function sortedBy(view: PeopleView, sort: PeopleSort): PeopleView {
  const descending = view.sort === sort ? !view.descending : DESCENDING_FIRST.has(sort);
  return { ...view, sort, descending };
}
