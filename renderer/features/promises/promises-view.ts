import { z } from 'zod';
import type { PromiseQuery } from '../../../shared/contract/promises';

/** What the page of promises shows. Kept over restarts. */
export const PromisesView = z.object({
  by: z.enum(['both', 'me', 'them']),
  show: z.enum(['open', 'overdue', 'closed']),
});
export type PromisesView = z.infer<typeof PromisesView>;

export const openOnes: PromisesView = { by: 'both', show: 'open' };

export function queryOf({ by, show }: PromisesView): PromiseQuery {
  return by === 'both' ? { view: show } : { view: show, by };
}
