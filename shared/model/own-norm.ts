import { z } from 'zod';
import { openObject, recordFields } from './primitives';

/** A figure that the user set in place of Rapport's default. */
export const OwnNorm = openObject({
  ...recordFields,
  /** The default's name as `shared/insight/norms.ts` lists it: `stage.likeEase`. */
  norm: z.string().min(1).max(100),
  value: z.number({ error: 'Use a number.' }),
});
export type OwnNorm = z.infer<typeof OwnNorm>;
