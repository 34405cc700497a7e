import { z } from 'zod';
import { normNames } from '../insight/norms';
import type { Origin } from '../insight/norms-in-use';
import type { OwnFigure } from '../insight/own-history';
import { call } from './call';
import { Nothing } from './common';
import { insight } from './insight-type';

const NormName = z.enum(normNames);

/** One figure that the insights count with. */
export const NormView = z.object({
  name: NormName,
  /** In use. */
  value: z.number(),
  origin: z.enum(['default', 'ownHistory', 'fixed']) satisfies z.ZodType<Origin>,
  /** What is usual in this journal; null of a rule, which no history can tell. */
  own: insight<OwnFigure>().nullable(),
});
export type NormView = z.infer<typeof NormView>;

export const normCalls = {
  /** Every norm, in the order of `defaults`. */
  'norms.list': call(Nothing, z.object({ norms: z.array(NormView) })),
  /** Counts with this value from now on, whatever the default and the own history say. */
  'norms.fix': call(z.object({ norm: NormName, value: z.number() }), Nothing),
  /** Back to the default, or to one's own history where that stands in for it. */
  'norms.release': call(z.object({ norm: NormName }), Nothing),
};
