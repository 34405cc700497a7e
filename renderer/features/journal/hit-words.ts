import type { SearchHit } from '../../../shared/contract/interactions';
import { assertNever } from '../../../shared/assert-never';

export const hitTypeLabels: Record<SearchHit['type'], string> = {
  person: 'Person',
  interaction: 'Entry',
  promise: 'Promise',
  gathering: 'Gathering',
  circle: 'Circle',
  introduction: 'Introduction',
};

export type HitTarget =
  | { kind: 'route'; route: string }
  | { kind: 'entry'; id: string }
  | { kind: 'promise'; id: string }
  | { kind: 'introduction'; id: string };

/** What a hit opens: its page, or the form that shows it whole. */
export function targetOf(hit: Pick<SearchHit, 'type' | 'id'>): HitTarget {
  switch (hit.type) {
    case 'person':
      return { kind: 'route', route: `/people/${hit.id}` };
    case 'gathering':
      return { kind: 'route', route: `/gatherings/${hit.id}` };
    case 'circle':
      return { kind: 'route', route: `/circles/${hit.id}` };
    case 'interaction':
      return { kind: 'entry', id: hit.id };
    case 'promise':
      return { kind: 'promise', id: hit.id };
    case 'introduction':
      return { kind: 'introduction', id: hit.id };
    default:
      return assertNever(hit.type);
  }
}
