import { z } from 'zod';
import { Instant } from '../../shared/model/primitives';

export const MANIFEST_NAME = 'manifest.json';

/** What a backup says of itself: enough to know, without the journal, that it is whole. */
export const Manifest = z.looseObject({
  format: z.literal('rapport-backup'),
  formatVersion: z.int().min(1),
  journalId: z.string(),
  createdAt: Instant,
  counts: z.object({ people: z.int(), interactions: z.int(), promises: z.int(), gatherings: z.int() }),
  files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;
